export default definePageConfig({ navigationBarTitleText: '创建互助圈' })
