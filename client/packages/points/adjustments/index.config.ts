export default definePageConfig({
  navigationBarTitleText: '积分调整',
  onReachBottomDistance: 600,
})
