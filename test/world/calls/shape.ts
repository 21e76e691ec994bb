import type {
  CallInput,
  CallName,
  FunctionName,
  ReadName,
  WriteName,
} from '../../../types/contract'
import type { User } from '..'
import type { Busy, Setting } from './setting'

export type Scene<N extends WriteName> = {
  user: User
  input: CallInput<N>
  /** What the act is about: its documents are compared. */
  communityId?: string
  group?: unknown
}

/** Brings a setting to where the write makes sense, and says who then sends what. */
type Arrange<N extends WriteName> = (setting: Setting) => Promise<Scene<N>>

/** Existing things of the community, for inputs that name one. */
type Things = {
  owner: User
  requestId: string
  application: string
  standingId: string
  caseId: string
  eventId: string
}

type Asked<N extends ReadName> = { user: User; input: CallInput<N> }

type Of<N extends string, F extends FunctionName> = Extract<N, `${F}.${string}`>

/** What the tests generated from the contract need to know of one function's calls. */
export type CallsOf<F extends FunctionName> = {
  /** An input of the right shape for any call, without `communityId`. */
  inputs: (things: Things) => { [N in Of<CallName, F>]: Record<string, unknown> }
  /** A scene for every write: for the fault sweep and for counting. */
  scenes: { [N in Of<WriteName, F>]: Arrange<N & WriteName> }
  /** What a read is counted on: a community that has something to show. */
  reads: {
    [N in Of<ReadName, F>]: (at: Busy) => Asked<N & ReadName> | Promise<Asked<N & ReadName>>
  }
}
