import * as v from 'valibot'
import { day } from './checkin'
import { count, cursor, done, fileId, id, instant, page, person, text } from './shape'

export const CHALLENGE_TITLE_MAX = 24
export const CHALLENGE_ABOUT_MAX = 400
/** From its first to its last day, both counted. */
export const CHALLENGE_DAYS_MAX = 100
export const PARTICIPANTS_MIN = 2
export const PARTICIPANTS_MAX = 500
export const DIARY_WORDS_MAX = 300
/** A page of the diary asks the storage for all its pictures at once, which takes fifty. */
export const DIARY_PICTURES_MAX = 2

/** `open` covers what is to come and what runs; the calendar says which. */
export const CHALLENGE_STATES = ['open', 'settled', 'cancelled'] as const
export type ChallengeState = (typeof CHALLENGE_STATES)[number]

/** As people see it: `settling` for the minutes between its last day and the result. */
export const CHALLENGE_PHASES = ['upcoming', 'running', 'settling', 'settled', 'cancelled'] as const
export const challengePhase = v.picklist(CHALLENGE_PHASES)
export type ChallengePhase = v.InferOutput<typeof challengePhase>

export const PART_STATES = ['joined', 'left', 'completed', 'missed'] as const
export const partState = v.picklist(PART_STATES)
export type PartState = v.InferOutput<typeof partState>

export const DIARY_PICTURES = ['none', 'optional', 'required'] as const
export const diaryPictures = v.picklist(DIARY_PICTURES)

/** What a day's entry may be written with, and what the one who looks may do. */
export const CHALLENGE_STEPS = [
  'join',
  'leave',
  'write',
  'getCertificate',
  'edit',
  'cancel',
] as const
export const challengeStep = v.picklist(CHALLENGE_STEPS)
export type ChallengeStep = v.InferOutput<typeof challengeStep>

export const DAY_MS = 86_400_000
/** Days from one to another, both counted. */
export const lengthOf = ({ firstDay, lastDay }: { firstDay: string; lastDay: string }): number =>
  Math.round((Date.parse(lastDay) - Date.parse(firstDay)) / DAY_MS) + 1

const formEntries = {
  title: text(2, CHALLENGE_TITLE_MAX),
  about: text(0, CHALLENGE_ABOUT_MAX),
  /** Of the community's calendar. */
  firstDay: day,
  lastDay: day,
  /** How many days must be written to complete it. */
  daysNeeded: count(1, CHALLENGE_DAYS_MAX),
  pictures: diaryPictures,
  capacity: count(PARTICIPANTS_MIN, PARTICIPANTS_MAX),
}
export const challengeForm = v.pipe(
  v.object(formEntries),
  v.check((form) => {
    const length = lengthOf(form)
    return length >= 1 && length <= CHALLENGE_DAYS_MAX && form.daysNeeded <= length
  }, 'the days do not fit'),
)
export type ChallengeForm = v.InferOutput<typeof challengeForm>

const card = v.object({
  challengeId: v.string(),
  ...v.object(formEntries).entries,
  phase: challengePhase,
  /** Today in the community's calendar. */
  today: day,
  mine: v.nullable(v.object({ state: partState, days: v.number() })),
})
export type ChallengeCard = v.InferOutput<typeof card>

const detail = v.object({
  ...card.entries,
  creator: person,
  participants: v.number(),
  revision: v.number(),
  reason: v.nullable(v.string()),
  /** My days that count, and whether today's is written and seen by others. */
  written: v.array(v.object({ day, isShown: v.boolean() })),
  /** My place in the ranking; null when I take no part or nothing is written. */
  place: v.nullable(v.number()),
  /** Points for completing it, by the rules in force. */
  points: v.number(),
  steps: v.array(challengeStep),
})
export type ChallengeDetail = v.InferOutput<typeof detail>

const entry = v.object({
  entryId: v.string(),
  day,
  from: person,
  own: v.boolean(),
  words: v.string(),
  pictures: v.array(v.string()),
  /** Only one's own may be anything but shown. */
  isShown: v.boolean(),
  createdAt: instant,
})
export type DiaryEntry = v.InferOutput<typeof entry>

const rankedPart = v.object({
  member: person,
  place: v.number(),
  days: v.number(),
  own: v.boolean(),
  state: partState,
})
export type RankedPart = v.InferOutput<typeof rankedPart>

const on = { communityId: id, challengeId: id }

export const challengeCalls = {
  /** `current` by their last day, soonest first; `past` the latest first; `mine` those I joined. */
  'challenge.list': {
    kind: 'read',
    scope: 'member',
    input: v.object({
      communityId: id,
      view: v.picklist(['current', 'past', 'mine']),
      cursor,
    }),
    output: v.object({ ...page(card).entries, mayCreate: v.boolean() }),
  },
  'challenge.get': {
    kind: 'read',
    scope: 'member',
    input: v.object(on),
    output: detail,
  },
  'challenge.create': {
    kind: 'write',
    pace: 'post',
    scope: 'member',
    input: v.object({ communityId: id, form: challengeForm }),
    output: v.object({ challengeId: v.string() }),
  },
  /** Once it has begun, only its words and its number of places may change. */
  'challenge.edit': {
    kind: 'write',
    pace: 'duty',
    scope: 'member',
    input: v.object({ ...on, revision: v.number(), form: challengeForm }),
    output: done,
  },
  'challenge.cancel': {
    kind: 'write',
    pace: 'duty',
    scope: 'member',
    input: v.object({ ...on, reason: text(2, 120) }),
    output: done,
  },
  'challenge.join': { kind: 'write', scope: 'member', input: v.object(on), output: done },
  'challenge.leave': { kind: 'write', scope: 'member', input: v.object(on), output: done },
  /** Today's entry; one a day. */
  'challenge.writeEntry': {
    kind: 'write',
    pace: 'speak',
    scope: 'member',
    afterTraining: true,
    input: v.object({
      ...on,
      words: text(1, DIARY_WORDS_MAX),
      pictures: v.pipe(v.array(fileId), v.maxLength(DIARY_PICTURES_MAX)),
    }),
    output: v.object({ day, days: v.number(), isShown: v.boolean() }),
  },
  'challenge.listEntries': {
    kind: 'read',
    scope: 'member',
    input: v.object({ ...on, of: v.picklist(['all', 'mine']), cursor }),
    output: page(entry),
  },
  'challenge.listRanking': {
    kind: 'read',
    scope: 'member',
    input: v.object({ ...on, cursor }),
    output: page(rankedPart),
  },
} as const
