import { View } from '@tarojs/components'

export default function Thanks() {
  return <View>感谢墙</View>
}
