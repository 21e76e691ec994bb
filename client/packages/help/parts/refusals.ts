import { codeOf } from '../../../components/ErrorRetry'
import { toast } from '../../../components/Toast'
import { sentenceOf, t } from '../../../i18n'
import type { CallError, CallErrorCode } from '../../../services/call'
import { navigate } from '../../../services/navigate'

/** Refusals that mean: the page was out of date, and what it shows now says why. */
const OUT_OF_DATE: readonly CallErrorCode[] = [
  'request_closed',
  'request_full',
  'offer_gone',
  'already_offered',
  'own_request',
  'not_found',
  'not_member',
  'forbidden',
]

export const isOutOfDate = ({ code }: CallError): boolean => OUT_OF_DATE.includes(code)

interface Situation {
  communityId: string
  /** On the reader's own request: there is no thanking them for their help. */
  own: boolean
  retry?: () => void
}

function sentenceForRequester(error: CallError): string {
  if (error.code === 'request_full') return t('help.fullForRequester')
  if (error.code === 'request_closed') return t('help.closedForRequester')
  return sentenceOf(error)
}

/**
 * Says why an act of one tap was not done, with the way on where there is one: the rules to accept,
 * or the same act again. `retry` is safe: a write that was done already is not done twice.
 */
export function explain(error: CallError, { communityId, own, retry }: Situation): void {
  const say = (text: string, way?: { text: string; onClick: () => void }) =>
    toast(text, { kind: 'problem', ...(way ? { undo: way } : {}) })
  const sentence = own ? sentenceForRequester(error) : sentenceOf(error)
  if (error.code === 'rules_not_accepted') {
    say(sentence, {
      text: t('common.readRules'),
      onClick: () => void navigate('community.rules', { communityId }),
    })
  } else if (error.code === 'training_required') {
    say(sentence, {
      text: t('training.need'),
      onClick: () => void navigate('entry.training', { communityId }),
    })
  } else if (isOutOfDate(error) || !retry) {
    say(sentence)
  } else {
    const quoted = error.requestId ? `${sentence} ${codeOf(error)}` : sentence
    say(quoted, { text: t('common.retry'), onClick: retry })
  }
}
