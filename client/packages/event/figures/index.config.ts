export default definePageConfig({ navigationBarTitleText: '活动办得怎么样' })
