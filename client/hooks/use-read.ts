import { useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import useSWR, { type SWRConfiguration } from 'swr'
import type { CallInput, CallOutput, ReadName } from '../../types/contract'
import { type CallError, read } from '../services/call'
import { communityOf, register } from './live'

/**
 * WeChat has no window focus or online events, and our own retries stand in services/call: the cache
 * asks anew when the page is shown and when a write changed the answer, never by itself.
 */
export const cacheOptions = {
  revalidateOnFocus: false,
  revalidateOnReconnect: false,
  shouldRetryOnError: false,
  isVisible: () => true,
  isOnline: () => true,
} satisfies SWRConfiguration

export interface ReadState<T> {
  /** The last answer; also while it is asked anew, and when asking anew failed. */
  data: T | undefined
  error: CallError | undefined
  /** Nothing to show yet: draw the skeleton. */
  isLoading: boolean
  /** Something is being asked, shown or not. */
  isRefreshing: boolean
  refresh: () => Promise<void>
}

/** One answer of the cloud, kept and shared by all who ask the same. `input` null asks nothing. */
export function useRead<N extends ReadName>(
  name: N,
  input: CallInput<N> | null,
): ReadState<CallOutput<N>> {
  const { data, error, isLoading, isValidating, mutate } = useSWR<CallOutput<N>, CallError>(
    input === null ? null : [name, input],
    () => read(name, input as CallInput<N>),
    cacheOptions,
  )
  const ask = async () => {
    await mutate()
  }
  useLive(name, communityOf(input), input === null ? null : ask)
  return { data, error, isLoading, isRefreshing: isValidating, refresh: ask }
}

/** Keeps a query fresh: when its page is shown again, and when a write names it. */
export function useLive(
  name: string,
  communityId: string | undefined,
  ask: (() => Promise<void>) | null,
): void {
  const latest = useRef(ask)
  latest.current = ask
  const wasShown = useRef(false)
  useDidShow(() => {
    // The first showing is the mounting, which asks anyway.
    if (wasShown.current) void latest.current?.()
    wasShown.current = true
  })
  useEffect(
    () => register({ name, communityId, refresh: () => void latest.current?.() }),
    [name, communityId],
  )
}
