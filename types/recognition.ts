import * as v from 'valibot'
import { eventKind } from './event-form'
import { EARN_RULES } from './points'
import { done, frame, id, instant, text } from './shape'

/**
 * What a member does that is counted for good: everything the points rules reward, and beside it what
 * has no points of its own. Daily check-ins are not counted: a streak is.
 */
export const DEEDS = [...EARN_RULES, 'mentored', 'organised'] as const
export const deed = v.picklist(DEEDS)
export type Deed = v.InferOutput<typeof deed>

export const LEVELS_MIN = 2
export const LEVELS_MAX = 8
export const LEVEL_NAME_MAX = 8
export const BENEFITS_MAX = 60
/** The contribution that the highest level may ask for. */
export const CONTRIBUTION_MAX = 100_000

/** A level: its name, the contribution it begins with, and what it is good for in a sentence. */
export const level = v.object({
  name: text(1, LEVEL_NAME_MAX),
  from: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(CONTRIBUTION_MAX)),
  benefits: text(0, BENEFITS_MAX),
})
export type Level = v.InferOutput<typeof level>

/** The first level is everybody's; each further one asks for more. */
export const levels = v.pipe(
  v.array(level),
  v.minLength(LEVELS_MIN),
  v.maxLength(LEVELS_MAX),
  v.check(([first]) => first?.from === 0, 'the first level begins at nothing'),
  v.check(
    (all) => all.every(({ from }, n) => n === 0 || from > (all[n - 1]?.from ?? 0)),
    'levels rise',
  ),
)

/** The medals of every community, in the order they are shown. Rules: `domain/recognition/medals.ts`. */
export const MEDALS = [
  'firstHelp',
  'helps10',
  'helps50',
  'mentor',
  'attended1',
  'attended10',
  'volunteer',
  'organiser',
  'organiser10',
  'streak7',
  'streak30',
  'streak100',
  'challenge1',
  'challenge5',
] as const
export const medal = v.picklist(MEDALS)
export type Medal = v.InferOutput<typeof medal>

/** A medal somebody has, and since when. */
export const earnedMedal = v.object({ medal, earnedAt: instant })
export type EarnedMedal = v.InferOutput<typeof earnedMedal>

/** What a member has come to, and what is missing to the next level; null on the highest. */
export const progress = v.object({
  contribution: v.number(),
  rank: v.number(),
  next: v.nullable(v.object({ rank: v.number(), missing: v.number() })),
})
export type Progress = v.InferOutput<typeof progress>

/** What a certificate says, to its owner and to whoever checks it. */
const certificate = v.object({
  code: v.string(),
  name: v.string(),
  communityName: v.string(),
  title: v.string(),
  /** Of an event its day, of a challenge its last one. */
  day: v.string(),
  of: v.variant('kind', [
    v.object({ kind: v.literal('event'), eventKind, volunteerHours: v.number() }),
    v.object({ kind: v.literal('challenge'), days: v.number() }),
  ]),
})
export type Certificate = v.InferOutput<typeof certificate>

export const recognitionCalls = {
  /** The published levels, what counts for them, and where the asking member stands. */
  'recognition.get': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId: id }),
    output: v.object({
      version: v.number(),
      levels: v.array(level),
      /** What each deed counts, and how often the member did it. */
      deeds: v.array(v.object({ deed, counts: v.number(), done: v.number() })),
      mine: progress,
      medals: v.array(
        v.object({
          medal,
          deed,
          /** How often the deed must be done, and how often it was, at most so often. */
          goal: v.number(),
          done: v.number(),
          earnedAt: v.nullable(instant),
        }),
      ),
      /** Whether the member's name stands in rankings. */
      isRanked: v.boolean(),
      /** The frame round the member's avatar, and whether the store has opened frames to them. */
      frame: v.nullable(frame),
      hasFrames: v.boolean(),
      mayPublish: v.boolean(),
    }),
  },
  /** `basedOn` is the version that was edited: two admins cannot overwrite each other unseen. */
  'recognition.publishLevels': {
    kind: 'write',
    pace: 'duty',
    scope: 'member',
    input: v.object({
      communityId: id,
      basedOn: v.pipe(v.number(), v.integer(), v.minValue(1)),
      levels,
    }),
    output: v.object({ version: v.number() }),
  },
  /** A frame round one's own avatar, or none again. */
  'recognition.chooseFrame': {
    kind: 'write',
    scope: 'member',
    input: v.object({ communityId: id, frame: v.nullable(frame) }),
    output: done,
  },
  /** Whether one's own name stands in rankings. */
  'recognition.setRanked': {
    kind: 'write',
    scope: 'member',
    input: v.object({ communityId: id, ranked: v.boolean() }),
    output: done,
  },
  /** One's own certificate: of an event one came to, or of a challenge one completed. */
  'recognition.getCertificate': {
    kind: 'read',
    scope: 'member',
    input: v.object({
      communityId: id,
      of: v.variant('kind', [
        v.object({ kind: v.literal('event'), eventId: id }),
        v.object({ kind: v.literal('challenge'), challengeId: id }),
      ]),
    }),
    output: certificate,
  },
  /** Anybody may check a certificate's code; a wrong one is `not_found`. */
  'recognition.verifyCertificate': {
    kind: 'read',
    scope: 'visitor',
    input: v.object({ code: v.pipe(v.string(), v.regex(/^[0-9A-Za-z_.:-]{10,200}$/)) }),
    output: certificate,
  },
} as const
