import type { ReactNode } from 'react'
import type { CallError } from '../../services/call'
import { ErrorRetry } from '../ErrorRetry'
import { Skeleton } from '../Skeleton'

interface Props {
  items: readonly unknown[] | undefined
  error: CallError | undefined
  onRetry: () => void
  children: ReactNode
}

/** A list below filters that stay: its skeleton, what went wrong, or what there is. */
export function ListBody({ items, error, onRetry, children }: Props) {
  if (!items) return error ? <ErrorRetry error={error} onRetry={onRetry} /> : <Skeleton count={4} />
  return (
    <>
      {error && <ErrorRetry inline error={error} onRetry={onRetry} />}
      {children}
    </>
  )
}
