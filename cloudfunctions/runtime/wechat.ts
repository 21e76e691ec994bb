import { callWxOpenApi } from '../db/cloud'

/** A check is part of a person's wait: what takes longer goes to the queue instead. */
const CHECK_MS_MAX = 1_500

/** WeChat's own answer: errcode 0, or why not. */
type WeChatReply = { errcode: number; errmsg?: string } & Record<string, unknown>

/** The SDK's types leave out how it says that the way there failed. */
type Answer = { code?: string; message?: string; result?: unknown }

/** WeChat said no, with its number; or, with none, could not be reached or gave no answer. */
export class WeChatFailure extends Error {
  readonly errcode: number | null
  constructor(message: string, errcode: number | null = null) {
    super(message)
    this.errcode = errcode
  }
}

/**
 * Asks one of WeChat's server interfaces. The SDK answers `{code, message}` instead of throwing when
 * the way there fails, and WeChat an errcode when it refuses; here both are WeChatFailure.
 */
export async function ask(apiName: string, data: Record<string, unknown>): Promise<WeChatReply> {
  const options = { apiName, requestData: data, cgiName: 'commrpcv2' }
  const answer = (await callWxOpenApi(options, { timeout: CHECK_MS_MAX })) as Answer
  if (answer.code) throw new WeChatFailure(`${apiName}: ${answer.code} ${answer.message ?? ''}`)
  const reply = answer.result as WeChatReply | undefined
  if (reply?.errcode !== 0) {
    const errcode = typeof reply?.errcode === 'number' ? reply.errcode : null
    throw new WeChatFailure(`${apiName}: ${errcode} ${reply?.errmsg ?? ''}`, errcode)
  }
  return reply
}

/** Where a text stands, in WeChat's numbers. */
export const SCENES = { profile: 1, comment: 2, forum: 3 } as const

/** A text WeChat takes in one check, in characters. */
export const CHECKED_CHARS_MAX = 2_500

export type Judgement = { suggest: 'pass' | 'review' | 'risky'; label: number }

/** WeChat's judgement of one text. Throws when there is none, whatever the cause. */
export async function checkText(
  content: string,
  openid: string,
  scene: (typeof SCENES)[keyof typeof SCENES],
): Promise<Judgement> {
  const { result } = await ask('security.msgSecCheck', { content, version: 2, scene, openid })
  const { suggest, label } = (result ?? {}) as Partial<Judgement>
  if (suggest !== 'pass' && suggest !== 'review' && suggest !== 'risky') {
    throw new WeChatFailure(`security.msgSecCheck: ${JSON.stringify(result)}`)
  }
  return { suggest, label: Number(label ?? 0) }
}

/** The person has not said yes to one more message, or has turned them off. */
export const NOT_SUBSCRIBED = 43101

/** Sends one subscribe message. Throws WeChatFailure when WeChat did not take it, or may not have. */
export async function sendSubscribeMessage(message: {
  openid: string
  templateId: string
  page: string
  fields: Record<string, { value: string }>
}): Promise<void> {
  await ask('subscribeMessage.send', {
    touser: message.openid,
    template_id: message.templateId,
    page: message.page,
    data: message.fields,
    lang: 'zh_CN',
  })
}
