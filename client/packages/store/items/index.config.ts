export default definePageConfig({
  navigationBarTitleText: '积分小店',
  enablePullDownRefresh: true,
  onReachBottomDistance: 600,
})
