export default definePageConfig({ navigationBarTitleText: '等级与勋章' })
