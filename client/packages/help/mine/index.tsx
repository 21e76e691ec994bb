import { View } from '@tarojs/components'

export default function Mine() {
  return <View>我的求助与帮忙</View>
}
