import * as v from 'valibot'
import { role } from './community'
import { cursor, id, instant, page } from './shape'

/** What the log is filtered by. */
export const AUDIT_KINDS = [
  'entry',
  'roles',
  'rules',
  'community',
  'points',
  'content',
  'events',
] as const
export const auditKind = v.picklist(AUDIT_KINDS)
export type AuditKind = v.InferOutput<typeof auditKind>

/**
 * Every act of an admin that is written to the log, with the kind it is filtered by. The sentences
 * stand in `client/i18n/audit.*`, total over this list; they are filled with the entry's params and
 * with `actor`, so params carry the names a reader needs, as they were at the time.
 */
export const AUDIT_ACTIONS = {
  application_approved: 'entry',
  application_declined: 'entry',
  decision_undone: 'entry',
  pass_issued: 'entry',
  pass_used: 'entry',
  pass_revoked: 'entry',
  role_given: 'roles',
  rules_published: 'rules',
  quiz_published: 'rules',
  levels_published: 'rules',
  challenge_cancelled: 'events',
  group_bound: 'community',
  template_published: 'community',
  templates_arranged: 'community',
  community_described: 'community',
  questions_published: 'entry',
  policy_saved: 'rules',
  content_approved: 'content',
  content_returned: 'content',
  content_refused: 'content',
  content_removed: 'content',
  content_undone: 'content',
  points_rules_published: 'points',
  points_adjusted: 'points',
  points_taken_back: 'points',
  adjustment_approved: 'points',
  adjustment_declined: 'points',
  adjustment_undone: 'points',
  event_published: 'events',
  event_refused: 'events',
  event_decision_undone: 'events',
  event_cancelled: 'events',
  attendance_undone: 'events',
  no_show_excused: 'events',
  event_rules_published: 'events',
  registrations_exported: 'events',
} as const satisfies Record<string, AuditKind>
export type AuditAction = keyof typeof AUDIT_ACTIONS
export const auditAction = v.picklist(Object.keys(AUDIT_ACTIONS) as AuditAction[])

export const auditParams = v.record(v.string(), v.union([v.string(), v.number()]))
export type AuditParams = v.InferOutput<typeof auditParams>

/** How the log was found not to be as it was written; `seq` is the first entry concerned. */
export const CHAIN_FAULTS = ['edited', 'removed', 'reordered'] as const
const chainFault = v.object({ seq: v.number(), fault: v.picklist(CHAIN_FAULTS) })
export type ChainFault = v.InferOutput<typeof chainFault>

const seq = v.pipe(v.number(), v.integer(), v.minValue(1))

const entry = v.object({
  entryId: v.string(),
  /** Its place in the chain; null for the minute in which it waits to be sealed. */
  seq: v.nullable(seq),
  at: instant,
  actor: v.string(),
  actorRole: role,
  action: auditAction,
  params: auditParams,
})
export type AuditEntryView = v.InferOutput<typeof entry>

export const auditCalls = {
  /** The log, newest first: of one kind, or about one subject, or all. */
  'audit.list': {
    kind: 'read',
    scope: 'member',
    input: v.object({
      communityId: id,
      kind: v.optional(auditKind),
      subject: v.optional(id),
      cursor,
    }),
    output: v.object({
      ...page(entry).entries,
      /** What the nightly check last found. */
      chain: v.object({
        sealed: v.number(),
        checkedAt: v.nullable(instant),
        broken: v.nullable(chainFault),
      }),
    }),
  },
  /** Checks a stretch of the chain from entry `from` on; `next` is where the rest begins. */
  'audit.verify': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId: id, from: seq }),
    output: v.object({
      sealed: v.number(),
      checked: v.number(),
      next: v.nullable(v.number()),
      broken: v.nullable(chainFault),
    }),
  },
} as const
