import type { CloudProcess } from './cloud'

export const hour = 3600_000
export const ann = { 'x-wx-openid': 'ann' }

/** Interfaces of WeChat, asked by a function that ann has called, and what they shall answer next. */
export function wechatCaller(cloud: () => CloudProcess) {
  const ask = async (api: string, data: object, more: object = {}) => {
    const { body } = await cloud().call('wechat', { api, data, ...more }, ann)
    return body as { code?: string; result?: Record<string, unknown>; base64?: string }
  }
  return {
    ask,
    errcode: async (api: string, data: object) => (await ask(api, data)).result?.errcode,
    script: (answer: object) => cloud().post('/_control/wechat/answers', answer),
    /** Back to the real time and to WeChat's own answers. */
    async settle() {
      await cloud().post('/_control/clock', { offsetMs: 0 })
      await fetch(`${cloud().url}/_control/wechat/answers`, { method: 'DELETE' })
    },
  }
}
