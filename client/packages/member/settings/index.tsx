import { View } from '@tarojs/components'

export default function Settings() {
  return <View>设置</View>
}
