import * as v from 'valibot'
import { id, instant } from './shape'

/**
 * What may wait for somebody with a duty. To add a kind: its name here, a source in
 * `cloudfunctions/domain/workbench/` listed in its index, a look in
 * `client/packages/member/workbench/looks.ts` and a sentence in `client/i18n/workbench.*`.
 */
export const WORK_KINDS = [
  'request',
  'application',
  'case',
  'booksDiffer',
  'adjustment',
  'order',
  'event',
  'registration',
] as const
export const workKind = v.picklist(WORK_KINDS)
export type WorkKind = v.InferOutput<typeof workKind>

export const WORK_URGENCIES = ['emergency', 'urgent', 'normal'] as const

/** Each kind is counted up to here: 99 and 990 say the same to the one who has to begin. */
export const WORK_COUNTED_MAX = 99
/** Of each kind this many are shown, the oldest first; more come when these are done. */
export const WORK_SHOWN_MAX = 20

export const workItem = v.object({
  kind: workKind,
  /** The id of what is decided about, as the deciding call takes it. */
  itemId: v.string(),
  since: instant,
  urgency: v.picklist(WORK_URGENCIES),
  /** Whose or what it is: a name, a title. */
  title: v.string(),
  /** In somebody's own words: an answer, a text. May be empty. */
  words: v.string(),
  /** What the deciding call needs beside the id (a revision), and what a sentence names. */
  params: v.record(v.string(), v.union([v.string(), v.number()])),
})
export type WorkItem = v.InferOutput<typeof workItem>

export const workbenchCalls = {
  /** Everything that waits for the caller's duties: most urgent first, then the longest waiting. */
  'workbench.list': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId: id }),
    output: v.object({
      counts: v.array(v.object({ kind: workKind, count: v.number() })),
      items: v.array(workItem),
    }),
  },
} as const
