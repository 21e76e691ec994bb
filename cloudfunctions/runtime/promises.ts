import { strict as assert } from 'node:assert'
import type { CallName, WriteName } from '../../types/contract'
import type { AuditNote, Broadcast, EarningPromise } from '../db/documents'
import type { Tx } from '../db/transact'
import { promiseEarning } from '../domain/ledger/promise'
import { type NewMessage, newMessage } from '../domain/message'
import type { Actor, Begun, Earn, Visitor, WriteContext } from './context'
import { openCase, type Screenable, type Screened } from './screening'

/** What an action tells and promises; the promises are kept on its receipt. */
export function messenger<N extends CallName>(
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

/** What goes into the log, and of which community. */
export type Noted = { communityId: string; notes: AuditNote[] }

/** Notes an admin's acts for the receipt. */
export function auditor(actor: Visitor | Actor, noted: Noted): WriteContext<WriteName>['audit'] {
  return (act, by = 'member' in actor ? actor.member : undefined) => {
    if (!by) throw new Error(`${act.action} by somebody who is no member`)
    const { userId, role, nickname, communityId } = by
    noted.communityId = communityId
    noted.notes.push({ actorUserId: userId, actorRole: role, actorName: nickname, ...act })
  }
}

export type Screening = { wanted: Screenable | null; screened: Screened }

/** Opens the case that screening asks for; `close` sees to it that no action forgets to. */
export function reviewing<N extends CallName>(
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
