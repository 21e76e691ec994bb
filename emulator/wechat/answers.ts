import { CloudError } from '../codes'
import { isPlainObject } from '../documents/key'
import type { Fields } from './reply'

/** What a test or a demonstration wants an interface to answer. */
export interface Answer {
  id: number
  api: string
  /** Only for requests about this user. */
  openid?: string
  /** Only for requests that contain this text. */
  contains?: string
  /** Fields laid over what the interface answers by itself. */
  answer?: Fields
  /** Refused with this number instead. */
  error?: { errcode: number; errmsg: string }
  /** `fail`: the way to WeChat fails; `lose`: no answer comes. */
  effect?: 'fail' | 'lose'
  /** Whether that happens before the interface has done its work, or after it. */
  side: 'before' | 'after'
  /** The answer takes so long. */
  delayMs: number
  /** For a picture check: what its later message says, and when it comes. */
  push?: { delayMs?: number; result?: Fields; errcode?: number }
  remaining: number | 'always'
  used: number
}

/** Answers on purpose, used in the order in which they were given. */
export class Answers {
  #answers: Answer[] = []
  #nextId = 1

  add(body: unknown): Answer {
    const answer = { id: this.#nextId++, ...readAnswer(body) }
    this.#answers.push(answer)
    return answer
  }

  list(): Answer[] {
    return this.#answers
  }

  /** Forgets one, or all. */
  clear(id?: number): void {
    this.#answers = id === undefined ? [] : this.#answers.filter((answer) => answer.id !== id)
  }

  /** The answer that this request is to get, if any. */
  take(api: string, data: Fields): Answer | undefined {
    const about = [data.openid, data.touser]
    const found = this.#answers.find(
      (answer) =>
        answer.remaining !== 0 &&
        answer.api === api &&
        (answer.openid === undefined || about.includes(answer.openid)) &&
        (answer.contains === undefined || JSON.stringify(data).includes(answer.contains)),
    )
    if (found === undefined) return undefined
    if (found.remaining !== 'always') found.remaining--
    found.used++
    return found
  }
}

function readAnswer(body: unknown): Omit<Answer, 'id'> {
  if (!isPlainObject(body) || typeof body.api !== 'string') {
    throw invalid('an answer needs the name of an api')
  }
  const { api, openid, contains, answer, error, effect, side = 'before', push } = body
  const { delayMs = 0, times = 1 } = body
  if (times !== 'always' && !isCount(times, 1)) throw invalid("times must be from 1, or 'always'")
  if (!isCount(delayMs, 0)) throw invalid('delayMs must be a whole number, 0 or more')
  if (effect !== undefined && effect !== 'fail' && effect !== 'lose') {
    throw invalid('effect must be fail or lose')
  }
  if (side !== 'before' && side !== 'after') throw invalid('side must be before or after')
  for (const value of [openid, contains]) {
    if (value !== undefined && typeof value !== 'string') {
      throw invalid('openid and contains must be texts')
    }
  }
  for (const value of [answer, error, push]) {
    if (value !== undefined && !isPlainObject(value)) {
      throw invalid('answer, error and push must be objects')
    }
  }
  if (isPlainObject(error) && !Number.isSafeInteger(error.errcode)) {
    throw invalid('an error needs an errcode')
  }
  return {
    api,
    side,
    delayMs: delayMs as number,
    remaining: times as number | 'always',
    used: 0,
    ...(typeof openid === 'string' ? { openid } : {}),
    ...(typeof contains === 'string' ? { contains } : {}),
    ...(isPlainObject(answer) ? { answer } : {}),
    ...(isPlainObject(error)
      ? { error: { errcode: Number(error.errcode), errmsg: String(error.errmsg ?? 'on purpose') } }
      : {}),
    ...(effect === undefined ? {} : { effect }),
    ...(isPlainObject(push) ? { push: readPush(push) } : {}),
  }
}

function readPush(push: Fields): NonNullable<Answer['push']> {
  const { delayMs, result, errcode } = push
  if (delayMs !== undefined && !isCount(delayMs, 0)) throw invalid('delayMs must be 0 or more')
  return {
    ...(delayMs === undefined ? {} : { delayMs: delayMs as number }),
    ...(isPlainObject(result) ? { result } : {}),
    ...(Number.isSafeInteger(errcode) ? { errcode: errcode as number } : {}),
  }
}

function isCount(value: unknown, least: number): boolean {
  return Number.isSafeInteger(value) && (value as number) >= least
}

function invalid(message: string): CloudError {
  return new CloudError('INVALID_PARAM', message)
}
