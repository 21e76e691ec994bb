import type { RegistrationDoc } from '../../db/documents'
import { store } from '../../db/store'
import { giftFor, isPromoting, nextOf } from '../../domain/events/line'
import { newsOf } from '../../domain/events/message'
import { mayStep } from '../../domain/events/states'
import { write } from '../../runtime/action'
import { noPlan, noteOf, settlePlan, take } from './move'
import { anyMember, ours } from './policy'

/** To whom the seat goes, and whether they have it: known inside the transaction only. */
type Next = { part: RegistrationDoc | null; isGiven: boolean }
const noNext = (): Next => ({ part: null, isGiven: false })

/** The first of the line who are looked at; the timer looks further. */
const LINE_LOOKED_AT = 50

const lineOf = (eventId: string) =>
  store.find('registrations', {
    where: { eventId, state: 'waiting' },
    orderBy: ['order', 'asc'],
    limit: LINE_LOOKED_AT,
  })

/**
 * Gives a free seat to who waits longest and fits, as the timer does within a minute: asked for by the
 * phone whose step freed it, or that sees one free. Anybody may ask, for it is right at any time.
 * Nothing to give is no refusal.
 */
export const promote = write('event.promote', {
  fetch: async ({ input: { eventId } }) => {
    const [event, tally, line] = await Promise.all([
      store.get('events', eventId),
      store.get('tallies', eventId),
      lineOf(eventId),
    ])
    return { event, tally, line, plan: noPlan(), next: noNext() }
  },
  prepare: async ({ input, actor, now }, { event: found, tally, line, plan, next }) => {
    const event = ours(found, actor)
    if (!tally?.promotes || !isPromoting(event, now)) return
    const part = nextOf(event, tally, line, now)
    if (!part) return
    const { stepId, to } = giftFor(event, part, now)
    // Beside the claim, and so after the tally, the line is read once more: `certain` asks for that.
    const [isTaken, again] = await Promise.all([
      take(plan, event, part, stepId, ['waiting', to]),
      lineOf(input.eventId),
    ])
    if (isTaken && nextOf(event, tally, again, now)?._id === part._id) next.part = part
  },
  settle: (_context, { plan, next }, outcome) =>
    settlePlan(plan, outcome === 'done' && !next.isGiven ? 'refused' : outcome),
  allow: anyMember,
  act: async ({ tx, actor, now, broadcast }, { event: found, line, plan, next }) => {
    const event = ours(found, actor)
    const { part } = next
    if (!part) return { moved: false, more: false }
    const { step, to, change, news } = giftFor(event, part, now)
    const { id } = noteOf(plan)
    const more = line.length > 1
    const current = await tx.get('registrations', part._id)
    // The timer may have taken the very same step under this note, or before it under another.
    next.isGiven = current?.step === id
    if (!current || current.step !== part.step || !mayStep(step, current.state)) {
      return { moved: false, more }
    }
    next.isGiven = true
    await tx.put('registrations', { ...current, ...change, state: to, step: id })
    broadcast({ ...newsOf(event, actor.community.name, news), to: [part.userId], except: null })
    return { moved: true, more }
  },
})
