import { View } from '@tarojs/components'

export default function Card() {
  return <View>群名片</View>
}
