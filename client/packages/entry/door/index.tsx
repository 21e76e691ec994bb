import { View } from '@tarojs/components'

export default function Door() {
  return <View>加入互助圈</View>
}
