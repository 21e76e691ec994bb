import { View } from '@tarojs/components'
import { sentenceOf, t } from '../../i18n'
import type { CallError, CallErrorCode } from '../../services/call'
import { spoken } from '../a11y'
import { Button } from '../Button'
import { Illustration } from '../Illustration'
import './index.scss'

interface Props {
  error: CallError
  /** Without it the person mends something first: a refusal of what they sent. */
  onRetry?: (() => void) | undefined
  busy?: boolean
  /** A notice above content that is still shown, instead of a page of its own. */
  inline?: boolean
}

/** What asking again cannot change: the answer is about the person or the address. */
const LASTING: readonly CallErrorCode[] = [
  'forbidden',
  'not_found',
  'not_member',
  'unauthenticated',
]

/** What failed, in a sentence; trying again; and small, what to quote when asking for help. */
export function ErrorRetry({ error, onRetry, busy, inline }: Props) {
  const again = LASTING.includes(error.code) ? undefined : onRetry
  return (
    <View
      className={inline ? 'hz-error hz-error--inline' : 'hz-error'}
      {...spoken({ role: 'alert', live: 'polite' })}
    >
      {!inline && <Illustration name="error" />}
      <View className="hz-error__text">{sentenceOf(error)}</View>
      {again && (
        <Button
          kind={inline ? 'quiet' : 'secondary'}
          small={Boolean(inline)}
          busy={Boolean(busy)}
          icon="refresh"
          onClick={again}
        >
          {t('common.retry')}
        </Button>
      )}
      <View className="hz-error__code">{codeOf(error)}</View>
    </View>
  )
}

/** `internal · 7f3a…`: enough to find the log line, nothing that says anything to a thief. */
export const codeOf = ({ code, requestId }: CallError): string =>
  requestId ? `${code} · ${requestId}` : code
