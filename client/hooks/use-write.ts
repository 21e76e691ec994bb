import { useRef, useState } from 'react'
import { useSWRConfig } from 'swr'
import type { CallInput, CallOutput, ReadName, WriteName } from '../../types/contract'
import { CallError, type CallOptions, write } from '../services/call'
import { communityOf, refresh } from './live'

export type WriteResult<T> = { ok: true; data: T } | { ok: false; error: CallError }

/** What a screen may show before the cloud has answered; taken back when it refuses. */
export interface Optimistic<N extends ReadName> {
  name: N
  input: CallInput<N>
  change: (shown: CallOutput<N>) => CallOutput<N>
}

/** Pairs the name with its types, which a bare object literal would lose. */
export const optimistic = <N extends ReadName>(parts: Optimistic<N>): Optimistic<N> => parts

interface RunOptions<R extends ReadName> extends CallOptions {
  optimistic?: Optimistic<R>
}

export interface WriteState<N extends WriteName> {
  /** Never throws: the result says which it was. A second tap while busy joins the first. */
  run<R extends ReadName>(
    input: CallInput<N>,
    options?: RunOptions<R>,
  ): Promise<WriteResult<CallOutput<N>>>
  busy: boolean
  error: CallError | undefined
  /** Forgets the last error, for instance when the person corrects the form. */
  clear: () => void
}

/**
 * One write of the contract. `refreshes` names the calls whose answers it changes, by beginning of
 * their names: they are asked anew after success, and after a refusal too, because a refusal mostly
 * means that the screen was out of date.
 */
export function useWrite<N extends WriteName>(
  name: N,
  refreshes: readonly string[] = [],
): WriteState<N> {
  const { mutate } = useSWRConfig()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<CallError>()
  const runs = useRef(0)

  async function run<R extends ReadName>(
    input: CallInput<N>,
    options: RunOptions<R> = {},
  ): Promise<WriteResult<CallOutput<N>>> {
    runs.current += 1
    setBusy(true)
    setError(undefined)
    const { optimistic: guess, ...callOptions } = options
    try {
      const sending = write(name, input, callOptions)
      if (guess) await showMeanwhile(mutate, guess, sending)
      return { ok: true, data: await sending }
    } catch (thrown) {
      const refused = thrown instanceof CallError ? thrown : new CallError('network')
      setError(refused)
      return { ok: false, error: refused }
    } finally {
      runs.current -= 1
      setBusy(runs.current > 0)
      refresh(refreshes, communityOf(input))
    }
  }

  return { run, busy, error, clear: () => setError(undefined) }
}

/** Shows the guess until the answer is there; the cache rolls back by itself when it is a refusal. */
function showMeanwhile<R extends ReadName>(
  mutate: ReturnType<typeof useSWRConfig>['mutate'],
  guess: Optimistic<R>,
  sending: Promise<unknown>,
): Promise<unknown> {
  return mutate<CallOutput<R> | undefined>(
    [guess.name, guess.input],
    async (shown?: CallOutput<R>) => {
      await sending
      return shown === undefined ? undefined : guess.change(shown)
    },
    {
      optimisticData: (shown?: CallOutput<R>) =>
        shown === undefined ? undefined : guess.change(shown),
      rollbackOnError: true,
      revalidate: false,
    },
  )
}
