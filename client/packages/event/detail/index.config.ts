// Without the flag Taro gives WeChat no card, and the page cannot be shared (platform/share).
export default definePageConfig({ navigationBarTitleText: '活动详情', enableShareAppMessage: true })
