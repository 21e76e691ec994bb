export default definePageConfig({
  navigationBarTitleText: '我的求助与帮忙',
  enablePullDownRefresh: true,
  onReachBottomDistance: 600,
})
