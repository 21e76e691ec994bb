import { View } from '@tarojs/components'

export default function Create() {
  return <View>创建互助圈</View>
}
