import { type Gathering, type GatheringTurn, gatherings } from './neighbours-events'
import type { CastMember } from './people'
import type { Phone } from './phone'
import { deadlineMs, momentMs } from './times'

type Event = { atMs: number; happen: () => Promise<unknown> }
type Part = { phone: Phone; nowMs: number; communityId: () => string }

const MINUTE_MS = 60_000

/** What the neighbours do together: planned, signed up for, come to, and thought about. */
export function gatheringsOf(part: Part): Event[] {
  return gatherings.flatMap((gathering) => gatheringOf(gathering, part))
}

function gatheringOf(gathering: Gathering, { phone, nowMs, communityId }: Part): Event[] {
  const { by, at, approvedBy, startsAt, minutes, form, repeat, turns } = gathering
  let eventId = ''
  const on = () => ({ communityId: communityId(), eventId })
  const startMs = deadlineMs(startsAt, nowMs)
  const instant = (ms: number) => new Date(ms).toISOString()

  const plan = async () => {
    const made = await phone.call(by, 'event.create', {
      communityId: communityId(),
      form: {
        ...form,
        startsAt: instant(startMs),
        endsAt: instant(startMs + minutes * MINUTE_MS),
        deadline: instant(startMs - 60 * MINUTE_MS),
      },
      repeat: repeat ?? null,
    })
    eventId = made.eventId
  }
  const partOf = async (who: CastMember) => {
    const { items } = await phone.call(by, 'event.listRegistrations', on())
    const found = items.find(({ member }) => member.nickname === who.name)
    if (!found) throw new Error(`the demo broke: ${who.name} is not signed up`)
    return found.registrationId
  }
  const take = async (turn: GatheringTurn) => {
    if ('joins' in turn) {
      const { joins, guests = 0, answers = {} } = turn
      await phone.call(joins, 'event.register', { ...on(), guests, answers })
    } else if ('leaves' in turn) {
      await phone.call(turn.leaves, 'event.cancelRegistration', { ...on(), reason: '临时有事' })
    } else if ('approves' in turn) {
      const registrationId = await partOf(turn.approves)
      const decision = { ...on(), registrationId, verdict: 'approve' as const }
      await phone.call(by, 'event.decideRegistration', decision)
    } else if ('asks' in turn) {
      await phone.call(turn.asks, 'event.askQuestion', { ...on(), words: turn.words })
    } else if ('arrives' in turn) {
      const registrationId = await partOf(turn.arrives)
      await phone.call(by, 'event.admit', {
        ...on(),
        by: { way: 'name', registrationId },
        at: instant(momentMs(turn.at, nowMs)),
      })
    } else if ('rates' in turn) {
      const { rates, stars: rating, words } = turn
      await phone.call(rates, 'event.giveFeedback', { ...on(), rating, words })
    } else {
      await phone.call(by, 'event.publishRecap', { ...on(), words: turn.recap, photos: [] })
    }
  }
  const approve = async (who: CastMember) =>
    phone.call(who, 'event.decide', { ...on(), verdict: 'publish' })
  return [
    { atMs: momentMs(at, nowMs), happen: plan },
    ...(approvedBy
      ? [{ atMs: momentMs(approvedBy.at, nowMs), happen: () => approve(approvedBy.by) }]
      : []),
    ...turns.map((turn) => ({ atMs: momentMs(turn.at, nowMs), happen: () => take(turn) })),
  ]
}
