export default definePageConfig({
  navigationBarTitleText: '我能帮',
  enablePullDownRefresh: true,
  onReachBottomDistance: 600,
})
