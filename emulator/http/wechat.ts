import { CloudError } from '../codes'
import { isPlainObject } from '../documents/key'
import { adminBodyBytesMax, eventBytesMax } from '../limits'
import type { WeChat } from '../wechat/wechat'
import { type Handler, type Router, readJson, readNumber, sendJson } from './router'

/** What a phone asks of WeChat, what WeChat keeps, and what tests make it answer. */
export function addWeChatRoutes(router: Router, wechat: WeChat): void {
  router.on('POST', '/wx/subscribe-message', subscribe(wechat))

  const body: (read: (value: unknown) => unknown) => Handler =
    (read) =>
    async ({ request, response }) => {
      sendJson(response, 200, read(await readJson(request, adminBodyBytesMax)))
    }
  const view: (show: (url: URL) => unknown) => Handler =
    (show) =>
    ({ response, url }) =>
      sendJson(response, 200, show(url))

  const at = (name: string) => `/_control/wechat/${name}`
  router.on(
    'GET',
    at('settings'),
    view(() => wechat.settings),
  )
  router.on(
    'POST',
    at('settings'),
    body((value) => {
      wechat.configure(value)
      return wechat.settings
    }),
  )
  router.on(
    'GET',
    at('answers'),
    view(() => ({ answers: wechat.answers.list() })),
  )
  router.on(
    'POST',
    at('answers'),
    body((value) => ({ answer: wechat.answers.add(value) })),
  )
  router.on(
    'DELETE',
    at('answers'),
    view((url) => {
      const answers = wechat.answers.list()
      wechat.answers.clear(idOf(url))
      return { answers }
    }),
  )
  router.on(
    'GET',
    at('calls'),
    view((url) => ({ calls: wechat.calls(limitOf(url)) })),
  )
  router.on(
    'DELETE',
    at('calls'),
    view(() => ({ forgotten: wechat.forgetCalls() })),
  )
  router.on(
    'GET',
    at('messages'),
    view((url) => ({
      messages: wechat.messages(url.searchParams.get('openid') ?? undefined, limitOf(url)),
    })),
  )
  router.on(
    'GET',
    at('quota'),
    view((url) => ({ quota: wechat.quota(url.searchParams.get('openid') ?? '') })),
  )
  router.on(
    'GET',
    at('quotas'),
    view(() => ({ quotas: wechat.quotas() })),
  )
  router.on('POST', at('call'), async ({ request, response }) => {
    const value = await readJson(request, adminBodyBytesMax)
    const { api, data } = isPlainObject(value) ? value : {}
    const outcome = await wechat.callByHand(String(api), isPlainObject(data) ? data : {})
    sendJson(response, 200, outcome)
  })
  router.on(
    'GET',
    at('cards'),
    view(() => ({ cards: wechat.cards() })),
  )
  router.on(
    'GET',
    at('pushes'),
    view(() => ({ pushes: wechat.pushes.list() })),
  )
  router.on('POST', at('pushes/deliver'), async ({ response }) => {
    await wechat.pushes.deliverDue(true)
    sendJson(response, 200, { pushes: wechat.pushes.list() })
  })
}

/** `wx.requestSubscribeMessage`, with what the user chose in the dialogue. */
function subscribe(wechat: WeChat): Handler {
  return async ({ request, response }) => {
    const openid = request.headers['x-wx-openid']
    const value = await readJson(request, eventBytesMax)
    const answers = isPlainObject(value) ? value.answers : undefined
    if (typeof openid !== 'string' || openid === '' || !isPlainObject(answers)) {
      throw new CloudError('INVALID_PARAM', 'a user and the answers by template are needed')
    }
    wechat.visit(openid)
    sendJson(response, 200, wechat.subscribe(openid, answers))
  }
}

/** The one thing that an address names; undefined for all. */
export function idOf(url: URL): number | undefined {
  return url.searchParams.has('id') ? readNumber(url, 'id', 0) : undefined
}

function limitOf(url: URL): number {
  return Math.min(Number(url.searchParams.get('limit') ?? 100) || 100, 1000)
}
