import { View } from '@tarojs/components'

export default function Help() {
  return <View>互助</View>
}
