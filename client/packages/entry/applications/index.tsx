import { View } from '@tarojs/components'

export default function Applications() {
  return <View>入圈申请</View>
}
