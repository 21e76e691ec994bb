import { strict as assert } from 'node:assert'
import * as v from 'valibot'
import {
  type CallEntry,
  type CallEvent,
  type CallName,
  type CallOutput,
  contract,
  KEY_PATTERN,
  type ParsedInput,
  type ReadName,
  type WriteName,
} from '../../types/contract'
import type { RefusalCode } from '../../types/errors'
import type { Pace } from '../../types/pace'
import type { Cause, EarnRule } from '../../types/points'
import type { Deed } from '../../types/recognition'
import type {
  AuditNote,
  Broadcast,
  CommunityDoc,
  EarningPromise,
  MemberDoc,
  ReceiptDoc,
} from '../db/documents'
import { DuplicateKey } from '../db/failure'
import { type Store, store } from '../db/store'
import { Outdated, type Tx, transact } from '../db/transact'
import { promiseEarning } from '../domain/ledger/promise'
import { hasAccepted, isPresent } from '../domain/member'
import { type NewMessage, newMessage } from '../domain/message'
import { hasTrained } from '../domain/training'
import { now } from './clock'
import { Refusal, refuse } from './errors'
import { type Identity, provenGroup } from './identity'
import { orderedId } from './ids'
import { described, log } from './log'
import { type ReceiptKey, receiptKey, receiptOf } from './once'
import { deliver } from './outbox'
import { checkPace, recentWrites } from './pace'
import { openCase, type Screenable, type Screened, screen, standingOf } from './screening'
import { upToDate } from './up-to-date'

/** The person behind a call; `member` and `community` are there for calls of scope `member`. */
export type Visitor = { userId: string; openid: string }
export type Actor = Visitor & { member: MemberDoc; community: CommunityDoc }

type ActorOf<N extends CallName> = (typeof contract)[N]['scope'] extends 'member' ? Actor : Visitor

/** What every handler is given. */
export type Context<N extends CallName> = {
  input: ParsedInput<N>
  actor: ActorOf<N>
  now: Date
  /** The proven id of the WeChat group the call came from. */
  group: string | null
}

export type WriteContext<N extends CallName> = Context<N> & {
  tx: Tx
  /** A time-ordered id that is the same for one call and purpose within a run. */
  newId: (purpose: string) => string
  /** Puts a message into one person's inbox, inside the transaction; answers its id. */
  tell: (message: Omit<NewMessage, '_id' | 'createdAt'>) => Promise<string>
  /** Promises a message to many; it is sent after the commit and, if that fails, by the timer. */
  broadcast: (message: Broadcast) => void
  /**
   * Promises what a points rule gives; the timer posts it within a minute, once a rule, cause and
   * member, and counts it towards level and medals. `partner`: the other of two people who earn
   * through each other; `also`: what else the act is counted as.
   */
  earn: (earning: Earn) => void
  /**
   * Writes an admin's act into the community's log: kept on the receipt, so in the same transaction
   * and for no step of its own; the timer seals it into the hash chain (domain/audit). For calls of
   * scope `member`, or for the member that a visitor becomes by it (`by`). Params carry the names a
   * reader needs.
   */
  audit: (act: Pick<AuditNote, 'action' | 'subject' | 'params'>, by?: MemberDoc) => void
  /** What screening says of what `screen` named; `pass` where the action has none. */
  screened: Screened
  /**
   * Opens a case for what is being written when screening wants a person to look; nothing otherwise.
   * An action with `screen` calls it, with the subject's id in `SUBJECTS`.
   */
  review: (subjectId: string) => Promise<void>
}

type Earn = {
  rule: EarnRule
  userIds: readonly string[]
  cause: Cause
  partner?: string
  also?: readonly Deed[]
}

/** True, or false for `forbidden`, or the code that says it better. Pure. */
type Allow<N extends CallName, L> = (actor: ActorOf<N>, loaded: L) => boolean | RefusalCode

type Read<N extends ReadName, F> = {
  /** Reads that do not depend on who asks; runs beside the look-up of the actor. */
  fetch?: (context: {
    store: Store
    input: ParsedInput<N>
    userId: string
    now: Date
    group: string | null
  }) => Promise<F>
  allow: Allow<N, F>
  reply: (context: Context<N> & { store: Store }, fetched: F) => Promise<CallOutput<N>>
}

type Write<N extends WriteName, F, L> = {
  /** Reads that need no lock; runs beside the look-up of the actor, before the transaction. */
  fetch?: (context: {
    store: Store
    input: ParsedInput<N>
    userId: string
    now: Date
    group: string | null
  }) => Promise<F>
  /**
   * The texts and pictures of the input that others will read, and as what kind of subject: screened
   * before anything is written, after `fetch`. Null when this input publishes nothing. Refuses
   * `content_refused`.
   */
  screen?: (context: Context<N>, fetched: F) => Screenable | null
  /** Work that may be left behind by a failure without harm: documents nothing points to yet. */
  prepare?: (
    context: Context<N> & { newId: (purpose: string) => string },
    fetched: F,
  ) => Promise<void>
  /**
   * After the commit, or after a refusal inside it: makes good or gives back what `prepare` reserved.
   * What fails here is the timer's, as is what a crash left: it must know what to do without this.
   */
  settle?: (
    context: Context<N> & { newId: (purpose: string) => string },
    fetched: F,
    isDone: boolean,
  ) => Promise<void>
  /** Reads, inside the transaction, of what the effect depends on. */
  load?: (context: WriteContext<N>, fetched: F) => Promise<L>
  allow: Allow<N, L & F>
  /** The effect and the answer. May run more than once: nothing but `tx` and what the context promises. */
  act: (context: WriteContext<N>, loaded: L & F) => Promise<CallOutput<N>>
}

export type Action<N extends CallName = CallName> = {
  name: N
  /** Whether something of its input is screened before it is written. */
  screens: boolean
  handle: (event: CallEvent, identity: Identity) => Promise<unknown>
}

/** An action that writes nothing: authenticate, validate, fetch, allow, reply. */
export function read<N extends ReadName, F = undefined>(name: N, handler: Read<N, F>): Action<N> {
  return {
    name,
    screens: false,
    async handle(event, identity) {
      const call = begin(name, event, identity)
      const [actor, fetched] = await Promise.all([
        findActor(name, call),
        handler.fetch?.({ ...call, store }) as Promise<F>,
      ])
      check(handler.allow(actor, fetched))
      return present(name, await handler.reply({ ...call, actor, store }, fetched))
    },
  }
}

/** An action that is done exactly once: authenticate, validate, once, load, allow, act, deliver. */
export function write<N extends WriteName, F = unknown, L = unknown>(
  name: N,
  handler: Write<N, F, L>,
): Action<N> {
  return {
    name,
    screens: handler.screen !== undefined,
    async handle(event, identity) {
      const call = begin(name, event, identity)
      if (!event.key || !KEY_PATTERN.test(event.key)) refuse('malformed_input', { path: 'key' })
      const key = receiptKey(call.userId, name, event.key, { input: call.input, group: call.group })
      const { communityId } = call.input as { communityId?: string }
      const pace = paceOf(name)
      const [before, actor, fetched, standing, recent] = await Promise.all([
        receiptOf(key),
        findActor(name, call).catch((error: unknown) => error as Error),
        settle(handler.fetch?.({ ...call, store }) as Promise<F>),
        handler.screen ? standingOf(communityId, call.userId) : { policy: null, approved: 0 },
        recentWrites(call.userId, pace, call.now),
      ])
      // A repeated call is answered as it was, whatever has become of the person since.
      if (before) return finish(before)
      if (actor instanceof Error) throw actor
      if (fetched instanceof Error) throw fetched
      checkRules(name, actor)
      checkTraining(name, actor)
      checkPace(recent, pace, call.now)
      const newId = (purpose: string) => orderedId(call.now, key.id, purpose)
      const context = { ...call, actor, newId }
      const wanted = handler.screen?.(context, fetched as F) ?? null
      const isPlainMember = 'member' in actor && actor.member.role === 'member'
      const author = { openid: call.openid, communityId, isPlainMember }
      const screened = await screen(wanted, author, standing)
      await handler.prepare?.(context, fetched as F)
      const settleQuietly = (isDone: boolean) =>
        handler.settle?.(context, fetched as F, isDone).catch((error: unknown) => {
          log('error', { event: 'settle.deferred', call: name, ...described(error) })
        })
      try {
        const reply = await upToDate(fetched as F, {
          fetch: () => handler.fetch?.({ ...call, store }) as Promise<F>,
          act: (current) => commit(name, handler, context, current, key, { wanted, screened }),
        })
        await settleQuietly(true)
        return reply
      } catch (error) {
        if (error instanceof Refusal) await settleQuietly(false)
        throw error
      }
    },
  }
}

const paceOf = (name: WriteName): Pace => (contract[name] as CallEntry).pace ?? 'step'

/** An early failure is kept until it is known whether the call was answered before. */
const settle = <T>(promise: Promise<T> | undefined): Promise<T | Error | undefined> =>
  Promise.resolve(promise).catch((error: unknown) => error as Error)

async function commit<N extends WriteName, F, L>(
  name: N,
  handler: Write<N, F, L>,
  context: Begun<N>,
  fetched: F,
  key: ReceiptKey,
  screening: Screening,
): Promise<unknown> {
  try {
    const receipt = await transact(async (tx) => {
      const outbox: Broadcast[] = []
      const earnings: EarningPromise[] = []
      const noted: Noted = { communityId: '', notes: [] }
      const reviewer = reviewing(context, tx, screening)
      const inside: WriteContext<N> = {
        ...context,
        ...messenger(context, tx, outbox, earnings),
        audit: auditor(context.actor, noted),
        screened: screening.screened,
        review: reviewer.review,
        tx,
      }
      const loaded = { ...fetched, ...(await handler.load?.(inside, fetched)) } as L & F
      check(handler.allow(context.actor, loaded))
      const reply = present(name, await handler.act(inside, loaded))
      reviewer.close()
      const done: ReceiptDoc = {
        _id: key.id,
        v: 1,
        createdAt: context.now,
        userId: key.userId,
        action: name,
        pace: paceOf(name),
        inputHash: key.inputHash,
        reply: JSON.stringify(reply),
        outbox,
        earnings,
        sent: outbox.length + earnings.length === 0,
        ...(noted.notes.length > 0 ? { audit: noted.notes, unlogged: noted.communityId } : {}),
      }
      await tx.create('receipts', done)
      return done
    })
    return finish(receipt)
  } catch (error) {
    const isAnswer =
      error instanceof DuplicateKey || error instanceof Refusal || error instanceof Outdated
    if (!isAnswer) throw error
    // The same call may have come first, on another connection or in an attempt whose answer was
    // lost: then it met its own receipt, or was refused because of what it had itself done.
    const before = await receiptOf(key)
    if (!before) throw error
    return finish(before)
  }
}

function messenger<N extends CallName>(
  context: Begun<N>,
  tx: Tx,
  outbox: Broadcast[],
  earnings: EarningPromise[],
) {
  let count = 0
  return {
    tell: async (message: Omit<NewMessage, '_id' | 'createdAt'>) => {
      const _id = context.newId(`message ${count++}`)
      await tx.create('messages', newMessage({ ...message, _id, createdAt: context.now }))
      return _id
    },
    broadcast: (message: Broadcast) => {
      outbox.push(message)
    },
    earn: (earning: Earn) => {
      const { actor } = context
      if (!('community' in actor)) throw new Error('points are earned by members')
      earnings.push(promiseEarning(actor.community, { ...earning, actor: actor.userId }))
    },
  }
}

type Noted = { communityId: string; notes: AuditNote[] }

function auditor(actor: Visitor | Actor, noted: Noted): WriteContext<WriteName>['audit'] {
  return (act, by = 'member' in actor ? actor.member : undefined) => {
    if (!by) throw new Error(`${act.action} by somebody who is no member`)
    const { userId, role, nickname, communityId } = by
    noted.communityId = communityId
    noted.notes.push({ actorUserId: userId, actorRole: role, actorName: nickname, ...act })
  }
}

type Screening = { wanted: Screenable | null; screened: Screened }

/** Opens the case that screening asks for; `close` sees to it that no action forgets to. */
function reviewing<N extends CallName>(
  { input, actor, newId, now }: Begun<N>,
  tx: Tx,
  { wanted, screened }: Screening,
) {
  let isDue = screened.verdict === 'review'
  return {
    review: async (subjectId: string) => {
      if (!isDue || !wanted) return
      isDue = false
      const { communityId } = input as { communityId: string }
      const revision = newId('case')
      await openCase(tx, wanted, screened, {
        communityId,
        subjectId,
        authorUserId: (actor as Visitor).userId,
        revision,
        now,
      })
    },
    close: () => assert(!isDue, 'an action that screens opens the case'),
  }
}

/** Answers what the receipt says, after a try to send what it promised. */
async function finish(receipt: ReceiptDoc): Promise<unknown> {
  await deliver(receipt)
  return JSON.parse(receipt.reply)
}

type Call<N extends CallName> = Omit<Context<N>, 'actor'> & Visitor
type Begun<N extends CallName> = Context<N> & { newId: (purpose: string) => string }

function begin<N extends CallName>(name: N, event: CallEvent, identity: Identity): Call<N> {
  const { openid, userId } = identity
  if (openid === null || userId === null) return refuse('unauthenticated')
  const entry: CallEntry = contract[name]
  const parsed = v.safeParse(entry.input, event.input)
  if (!parsed.success) {
    const path = v.getDotPath(parsed.issues[0]) ?? ''
    return refuse('malformed_input', { path })
  }
  const at = now()
  const group = entry.group === undefined ? null : provenGroup(identity, event.group, at)
  if (entry.group === 'required' && group === null) return refuse('group_not_proven')
  return { input: parsed.output as ParsedInput<N>, now: at, group, openid, userId }
}

async function findActor<N extends CallName>(name: N, call: Call<N>): Promise<ActorOf<N>> {
  const { userId, openid } = call
  const visitor: Visitor = { userId, openid }
  if (contract[name].scope === 'visitor') return visitor as ActorOf<N>
  const { communityId } = call.input as { communityId: string }
  const [member, community] = await Promise.all([
    store.get('members', `${communityId}:${userId}`),
    store.get('communities', communityId),
  ])
  if (!community) return refuse('not_found')
  if (!member || !isPresent(member, call.now)) return refuse('not_member')
  return { ...visitor, member, community } as ActorOf<N>
}

/** A new version of the rules is accepted before anything else is written. */
function checkRules<N extends WriteName>(name: N, actor: ActorOf<N>): void {
  if (!('member' in actor)) return
  const entry: CallEntry = contract[name]
  const { version } = actor.community.rules
  if (!entry.beforeRules && !hasAccepted(actor.community, actor.member)) {
    refuse('rules_not_accepted', { version })
  }
}

/** Who has not passed the community's quiz reads, applies, thanks and leaves, and posts nothing. */
function checkTraining<N extends WriteName>(name: N, actor: ActorOf<N>): void {
  const entry: CallEntry = contract[name]
  if (!entry.afterTraining || !('member' in actor)) return
  if (!hasTrained(actor.community, actor.member)) refuse('training_required')
}

function check(verdict: boolean | RefusalCode): void {
  if (verdict === true) return
  refuse(verdict === false ? 'forbidden' : verdict)
}

/** Lets through only what the contract names: no raw document ever reaches a phone. */
function present<N extends CallName>(name: N, reply: CallOutput<N>): CallOutput<N> {
  return v.parse(contract[name].output as v.GenericSchema, reply) as CallOutput<N>
}
