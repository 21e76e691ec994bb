import type { EventForm } from '../../../types/event-form'
import type { World } from '..'
import type { Busy, Setting } from './setting'
import type { CallsOf } from './shape'
import { givenSeatCard } from './store'

const MINUTE_MS = 60_000
/** Before people arrive, for what is done ahead of an event that is over now. */
const EARLIER_MS = -180 * MINUTE_MS

/** A form as an organiser sends it: times are minutes from now. */
export function eventForm(changes: Partial<EventForm> = {}, startsIn = 3 * 24 * 60): EventForm {
  const now = Date.now()
  const at = (minutes: number) => new Date(now + minutes * MINUTE_MS).toISOString()
  return {
    kind: 'sharing',
    title: '旧物修补午后',
    about: '带上想修的东西，一起动手。',
    agenda: [{ at: '14:00', what: '认识工具' }],
    speakers: [{ name: '赵师傅', about: '修了三十年家具' }],
    cover: null,
    place: { mode: 'onSite', name: '社区活动室', address: '三号楼一层', position: null },
    startsAt: at(startsIn),
    endsAt: at(startsIn + 60),
    deadline: at(startsIn),
    capacity: 2,
    guestsMax: 2,
    needsApproval: false,
    waitlist: 'firstCome',
    offerMinutes: 60,
    questions: [],
    collectsQuestions: true,
    volunteerHours: 0,
    ...changes,
  }
}

type Home = Pick<Setting, 'world' | 'communityId' | 'owner'>

/** An event of the owner's, published. */
export async function published(
  { world, communityId, owner }: Home,
  changes: Partial<EventForm> = {},
  startsIn?: number,
): Promise<{ communityId: string; eventId: string }> {
  const form = eventForm(changes, startsIn)
  const { eventId } = await world.ok(owner, 'event.create', { communityId, form, repeat: null })
  return { communityId, eventId }
}

/** An event that waits for somebody to decide about it. */
async function planned({ world, communityId, owner }: Setting) {
  // Somebody of their own: other scenes give Ann a role.
  const planner = await world.given.member({ communityId, owner }, 'planner')
  const form = eventForm()
  const { eventId } = await world.ok(planner, 'event.create', { communityId, form, repeat: null })
  return { communityId, eventId }
}

export const signUp = (
  world: World,
  user: Setting['ann'],
  at: { communityId: string; eventId: string },
  guests = 0,
) => world.ok(user, 'event.register', { ...at, guests, answers: {} })

/** What somebody was told of an event, once the timer has sent it. */
export async function newsOfEvent(
  world: World,
  user: Setting['ann'],
  { eventId }: { eventId: string },
) {
  await world.fireTimer()
  const { items } = await world.ok(user, 'inbox.list', {})
  return items.filter(({ target }) => 'eventId' in target && target.eventId === eventId)
}

const partOf = ({ eventId }: { eventId: string }, { userId }: Setting['ann']) =>
  `${eventId}:${userId}`

/** An event that ended ten minutes ago, to which Ann came; the door is still open. */
export async function over(
  setting: Setting,
  others: readonly Setting['ann'][] = [],
  changes: Partial<EventForm> = {},
) {
  const { world, owner, ann } = setting
  const form = eventForm({ capacity: 100, deadline: '', ...changes }, -70)
  const at = await before(world, async () => {
    const made = await published(setting, { ...form, deadline: form.startsAt })
    for (const user of [ann, ...others]) await signUp(world, user, made)
    return made
  })
  await world.ok(owner, 'event.admit', {
    ...at,
    by: { way: 'name', registrationId: partOf(at, ann) },
    at: new Date(Date.now() - 65 * MINUTE_MS).toISOString(),
  })
  return at
}

async function before<T>(world: World, work: () => Promise<T>): Promise<T> {
  await world.shiftClock(EARLIER_MS)
  try {
    return await work()
  } finally {
    await world.shiftClock(0)
  }
}

export const NO_SHOW_RULE = {
  consequence: 'approval',
  times: 5,
  withinDays: 60,
  pauseDays: 14,
} as const

/** An event that was settled two hours ago; those with a seat were not there. */
export async function missed(setting: Setting, users: readonly Setting['ann'][]) {
  const { world } = setting
  const endedMs = -4 * 3_600_000
  await world.shiftClock(endedMs - 120 * MINUTE_MS)
  const at = await published(setting, { capacity: 20 }, endedMs / MINUTE_MS - 60)
  for (const user of users) await signUp(world, user, at)
  await world.shiftClock(endedMs + 121 * MINUTE_MS)
  for (const _ of [1, 2]) await world.fireTimer()
  await world.shiftClock(0)
  return at
}

const NO_EVENT = '0'.repeat(26)

export const eventCalls: CallsOf<'event'> = {
  inputs: ({ owner, eventId }) => {
    const registrationId = `${eventId}:${owner.userId}`
    return {
      'event.list': { view: 'upcoming' },
      'event.get': { eventId },
      'event.create': { form: eventForm(), repeat: null },
      'event.edit': { eventId, basedOn: 1, form: eventForm() },
      'event.cancel': { eventId, reason: '场地用不了了' },
      'event.decide': { eventId, verdict: 'publish' },
      'event.undoDecision': { eventId },
      'event.register': { eventId, guests: 0, answers: {} },
      'event.cancelRegistration': { eventId },
      'event.answerSeat': { eventId, accept: true },
      'event.getRules': {},
      'event.publishRules': { basedOn: 0, noShow: NO_SHOW_RULE },
      'event.disputeNoShow': { eventId, words: '我到了，忘了扫码' },
      'event.excuseNoShow': { eventId, registrationId, reason: '本人到场了' },
      'event.getFigures': { of: 'mine', days: 90 },
      'event.promote': { eventId },
      'event.openCard': { eventId },
      'event.listRegistrations': { eventId },
      'event.decideRegistration': { eventId, registrationId, verdict: 'approve' },
      'event.messageRegistrants': { eventId, words: '记得带工具' },
      'event.exportRegistrations': { eventId },
      'event.askQuestion': { eventId, words: '木头裂了怎么补？' },
      'event.listQuestions': { eventId },
      'event.markQuestion': { eventId, questionId: NO_EVENT, isAnswered: true },
      'event.getDoorCode': { eventId },
      'event.getTicket': { eventId },
      'event.attend': { eventId, code: 'hzd.1.x' },
      'event.admit': {
        eventId,
        by: { way: 'name', registrationId },
        at: new Date().toISOString(),
      },
      'event.undoAttendance': { eventId, registrationId, reason: '点错了人' },
      'event.giveFeedback': { eventId, rating: 5, words: '很好' },
      'event.getFeedback': { eventId },
      'event.publishRecap': { eventId, words: '修好了七件东西', photos: [] },
    }
  },
  scenes: {
    'event.create': async ({ communityId, owner }) => ({
      user: owner,
      communityId,
      input: { communityId, form: eventForm(), repeat: { every: 'week', times: 3 } },
    }),
    'event.edit': async (setting) => {
      const at = await published(setting)
      await signUp(setting.world, setting.ann, at)
      const form = eventForm({ title: '旧物修补，改在周日', capacity: 5 })
      return {
        user: setting.owner,
        communityId: at.communityId,
        input: { ...at, basedOn: 1, form },
      }
    },
    'event.cancel': async (setting) => {
      const at = await published(setting)
      await signUp(setting.world, setting.ann, at)
      const input = { ...at, reason: '场地用不了了' }
      return { user: setting.owner, communityId: at.communityId, input }
    },
    'event.decide': async (setting) => {
      const at = await planned(setting)
      const input = { ...at, verdict: 'publish' as const }
      return { user: setting.owner, communityId: at.communityId, input }
    },
    'event.undoDecision': async (setting) => {
      const at = await planned(setting)
      await setting.world.ok(setting.owner, 'event.decide', { ...at, verdict: 'publish' })
      return { user: setting.owner, communityId: at.communityId, input: at }
    },
    'event.register': async (setting) => {
      // Seats are there, but not for the party: the way that takes the most steps.
      const at = await published(setting, { capacity: 1 })
      await signUp(setting.world, setting.ben, at)
      const card = await givenSeatCard(setting, setting.ann)
      const input = { ...at, guests: 0, answers: {}, card }
      return { user: setting.ann, communityId: at.communityId, input }
    },
    'event.cancelRegistration': async (setting) => {
      const at = await published(setting, { capacity: 1 })
      await signUp(setting.world, setting.ann, at)
      await signUp(setting.world, setting.ben, at)
      return { user: setting.ann, communityId: at.communityId, input: at }
    },
    'event.answerSeat': async (setting) => {
      const { world, ann, ben } = setting
      const at = await published(setting, { capacity: 1, waitlist: 'timedOffer' })
      await signUp(world, ben, at)
      await signUp(world, ann, at)
      await world.ok(ben, 'event.cancelRegistration', at)
      await world.fireTimer()
      return { user: ann, communityId: at.communityId, input: { ...at, accept: false } }
    },
    'event.publishRules': async ({ world, communityId, owner }) => {
      const { version } = await world.ok(owner, 'event.getRules', { communityId })
      const input = { communityId, basedOn: version, noShow: NO_SHOW_RULE }
      return { user: owner, communityId, input }
    },
    'event.disputeNoShow': async (setting) => {
      const at = await missed(setting, [setting.ann])
      const input = { ...at, words: '我到了，忘了扫码' }
      return { user: setting.ann, communityId: at.communityId, input }
    },
    'event.excuseNoShow': async (setting) => {
      const at = await missed(setting, [setting.ann])
      const registrationId = partOf(at, setting.ann)
      const input = { ...at, registrationId, reason: '本人到场了' }
      return { user: setting.owner, communityId: at.communityId, input }
    },
    'event.promote': async (setting) => {
      const at = await published(setting, { capacity: 1 })
      await signUp(setting.world, setting.ben, at)
      await signUp(setting.world, setting.ann, at)
      await setting.world.ok(setting.ben, 'event.cancelRegistration', at)
      return { user: setting.ben, communityId: at.communityId, input: at }
    },
    'event.openCard': async (setting) => {
      const at = await published(setting, { capacity: 4 })
      await signUp(setting.world, setting.ben, at)
      return { user: setting.ann, communityId: at.communityId, input: at }
    },
    'event.decideRegistration': async (setting) => {
      const at = await published(setting, { needsApproval: true })
      await signUp(setting.world, setting.ann, at)
      await setting.world.fireTimer()
      const registrationId = partOf(at, setting.ann)
      const input = { ...at, registrationId, verdict: 'approve' as const }
      return { user: setting.owner, communityId: at.communityId, input }
    },
    'event.messageRegistrants': async (setting) => {
      const at = await published(setting)
      await signUp(setting.world, setting.ann, at)
      const input = { ...at, words: '记得带上要修的东西' }
      return { user: setting.owner, communityId: at.communityId, input }
    },
    'event.exportRegistrations': async (setting) => {
      const at = await published(setting)
      await signUp(setting.world, setting.ann, at)
      return { user: setting.owner, communityId: at.communityId, input: at }
    },
    'event.askQuestion': async (setting) => {
      const at = await published(setting)
      await signUp(setting.world, setting.ann, at)
      const input = { ...at, words: '木头裂了怎么补？' }
      return { user: setting.ann, communityId: at.communityId, input }
    },
    'event.markQuestion': async (setting) => {
      const at = await published(setting)
      await signUp(setting.world, setting.ann, at)
      const words = '木头裂了怎么补？'
      const { questionId } = await setting.world.ok(setting.ann, 'event.askQuestion', {
        ...at,
        words,
      })
      const input = { ...at, questionId, isAnswered: true }
      return { user: setting.owner, communityId: at.communityId, input }
    },
    'event.attend': async (setting) => {
      const at = await published(setting, {}, 30)
      await signUp(setting.world, setting.ann, at)
      const { code } = await setting.world.ok(setting.owner, 'event.getDoorCode', at)
      return { user: setting.ann, communityId: at.communityId, input: { ...at, code } }
    },
    'event.admit': async (setting) => {
      const at = await published(setting, {}, 30)
      await signUp(setting.world, setting.ann, at, 1)
      const { code } = await setting.world.ok(setting.ann, 'event.getTicket', at)
      const by = { way: 'code' as const, code }
      const input = { ...at, by, at: new Date().toISOString() }
      return { user: setting.owner, communityId: at.communityId, input }
    },
    'event.undoAttendance': async (setting) => {
      const at = await over(setting)
      const registrationId = partOf(at, setting.ann)
      const input = { ...at, registrationId, reason: '点错了人' }
      return { user: setting.owner, communityId: at.communityId, input }
    },
    'event.giveFeedback': async (setting) => {
      const at = await over(setting)
      const input = { ...at, rating: 5, words: '学会了补漆' }
      return { user: setting.ann, communityId: at.communityId, input }
    },
    'event.publishRecap': async (setting) => {
      const at = await over(setting)
      const input = { ...at, words: '一下午修好了七件东西', photos: [] }
      return { user: setting.owner, communityId: at.communityId, input }
    },
  },
  reads: {
    'event.list': ({ ann, communityId }) => ({ user: ann, input: { communityId, view: 'mine' } }),
    'event.get': onEvent('ann'),
    'event.getRules': ({ ann, communityId }) => ({ user: ann, input: { communityId } }),
    'event.getFigures': ({ owner, communityId }) => ({
      user: owner,
      input: { communityId, of: 'all', days: 365 },
    }),
    'event.listRegistrations': onEvent('owner'),
    'event.listQuestions': onEvent('ann'),
    'event.getDoorCode': onEvent('owner'),
    'event.getTicket': onEvent('ann'),
    'event.getFeedback': onEvent('owner'),
  },
}

function onEvent(who: 'owner' | 'ann') {
  return (at: Busy) => ({
    user: at[who],
    input: { communityId: at.communityId, eventId: at.eventId },
  })
}
