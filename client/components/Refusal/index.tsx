import type { CallError, CallErrorCode } from '../../services/call'
import { ErrorRetry } from '../ErrorRetry'

/** What the same call may overcome by being sent again; anything else wants something mended. */
const PASSING: readonly CallErrorCode[] = ['network', 'busy', 'internal']

interface Props {
  error: CallError | undefined
  onRetry: () => void
  busy?: boolean
}

/** Why the cloud did not do it, above what was to be done; nothing when it was not refused. */
export function Refusal({ error, onRetry, busy }: Props) {
  if (!error) return null
  const retry = PASSING.includes(error.code) ? onRetry : undefined
  return <ErrorRetry inline error={error} onRetry={retry} busy={Boolean(busy)} />
}
