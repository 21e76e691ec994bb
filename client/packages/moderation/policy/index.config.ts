export default definePageConfig({ navigationBarTitleText: '内容规范与审核' })
