import { strict as assert } from 'node:assert'
import { OPEN_REQUESTS_MAX } from '../../../types/help'
import { checkAnswers } from '../../../types/template'
import type { CommunityDoc, RequestDoc } from '../../db/documents'
import { gt } from '../../db/store'
import type { Tx } from '../../db/transact'
import { holdBounty } from '../../domain/help/bounty'
import { textsOf } from '../../domain/moderation/form-texts'
import { pictureIssuesOf } from '../../domain/pictures'
import { write } from '../../runtime/action'
import { refuse, refuseFields } from '../../runtime/errors'
import { anyMember } from './policy'
import { inUse, templateId } from './templates'

/**
 * Puts a request on the board, written on the current version of one of the community's forms.
 * The bound on open requests is counted before the transaction: it keeps a board readable, and two
 * posts in the same instant may pass it by one. A bounty is held from the requester's own points:
 * refuses `not_enough_points` and `too_many_holds`.
 */
export const postRequest = write('help.postRequest', {
  fetch: async ({ store, input, userId, now }) => {
    const { communityId, templateKey, templateVersion } = input
    const [form, openCount, pictureIssues] = await Promise.all([
      store.get('templates', templateId(communityId, templateKey, templateVersion)),
      store.count('requests', { communityId, userId, state: 'open', deadline: gt(now) }),
      pictureIssuesOf(input.answers, { communityId, userId }),
    ])
    return { form, openCount, pictureIssues }
  },
  screen: ({ input: { communityId, answers } }, { form }) => {
    if (form?.communityId !== communityId) return null
    const { fields, sensitivity } = form.definition
    return {
      kind: 'request',
      texts: textsOf(fields, answers),
      sensitive: sensitivity !== 'none',
    }
  },
  allow: anyMember,
  act: async (
    { tx, input, actor, now, newId, screened, review },
    { form, openCount, pictureIssues },
  ) => {
    const template = inUse(actor.community, input, form)
    const { key, version, name, icon } = template
    if (openCount >= OPEN_REQUESTS_MAX) refuse('too_many_open_requests', { max: OPEN_REQUESTS_MAX })
    const { values, issues } = checkAnswers(template.fields, input.answers, now)
    refuseFields([...issues, ...pictureIssues])

    const { what, deadline } = values
    assert(
      typeof what === 'string' && typeof deadline === 'string',
      `form ${key} lacks fixed fields`,
    )
    const requestId = newId('request')
    const request: RequestDoc = {
      _id: requestId,
      v: 1,
      createdAt: now,
      communityId: input.communityId,
      userId: actor.userId,
      templateKey: key,
      templateVersion: version,
      templateName: name,
      templateIcon: icon,
      title: what,
      answers: values,
      deadline: new Date(deadline),
      helpersNeeded: input.helpersNeeded,
      state: 'open',
      offers: [],
      helperUserIds: [],
      closeReason: null,
      visibility: screened.visibility,
    }
    await tx.create('requests', await withBounty(tx, actor.community, request, input.bountyEach))
    await review(requestId)
    return { requestId }
  },
})

/** The request with its bounty held; as it is when none is offered. */
async function withBounty(
  tx: Tx,
  community: CommunityDoc,
  request: RequestDoc,
  each: number,
): Promise<RequestDoc> {
  if (each === 0) return request
  const held = await holdBounty(tx, { community, request, each })
  if (!held.ok) return refuse(held.code, held.params)
  return { ...request, bounty: { each, paidTo: [], open: true }, bountyDue: false }
}
