import { PASSES_OPEN_MAX, PASSES_SHOWN } from '../../../types/pass'
import { passStateOf } from '../../domain/entry/pass'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { hashed } from '../../runtime/ids'
import { mayIssuePasses } from './policy'

const DAY_MS = 86_400_000
const CODE_LENGTH = 10

/**
 * Makes a pass for one person. Its code is made of the key that the owner's phone drew by lot for this
 * call, so nobody else can tell it, and the same call makes the same one. Refuses `too_many_passes`.
 */
export const issuePass = write('entry.issuePass', {
  fetch: async ({ store, input: { communityId }, now }) => {
    const newest = await store.find('passes', {
      where: { communityId },
      orderBy: ['order', 'desc'],
      limit: PASSES_SHOWN,
    })
    return { good: newest.filter((pass) => ['open', 'used'].includes(passStateOf(pass, now))) }
  },
  allow: mayIssuePasses,
  act: async ({ tx, input: { communityId, days }, actor, now, newId, audit }, { good }) => {
    if (good.length >= PASSES_OPEN_MAX) refuse('too_many_passes', { max: PASSES_OPEN_MAX })
    const order = newId('pass')
    const code = hashed('pass', order).slice(0, CODE_LENGTH)
    await tx.create('passes', {
      _id: code,
      v: 1,
      createdAt: now,
      communityId,
      order,
      until: new Date(now.getTime() + days * DAY_MS),
      usedBy: null,
      usedAt: null,
      revoked: false,
    })
    audit({ action: 'pass_issued', subject: actor.community._id, params: { days } })
    return { code }
  },
})
