export default definePageConfig({ navigationBarTitleText: '用通行码进入' })
