import { orderedId } from '../../cloudfunctions/runtime/ids'
import type { Costs, User, World } from '../../test/world'
import { eventForm, published } from '../../test/world/calls/event'
import type { CallInput, CallName } from '../../types/contract'
import type { Db } from './bare-rush'
import type { Member } from './rush'

type Place = { communityId: string; owner: User; db: Db; members: readonly Member[] }
type Question = { call: CallName; user: User; input: Record<string, unknown> }

const ROUNDS = 15
const WRITTEN_AT_ONCE = 500
/** Of those signed up; the others wait. */
const SEATED_PART = 0.2

/** An event with so many sign-ups, the first by a member, the others in bulk like it. */
async function eventWith(world: World, place: Place, count: number) {
  const { communityId, owner, db, members } = place
  const seats = Math.min(2000, Math.ceil(count * SEATED_PART))
  const home = await published({ world, communityId, owner }, { capacity: seats })
  const [first] = members
  if (!first) throw new Error('nobody to sign up')
  await world.ok(first, 'event.register', { ...home, guests: 0, answers: {} })
  const [like] = await world.documents('registrations', { eventId: home.eventId })
  if (!like) throw new Error('the sign-up is not there')
  const startedMs = Date.now() - count * 10
  for (let from = 1; from < count; from += WRITTEN_AT_ONCE) {
    const upTo = Math.min(count, from + WRITTEN_AT_ONCE)
    const documents = Array.from({ length: upTo - from }, (_, i) => {
      const n = from + i
      const userId = `bulk${String(n).padStart(22, '0')}`
      const at = new Date(startedMs + n * 10)
      return {
        ...like,
        _id: `${home.eventId}:${userId}`,
        userId,
        createdAt: at,
        order: orderedId(at, home.eventId, userId),
        state: n < seats ? 'seated' : 'waiting',
      }
    })
    await db.collection('registrations').add(documents)
  }
  const waiting = Math.max(0, count - seats)
  await db
    .collection('tallies')
    .doc(home.eventId)
    .update({ free: Math.max(0, seats - count), waiting })
  return { home, waiting }
}

/** What is asked of either event; each round by somebody else, for whom it is the first time. */
function questionsOf(
  place: Place,
  home: { communityId: string; eventId: string },
  round: number,
): Map<string, Question> {
  const { owner, members } = place
  const member = members[1 + round] as Member
  const call = (name: CallName, user: User, more: Record<string, unknown> = {}): Question => ({
    call: name,
    user,
    input: { ...home, ...more },
  })
  return new Map([
    ['look at it', call('event.get', member)],
    ['sign up', call('event.register', member, { guests: 0, answers: {} })],
    ['give it up', call('event.cancelRegistration', member)],
    ['let the line move', call('event.promote', member)],
    ['everybody signed up', call('event.listRegistrations', owner)],
    ['the line', call('event.listRegistrations', owner, { state: 'waiting' })],
    ['feedback', call('event.getFeedback', owner)],
    ['a word to all', call('event.messageRegistrants', owner, { words: '记得带工具' })],
    [
      'edit',
      call('event.edit', owner, {
        basedOn: 1 + round,
        form: eventForm({ capacity: 2000, title: `旧物修补 ${round}` }),
      }),
    ],
  ])
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

/** Steps, scanned documents and times of the same calls on a small and on a large event: printed, and answered. */
export async function measureEventSizes(
  world: World,
  place: Place,
  [few, many]: readonly [number, number],
): Promise<object[]> {
  const events = [await eventWith(world, place, few), await eventWith(world, place, many)] as const
  const costs = new Map<string, [Costs[], Costs[]]>()
  for (let round = 0; round < ROUNDS; round++) {
    for (const [which, { home }] of events.entries()) {
      for (const [name, { call, user, input }] of questionsOf(place, home, round)) {
        const answer = await world.callWithCosts(user, call, input as CallInput<typeof call>)
        if (!answer.reply.ok) throw new Error(`${name}: ${JSON.stringify(answer.reply)}`)
        const both = costs.get(name) ?? [[], []]
        both[which === 0 ? 0 : 1].push(answer.costs)
        costs.set(name, both)
      }
    }
  }
  console.log(`\nOne event with ${few} and with ${many} sign-ups, medians of ${ROUNDS}`)
  console.log('question              steps        scanned          ms             ratio')
  const kept: object[] = []
  for (const [name, [small, large]] of costs) {
    const of = (part: 'steps' | 'scanned' | 'ms') =>
      [small, large].map((list) => median(list.map((one) => one[part])))
    const [ms = [0, 0], steps, scanned] = [of('ms'), of('steps'), of('scanned')]
    const ratio = (ms[1] ?? 0) / (ms[0] || 1)
    const rounded = ms.map((one) => Number(one.toFixed(1)))
    kept.push({ question: name, steps, scanned, ms: rounded, ratio: Number(ratio.toFixed(2)) })
    console.log(
      `${name.padEnd(20)}  ${steps.join(' / ').padEnd(11)}  ${scanned.join(' / ').padEnd(15)}  ${ms
        .map((one) => one.toFixed(1))
        .join(' / ')
        .padEnd(14)} ${ratio.toFixed(2)}`,
    )
  }
  return kept
}
