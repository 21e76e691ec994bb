import { View } from '@tarojs/components'

export default function Apply() {
  return <View>申请加入</View>
}
