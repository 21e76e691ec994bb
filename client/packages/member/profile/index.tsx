import { View } from '@tarojs/components'

export default function Profile() {
  return <View>个人资料</View>
}
