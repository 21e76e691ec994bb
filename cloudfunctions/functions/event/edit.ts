import type { EventForm } from '../../../types/event-form'
import type { EventDoc } from '../../db/documents'
import { store } from '../../db/store'
import { isNews, timesOf } from '../../domain/events/event'
import { newsOf } from '../../domain/events/message'
import { promotesFor } from '../../domain/events/new-event'
import { STANDING } from '../../domain/events/states'
import { CAPACITY, claim, noSeats } from '../../domain/events/tally'
import { write } from '../../runtime/action'
import { refuse, refuseFields } from '../../runtime/errors'
import { coverIssues, issuesOf, screenableOf } from './form'
import { loadEvent } from './load'
import { noPlan, settlePlan, stepOf } from './move'
import { manages, mayManage, ours } from './policy'

/**
 * Changes an event before it begins; who is signed up is told when time or place changed. The number
 * of seats goes below those taken by nobody: `invalid_fields`. Refuses `event_changed` when somebody
 * else was first. A refused event goes back to those who approve.
 */
export const edit = write('event.edit', {
  fetch: async ({ store, input, userId }) => {
    const { communityId, eventId, form } = input
    const [before, issues] = await Promise.all([
      store.get('events', eventId),
      coverIssues(form, { communityId, userId }),
    ])
    // A cover that was there stays, whoever edits.
    const isKept = before?.form.cover === form.cover
    return { before, coverIssues: isKept ? [] : issues, plan: noPlan() }
  },
  screen: ({ input, actor, now }, { before }) => {
    const event = ours(before, actor)
    if (!manages(actor, event)) return refuse('forbidden')
    refuseFields(issuesOf(input.form, now))
    // What waits for its checks is checked again: the case of before is replaced.
    const stands = event.visibility === 'shown' ? event.form : null
    return screenableOf(input.form, stands)
  },
  prepare: async ({ input, actor, newId }, { before, plan, ...fetched }) => {
    refuseFields(fetched.coverIssues)
    const event = ours(before, actor)
    const more = input.form.capacity - event.form.capacity
    const delta = { ...noSeats, free: more, capacity: more }
    const [claimed] = await Promise.all([
      more === 0 ? null : claim(event._id, CAPACITY, stepOf(newId), { to: null, delta }),
      beginsToPromote(event, input),
    ])
    if (claimed) plan.claimed = { ...claimed, eventId: event._id, who: CAPACITY }
    else if (more !== 0) refuseFields([{ field: 'capacity', code: 'too_small' }])
  },
  settle: (_context, { plan }, outcome) => settlePlan(plan, outcome),
  load: loadEvent,
  allow: mayManage,
  act: async (context, { event, plan }) => {
    const { tx, input, actor, now, screened, review, broadcast } = context
    const { form, basedOn } = input
    if (event.revision !== basedOn) return refuse('event_changed', { revision: event.revision })
    if (event.state === 'cancelled' || event.state === 'ended' || now >= event.startsAt) {
      return refuse('event_started')
    }
    const state = event.state === 'refused' ? 'pending' : event.state
    const revision = event.revision + 1
    await tx.put('events', {
      ...event,
      ...timesOf(form, event._id, now),
      form,
      kind: form.kind,
      state,
      visibility: screened.visibility,
      revision,
      step: plan.claimed?.note.id ?? event.step,
      reason: state === 'pending' ? null : event.reason,
    })
    await review(event._id)
    if (state === 'published' && isNews(event.form, form)) {
      const news = newsOf({ ...event, form }, actor.community.name, 'event_changed')
      broadcast({
        ...news,
        to: { eventId: event._id, states: STANDING },
        except: actor.userId,
      })
    }
    return { revision, state }
  },
})

/**
 * A line that the organiser has picked from moves by itself from now on. Written before the form: the
 * timer goes by the form too, so should the edit fail it looks at this event in vain.
 */
async function beginsToPromote(
  event: EventDoc,
  { basedOn, form }: { basedOn: number; form: EventForm },
): Promise<void> {
  if (event.revision !== basedOn || !promotesFor(form) || promotesFor(event.form)) return
  await store.amend('tallies', event._id, { set: { promotes: true } })
}
