import * as v from 'valibot'
import {
  type CallEntry,
  type CallEvent,
  type CallName,
  type CallOutput,
  contract,
  type ParsedInput,
  type WriteName,
} from '../../types/contract'
import type { RefusalCode } from '../../types/errors'
import { store } from '../db/store'
import { hasAccepted, isPresent } from '../domain/member'
import { hasTrained } from '../domain/training'
import { now } from './clock'
import type { ActorOf, Call, Visitor } from './context'
import { refuse } from './errors'
import { type Identity, provenGroup } from './identity'

/**
 * Who calls, with an input the contract allows. Refuses `unauthenticated`, `malformed_input` and
 * `group_not_proven`.
 */
export function begin<N extends CallName>(name: N, event: CallEvent, identity: Identity): Call<N> {
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

/** The member and the community behind a call of scope `member`. Refuses `not_found` and `not_member`. */
export async function findActor<N extends CallName>(name: N, call: Call<N>): Promise<ActorOf<N>> {
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
export function checkRules<N extends WriteName>(name: N, actor: ActorOf<N>): void {
  if (!('member' in actor)) return
  const entry: CallEntry = contract[name]
  const { version } = actor.community.rules
  if (!entry.beforeRules && !hasAccepted(actor.community, actor.member)) {
    refuse('rules_not_accepted', { version })
  }
}

/** Who has not passed the community's quiz reads, applies, thanks and leaves, and posts nothing. */
export function checkTraining<N extends WriteName>(name: N, actor: ActorOf<N>): void {
  const entry: CallEntry = contract[name]
  if (!entry.afterTraining || !('member' in actor)) return
  if (!hasTrained(actor.community, actor.member)) refuse('training_required')
}

/** Refuses what a policy has refused. */
export function check(verdict: boolean | RefusalCode): void {
  if (verdict === true) return
  refuse(verdict === false ? 'forbidden' : verdict)
}

/** Lets through only what the contract names: no raw document ever reaches a phone. */
export function present<N extends CallName>(name: N, reply: CallOutput<N>): CallOutput<N> {
  return v.parse(contract[name].output as v.GenericSchema, reply) as CallOutput<N>
}
