export default definePageConfig({ navigationBarTitleText: '积分账目', enablePullDownRefresh: true })
