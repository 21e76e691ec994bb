export default definePageConfig({ navigationBarTitleText: '圆桌提问' })
