export default definePageConfig({ navigationBarTitleText: '入圈申请' })
