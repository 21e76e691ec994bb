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
import type { Pace } from '../../types/pace'
import type { Broadcast, EarningPromise, ReceiptDoc } from '../db/documents'
import { DuplicateKey } from '../db/failure'
import { type Store, store } from '../db/store'
import { Outdated, transact } from '../db/transact'
import type { Allow, Begun, Context, WriteContext } from './context'
import { Refusal, refuse } from './errors'
import { begin, check, checkRules, checkTraining, findActor, present } from './gate'
import type { Identity } from './identity'
import { orderedId } from './ids'
import { described, log } from './log'
import { type ReceiptKey, receiptKey, receiptOf } from './once'
import { deliver } from './outbox'
import { checkPace, recentWrites } from './pace'
import { auditor, messenger, type Noted, reviewing, type Screening } from './promises'
import { type Screenable, screen, standingOf } from './screening'
import { upToDate } from './up-to-date'

export type { Actor, Context, WriteContext } from './context'

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

/** `repeated`: another try of the same call has committed, at the same time or before. */
export type Outcome = 'done' | 'refused' | 'repeated'

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
   * After the commit, or after a refusal inside it: makes good or gives back what `prepare` reserved,
   * or, where another try of the same call was first, whatever of it that one has not used.
   * What fails here is the timer's, as is what a crash left: it must know what to do without this.
   */
  settle?: (
    context: Context<N> & { newId: (purpose: string) => string },
    fetched: F,
    outcome: Outcome,
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
      // Of the input too: what a try reserves under its ids is not for a call that asks for more.
      const newId = (purpose: string) => orderedId(call.now, key.id, key.inputHash, purpose)
      const context = { ...call, actor, newId }
      const wanted = handler.screen?.(context, fetched as F) ?? null
      const isPlainMember = 'member' in actor && actor.member.role === 'member'
      const author = { openid: call.openid, communityId, isPlainMember }
      const screened = await screen(wanted, author, standing)
      await handler.prepare?.(context, fetched as F)
      const settleQuietly = (outcome: Outcome) =>
        handler.settle?.(context, fetched as F, outcome).catch((error: unknown) => {
          log('error', { event: 'settle.deferred', call: name, ...described(error) })
        })
      try {
        const { receipt, outcome } = await upToDate(fetched as F, {
          fetch: () => handler.fetch?.({ ...call, store }) as Promise<F>,
          act: (current) => commit(name, handler, context, current, key, { wanted, screened }),
        })
        const [reply] = await Promise.all([finish(receipt), settleQuietly(outcome)])
        return reply
      } catch (error) {
        if (error instanceof Refusal) await settleQuietly('refused')
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
): Promise<{ receipt: ReceiptDoc; outcome: Outcome }> {
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
    return { receipt, outcome: 'done' }
  } catch (error) {
    const isAnswer =
      error instanceof DuplicateKey || error instanceof Refusal || error instanceof Outdated
    if (!isAnswer) throw error
    // The same call may have come first, on another connection or in an attempt whose answer was
    // lost: then it met its own receipt, or was refused because of what it had itself done.
    const before = await receiptOf(key)
    if (!before) throw error
    return { receipt: before, outcome: 'repeated' }
  }
}

/** Answers what the receipt says, after a try to send what it promised. */
async function finish(receipt: ReceiptDoc): Promise<unknown> {
  await deliver(receipt)
  return JSON.parse(receipt.reply)
}
