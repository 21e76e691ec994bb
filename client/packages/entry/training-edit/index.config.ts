export default definePageConfig({ navigationBarTitleText: '出题' })
