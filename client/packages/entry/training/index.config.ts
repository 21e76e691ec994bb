export default definePageConfig({ navigationBarTitleText: '入圈小题' })
