import { View } from '@tarojs/components'
import type { OfferView, RequestDetail } from '../../../../types/help-views'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Quote } from '../../../components/Quote'
import { TimeLine, type TimeLineStep } from '../../../components/TimeLine'
import { t } from '../../../i18n'
import { ago, inFull } from '../../../i18n/time'
import { navigate } from '../../../services/navigate'
import { Asked } from './asked'
import { Ended } from './ended'
import { namesOf } from './names'
import { OfferRow } from './offer-row'
import { Promised } from './promised'
import { RatingNote } from './rating'
import type { OpenSheet } from './sheet'
import { sortOffers } from './standing'
import { ThreadDoor } from './thread-door'

export interface StoryProps {
  request: RequestDetail
  timeZone: string
  communityId: string
  /** The offer whose acceptance is under way. */
  accepting: string | null
  onAccept: (offer: OfferView) => void
  onSheet: (sheet: OpenSheet) => void
}

/** Where the page's foot leads who has offers to answer. */
export const OFFERS_ID = 'request-offers'

/** Asked, offers, match, done, thanks: how it went so far, and what comes next. */
export function Story(props: StoryProps) {
  const { state } = props.request
  const isOver = state === 'cancelled' || state === 'expired'
  const steps = isOver
    ? [asked(props), offers(props), ended(props)]
    : [asked(props), offers(props), match(props), done(props), thanks(props)]
  return (
    <Card>
      <TimeLine steps={steps} />
    </Card>
  )
}

function asked({ request, timeZone, communityId }: StoryProps): TimeLineStep {
  const { previousId } = request
  return {
    key: 'asked',
    title: t('help.stepAsked'),
    note: inFull(request.createdAt, timeZone),
    state: 'past',
    children: (
      <>
        <Asked request={request} timeZone={timeZone} />
        {previousId && (
          <Button
            small
            kind="quiet"
            icon="undo"
            onClick={() => void navigate('help.request', { communityId, requestId: previousId })}
          >
            {t('help.seePrevious')}
          </Button>
        )}
      </>
    ),
  }
}

function offers(props: StoryProps): TimeLineStep {
  const { request, timeZone } = props
  const { waiting, ended: gone } = sortOffers(request)
  const isOpen = request.state === 'open'
  // An offer that was taken back does not mean that somebody wants to help.
  const hasAny = isOpen
    ? request.offersWaiting + request.helpersTaken > 0
    : request.offers.length > 0
  // With every place taken nobody is looked for, so there is no search to end.
  const mayClose = isOpen && request.steps.includes('close')
  return {
    key: 'offers',
    title: t(hasAny ? 'help.stepOffered' : 'help.stepOffers'),
    note: offersNote(request),
    state: isOpen ? 'now' : 'past',
    children: (waiting.length > 0 || gone.length > 0 || mayClose) && (
      <View id={OFFERS_ID}>
        {waiting.map((offer) => (
          <OfferRow key={offer.offerId} {...{ offer, timeZone }}>
            {request.steps.includes('answerOffers') && <Answering {...props} offer={offer} />}
          </OfferRow>
        ))}
        {gone.map((offer) => (
          <OfferRow key={offer.offerId} {...{ offer, timeZone }} />
        ))}
        {mayClose && (
          <View className="request-close">
            <Button small kind="quiet" icon="stop" onClick={() => props.onSheet({ name: 'close' })}>
              {t(request.helpersTaken === 0 ? 'help.cancelRequest' : 'help.close')}
            </Button>
          </View>
        )}
      </View>
    ),
  }
}

function offersNote(request: RequestDetail): string {
  const { state, own, offersWaiting, helpersTaken } = request
  if (state === 'cancelled' || state === 'expired') return t('help.offersOver')
  if (state !== 'open') return t('help.offersAnswered')
  if (offersWaiting > 0) {
    return t(own ? 'help.offersWaitMe' : 'help.offersWaitOther', { count: offersWaiting })
  }
  if (helpersTaken > 0) return t('help.offersMore')
  return t(own || sortOffers(request).own ? 'help.offersNone' : 'help.offersAhead')
}

/** 接受 by one tap, 婉拒 with a reason. */
function Answering({ offer, accepting, onAccept, onSheet }: StoryProps & { offer: OfferView }) {
  const isBusy = accepting === offer.offerId
  const { nickname: name } = offer.helper
  return (
    <>
      <Button
        small
        kind="secondary"
        icon="check"
        busy={isBusy}
        disabled={accepting !== null}
        label={t('help.acceptNamed', { name })}
        onClick={() => onAccept(offer)}
      >
        {t('help.accept')}
      </Button>
      <Button
        small
        kind="quiet"
        disabled={accepting !== null}
        label={t('help.declineNamed', { name })}
        onClick={() => onSheet({ name: 'decline', offer })}
      >
        {t('help.decline')}
      </Button>
    </>
  )
}

function match({ request, timeZone, communityId, onSheet }: StoryProps): TimeLineStep {
  const { taken } = sortOffers(request)
  const figures = { taken: request.helpersTaken, needed: request.helpersNeeded }
  const { closeReason } = request
  return {
    key: 'match',
    title: t('help.stepMatch'),
    note:
      taken.length === 0
        ? t('help.matchAhead')
        : t(request.state === 'open' ? 'help.matchSome' : 'help.matchAll', figures),
    state: taken.length > 0 ? 'past' : 'ahead',
    children: taken.length > 0 && (
      <>
        {taken.map((offer) => (
          <OfferRow key={offer.offerId} {...{ offer, timeZone }}>
            {offer.state === 'accepted' && request.steps.includes('confirm') && (
              <Promised {...{ offer, timeZone, onSheet }} />
            )}
          </OfferRow>
        ))}
        {closeReason && (
          <View className="request-hint">{t('help.closedNote', { reason: closeReason })}</View>
        )}
        <ThreadDoor request={request} communityId={communityId} />
      </>
    ),
  }
}

function done({ request }: StoryProps): TimeLineStep {
  const { taken, accepted, done: said } = sortOffers(request)
  const title = t('help.stepDone')
  if (taken.length === 0) return { key: 'done', title, note: t('help.doneAhead'), state: 'ahead' }
  if (accepted.length === 0 && request.state !== 'open') {
    return { key: 'done', title, note: t('help.doneAll'), state: 'past' }
  }
  const note = said[0]
    ? t('help.doneSome', { names: namesOf(said) })
    : t('help.doneWaits', { names: namesOf(accepted) })
  return { key: 'done', title, note, state: request.state === 'open' ? 'ahead' : 'now' }
}

function thanks({ request, timeZone, onSheet }: StoryProps): TimeLineStep {
  const { done: said, thanked } = sortOffers(request)
  const isAll = request.state === 'thanked'
  const isMine = request.steps.includes('confirm')
  return {
    key: 'thanks',
    title: t('help.stepThanks'),
    note: thanksNote(request, said.length > 0),
    state: isAll ? 'past' : said.length > 0 ? 'now' : 'ahead',
    ...(isAll ? { icon: 'heart' as const } : {}),
    children: (thanked.length > 0 || (isMine && said.length > 0)) && (
      <>
        {thanked.map((offer) => (
          <View key={offer.offerId}>
            <Quote
              words={offer.thanks ?? ''}
              by={t(offer.byTime ? 'help.thanksByTime' : 'help.thanksBy', {
                name: offer.own ? t('help.me') : offer.helper.nickname,
                ago: ago(offer.changedAt, timeZone),
              })}
            />
            <RatingNote {...{ request, offer, onSheet }} />
          </View>
        ))}
        {isMine &&
          said.map((offer) => (
            <View key={offer.offerId} className="request-thank">
              <Button
                small
                kind="secondary"
                icon="heart"
                onClick={() => onSheet({ name: 'thanks', offer })}
              >
                {t('help.confirmOne', { name: offer.helper.nickname })}
              </Button>
            </View>
          ))}
      </>
    ),
  }
}

function thanksNote({ state, own }: RequestDetail, isSaid: boolean): string {
  if (state === 'thanked') return t('help.thanksAll')
  if (!isSaid) return t('help.thanksAhead')
  return t(own ? 'help.thanksWaitMe' : 'help.thanksWaitOther')
}

function ended({ request, communityId, onSheet }: StoryProps): TimeLineStep {
  const isCancelled = request.state === 'cancelled'
  return {
    key: 'ended',
    title: t(isCancelled ? 'help.cancelledTitle' : 'help.expiredTitle'),
    note: request.closeReason
      ? t('help.reason', { reason: request.closeReason })
      : t(request.own ? 'help.expiredNote' : 'help.expiredOther'),
    state: 'ended',
    children: (request.own || request.nextId) && (
      <Ended request={request} communityId={communityId} onSheet={onSheet} />
    ),
  }
}
