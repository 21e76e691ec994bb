import { has } from '../../domain/duties'
import { newsOf } from '../../domain/events/message'
import { newEvent } from '../../domain/events/new-event'
import { write } from '../../runtime/action'
import { refuseFields } from '../../runtime/errors'
import { hashed } from '../../runtime/ids'
import { approvers } from './approvers'
import { coverIssues, issuesOf, screenableOf } from './form'
import { anyMember } from './policy'

/**
 * Plans an event. One by those who approve events is published at once, another's waits for them. A
 * series opens one date after the other: each when the one before is over.
 */
export const create = write('event.create', {
  fetch: async ({ store, input: { communityId, form }, userId }) => {
    const [issues, toTell] = await Promise.all([
      coverIssues(form, { communityId, userId }),
      approvers(store, communityId),
    ])
    return { coverIssues: issues, toTell }
  },
  screen: ({ input, now }) => {
    refuseFields(issuesOf(input.form, now))
    return screenableOf(input.form)
  },
  allow: anyMember,
  act: async (context, fetched) => {
    const { tx, input, actor, now, newId, screened, review, broadcast } = context
    refuseFields(fetched.coverIssues)
    const { communityId, form, repeat } = input
    const _id = newId('event')
    const state = has(actor.member.role, 'approveEvents') ? 'published' : 'pending'
    const { event, tally } = newEvent(
      {
        _id,
        communityId,
        userId: actor.userId,
        state,
        visibility: screened.visibility,
        // The call's own secret is in it: nobody else can guess the key.
        doorKey: hashed('door', newId('door').slice(10)),
        series:
          repeat === null ? null : { id: _id, index: 1, of: repeat.times, every: repeat.every },
      },
      form,
      now,
    )
    await tx.create('events', event)
    await tx.create('tallies', tally)
    await review(_id)
    if (state === 'pending') {
      const { nickname: name } = actor.member
      const news = newsOf(event, actor.community.name, 'event_submitted', { name })
      broadcast({ ...news, to: fetched.toTell, except: actor.userId })
    }
    return { eventId: _id, state }
  },
})
