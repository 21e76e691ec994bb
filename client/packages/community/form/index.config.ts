export default definePageConfig({ navigationBarTitleText: '编辑求助单' })
