import { admits } from '../../domain/entry/pass'
import { findable } from '../../domain/member'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { mayApply } from './policy'

/** What members read of who came in so. */
const NICKNAME = '平台审核员'

/**
 * Lets a person in by a pass, without a group and without an application, until the pass ends: a
 * member like others, the rules accepted and the quiz behind them. In the log, and told to the owner.
 * Refuses `pass_invalid`, whatever is wrong with the code, and `already_member`.
 */
export const usePass = write('entry.usePass', {
  fetch: async ({ store, input: { code }, userId }) => {
    const found = (await store.get('passes', code)) ?? refuse('pass_invalid')
    const [community, member] = await Promise.all([
      store.get('communities', found.communityId),
      store.get('members', `${found.communityId}:${userId}`),
    ])
    return { community: community ?? refuse('pass_invalid'), member, application: null }
  },
  load: async ({ tx, input: { code } }) => ({
    pass: (await tx.get('passes', code)) ?? refuse('pass_invalid'),
  }),
  allow: (_visitor, loaded) => mayApply(loaded),
  act: async ({ tx, actor: { userId, openid }, now, broadcast, audit }, { pass, community }) => {
    if (!admits(pass, userId, now)) refuse('pass_invalid')
    const communityId = community._id
    const guest = findable({
      _id: `${communityId}:${userId}`,
      v: 1,
      createdAt: now,
      communityId,
      userId,
      openid,
      role: 'member',
      nickname: NICKNAME,
      avatar: 'a1',
      skills: [],
      rulesVersion: community.rules.version,
      trainedVersion: community.quizVersion ?? 0,
      guest: { pass: pass._id },
      guestUntilMs: pass.until.getTime(),
    })
    await tx.create('members', guest)
    await tx.put('passes', { ...pass, usedBy: userId, usedAt: pass.usedAt ?? now })
    audit({ action: 'pass_used', subject: userId, params: {} }, guest)
    broadcast({
      to: [community.ownerUserId],
      except: userId,
      communityId,
      communityName: community.name,
      kind: 'pass_used',
      params: {},
      target: { page: 'audit' },
      later: true,
    })
    return { communityId }
  },
})
