import * as v from 'valibot'
import { face, rules } from './community'
import { profile } from './member'
import { avatar, cursor, done, id, instant, page, text } from './shape'
import { answers, fieldDefinition } from './template'

/** `left`: was a member once; applying again begins anew with the history kept. */
export const APPLICATION_STATES = ['pending', 'approved', 'declined', 'left'] as const
const applicationState = v.picklist(APPLICATION_STATES)
export type ApplicationState = v.InferOutput<typeof applicationState>

/** What the reviewers' list can be asked for. */
export const LISTED_STATES = ['pending', 'approved', 'declined'] as const

/** A decision can be taken back this long; the phone offers it for ten seconds. */
export const UNDO_SECONDS_MAX = 30
/** Earlier decisions kept with an application. */
export const HISTORY_MAX = 10

const event = v.object({
  state: v.picklist(['approved', 'declined', 'left']),
  at: instant,
  reason: v.nullable(v.string()),
})

const revision = v.pipe(v.number(), v.integer(), v.minValue(1))

const ownApplication = v.object({
  state: v.picklist(['pending', 'declined']),
  revision,
  nickname: v.string(),
  avatar,
  skills: v.array(v.string()),
  interests: v.array(v.string()),
  answers,
  reason: v.nullable(v.string()),
})

const application = v.object({
  applicationId: v.string(),
  revision,
  state: applicationState,
  nickname: v.string(),
  avatar,
  skills: v.array(v.string()),
  interests: v.array(v.string()),
  /** Question and answer as asked, so that an edit of the questions does not change what was said. */
  answers: v.array(v.object({ label: v.string(), value: v.string() })),
  submittedAt: instant,
  /** Why it was declined before, when this is a correction. */
  previousReason: v.nullable(v.string()),
  /** What became of earlier tries, the oldest first. */
  history: v.array(event),
  own: v.boolean(),
})
export type Application = v.InferOutput<typeof application>

export const entryCalls = {
  /** What stands at the door, for anybody who holds the card: no names of members. */
  'entry.getDoor': {
    kind: 'read',
    scope: 'visitor',
    input: v.object({ communityId: id }),
    output: v.object({
      community: face,
      memberCount: v.number(),
      /** Up to three recent words of thanks. */
      thanks: v.array(v.string()),
      rules,
      questions: v.array(fieldDefinition),
      standing: v.picklist(['stranger', 'pending', 'declined', 'member']),
      application: v.nullable(ownApplication),
    }),
  },
  /** First application, correction while it waits, and a new try after a refusal are one act. */
  'entry.apply': {
    kind: 'write',
    pace: 'speak',
    scope: 'visitor',
    input: v.object({ communityId: id, ...profile, answers, rulesVersion: rules.entries.version }),
    output: v.object({ revision }),
  },
  'entry.listApplications': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId: id, state: v.picklist(LISTED_STATES), cursor }),
    output: page(application),
  },
  /** `revision` is what the admin read: an application corrected meanwhile is read again first. */
  'entry.decide': {
    kind: 'write',
    pace: 'duty',
    scope: 'member',
    input: v.object({
      communityId: id,
      applicationId: id,
      revision,
      verdict: v.picklist(['approve', 'decline']),
      reason: v.optional(text(2, 120)),
    }),
    output: done,
  },
  /** Takes one's own decision back while it is fresh: the membership and the message go with it. */
  'entry.undoDecision': {
    kind: 'write',
    scope: 'member',
    input: v.object({ communityId: id, applicationId: id, revision }),
    output: done,
  },
  /** Where a person has applied: on a new phone the door is not remembered, but the cloud knows. */
  'entry.listMine': {
    kind: 'read',
    scope: 'visitor',
    input: v.object({}),
    output: v.object({
      applications: v.array(
        v.object({
          communityId: v.string(),
          communityName: v.string(),
          state: applicationState,
          reason: v.nullable(v.string()),
          submittedAt: instant,
        }),
      ),
    }),
  },
  'entry.acceptRules': {
    kind: 'write',
    scope: 'member',
    beforeRules: true,
    input: v.object({ communityId: id, version: rules.entries.version }),
    output: done,
  },
} as const
