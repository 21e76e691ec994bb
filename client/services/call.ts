import type { CallInput, CallOutput, ReadName, WriteName } from '../../types/contract'
import { callFunction } from '../platform/cloud'
import { groupField } from '../platform/group-entry'
import { storage } from '../platform/storage'
import type { GroupEntry } from '../platform/types'
import { createCaller } from './call-core'

export { CallError, type CallErrorCode } from './call-core'

const caller = createCaller({
  send: callFunction,
  storage,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  now: () => Date.now(),
  random: () => Math.random(),
})

export interface CallOptions {
  /** The platform's proof of the group from which the app was opened; see platform/group-entry. */
  group?: GroupEntry | null
}

const proofOf = ({ group }: CallOptions) => (group ? groupField(group) : undefined)

/** Asks the cloud. Throws `CallError`; an unreachable cloud was tried three times before. */
export async function read<N extends ReadName>(
  name: N,
  input: CallInput<N>,
  options: CallOptions = {},
): Promise<CallOutput<N>> {
  // The contract's schemas are what the cloud checks its own answer against, field by field.
  return (await caller.read(name, input, proofOf(options))) as CallOutput<N>
}

/** Has the cloud do a thing, exactly once however often it is sent. Throws `CallError`. */
export async function write<N extends WriteName>(
  name: N,
  input: CallInput<N>,
  options: CallOptions = {},
): Promise<CallOutput<N>> {
  return (await caller.write(name, input, proofOf(options))) as CallOutput<N>
}
