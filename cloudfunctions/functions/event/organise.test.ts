import type { User, World } from '../../../test/world'
import { eventForm, newsOfEvent, published, signUp } from '../../../test/world/calls/event'
import type { Setting } from '../../../test/world/calls/setting'
import { inSetting } from '../../../test/world/in-setting'

const MINUTE_MS = 60_000

let world: World
let at: Setting
inSetting((opened, people) => {
  world = opened
  at = people
})

type Event = { communityId: string; eventId: string }
const newsFor = (user: User, event: Event) => newsOfEvent(world, user, event)
const kindsFor = async (user: User, event: Event) =>
  (await newsFor(user, event)).map(({ kind }) => kind)

test('who has a part asks for the round table; the organiser ticks off, nobody else does', async () => {
  const event = await published(at, { collectsQuestions: true }, 30)
  await signUp(world, at.ann, event)
  const ask = { ...event, words: '木头裂了怎么补？' }
  expect((await world.refused(at.ben, 'event.askQuestion', ask)).code).toBe('not_registered')
  const { questionId } = await world.ok(at.ann, 'event.askQuestion', ask)
  const { items } = await world.ok(at.ben, 'event.listQuestions', event)
  expect(items).toMatchObject([
    {
      questionId,
      words: '木头裂了怎么补？',
      from: { nickname: 'ann' },
      own: false,
      isAnswered: false,
    },
  ])
  const mark = { ...event, questionId, isAnswered: true }
  expect((await world.refused(at.ann, 'event.markQuestion', mark)).code).toBe('forbidden')
  await world.ok(at.owner, 'event.markQuestion', mark)
  const after = await world.ok(at.ann, 'event.listQuestions', event)
  expect(after.items).toMatchObject([{ own: true, isAnswered: true }])
  const other = await published(at, { collectsQuestions: false }, 30)
  const elsewhere = { ...mark, ...other }
  expect((await world.refused(at.owner, 'event.markQuestion', elsewhere)).code).toBe('not_found')
  const closed = { ...other, words: '木头裂了怎么补？' }
  expect((await world.refused(at.owner, 'event.askQuestion', closed)).code).toBe('event_closed')
  await world.shiftClock(91 * MINUTE_MS)
  expect((await world.refused(at.ann, 'event.askQuestion', ask)).code).toBe('event_closed')
})

test('a word to those signed up reaches each of them once, and nobody else', async () => {
  const event = await published(at, { capacity: 1 })
  const gone = await world.given.member(at, 'gone')
  for (const user of [at.ann, at.ben, gone]) await signUp(world, user, event)
  await world.ok(gone, 'event.cancelRegistration', event)
  const message = { ...event, words: '记得带上要修的东西' }
  expect((await world.refused(at.ann, 'event.messageRegistrants', message)).code).toBe('forbidden')
  await world.ok(at.owner, 'event.messageRegistrants', message)
  for (const user of [at.ann, at.ben]) {
    const news = (await newsFor(user, event)).filter(({ kind }) => kind === 'event_message')
    expect(news).toMatchObject([{ params: { words: '记得带上要修的东西', name: '老周' } }])
  }
  expect(await kindsFor(gone, event)).not.toContain('event_message')
})

/** Ann, who has no duty, plans one; it waits. */
async function pendingEvent(startsIn?: number): Promise<Event> {
  const { communityId } = at
  const form = eventForm({}, startsIn)
  const made = await world.ok(at.ann, 'event.create', { communityId, form, repeat: null })
  expect(made.state).toBe('pending')
  return { communityId, eventId: made.eventId }
}

test('an event of somebody without the duty is seen by others once it was approved', async () => {
  const event = await pendingEvent()
  const { communityId } = event
  expect(await kindsFor(at.owner, event)).toEqual(['event_submitted'])
  expect(await world.call(at.ben, 'event.get', event)).toMatchObject({ code: 'not_found' })
  expect(await world.call(at.ben, 'event.list', { communityId, view: 'pending' })).toMatchObject({
    code: 'forbidden',
  })
  const { items } = await world.ok(at.owner, 'event.list', { communityId, view: 'pending' })
  expect(items.map(({ eventId }) => eventId)).toContain(event.eventId)
  const publish = { ...event, verdict: 'publish' as const }
  expect((await world.refused(at.ann, 'event.decide', publish)).code).toBe('forbidden')
  await world.ok(at.owner, 'event.decide', publish)
  expect(await kindsFor(at.ann, event)).toContain('event_published')
  await signUp(world, at.ben, event)
  expect((await world.refused(at.owner, 'event.decide', publish)).code).toBe('event_closed')
})

test('a refused event says why, and goes back to those who approve when it was edited', async () => {
  const event = await pendingEvent()
  const refuse = { ...event, verdict: 'refuse' as const, reason: '场地没有写清楚' }
  await world.ok(at.owner, 'event.decide', refuse)
  expect(await world.ok(at.ann, 'event.get', event)).toMatchObject({
    state: 'refused',
    reason: '场地没有写清楚',
    steps: ['edit'],
  })
  const [news] = await newsFor(at.ann, event)
  expect(news).toMatchObject({ kind: 'event_refused', params: { reason: '场地没有写清楚' } })
  const edit = { ...event, basedOn: 1, form: eventForm({ title: '旧物修补，一楼' }) }
  expect(await world.ok(at.ann, 'event.edit', edit)).toMatchObject({ state: 'pending' })
})

test('a decision is taken back with its message, until somebody has signed up', async () => {
  const event = await pendingEvent()
  const state = async () => (await world.ok(at.owner, 'event.get', event)).state
  const decide = (change: { verdict: 'publish' } | { verdict: 'refuse'; reason: string }) =>
    world.ok(at.owner, 'event.decide', { ...event, ...change })
  const undo = (user = at.owner) => world.call(user, 'event.undoDecision', event)
  for (const change of [
    { verdict: 'refuse', reason: '场地没有写清楚' },
    { verdict: 'publish' },
  ] as const) {
    await decide(change)
    expect(await kindsFor(at.ann, event)).toHaveLength(1)
    expect(await undo()).toMatchObject({ ok: true })
    expect(await state()).toBe('pending')
    expect(await kindsFor(at.ann, event)).toEqual([])
    expect(await undo()).toMatchObject({ code: 'undo_expired' })
  }
  await decide({ verdict: 'publish' })
  await world.ok(at.ben, 'event.register', { ...event, guests: 0, answers: {} })
  expect(await undo()).toMatchObject({ code: 'undo_expired' })
  const late = await pendingEvent()
  await world.ok(at.owner, 'event.decide', { ...late, verdict: 'publish' })
  await world.shiftClock(MINUTE_MS)
  expect(await world.call(at.owner, 'event.undoDecision', late)).toMatchObject({
    code: 'undo_expired',
  })
  await world.shiftClock(0)
})

test('an event that nobody decided about before it began is closed, and its organiser told', async () => {
  const event = await pendingEvent(30)
  await world.shiftClock(31 * MINUTE_MS)
  const publish = { ...event, verdict: 'publish' as const }
  expect((await world.refused(at.owner, 'event.decide', publish)).code).toBe('event_started')
  for (const _ of [1, 2]) await world.fireTimer()
  expect(await world.ok(at.ann, 'event.get', event)).toMatchObject({
    state: 'refused',
    reason: null,
  })
  const told = (await kindsFor(at.ann, event)).filter((kind) => kind === 'event_undecided')
  expect(told).toHaveLength(1)
})

test('a series goes on from month to month, and skips a date that was missed', async () => {
  const { communityId, owner } = at
  const form = eventForm({}, 30)
  const repeat = { every: 'month', times: 3 } as const
  const { eventId } = await world.ok(owner, 'event.create', { communityId, form, repeat })
  const dates = async () =>
    (await world.documents('events', { communityId }))
      .filter(({ series }) => series?.id === eventId)
      .map(({ series, form: { startsAt: start } }) => [series?.index, start] as const)
      .sort(([a = 0], [b = 0]) => a - b)
  const monthsLater = (months: number) => {
    const date = new Date(form.startsAt)
    const day = date.getUTCDate()
    date.setUTCMonth(date.getUTCMonth() + months, 1)
    const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
    date.setUTCDate(Math.min(day, last))
    return date.toISOString()
  }
  // Nothing ran for seven weeks: the date in between is over before it could be opened.
  await world.shiftClock(49 * 24 * 60 * MINUTE_MS)
  for (const _ of [1, 2]) await world.fireTimer()
  expect(await dates()).toEqual([
    [1, form.startsAt],
    [2, monthsLater(2)],
  ])
})
