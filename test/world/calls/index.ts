import type { FunctionName, ReadName, WriteName } from '../../../types/contract'
import { auditCalls } from './audit'
import { challengeCalls } from './challenge'
import { checkinCalls } from './checkin'
import { communityCalls } from './community'
import { entryCalls } from './entry'
import { eventCalls } from './event'
import { helpCalls } from './help'
import { inboxCalls } from './inbox'
import { memberCalls } from './member'
import { moderationCalls } from './moderation'
import { pointsCalls } from './points'
import { recognitionCalls } from './recognition'
import type { CallsOf } from './shape'
import { storeCalls } from './store'
import { trainingCalls } from './training'
import { workbenchCalls } from './workbench'

/** Every function of the contract with what the generated tests need to know of its calls. */
const CALLS = {
  community: communityCalls,
  entry: entryCalls,
  event: eventCalls,
  member: memberCalls,
  help: helpCalls,
  inbox: inboxCalls,
  moderation: moderationCalls,
  audit: auditCalls,
  points: pointsCalls,
  training: trainingCalls,
  workbench: workbenchCalls,
  checkin: checkinCalls,
  store: storeCalls,
  recognition: recognitionCalls,
  challenge: challengeCalls,
} as const satisfies { [F in FunctionName]: CallsOf<F> }

type Scenes = CallsOf<FunctionName>['scenes']
type Reads = CallsOf<FunctionName>['reads']

/** A scene for every write of the contract. */
export const SCENES: { [N in WriteName]: Scenes[N] } = {
  ...CALLS.community.scenes,
  ...CALLS.entry.scenes,
  ...CALLS.event.scenes,
  ...CALLS.member.scenes,
  ...CALLS.help.scenes,
  ...CALLS.inbox.scenes,
  ...CALLS.moderation.scenes,
  ...CALLS.audit.scenes,
  ...CALLS.points.scenes,
  ...CALLS.training.scenes,
  ...CALLS.workbench.scenes,
  ...CALLS.checkin.scenes,
  ...CALLS.store.scenes,
  ...CALLS.recognition.scenes,
  ...CALLS.challenge.scenes,
}

/** What every read is counted on. */
export const READS: { [N in ReadName]: Reads[N] } = {
  ...CALLS.community.reads,
  ...CALLS.entry.reads,
  ...CALLS.event.reads,
  ...CALLS.member.reads,
  ...CALLS.help.reads,
  ...CALLS.inbox.reads,
  ...CALLS.moderation.reads,
  ...CALLS.audit.reads,
  ...CALLS.points.reads,
  ...CALLS.training.reads,
  ...CALLS.workbench.reads,
  ...CALLS.checkin.reads,
  ...CALLS.store.reads,
  ...CALLS.recognition.reads,
  ...CALLS.challenge.reads,
}

type Things = Parameters<CallsOf<FunctionName>['inputs']>[0]

/** An input of the right shape for every call of the contract, without `communityId`. */
export const inputsOf = (things: Things) => ({
  ...CALLS.community.inputs(things),
  ...CALLS.entry.inputs(things),
  ...CALLS.event.inputs(things),
  ...CALLS.member.inputs(things),
  ...CALLS.help.inputs(things),
  ...CALLS.inbox.inputs(things),
  ...CALLS.moderation.inputs(things),
  ...CALLS.audit.inputs(things),
  ...CALLS.points.inputs(things),
  ...CALLS.training.inputs(things),
  ...CALLS.workbench.inputs(things),
  ...CALLS.checkin.inputs(things),
  ...CALLS.store.inputs(things),
  ...CALLS.recognition.inputs(things),
  ...CALLS.challenge.inputs(things),
})
