import { View } from '@tarojs/components'
import type { Rating } from '../../../../types/help-rules'
import type { OfferView, RequestDetail } from '../../../../types/help-views'
import { Button } from '../../../components/Button'
import { Icon } from '../../../components/Icon'
import { t } from '../../../i18n'
import type { OpenSheet } from './sheet'

interface Props {
  request: RequestDetail
  offer: OfferView
  onSheet: (sheet: OpenSheet) => void
}

/** How the two sides of one help found it: to be said, waited for, or read. */
export function RatingNote({ request, offer, onSheet }: Props) {
  const { ratings, helper } = offer
  if (!ratings || !(ratings.mayRate || ratings.mine || ratings.theirs)) return null
  const { mine, theirs, mayRate } = ratings
  const name = offer.own ? request.requester.nickname : helper.nickname
  return (
    <View className="request-rating">
      {mine && <Line words={t('help.ratedMine', { words: inWords(mine) })} />}
      {theirs && <Line words={t('help.ratedTheirs', { name, words: inWords(theirs) })} />}
      {mine && !theirs && <View className="request-rating__note">{t('help.ratedWaits')}</View>}
      {mayRate && (
        <Button small kind="quiet" icon="star" onClick={() => onSheet({ name: 'rate', offer })}>
          {t('help.rate')}
        </Button>
      )}
    </View>
  )
}

function Line({ words }: { words: string }) {
  return (
    <View className="request-rating__line">
      <Icon name="star" size="small" className="request-rating__icon" />
      <View>{words}</View>
    </View>
  )
}

const inWords = ({ score, points }: Rating): string =>
  [t(`help.rate_${score}`), ...points.map((point) => t(`help.ratePoint_${point}`))].join(
    t('help.comma'),
  )
