export default definePageConfig({ navigationBarTitleText: '我的审核记录' })
