import type { ApplicationDoc } from '../../db/documents'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { mayDecide } from './policy'

/**
 * Admits the applicant, or declines with a reason; either way they are told. The application is one
 * document, so of two admins at once exactly one decides, and the other is refused with
 * `already_decided`. Refuses `application_changed` when it was corrected since it was read.
 */
export const decide = write('entry.decide', {
  screen: ({ input: { reason = '' } }) => ({
    kind: 'notice',
    texts: [{ field: 'reason', text: reason }],
  }),
  load: async ({ tx, input }) => ({
    application: await tx.get('applications', input.applicationId),
  }),
  allow: (actor, loaded) => mayDecide(actor, loaded),
  act: async ({ tx, input, actor, now, newId, tell, audit }, loaded) => {
    const application = loaded.application ?? refuse('not_found')
    const { revision } = application
    if (application.state !== 'pending') refuse('already_decided')
    if (input.revision !== revision) refuse('application_changed', { revision })

    const decided: ApplicationDoc = {
      ...application,
      order: newId('decided'),
      decidedBy: actor.userId,
      decidedAt: now,
    }
    const { _id: communityId, name: communityName } = actor.community
    const answer = { userId: application.userId, communityId, communityName }
    const name = application.nickname
    const about = { subject: application.userId }
    if (input.verdict === 'decline') {
      const reason = input.reason ?? refuse('reason_required')
      await tx.put('applications', { ...decided, state: 'declined', reason })
      audit({ action: 'application_declined', ...about, params: { name, reason } })
      await tell({
        ...answer,
        kind: 'application_declined',
        params: { reason },
        target: { page: 'door' },
      })
      return {}
    }
    await tx.put('applications', { ...decided, state: 'approved' })
    audit({ action: 'application_approved', ...about, params: { name } })
    const { userId, openid, nickname, avatar, skills, rulesVersion } = application
    await tx.create('members', {
      _id: `${communityId}:${userId}`,
      v: 1,
      createdAt: now,
      communityId,
      userId,
      openid,
      role: 'member',
      nickname,
      avatar,
      skills,
      rulesVersion,
    })
    await tell({ ...answer, kind: 'application_approved', params: {}, target: { page: 'home' } })
    return {}
  },
})
