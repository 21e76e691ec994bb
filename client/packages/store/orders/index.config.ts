export default definePageConfig({
  navigationBarTitleText: '小店管理',
  enablePullDownRefresh: true,
  onReachBottomDistance: 600,
})
