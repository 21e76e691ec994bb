import { View } from '@tarojs/components'

export default function Request() {
  return <View>求助详情</View>
}
