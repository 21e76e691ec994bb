import { View } from '@tarojs/components'

export default function Post() {
  return <View>求助</View>
}
