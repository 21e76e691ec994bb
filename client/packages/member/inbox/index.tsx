import { View } from '@tarojs/components'

export default function Inbox() {
  return <View>消息</View>
}
