import type { CommunityDoc, EventDoc, RegistrationDoc, TallyDoc } from '../../db/documents'
import { gt, lte, oneOf, store } from '../../db/store'
import { type Tx, transact } from '../../db/transact'
import { partyOf } from '../../domain/events/event'
import { certain, firstThatFits, giftFor, isPromoting, stepFrom } from '../../domain/events/line'
import { calledOff, newsOf } from '../../domain/events/message'
import { returnCards } from '../../domain/events/seat-card'
import { deltaOf, mayStep, type Step } from '../../domain/events/states'
import { CLAIM_LIFE_MS, claim, resolve, settle } from '../../domain/events/tally'
import { now } from '../../runtime/clock'
import { described, log } from '../../runtime/log'
import { timerReceipt } from '../../runtime/timer-receipt'

/** People of one event's line who are looked at in one run. */
const LINE_A_RUN = 200

/** Finishes moves of seats that crashes have left half done. */
export async function resolveSeats(limit: number): Promise<number> {
  const tallies = await store.find('tallies', { where: { inFlight: gt(0) }, limit })
  let resolved = 0
  for (const tally of tallies) resolved += await resolve(tally)
  return resolved
}

/** Gives free seats to who waits, the longest waiting first. */
export async function giveSeats(limit: number): Promise<number> {
  const tallies = await store.find('tallies', {
    where: { promotes: true, waiting: gt(0), free: gt(0) },
    limit,
  })
  let given = 0
  for (const tally of tallies) given += await quietly(tally._id, () => giveOf(tally))
  return given
}

async function giveOf(tally: TallyDoc): Promise<number> {
  const at = now()
  const [event, line] = await Promise.all([
    store.get('events', tally._id),
    store.find('registrations', {
      where: { eventId: tally._id, state: 'waiting' },
      orderBy: ['order', 'asc'],
      limit: LINE_A_RUN,
    }),
  ])
  if (!event || !isPromoting(event, at)) return 0
  const community = await store.get('communities', event.communityId)
  if (!community) return 0
  let [given, free, rest] = [0, tally.free, certain(tally, line, at)]
  for (let part = firstThatFits(rest, free); part; part = firstThatFits(rest, free)) {
    const tried = part
    rest = rest.filter((other) => other !== tried)
    if (await giveOne(event, community, tried, at)) {
      given += 1
      free -= partyOf(tried)
    }
  }
  return given
}

function giveOne(
  event: EventDoc,
  community: CommunityDoc,
  part: RegistrationDoc,
  at: Date,
): Promise<boolean> {
  const { step, to, change, news } = giftFor(event, part, at)
  const told = { ...newsOf(event, community.name, news), to: [part.userId], except: null }
  return moveSeat(part, {
    step,
    to,
    change,
    told: (tx, stepId) => tx.create('receipts', timerReceipt(stepId, at, [told])),
  })
}

type Move = {
  step: Step
  to: RegistrationDoc['state']
  change?: Partial<RegistrationDoc>
  told?: (tx: Tx, stepId: string) => Promise<void>
}

/** One person's seats moved by the timer: claimed, written, settled. False when somebody else was first. */
async function moveSeat(part: RegistrationDoc, { step, to, change, told }: Move): Promise<boolean> {
  const { _id, eventId, userId } = part
  const stepId = stepFrom(step, part)
  const delta = deltaOf(part.state, to, partyOf(part))
  const claimed = await claim(eventId, userId, stepId, { to, delta })
  if (!claimed) return false
  const { note, isFresh } = claimed
  const isMoved = await transact(async (tx) => {
    const current = await tx.get('registrations', _id)
    if (!current || current.step !== part.step || !mayStep(step, current.state)) {
      return current?.step === note.id
    }
    await tx.put('registrations', { ...current, ...change, state: to, step: note.id })
    await told?.(tx, stepId)
    return true
  })
  if (isMoved || isFresh) await settle(eventId, userId, note, isMoved)
  return isMoved
}

/** Takes back seats that were offered and not answered in time. */
export async function lapseOffers(limit: number): Promise<number> {
  const at = now()
  const due = await store.find('registrations', {
    where: { state: 'offered', offeredUntil: lte(at) },
    orderBy: ['offeredUntil', 'asc'],
    limit,
  })
  let lapsed = 0
  for (const part of due) {
    lapsed += await quietly(part.eventId, async () => {
      const [event, community] = await Promise.all([
        store.get('events', part.eventId),
        store.get('communities', part.communityId),
      ])
      if (!event || !community) return 0
      const news = newsOf(event, community.name, 'event_seat_lapsed')
      const isMoved = await moveSeat(part, {
        step: 'lapse',
        to: 'cancelled',
        change: { offeredUntil: null },
        told: (tx, stepId) =>
          tx.create(
            'receipts',
            timerReceipt(stepId, at, [{ ...news, to: [part.userId], except: null }]),
          ),
      })
      return isMoved ? 1 : 0
    })
  }
  return lapsed
}

/** Releases those with a part in an event that was called off or refused. */
export async function releaseCancelled(limit: number): Promise<number> {
  const events = await store.find('events', { where: { releasing: true }, limit })
  let released = 0
  for (const event of events) released += await quietly(event._id, () => release(event))
  return released
}

async function release({ _id, communityId }: EventDoc): Promise<number> {
  const [event, standing, tally, community] = await Promise.all([
    store.get('events', _id),
    store.find('registrations', {
      where: { eventId: _id, state: oneOf(['requested', 'waiting', 'offered', 'seated']) },
      orderBy: ['order', 'asc'],
      limit: LINE_A_RUN,
    }),
    store.get('tallies', _id),
    store.get('communities', communityId),
  ])
  // While earlier events were released, a refusal may have been taken back and people signed up.
  if (!event?.releasing) return 0
  const reason = event.reason ?? ''
  const news = calledOff(event, community?.name ?? '', reason)
  // The call tells whoever had a part by then; who was signing up in that moment is told here.
  const told = ({ userId }: RegistrationDoc) =>
    userId === event.userId ? [] : [{ ...news, to: [userId], except: null }]
  for (const part of standing) {
    await moveSeat(part, {
      step: 'release',
      to: 'cancelled',
      change: { reason, offeredUntil: null },
      told: (tx, stepId) =>
        tx.create(
          'receipts',
          timerReceipt(stepId, event.calledOffAt ?? event.createdAt, told(part)),
        ),
    })
  }
  // A sign-up that was taking a seat when the event was called off is met by a later run.
  if (standing.length > 0 || (tally?.inFlight ?? 0) > 0) return standing.length
  await returnCards(store, event._id, async () => false)
  // One that only asks for a seat leaves no note: a call that had read the event as open may still commit.
  if (now().getTime() - (event.calledOffAt?.getTime() ?? 0) < CLAIM_LIFE_MS) return 0
  await transact(async (tx) => {
    const current = await tx.get('events', event._id)
    if (current?.releasing) await tx.put('events', { ...current, releasing: false })
  })
  return 1
}

/** One event that fails does not keep the others waiting. */
export async function quietly(eventId: string, work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    log('error', { event: 'events.time_failed', subject: eventId, ...described(error) })
    return 0
  }
}
