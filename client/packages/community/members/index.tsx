import { View } from '@tarojs/components'

export default function Members() {
  return <View>成员</View>
}
