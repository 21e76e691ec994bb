export default definePageConfig({ navigationBarTitleText: '参与证书' })
