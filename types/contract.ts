import type * as v from 'valibot'
import { auditCalls } from './audit'
import { challengeCalls } from './challenge'
import { checkinCalls } from './checkin'
import { communityCalls } from './community'
import { communitySettingsCalls } from './community-settings'
import { entryCalls } from './entry'
import { eventCalls } from './event'
import { helpCalls } from './help'
import { inboxCalls } from './inbox'
import { memberCalls } from './member'
import { moderationCalls } from './moderation'
import type { Pace } from './pace'
import { passCalls } from './pass'
import { pointsCalls } from './points'
import { recognitionCalls } from './recognition'
import { storeCalls } from './store'
import { templateCalls } from './template-calls'
import { trainingCalls } from './training'
import { workbenchCalls } from './workbench'

/**
 * Every call between phone and cloud. `name` = deployed function `.` action.
 * - `kind`: a write carries an idempotency key and is done exactly once; a read writes nothing.
 * - `scope`: `visitor` needs a WeChat identity only; `member` needs admission to `input.communityId`.
 * - `group`: whether the call may or must carry the platform's proof of a WeChat group.
 * - `pace`: how often one person may write so (`types/pace.ts`); `step` unless it says otherwise.
 * - `beforeRules`: a write open to members who have not yet accepted the current rules.
 * - `afterTraining`: puts something before others: the community's quiz is passed before the first.
 */
export const contract = {
  ...communityCalls,
  ...communitySettingsCalls,
  ...entryCalls,
  ...passCalls,
  ...memberCalls,
  ...helpCalls,
  ...templateCalls,
  ...inboxCalls,
  ...moderationCalls,
  ...auditCalls,
  ...pointsCalls,
  ...trainingCalls,
  ...workbenchCalls,
  ...checkinCalls,
  ...storeCalls,
  ...eventCalls,
  ...recognitionCalls,
  ...challengeCalls,
} as const satisfies Record<string, CallEntry>

export type CallEntry = {
  readonly kind: 'read' | 'write'
  readonly scope: 'visitor' | 'member'
  readonly group?: 'optional' | 'required'
  readonly beforeRules?: true
  readonly afterTraining?: true
  readonly pace?: Pace
  readonly input: v.GenericSchema
  readonly output: v.GenericSchema
}

export type Contract = typeof contract
export type CallName = keyof Contract
export type ReadName = { [N in CallName]: Contract[N]['kind'] extends 'read' ? N : never }[CallName]
export type WriteName = Exclude<CallName, ReadName>

/** What the phone writes (before trimming). */
export type CallInput<N extends CallName> = v.InferInput<Contract[N]['input']>
/** What the handler receives (parsed). */
export type ParsedInput<N extends CallName> = v.InferOutput<Contract[N]['input']>
export type CallOutput<N extends CallName> = v.InferOutput<Contract[N]['output']>

/** The deployed function that serves a call. */
export type FunctionName = CallName extends `${infer F}.${string}` ? F : never
/** The actions one function must serve, all of them. */
export type ActionsOf<F extends FunctionName> = Extract<CallName, `${F}.${string}`>

/** A key is made by the phone, 128 bits in base32: 26 characters. */
export const KEY_PATTERN = /^[0-9a-z]{20,40}$/

/** What travels in `callFunction({ name, data })`. */
export type CallEvent = { action: string; input: unknown; key?: string; group?: unknown }
