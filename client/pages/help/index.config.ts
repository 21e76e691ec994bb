export default definePageConfig({
  navigationBarTitleText: '互助',
  enablePullDownRefresh: true,
  onReachBottomDistance: 600,
})
