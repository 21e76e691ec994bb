import {
  changeOf,
  decided,
  excerptOf,
  holderOf,
  isUnseen,
  OUTCOMES,
} from '../../domain/moderation/cases'
import { SUBJECTS } from '../../domain/moderation/subjects'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { mayJudge } from './policy'

/**
 * Approves, gives back for an edit, refuses or removes; the author is told within a minute, with the
 * reason. One case is one document, so of two moderators exactly one decides. Refuses `case_decided`,
 * `case_changed`, `case_claimed`, `case_gone`, `pictures_unseen`, and `reason_required` for anything but an approval.
 */
export const decide = write('moderation.decide', {
  screen: ({ input: { reason = '' } }) => ({
    kind: 'notice',
    texts: [{ field: 'reason', text: reason }],
  }),
  load: async ({ tx, input }) => ({ found: await tx.get('cases', input.caseId) }),
  allow: (actor, loaded) => mayJudge(actor, loaded),
  act: async ({ tx, input, actor, now, broadcast, audit }, loaded) => {
    const found = loaded.found ?? refuse('not_found')
    const { state, revision, kind, subjectId } = found
    const { verdict, policy = null, reason = null } = input
    if (state === 'checking') refuse('pictures_unseen')
    // What was shown may be judged again: an approval is not for ever.
    if (state !== 'open' && !(state === 'approved' && verdict === 'remove')) {
      refuse('case_decided', { state })
    }
    if (input.revision !== revision) refuse('case_changed', { revision })
    const holder = holderOf(found, now)
    if (holder !== null && holder !== actor.userId) {
      const ms = (found.claimedUntil ?? now).getTime() - now.getTime()
      refuse('case_claimed', { minutes: Math.ceil(ms / 60_000) })
    }
    if (verdict !== 'approve' && reason === null) refuse('reason_required')

    const { visibility, state: outcome } = OUTCOMES[verdict]
    if (verdict === 'approve' && isUnseen(found)) refuse('pictures_unseen')
    if (!(await SUBJECTS[kind].apply(tx, subjectId, changeOf(found, visibility, now)))) {
      refuse('case_gone')
    }
    const after = decided(found, { userId: actor.userId, verdict, policy, reason }, now)
    await tx.put('cases', after)
    const excerpt = excerptOf(found)
    audit({
      action: `content_${outcome}`,
      subject: found._id,
      params: { excerpt, ...(reason === null ? {} : { reason }) },
    })
    // Nothing has changed for whoever wrote what was reported without cause.
    if (found.isShown && visibility === 'shown') return {}
    broadcast({
      to: [found.authorUserId],
      except: null,
      later: true,
      communityId: actor.community._id,
      communityName: actor.community.name,
      kind: `content_${outcome}`,
      params: { excerpt, ...(reason === null ? {} : { reason }) },
      target: { page: 'case', caseId: found._id },
    })
    return {}
  },
})
