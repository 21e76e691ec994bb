import type { CaseDoc } from '../../db/documents'
import { claimed, holderOf, isPartyTo } from '../../domain/moderation/cases'
import { write } from '../../runtime/action'
import { mayModerate } from './policy'

/** Waiting cases looked at for one that is free: more than moderators work side by side. */
const CANDIDATES = 30
/** Candidates tried inside the transaction: the budget's last two steps. */
const TRIES = 3

/**
 * Takes the oldest case that nobody holds and the caller did not write. Of two moderators at once
 * each gets another one; with everything taken the answer is null.
 */
export const claimNext = write('moderation.claimNext', {
  fetch: async ({ store, input: { communityId }, userId, now }) => {
    const waiting = await store.find('cases', {
      where: { communityId, state: 'open' },
      orderBy: ['order', 'asc'],
      limit: CANDIDATES,
    })
    const isFree = (found: CaseDoc) =>
      !isPartyTo(found, userId) && [null, userId].includes(holderOf(found, now))
    return { candidates: waiting.filter(isFree).slice(0, TRIES) }
  },
  allow: mayModerate,
  act: async ({ tx, actor, now }, { candidates }) => {
    for (const { _id } of candidates) {
      const found = await tx.get('cases', _id)
      if (found?.state !== 'open') continue
      const holder = holderOf(found, now)
      if (holder !== null && holder !== actor.userId) continue
      await tx.put('cases', claimed(found, actor.userId, now))
      return { caseId: _id }
    }
    return { caseId: null }
  },
})
