export default definePageConfig({ navigationBarTitleText: '圈规' })
