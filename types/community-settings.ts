import * as v from 'valibot'
import { WELCOME_BOUNDS } from './community'
import { fieldDrafts } from './definition'
import { done, id, text } from './shape'
import { fieldDefinition } from './template'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** What admins change of a community after it was made; part of the domain `community`. */
export const communitySettingsCalls = {
  'community.getSettings': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId: id }),
    output: v.object({
      name: v.string(),
      purpose: v.string(),
      welcome: v.string(),
      questions: v.array(fieldDefinition),
      questionsVersion: v.number(),
    }),
  },
  /** What the door and the home page say of the community. */
  'community.describe': {
    kind: 'write',
    pace: 'duty',
    scope: 'member',
    input: v.object({
      communityId: id,
      name: text(2, 20),
      purpose: text(4, 60),
      welcome: text(...WELCOME_BOUNDS),
    }),
    output: done,
  },
  /** The next version of the door's questions; an application keeps those it answered. */
  'community.publishQuestions': {
    kind: 'write',
    pace: 'duty',
    scope: 'member',
    input: v.object({ communityId: id, basedOn: count, questions: fieldDrafts }),
    output: v.object({ version: v.number() }),
  },
} as const
