export default definePageConfig({
  navigationBarTitleText: '成员积分',
  onReachBottomDistance: 600,
})
