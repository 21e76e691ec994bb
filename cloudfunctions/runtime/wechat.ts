import { callWxOpenApi } from '../db/cloud'

/** A check is part of a person's wait: what takes longer goes to the queue instead. */
const CHECK_MS_MAX = 1_500
/** Nobody waits for a question that a function asks by itself. */
const ASK_MS_MAX = 8_000

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
export async function ask(
  apiName: string,
  data: Record<string, unknown>,
  timeout = CHECK_MS_MAX,
): Promise<WeChatReply> {
  const options = { apiName, requestData: data, cgiName: 'commrpcv2' }
  const answer = (await callWxOpenApi(options, { timeout })) as Answer
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
  const data = { content, version: 2, scene, openid }
  const { result } = await ask('security.msgSecCheck', data)
  const judged = judgementIn(result)
  if (!judged) throw new WeChatFailure(`security.msgSecCheck: ${JSON.stringify(result)}`)
  return judged
}

const PICTURE = 2

/**
 * Has WeChat look at a picture; answers the trace under which its message will come. The address must
 * stay good until WeChat has fetched it. Throws when it was not accepted, whatever the cause.
 */
export async function askAboutPicture(
  address: string,
  openid: string,
  scene: (typeof SCENES)[keyof typeof SCENES],
): Promise<string> {
  const data = { media_url: address, media_type: PICTURE, version: 2, scene, openid }
  const { trace_id: trace } = await ask('security.mediaCheckAsync', data, ASK_MS_MAX)
  if (typeof trace !== 'string' || !TRACE.test(trace)) {
    throw new WeChatFailure(`security.mediaCheckAsync: trace ${JSON.stringify(trace)}`)
  }
  return trace
}

const TRACE = /^[0-9A-Za-z_-]{1,100}$/

/** The message in which WeChat says what it found in a picture; `failed` where it could not look. */
export function readPictureMessage(
  message: unknown,
): { trace: string; judged: { suggest: Judgement['suggest'] | 'failed'; label: number } } | null {
  const { trace_id: trace, errcode, result } = (message ?? {}) as Record<string, unknown>
  if (typeof trace !== 'string' || !TRACE.test(trace)) return null
  const judged = errcode === 0 ? judgementIn(result) : null
  return { trace, judged: judged ?? { suggest: 'failed', label: 0 } }
}

function judgementIn(result: unknown): Judgement | null {
  const { suggest, label } = (result ?? {}) as Partial<Judgement>
  if (suggest !== 'pass' && suggest !== 'review' && suggest !== 'risky') return null
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
