import { View } from '@tarojs/components'

export default function Rules() {
  return <View>群规</View>
}
