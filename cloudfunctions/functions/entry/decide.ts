import type { ApplicationDoc, MemberDoc } from '../../db/documents'
import { lengthened } from '../../domain/entry/history'
import { findable } from '../../domain/member'
import { write } from '../../runtime/action'
import { claim } from '../../runtime/claim'
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
    const { userId, nickname: name } = application
    const answer = { userId, communityId, communityName }
    // What it takes to take the decision back.
    const undoBy = (messageId: string) => ({
      messageId,
      order: application.order,
      reason: application.reason,
    })
    if (input.verdict === 'decline') {
      const reason = input.reason ?? refuse('reason_required')
      const messageId = await tell({
        ...answer,
        kind: 'application_declined',
        params: { reason },
        target: { page: 'door' },
      })
      const history = lengthened(application, { state: 'declined', at: now, reason })
      const undo = undoBy(messageId)
      await tx.put('applications', { ...decided, state: 'declined', reason, history, undo })
      audit({ action: 'application_declined', subject: userId, params: { name, reason } })
      return {}
    }
    const messageId = await tell({
      ...answer,
      kind: 'application_approved',
      params: {},
      target: { page: 'home' },
    })
    const history = lengthened(application, { state: 'approved', at: now, reason: null })
    await tx.put('applications', {
      ...decided,
      state: 'approved',
      history,
      undo: undoBy(messageId),
    })
    // They may have come in by a pass meanwhile.
    await claim(tx.create('members', memberOf(application, now)), 'already_decided')
    audit({ action: 'application_approved', subject: userId, params: { name } })
    return {}
  },
})

const memberOf = (application: ApplicationDoc, now: Date): MemberDoc => {
  const { communityId, userId, openid, nickname, avatar, skills, rulesVersion } = application
  return findable({
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
    interests: application.interests ?? [],
    ...(application.recognition ? { recognition: application.recognition } : {}),
    rulesVersion,
  })
}
