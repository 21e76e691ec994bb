export default definePageConfig({ navigationBarTitleText: '加入互助圈' })
