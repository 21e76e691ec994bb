import { checkAnswers } from '../../../types/template'
import type { RegistrationDoc } from '../../db/documents'
import { store } from '../../db/store'
import { isOpen } from '../../domain/events/event'
import { newsOf } from '../../domain/events/message'
import { eventRulesOf, limitOf, missedBy } from '../../domain/events/no-show'
import { aheadOf, spendCard } from '../../domain/events/seat-card'
import { mayStep } from '../../domain/events/states'
import { textsOf } from '../../domain/moderation/form-texts'
import { pictureIssuesOf } from '../../domain/pictures'
import { write } from '../../runtime/action'
import { refuse, refuseFields } from '../../runtime/errors'
import { orderedId } from '../../runtime/ids'
import { fetchEvent } from './load'
import { noPlan, noteOf, settlePlan, stepOf, take } from './move'
import { anyMember, ours } from './policy'

/**
 * Takes seats for oneself and guests, else a place in line; where the organiser approves, or no-shows
 * ask for it, asks. Who waits goes first: a free seat is given by the timer then. A seat card puts its
 * holder before those without one, and is used only if it comes to waiting. Refuses `event_closed`,
 * `event_full`, `already_registered`, `sign_up_paused`, `card_gone`, and answers that do not fit, field
 * by field.
 */
export const register = write('event.register', {
  fetch: async (context) => {
    const { communityId, answers } = context.input
    const { userId, now } = context
    const [found, missed, pictureIssues] = await Promise.all([
      fetchEvent(context),
      missedBy(store, { communityId, userId, now }),
      pictureIssuesOf(answers, { communityId, userId: context.userId }),
    ])
    return { ...found, missed, pictureIssues, plan: noPlan(), line: { isAhead: false } }
  },
  screen: ({ input, actor }, { event }) => ({
    kind: 'eventWords',
    texts: textsOf(ours(event, actor).form.questions, input.answers),
  }),
  prepare: async ({ input, actor, now, newId }, { event: found, tally, mine, ...rest }) => {
    const event = ours(found, actor)
    const { form } = event
    if (!isOpen(event, now)) return refuse('event_closed', { state: event.state })
    if (!mayStep('register', mine?.state)) {
      return refuse('already_registered', { state: mine?.state ?? '' })
    }
    const limit = limitOf(eventRulesOf(actor.community).noShow, rest.missed, now)
    if (limit?.until) return refuse('sign_up_paused', { days: daysUntil(limit.until, now) })
    if (input.guests > form.guestsMax) return refuse('malformed_input', { path: 'guests' })
    const { issues } = checkAnswers(form.questions, input.answers, now)
    refuseFields([...issues, ...rest.pictureIssues])
    const [me, step] = [{ userId: actor.userId, guests: input.guests }, stepOf(newId)]
    const { plan } = rest
    if (form.needsApproval || limit !== null || !tally) {
      await take(plan, event, me, step, [undefined, 'requested'])
      return
    }
    const mayFit = tally.waiting === 0 && tally.free >= 1 + input.guests
    if (mayFit && (await take(plan, event, me, step, [undefined, 'seated'], { waiting: 0 }))) return
    if (form.waitlist === 'none') return refuse('event_full')
    const { communityId, eventId, card } = input
    const [, isSpent] = await Promise.all([
      take(plan, event, me, step, [undefined, 'waiting']),
      card !== undefined &&
        spendCard(store, card, { communityId, userId: me.userId, eventId, now }),
    ])
    rest.line.isAhead = isSpent
  },
  settle: (_context, { plan }, outcome) => settlePlan(plan, outcome),
  allow: anyMember,
  act: async ({ tx, input, actor, now, broadcast }, { event: found, plan, line }) => {
    const event = ours(found, actor)
    const id = `${event._id}:${actor.userId}`
    const before = await tx.get('registrations', id)
    if (!mayStep('register', before?.state)) {
      return refuse('already_registered', { state: before?.state ?? '' })
    }
    const note = noteOf(plan)
    const state = plan.to ?? 'requested'
    const { values } = checkAnswers(event.form.questions, input.answers, now)
    // An earlier try of this call may have taken a seat, and no card is used then.
    const wantsAhead = input.card !== undefined && state === 'waiting'
    if (wantsAhead && !line.isAhead) return refuse('card_gone')
    const order = orderedId(note.at, id)
    const registration: RegistrationDoc = {
      _id: id,
      v: 1,
      createdAt: now,
      communityId: input.communityId,
      eventId: event._id,
      userId: actor.userId,
      organiserUserId: event.userId,
      eventTitle: event.form.title,
      state,
      guests: input.guests,
      answers: values,
      order: wantsAhead ? aheadOf(order) : order,
      step: note.id,
      offeredUntil: null,
      attendedAt: null,
      isLate: false,
      reason: null,
      gaveFeedback: false,
      certificate: null,
      log: before?.log ?? [],
    }
    await tx.put('registrations', registration)
    if (state === 'requested') {
      const { nickname: name } = actor.member
      broadcast({
        ...newsOf(event, actor.community.name, 'event_registration_requested', { name }),
        to: [event.userId],
        except: actor.userId,
      })
    }
    return { state }
  },
})

const daysUntil = (until: string, now: Date) =>
  Math.ceil((Date.parse(until) - now.getTime()) / 86_400_000)
