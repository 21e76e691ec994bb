import { activityOf } from './activity'
import { challengesOf } from './challenges'
import { gatheringsOf } from './events'
import { frontend } from './frontend'
import { neighbours } from './neighbours'
import type { CastMember } from './people'
import { type Phone, phoneAt } from './phone'
import type { Application, Ask, Moment, Standing, Story, Turn } from './story'
import { deadlineMs, momentMs } from './times'

/** Something that happens in the story, at its time. */
type Event = { atMs: number; happen: () => Promise<unknown> }

/** Between two steps of one row of events lies at least this much. */
const STEP_MS = 60_000
/** The timer runs where nothing happens for this long; between steps closer than that it changes nothing. */
const TICK_MS = 10 * 60_000

/**
 * Tells the demo's stories to an empty cloud through its calls, as of `nowMs`: events of both
 * communities in the order of time, the cloud's clock moving along, the timer after each.
 */
export async function seed(url: string, nowMs = Date.now()): Promise<void> {
  const phone = phoneAt(url)
  const events = [neighbours, frontend].flatMap((story) => eventsOf(story, phone, nowMs))
  // The sort is stable: what a story puts first at one time stays first.
  events.sort((a, b) => a.atMs - b.atMs)
  for (const [place, { atMs, happen }] of events.entries()) {
    await phone.moveClockTo(atMs)
    await happen()
    const nextMs = events[place + 1]?.atMs ?? Number.POSITIVE_INFINITY
    if (nextMs - atMs >= TICK_MS) await phone.tick()
  }
  await phone.moveClockTo(Date.now())
}

function eventsOf(story: Story, phone: Phone, nowMs: number): Event[] {
  const { founder, community, group } = story
  let communityId = ''
  const found = async () => {
    const profile = { nickname: founder.name, avatar: founder.avatar }
    const reply = await phone.call(founder, 'community.create', { ...community, ...profile }, group)
    communityId = reply.communityId
    // The stories are of people who know each other: nobody's first requests wait for a moderator.
    await phone.call(founder, 'moderation.savePolicy', {
      communityId,
      basedOn: null,
      words: [{ text: '拼单', refuse: false }],
      newcomerReviews: 0,
    })
    await phone.call(founder, 'member.updateProfile', {
      communityId,
      ...profile,
      skills: [...founder.skills],
    })
  }
  const part = { phone, nowMs, communityId: () => communityId }
  return [
    ...row(nowMs, [{ at: story.foundedAt, happen: found }]),
    ...story.applications.flatMap((application) => entryOf(application, part)),
    ...story.asks.flatMap((ask) => helpOf(ask, part)),
    ...story.standing.flatMap((standing) => standingOf(standing, part)),
    ...(story === neighbours
      ? [...activityOf(part), ...gatheringsOf(part), ...challengesOf(part)]
      : []),
    ...row(nowMs, [{ at: story.readUntil, happen: () => readInboxes(story, phone) }]),
  ]
}

/** Events that follow one another, whatever the time of the day the story is told at. */
function row(
  nowMs: number,
  steps: readonly { at: Moment; happen: () => Promise<unknown> }[],
): Event[] {
  let earliestMs = Number.NEGATIVE_INFINITY
  return steps.map(({ at, happen }) => {
    const atMs = Math.max(momentMs(at, nowMs), earliestMs)
    earliestMs = atMs + STEP_MS
    return { atMs, happen }
  })
}

type Part = { phone: Phone; nowMs: number; communityId: () => string }

function entryOf({ who, at, answers, decided }: Application, part: Part): Event[] {
  const { phone } = part
  const apply = async () => {
    const communityId = part.communityId()
    const { rules } = await phone.call(who, 'entry.getDoor', { communityId })
    await phone.call(who, 'entry.apply', {
      communityId,
      nickname: who.name,
      avatar: who.avatar,
      skills: [...who.skills],
      answers,
      rulesVersion: rules.version,
    })
  }
  if (!decided) return row(part.nowMs, [{ at, happen: apply }])
  const { by, reason, role } = decided
  const decide = async () => {
    const communityId = part.communityId()
    const waiting = await phone.call(by, 'entry.listApplications', {
      communityId,
      state: 'pending',
    })
    const { applicationId, revision } = named(waiting.items, who)
    const verdict = reason === undefined ? 'approve' : 'decline'
    await phone.call(by, 'entry.decide', {
      communityId,
      applicationId,
      revision,
      verdict,
      ...(reason === undefined ? {} : { reason }),
    })
    if (reason === undefined) await learn(phone, who, communityId)
    if (!role) return
    const { items } = await phone.call(by, 'member.list', { communityId })
    const { memberId } = named(items, who)
    await phone.call(by, 'member.appoint', { communityId, memberId, role })
  }
  return row(part.nowMs, [
    { at, happen: apply },
    { at: decided.at, happen: decide },
  ])
}

/** The quiz before the first post: the first try shows what is right, the second passes. */
export async function learn(phone: Phone, who: CastMember, communityId: string): Promise<void> {
  const { version, questions } = await phone.call(who, 'training.get', { communityId })
  const guesses = Object.fromEntries(questions.map(({ key }) => [key, 'unknown']))
  const quiz = { communityId, version }
  const { results } = await phone.call(who, 'training.submit', { ...quiz, answers: guesses })
  const answers = Object.fromEntries(results.map(({ key, answer }) => [key, answer]))
  await phone.call(who, 'training.submit', { ...quiz, answers })
}

function named<T extends { nickname: string }>(items: readonly T[], who: CastMember): T {
  const found = items.find(({ nickname }) => nickname === who.name)
  if (!found) throw new Error(`the demo broke: ${who.name} is not in the list`)
  return found
}

function helpOf(ask: Ask, part: Part): Event[] {
  const { phone, nowMs } = part
  const offerIds = new Map<CastMember, string>()
  let requestId = ''

  const post = async () => {
    const communityId = part.communityId()
    const { templates } = await phone.call(ask.by, 'help.listTemplates', { communityId })
    const form = templates.find(({ key }) => key === ask.form)
    if (!form) throw new Error(`the demo broke: there is no form ${ask.form}`)
    const reply = await phone.call(ask.by, 'help.postRequest', {
      communityId,
      templateKey: form.key,
      templateVersion: form.version,
      helpersNeeded: ask.helpersNeeded ?? 1,
      urgency: ask.urgency ?? 'normal',
      answers: {
        ...ask.answers,
        deadline: new Date(deadlineMs(ask.deadline, nowMs)).toISOString(),
      },
    })
    requestId = reply.requestId
  }
  const take = async (turn: Turn) => {
    const at = { communityId: part.communityId(), requestId }
    const offerOf = (helper: CastMember) => ({ ...at, offerId: offerIds.get(helper) ?? '' })
    if ('offer' in turn) {
      const made = await phone.call(turn.offer, 'help.makeOffer', { ...at, message: turn.words })
      offerIds.set(turn.offer, made.offerId)
    } else if ('accept' in turn) {
      await phone.call(ask.by, 'help.acceptOffer', offerOf(turn.accept))
    } else if ('decline' in turn) {
      const { decline, reason } = turn
      await phone.call(ask.by, 'help.declineOffer', { ...offerOf(decline), reason })
    } else if ('done' in turn) {
      await phone.call(turn.done, 'help.markDone', at)
    } else if ('thank' in turn) {
      await phone.call(ask.by, 'help.confirmDone', { ...offerOf(turn.thank), thanks: turn.words })
    } else if ('talk' in turn) {
      await phone.call(turn.talk, 'help.sendToThread', { ...at, words: turn.words })
    } else if ('rate' in turn) {
      const { rate, of, score } = turn
      await phone.call(rate, 'help.rateHelp', { ...offerOf(of), score, points: ['onTime'] })
    } else {
      await phone.call(ask.by, 'help.closeRequest', { ...at, reason: turn.close })
    }
  }
  return row(nowMs, [
    { at: ask.at, happen: post },
    ...ask.turns.map((turn) => ({ at: turn.at, happen: () => take(turn) })),
  ])
}

function standingOf({ by, at, kind, title, details }: Standing, part: Part): Event[] {
  const post = () => {
    const communityId = part.communityId()
    return part.phone.call(by, 'help.postStanding', { communityId, kind, title, details })
  }
  return row(part.nowMs, [{ at, happen: post }])
}

/** What lies back for a day has been read: an inbox full of old news would be nobody's. */
async function readInboxes({ founder, applications }: Story, phone: Phone): Promise<void> {
  for (const who of [founder, ...applications.map((application) => application.who)]) {
    const { items } = await phone.call(who, 'inbox.list', {})
    const newest = items[0]
    if (newest) await phone.call(who, 'inbox.markRead', { upTo: newest.messageId })
  }
}
