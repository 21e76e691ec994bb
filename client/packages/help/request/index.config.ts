// Without the flag Taro gives WeChat no card, and the page cannot be shared (platform/share).
export default definePageConfig({ navigationBarTitleText: '求助详情', enableShareAppMessage: true })
