import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import type { CollectionName, Documents } from '../../cloudfunctions/db/documents'
import { schemaForCloud } from '../../cloudfunctions/db/indexes'
import { userIdOf } from '../../cloudfunctions/runtime/ids'
import { PUSHES } from '../../scripts/seed/wechat'
import type { PresetKey } from '../../types/community'
import {
  type CallInput,
  type CallName,
  type CallOutput,
  contract,
  type WriteName,
} from '../../types/contract'
import type { RefusalCode, RefusalParams, Reply } from '../../types/errors'
import type { Urgency } from '../../types/help-rules'
import { NEWCOMER_REVIEWS_DEFAULT } from '../../types/moderation'
import { picturePath } from '../../types/picture'
import { type Cloud, control, startCloudProcess } from './cloud'
import { goBack, sharedCloud } from './shared-cloud'

export { control }

/** A simulated WeChat user. `openid` is what the platform vouches for. */
export type User = { name: string; openid: string; userId: string }
export type Costs = {
  calls: number
  steps: number
  scanned: number
  returned: number
  ms: number
  cold: boolean
  bytes: number
}
export type Fault = {
  call: number
  side: 'before' | 'after'
  effect: 'fail' | 'kill' | 'lose'
}
type DatabaseCall = { seq: number; action: string; startMs: number; endMs: number }
type CallRecord = { function: string; openid: string | null; db: DatabaseCall[] }
/** A document that has come (`before` is null), changed or gone (`after` is null). */
export type Change = { collection: CollectionName; before: object | null; after: object | null }
export type RequestOptions = {
  helpersNeeded?: number
  what?: string
  inMinutes?: number
  bountyEach?: number
  urgency?: Urgency
  standingId?: string
  previousId?: string
}
/** `hurried`: the test is about writing too fast; others have as much time as they need. */
type CallOptions = { key?: string; group?: unknown; source?: string; hurried?: boolean }

/** A key as the phone makes it. */
export const newKey = () => randomBytes(13).toString('hex')

export type World = Awaited<ReturnType<typeof openWorld>>

/**
 * A cloud with nothing in it but the schema: real functions over HTTP. There is one at a time in a
 * test file: plain ones share a process, which is emptied. Worlds are built through the real writers.
 * `served`: a built client, web or compiled for
 * WeChat, and the people its preview offers, where a browser is to come.
 */
export async function openWorld(served: { app?: string; weapp?: string; people?: string } = {}) {
  const functions = process.env.HUZHU_TEST_FUNCTIONS
  if (!functions) throw new Error('run through jest: its global setup builds the functions')
  const shared = Object.keys(served).length === 0 ? await sharedCloud() : undefined
  if (shared) return worldOver(shared)
  const cloud = await startCloudProcess({ functions, ...served })
  await control(cloud, 'POST', 'collections', { collections: schemaForCloud() })
  await control(cloud, 'POST', 'wechat/settings', { push: PUSHES })
  return worldOver(cloud)
}

export function worldOver(cloud: Cloud) {
  let people = 0

  /** A person known to WeChat and to nobody else. */
  const person = (name: string): User => {
    people += 1
    const openid = `o-${name}-${people}-${randomBytes(6).toString('hex')}`
    return { name, openid, userId: userIdOf(openid) }
  }

  /** One call to a function exactly as given; null user = no identity. Answers reply and costs. */
  async function send(user: User | null, fn: string, event: unknown, source?: string) {
    const response = await fetch(`${cloud.url}/call/${fn}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(user ? { 'x-wx-openid': user.openid } : {}),
        ...(source ? { 'x-wx-source': source } : {}),
      },
      body: JSON.stringify(event),
    })
    const text = await response.text()
    const header = (name: string) => Number(response.headers.get(`x-cloud-${name}`) ?? 0)
    const costs: Costs = {
      calls: header('db-calls'),
      steps: header('db-steps'),
      scanned: header('scanned'),
      returned: header('returned'),
      ms: header('ms'),
      cold: header('cold') === 1,
      bytes: Buffer.byteLength(text),
    }
    return { status: response.status, body: JSON.parse(text) as unknown, costs }
  }

  /** A call of the contract. A reply outside the contract fails the test, whatever it looks for. */
  async function call<N extends CallName>(
    user: User | null,
    name: N,
    input: CallInput<N>,
    options: CallOptions = {},
  ): Promise<Reply<CallOutput<N>>> {
    return (await callWithCosts(user, name, input, options)).reply
  }

  async function callWithCosts<N extends CallName>(
    user: User | null,
    name: N,
    input: CallInput<N>,
    options: CallOptions = {},
  ): Promise<{ reply: Reply<CallOutput<N>>; costs: Costs }> {
    const [fn = '', action = ''] = name.split('.')
    const key = options.key ?? (contract[name].kind === 'write' ? newKey() : undefined)
    const event = {
      action,
      input,
      key,
      ...(options.group === undefined ? {} : { group: options.group }),
    }
    const { status, body, costs } = await send(user, fn, event, options.source)
    if (status !== 200) throw new CallFailed(name, status, body)
    const reply = body as Reply<CallOutput<N>>
    if (!reply.ok && reply.code === 'too_fast' && user && !options.hurried) {
      await rested(user)
      return callWithCosts(user, name, input, {
        ...options,
        ...(key ? { key } : {}),
        hurried: true,
      })
    }
    if (reply.ok) v.parse(contract[name].output as v.GenericSchema, reply.data)
    return { reply, costs }
  }

  /** As if this person had written nothing lately: their receipts count for no limit any more. */
  async function rested(user: User): Promise<void> {
    const receipts = await documents('receipts', { userId: user.userId })
    for (const { pace, ...document } of receipts.filter((receipt) => receipt.pace !== undefined)) {
      await control(cloud, 'PUT', 'documents', { collection: 'receipts', document })
    }
  }

  /** The data of a call that must succeed. */
  async function ok<N extends CallName>(
    user: User,
    name: N,
    input: CallInput<N>,
    options: CallOptions = {},
  ): Promise<CallOutput<N>> {
    const reply = await call(user, name, input, options)
    if (!reply.ok)
      throw new Error(`${name} was refused: ${reply.code} ${JSON.stringify(reply.params)}`)
    return reply.data
  }

  /** The code of a write that must be refused; fails when it was not or when anything was written. */
  async function refused<N extends WriteName>(
    user: User | null,
    name: N,
    input: CallInput<N>,
    options: CallOptions = {},
  ): Promise<{ code: RefusalCode; params: RefusalParams }> {
    if (user && !options.hurried) await rested(user)
    const before = await digest()
    const reply = await call(user, name, input, options)
    if (reply.ok) throw new Error(`${name} was not refused: ${JSON.stringify(reply.data)}`)
    const after = await digest()
    if (JSON.stringify(before) !== JSON.stringify(after)) {
      throw new Error(
        `${name} was refused with ${reply.code} but wrote: ${JSON.stringify({ before, after })}`,
      )
    }
    return { code: reply.code, params: reply.params }
  }

  const digest = () => control(cloud, 'GET', 'digest') as Promise<Record<string, unknown>>

  /** The documents of a collection, as stored; of one community when a filter says so. */
  async function documents<C extends CollectionName>(
    name: C,
    filter: Record<string, string | boolean> = {},
  ): Promise<Documents[C][]> {
    const query = new URLSearchParams({
      collection: name,
      limit: '1000',
      filter: JSON.stringify(filter),
    })
    const found = (await control(cloud, 'GET', `documents?${query}`)) as {
      documents: Documents[C][]
    }
    return found.documents
  }

  /** The platform's genuine proof that this user opened the app from this group's card. */
  async function groupProof(user: User, group: string): Promise<{ cloudID: string }> {
    const response = await fetch(`${cloud.url}/wx/group-enter`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-wx-openid': user.openid },
      body: JSON.stringify({ group }),
    })
    return (await response.json()) as { cloudID: string }
  }

  /** How many of a newcomer's first contributions the community looks at; 0 trusts everybody. */
  async function reviewNewcomers(
    { communityId, owner }: { communityId: string; owner: User },
    newcomerReviews: number,
  ): Promise<void> {
    const policy = { communityId, basedOn: null, words: [], newcomerReviews }
    await ok(owner, 'moderation.savePolicy', policy)
  }

  /** Its newcomers are trusted from the start, unless the test is about those who are not. */
  async function community(
    options: { preset?: PresetKey; name?: string; group?: string; newcomerReviews?: number } = {},
  ) {
    const owner = person('owner')
    const created = await ok(
      owner,
      'community.create',
      {
        preset: options.preset ?? 'neighbourhood',
        name: options.name ?? '梧桐里邻里',
        purpose: '楼上楼下，有事招呼一声',
        nickname: '老周',
        avatar: 'a1',
      },
      options.group === undefined ? {} : { group: await groupProof(owner, options.group) },
    )
    const home = { communityId: created.communityId, owner }
    const { newcomerReviews = 0 } = options
    // What a community starts with needs no act of its owner's.
    if (newcomerReviews !== NEWCOMER_REVIEWS_DEFAULT) await reviewNewcomers(home, newcomerReviews)
    return home
  }

  /** Submits an application that fits the community's questions. */
  async function applicant(communityId: string, name: string): Promise<User> {
    const user = person(name)
    await apply(user, communityId)
    return user
  }

  async function apply(user: User, communityId: string) {
    const door = await ok(user, 'entry.getDoor', { communityId })
    const answers = Object.fromEntries(
      door.questions
        .filter((question) => question.required)
        .map((question) => [
          question.key,
          question.options?.[0]?.value ?? '我住在三号楼，会修自行车',
        ]),
    )
    return ok(user, 'entry.apply', {
      communityId,
      nickname: user.name.slice(0, 16),
      avatar: 'a2',
      skills: ['修自行车'],
      answers,
      rulesVersion: door.rules.version,
    })
  }

  /** An admitted member who has passed the community's quiz. */
  async function member(where: { communityId: string; owner: User }, name: string): Promise<User> {
    const user = await untrained(where, name)
    await train(user, where.communityId)
    return user
  }

  /** Learns from the first try, as people do, and passes the second. */
  async function train(user: User, communityId: string): Promise<void> {
    const { version, passed, questions } = await ok(user, 'training.get', { communityId })
    if (passed) return
    const guesses = Object.fromEntries(questions.map(({ key }) => [key, 'unknown']))
    const first = await ok(user, 'training.submit', { communityId, version, answers: guesses })
    const answers = Object.fromEntries(first.results.map(({ key, answer }) => [key, answer]))
    await ok(user, 'training.submit', { communityId, version, answers })
  }

  /** An admitted member who has not taken the quiz: applied, and approved by the owner. */
  async function untrained(
    where: { communityId: string; owner: User },
    name: string,
  ): Promise<User> {
    const user = await applicant(where.communityId, name)
    await ok(where.owner, 'entry.decide', {
      communityId: where.communityId,
      applicationId: `${where.communityId}:${user.userId}`,
      revision: 1,
      verdict: 'approve',
    })
    return user
  }

  /** What posts a request on the community's first form. */
  async function requestInput(
    communityId: string,
    requester: User,
    options: RequestOptions = {},
  ): Promise<CallInput<'help.postRequest'>> {
    const { templates } = await ok(requester, 'help.listTemplates', { communityId })
    const form = templates[0]
    if (!form) throw new Error('the community has no request form')
    const answers = Object.fromEntries(
      form.fields
        .filter((field) => field.required && field.key !== 'deadline')
        .map((field) => [field.key, sampleValue(field)]),
    )
    return {
      communityId,
      templateKey: form.key,
      templateVersion: form.version,
      helpersNeeded: options.helpersNeeded ?? 1,
      bountyEach: options.bountyEach ?? 0,
      urgency: options.urgency ?? 'normal',
      ...(options.standingId === undefined ? {} : { standingId: options.standingId }),
      ...(options.previousId === undefined ? {} : { previousId: options.previousId }),
      answers: {
        ...answers,
        what: options.what ?? '请教怎样给老房子的窗户做隔音',
        deadline: new Date(Date.now() + (options.inMinutes ?? 600) * 60_000).toISOString(),
      },
    }
  }

  /** An open request of the community's first form. */
  async function request(
    communityId: string,
    requester: User,
    options: RequestOptions = {},
  ): Promise<string> {
    const input = await requestInput(communityId, requester, options)
    return (await ok(requester, 'help.postRequest', input)).requestId
  }

  /** A picture this person has put into their own folder; answers its file id. */
  async function picture(
    communityId: string,
    user: User,
    content: number | Buffer = 64,
  ): Promise<string> {
    return upload(user, picturePath(communityId, user.userId, newKey(), 'jpg'), content)
  }

  /** A file that this person's phone sends to a path of its choice; answers its id. */
  async function upload(user: User, path: string, content: number | Buffer): Promise<string> {
    const response = await fetch(`${cloud.url}/wx/upload-file?path=${path}`, {
      method: 'POST',
      headers: { 'x-wx-openid': user.openid },
      body: new Uint8Array(typeof content === 'number' ? Buffer.alloc(content, 7) : content),
    })
    return ((await response.json()) as { fileID: string }).fileID
  }

  /** Arms a fault for the next invocation of a function by this user. */
  const fault = (fn: string, user: User, plan: Fault) =>
    control(cloud, 'POST', 'faults', { function: fn, openid: user.openid, times: 1, ...plan })

  /** Forgets armed faults; answers whether the last one had struck. */
  const clearFaults = () =>
    control(cloud, 'DELETE', 'faults') as Promise<{ faults: { fired: number }[] }>

  return {
    cloud,
    person,
    send,
    call,
    callWithCosts,
    ok,
    refused,
    requestInput,
    digest,
    documents,
    groupProof,
    apply,
    fault,
    clearFaults,
    train,
    reviewNewcomers,
    rested,
    given: { community, applicant, member, untrained, request, picture, upload },
    /** Keeps what is stored now under a name. */
    mark: (name: string) => control(cloud, 'POST', 'marks', { name }),
    /** Puts back what was stored then. */
    restore: (name: string) => control(cloud, 'POST', `marks/${name}/restore`),
    /** As if what was stored then had been made in a cloud that was just started. */
    goBack: (name: string) => goBack(cloud, name),
    changesSince: async (name: string) =>
      ((await control(cloud, 'GET', `marks/${name}`)) as { changes: Change[] }).changes,
    /** Sequence, kinds and times of the database calls of this person's calls of a function, newest first. */
    async databaseCalls(fn: string, { openid }: User): Promise<DatabaseCall[][]> {
      const { calls } = (await control(cloud, 'GET', 'calls?limit=20')) as { calls: CallRecord[] }
      return calls
        .filter((call) => call.function === fn && call.openid === openid)
        .map(({ db }) => db)
    },
    /** The cloud's time. */
    now: async () => Date.parse(((await control(cloud, 'GET', 'clock')) as { now: string }).now),
    shiftClock: (offsetMs: number) => control(cloud, 'POST', 'clock', { offsetMs }),
    fireTimer: () => control(cloud, 'POST', 'timers/fire', { function: 'timer' }),
    /** The checks of pictures that wait are begun. */
    firePictures: () => control(cloud, 'POST', 'timers/fire', { function: 'pictures' }),
    /** WeChat's messages on pictures that are on their way arrive now. */
    deliverPushes: () => control(cloud, 'POST', 'wechat/pushes/deliver', {}),
    memberId: (communityId: string, user: User) => `${communityId}:${user.userId}`,
    close: () => cloud.close(),
  }
}

/** The function itself failed: it threw, timed out or died. */
export class CallFailed extends Error {
  readonly status: number
  readonly body: unknown
  constructor(name: string, status: number, body: unknown) {
    super(`${name}: ${status} ${JSON.stringify(body)}`)
    this.status = status
    this.body = body
  }
}

type Field = { kind: string; options?: { value: string }[] | undefined; min?: number | undefined }

function sampleValue(field: Field) {
  switch (field.kind) {
    case 'number':
      return field.min ?? 1
    case 'singleChoice':
      return field.options?.[0]?.value ?? ''
    case 'multipleChoice':
      return field.options?.slice(0, 1).map(({ value }) => value) ?? []
    default:
      return '一段够长的说明，写清楚来龙去脉'
  }
}
