import type { RequestDetail } from '../../../../types/help-views'
import { t } from '../../../i18n'
import { namesOf } from './names'
import { sortOffers } from './standing'

interface Now {
  text: string
  tone: 'jade' | 'amber' | 'ink'
}

/**
 * How a request stands for the one who looks, in a sentence: what they wait for, or what came of
 * their help. Nothing where the button at the page's foot says it all.
 */
export function nowFor(request: RequestDetail): Now | null {
  const { state } = request
  if (state === 'cancelled' || state === 'expired') return { text: t('help.nowOver'), tone: 'ink' }
  return request.own ? nowForRequester(request) : nowForOther(request)
}

function nowForRequester(request: RequestDetail): Now | null {
  const { waiting, accepted, done } = sortOffers(request)
  if (waiting.length > 0) {
    return { text: t('help.offersWaitMe', { count: waiting.length }), tone: 'amber' }
  }
  if (done.length > 0) return { text: t('help.thanksWaitMe'), tone: 'amber' }
  if (request.state === 'open') return { text: t('help.nowWaitOffers'), tone: 'ink' }
  if (accepted.length > 0) {
    return { text: t('help.nowWaitHelp', { names: namesOf(accepted) }), tone: 'ink' }
  }
  return null
}

function nowForOther(request: RequestDetail): Now | null {
  const { own } = sortOffers(request)
  const name = request.requester.nickname
  switch (own?.state) {
    case 'offered':
      return { text: t('help.nowOffered', { name }), tone: 'amber' }
    case 'accepted':
      return { text: t('help.nowAccepted', { name }), tone: 'jade' }
    case 'done':
      return { text: t('help.nowDone', { name }), tone: 'amber' }
    case 'thanked':
      return { text: t('help.nowThanked', { name }), tone: 'jade' }
    default:
      // An onlooker is told only why there is nothing to offer any more.
      return request.state === 'matched' ? { text: t('help.nowFull'), tone: 'ink' } : null
  }
}
