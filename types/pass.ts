import * as v from 'valibot'
import { done, id, instant } from './shape'

/**
 * A pass lets one person in without a group's card and without an application, for a while: the
 * platform's reviewer, who can be in no group and waits for nobody.
 */
export const PASS_DAYS_MAX = 30
/** Passes that may be good at a time. */
export const PASSES_OPEN_MAX = 5
/** What is listed: the newest. */
export const PASSES_SHOWN = 20
export const PASS_STATES = ['open', 'used', 'over', 'revoked'] as const
const passState = v.picklist(PASS_STATES)
export type PassState = v.InferOutput<typeof passState>

/** Ten characters, 50 bits; read aloud or typed, so case and separators do not matter. */
const CODE = /^[0-9a-hjkmnp-tv-z]{10}$/
export const plainCode = (typed: string): string => typed.toLowerCase().replace(/[\s-]/g, '')
export const isPassCode = (typed: string): boolean => CODE.test(plainCode(typed))
const code = v.pipe(v.string(), v.maxLength(40), v.transform(plainCode), v.regex(CODE))

const pass = v.object({
  code: v.string(),
  state: passState,
  until: instant,
  usedAt: v.nullable(instant),
})
export type Pass = v.InferOutput<typeof pass>

export const passCalls = {
  'entry.listPasses': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId: id }),
    output: v.object({ passes: v.array(pass) }),
  },
  'entry.issuePass': {
    kind: 'write',
    scope: 'member',
    input: v.object({
      communityId: id,
      days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(PASS_DAYS_MAX)),
    }),
    output: v.object({ code: v.string() }),
  },
  /** Takes a pass back; who came in by it is out at once. */
  'entry.revokePass': {
    kind: 'write',
    scope: 'member',
    input: v.object({ communityId: id, code }),
    output: done,
  },
  /** Comes in by a pass: a member until it ends. */
  'entry.usePass': {
    kind: 'write',
    pace: 'speak',
    scope: 'visitor',
    input: v.object({ code }),
    output: v.object({ communityId: v.string() }),
  },
} as const
