import useSWRInfinite from 'swr/infinite'
import type { CallInput, CallOutput, ReadName } from '../../types/contract'
import { type CallError, read } from '../services/call'
import { communityOf } from './live'
import { cacheOptions, useLive } from './use-read'

/** Calls that answer page by page. */
export type PagedName = {
  [N in ReadName]: CallOutput<N> extends { items: unknown[]; next: string | null } ? N : never
}[ReadName]
type ItemOf<N extends PagedName> = CallOutput<N>['items'][number]

export interface PagesState<T> {
  items: T[] | undefined
  error: CallError | undefined
  isLoading: boolean
  isLoadingMore: boolean
  hasMore: boolean
  /** Asks for the next page; does nothing while one is on its way or when there is none. */
  loadMore: () => void
  refresh: () => Promise<void>
}

/** A list by cursor: give the input without `cursor`; null asks nothing. */
export function usePages<N extends PagedName>(
  name: N,
  input: Omit<CallInput<N>, 'cursor'> | null,
): PagesState<ItemOf<N>> {
  const { data, error, isLoading, isValidating, size, setSize, mutate } = useSWRInfinite<
    CallOutput<N>,
    CallError
  >(
    (index: number, previous: CallOutput<N> | null) => {
      if (input === null || (previous && previous.next === null)) return null
      return [name, { ...input, ...(index > 0 && previous ? { cursor: previous.next } : {}) }]
    },
    ([, page]: [N, CallInput<N>]) => read(name, page),
    { ...cacheOptions, revalidateFirstPage: false },
  )
  const ask = async () => {
    await mutate()
  }
  useLive(name, communityOf(input), input === null ? null : ask)
  const isLoadingMore = isValidating && size > (data?.length ?? 0)
  const hasMore = (data?.at(-1)?.next ?? null) !== null
  return {
    items: data?.flatMap((page) => page.items as ItemOf<N>[]),
    error,
    isLoading,
    isLoadingMore,
    hasMore,
    loadMore: () => {
      if (hasMore && !isLoadingMore) void setSize(size + 1)
    },
    refresh: ask,
  }
}
