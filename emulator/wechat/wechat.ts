import type { Clock } from '../clock'
import { CloudError } from '../codes'
import { isPlainObject } from '../documents/key'
import { appIdDefault } from '../functions/context'
import type { Invoker } from '../functions/invoker'
import type { Registry } from '../functions/registry'
import { openApiCallsKept, openApiCallsPerMinuteMax } from '../limits'
import { type Answer, Answers } from './answers'
import type { Interface, Tools } from './interface'
import { createActivityId, setUpdatableMsg, showCard } from './live-cards'
import { getUnlimited } from './mini-program-code'
import { Pushes } from './pushes'
import {
  type Fields,
  isPicture,
  type Picture,
  type Reply,
  type SystemFailure,
  WeChatError,
} from './reply'
import { getUserRiskRank, mediaCheckAsync, msgSecCheck } from './security'
import { readSettings, type Settings } from './settings'
import type { SentMessage, WeChatState } from './state'
import { answerSubscription, send } from './subscribe-message'

const interfaces: Record<string, Interface> = {
  'security.msgSecCheck': msgSecCheck,
  'security.mediaCheckAsync': mediaCheckAsync,
  'riskControl.getUserRiskRank': getUserRiskRank,
  'subscribeMessage.send': send,
  'wxacode.getUnlimited': getUnlimited,
  'updatableMessage.createActivityId': createActivityId,
  'updatableMessage.setUpdatableMsg': setUpdatableMsg,
}

export type Outcome =
  | { type: 'json'; reply: Reply }
  | { type: 'picture'; picture: Picture }
  | { type: 'system'; code: SystemFailure }
  | { type: 'lost' }

interface OpenApiCall {
  at: string
  api: string
  function: string | null
  request: Fields
  /** `picture` and `lost` where there is no reply. */
  outcome: Reply | string
}

/** WeChat's side of a mini-program: its server interfaces, and what they remember. */
export class WeChat {
  readonly answers = new Answers()
  readonly pushes: Pushes
  readonly #state: WeChatState
  readonly #clock: Clock
  readonly #registry: Registry
  readonly #tools: Tools
  #calls: OpenApiCall[] = []
  #minute = { number: 0, calls: new Map<string, number>() }

  constructor(parts: {
    state: WeChatState
    clock: Clock
    registry: Registry
    invoker: Invoker
    canLoad: Tools['canLoad']
  }) {
    const { state, clock, invoker, canLoad } = parts
    this.#state = state
    this.#clock = clock
    this.#registry = parts.registry
    this.pushes = new Pushes(state, invoker, clock)
    const visits = (openid: string) => {
      const at = state.memory.visits[openid]
      return at === undefined ? undefined : clock.now() - at
    }
    const nextId = () => state.nextId()
    this.#tools = { state, pushes: this.pushes, visits, nextId, canLoad }
  }

  /** A user is in the app now. */
  visit(openid: string): void {
    this.#state.memory.visits[openid] = this.#clock.now()
  }

  /** Calls an interface for a function, as far as its `config.json` permits. */
  async call(api: string, data: Fields, functionName: string | undefined): Promise<Outcome> {
    const call = this.#note(api, data, functionName ?? null)
    const outcome = await this.#answer(api, data, functionName)
    call.outcome = shortOf(outcome)
    return outcome
  }

  /**
   * Asks an interface as a person who tries something out, for whom no function has to exist and no
   * permission is needed. A picture is answered as base64.
   */
  async callByHand(api: string, data: Fields): Promise<unknown> {
    const run = Object.hasOwn(interfaces, api) ? interfaces[api] : undefined
    if (run === undefined) throw new CloudError('INVALID_PARAM', `there is no interface '${api}'`)
    const call = this.#note(api, data, null)
    const outcome = await this.#run(run, api, data, '', undefined)
    call.outcome = shortOf(outcome)
    if (outcome.type !== 'picture') return outcome
    const { contentType, bytes } = outcome.picture
    return { type: 'picture', picture: { contentType, buffer: bytes.toString('base64') } }
  }

  calls(limit: number): OpenApiCall[] {
    return this.#calls.slice(0, limit)
  }

  /** Begins a new list of what was asked; answers how long the old one was. */
  forgetCalls(): number {
    return this.#calls.splice(0).length
  }

  /** Messages sent, newest first. */
  messages(openid: string | undefined, limit: number): SentMessage[] {
    const all = this.#state.memory.messages
    const own = openid === undefined ? all : all.filter((message) => message.touser === openid)
    return own.slice(-limit).reverse()
  }

  quota(openid: string): Record<string, number> {
    return this.#state.memory.quota[openid] ?? {}
  }

  /** By user, then by template. */
  quotas(): Record<string, Record<string, number>> {
    return this.#state.memory.quota
  }

  cards() {
    return Object.values(this.#state.memory.cards)
      .map((card) => showCard(card, this.#clock.now()))
      .reverse()
  }

  subscribe(openid: string, answers: Fields): Record<string, unknown> {
    return answerSubscription(this.#state, openid, answers)
  }

  get settings(): Settings {
    return this.#state.memory.settings
  }

  configure(body: unknown): void {
    this.#state.memory.settings = readSettings(body, this.settings)
    this.#state.changed()
  }

  async #answer(api: string, data: Fields, functionName: string | undefined): Promise<Outcome> {
    const run = Object.hasOwn(interfaces, api) ? interfaces[api] : undefined
    if (run === undefined) return { type: 'system', code: '-604100' }
    if (functionName === undefined) return { type: 'system', code: '-604104' }
    const permitted = this.#registry.find(functionName)?.openapi ?? []
    if (!permitted.includes(api)) return { type: 'system', code: '-604101' }
    const scripted = this.answers.take(api, data)
    if (scripted !== undefined && scripted.delayMs > 0) {
      await new Promise((resolve) => setTimeout(resolve, scripted.delayMs))
    }
    if (scripted?.effect !== undefined && scripted.side === 'before') return struck(scripted)
    const outcome = await this.#run(run, api, data, functionName, scripted)
    return scripted?.effect === undefined ? outcome : struck(scripted)
  }

  async #run(
    run: Interface,
    api: string,
    data: Fields,
    functionName: string,
    scripted: Answer | undefined,
  ): Promise<Outcome> {
    try {
      this.#countCall(api)
      if (scripted?.error !== undefined) {
        throw new WeChatError(scripted.error.errcode, scripted.error.errmsg)
      }
      const nowMs = this.#clock.now()
      const asker = { function: functionName, appid: appIdDefault, nowMs, scripted }
      const reply = await run(this.#tools, data, asker)
      if (isPicture(reply)) return { type: 'picture', picture: reply }
      const answer = mergeInto(reply, scripted?.answer)
      return { type: 'json', reply: { errcode: 0, errmsg: 'ok', ...answer } }
    } catch (error) {
      if (!(error instanceof WeChatError)) throw error
      const { errcode, message } = error
      return { type: 'json', reply: { errcode, errmsg: message } }
    }
  }

  #note(api: string, request: Fields, functionName: string | null): OpenApiCall {
    const at = new Date(this.#clock.now()).toISOString()
    const call = { at, api, function: functionName, request, outcome: 'waiting' }
    this.#calls.unshift(call)
    if (this.#calls.length > openApiCallsKept) this.#calls.length = openApiCallsKept
    return call
  }

  #countCall(api: string): void {
    const number = Math.floor(this.#clock.now() / 60_000)
    if (number !== this.#minute.number) this.#minute = { number, calls: new Map() }
    const count = (this.#minute.calls.get(api) ?? 0) + 1
    this.#minute.calls.set(api, count)
    if (count > (openApiCallsPerMinuteMax[api] ?? Number.POSITIVE_INFINITY)) {
      throw new WeChatError(45009, 'reach max api minute frequence limit')
    }
  }
}

function shortOf(outcome: Outcome): OpenApiCall['outcome'] {
  if (outcome.type === 'json') return outcome.reply
  return outcome.type === 'system' ? outcome.code : outcome.type
}

function struck(scripted: Answer): Outcome {
  return scripted.effect === 'lose' ? { type: 'lost' } : { type: 'system', code: '-604103' }
}

/** A scripted answer changes the fields it names, one level deep. */
function mergeInto(reply: Reply, answer: Fields | undefined): Reply {
  const merged: Reply = { ...reply }
  for (const [name, value] of Object.entries(answer ?? {})) {
    const own = merged[name]
    merged[name] = isPlainObject(own) && isPlainObject(value) ? { ...own, ...value } : value
  }
  return merged
}
