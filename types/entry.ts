import * as v from 'valibot'
import { face, rules } from './community'
import { profile } from './member'
import { avatar, cursor, done, id, instant, page, text } from './shape'
import { answers, fieldDefinition } from './template'

export const APPLICATION_STATES = ['pending', 'approved', 'declined'] as const
const applicationState = v.picklist(APPLICATION_STATES)

const revision = v.pipe(v.number(), v.integer(), v.minValue(1))

const ownApplication = v.object({
  state: applicationState,
  revision,
  nickname: v.string(),
  avatar,
  skills: v.array(v.string()),
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
  /** Question and answer as asked, so that an edit of the questions does not change what was said. */
  answers: v.array(v.object({ label: v.string(), value: v.string() })),
  submittedAt: instant,
  /** Why it was declined before, when this is a correction. */
  previousReason: v.nullable(v.string()),
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
    scope: 'visitor',
    input: v.object({ communityId: id, ...profile, answers, rulesVersion: rules.entries.version }),
    output: v.object({ revision }),
  },
  'entry.listApplications': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId: id, state: applicationState, cursor }),
    output: page(application),
  },
  /** `revision` is what the admin read: an application corrected meanwhile is read again first. */
  'entry.decide': {
    kind: 'write',
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
  'entry.acceptRules': {
    kind: 'write',
    scope: 'member',
    beforeRules: true,
    input: v.object({ communityId: id, version: rules.entries.version }),
    output: done,
  },
} as const
