export default definePageConfig({ navigationBarTitleText: '回顾与反馈' })
