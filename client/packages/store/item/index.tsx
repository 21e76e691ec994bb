import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { type ItemDetail, PICKUP_DAYS } from '../../../../types/store'
import { spoken } from '../../../components/a11y'
import { Button } from '../../../components/Button'
import { FixedAction } from '../../../components/FixedAction'
import { LevelTag } from '../../../components/LevelTag'
import { ListGroup, ListRow } from '../../../components/ListRow'
import { Page } from '../../../components/Page'
import { Skeleton } from '../../../components/Skeleton'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useRead } from '../../../hooks/use-read'
import { useTimeZone } from '../../../hooks/use-time-zone'
import { t, useT } from '../../../i18n'
import { inFull } from '../../../i18n/time'
import { navigate, useParams } from '../../../services/navigate'
import { Gone, isGone } from '../parts/gone'
import { StandingTag } from '../parts/state-tag'
import './index.scss'
import { RedeemSheet } from './redeem-sheet'

/** One thing, its terms, and the way to have it. */
export default function Item() {
  useT()
  const communityId = useCommunityId()
  const { itemId } = useParams('store.item')
  const ids = communityId && itemId ? { communityId, itemId } : null
  const { data: item, error, refresh } = useRead('store.getItem', ids)
  const timeZone = useTimeZone(communityId)
  const [isAsked, setAsked] = useState(false)
  if (!ids || isGone(error)) return <Gone what="item" communityId={communityId} error={error} />
  return (
    <Page
      {...(item ? { title: item.name, lead: t(`store.kind_${item.kind}`) } : {})}
      aside={item && <StandingTag {...item} />}
      loading={!item && !error}
      skeleton={<Skeleton count={2} />}
      error={error}
      hasContent={Boolean(item)}
      onRetry={() => void refresh()}
      footer={item && <Foot item={item} onRedeem={() => setAsked(true)} />}
    >
      {item && (
        <>
          {item.picture && (
            <Image
              className="item-picture"
              src={item.picture}
              mode="aspectFill"
              {...spoken({ hidden: true })}
            />
          )}
          {item.about !== '' && <View className="item-about">{item.about}</View>}
          <Terms item={item} timeZone={timeZone} />
          <View className="item-how">{howOf(item)}</View>
          {item.mayKeep && (
            <View className="store-acts">
              <Button
                small
                kind="secondary"
                icon="edit"
                onClick={() => void navigate('store.edit', ids)}
              >
                {t('store.edit')}
              </Button>
              <Button small kind="quiet" onClick={() => void navigate('store.orders', ids)}>
                {t('store.itemOrders')}
              </Button>
            </View>
          )}
          {isAsked && (
            <RedeemSheet
              communityId={ids.communityId}
              item={item}
              onClose={() => setAsked(false)}
            />
          )}
        </>
      )}
    </Page>
  )
}

function Terms({ item, timeZone }: { item: ItemDetail; timeZone: string }) {
  const { price, left, limitEach, mine, opensAt, closesAt, pickupWhere, levelNeeded } = item
  const times = [
    ...(opensAt ? [t('store.from', { when: inFull(opensAt, timeZone) })] : []),
    ...(closesAt ? [t('store.until', { when: inFull(closesAt, timeZone) })] : []),
  ]
  return (
    <ListGroup>
      <ListRow title={t('store.price')} value={t('store.points', { price })} />
      <ListRow
        title={t('store.stock')}
        value={left === null ? t('store.noEnd') : t('store.left', { left })}
      />
      <ListRow
        title={t('store.limit')}
        value={
          limitEach === null
            ? t('store.noLimit')
            : mine > 0
              ? t('store.limitMine', { max: limitEach, mine })
              : t('store.limitEach', { max: limitEach })
        }
      />
      {levelNeeded && (
        <ListRow title={t('store.levelLabel')} value={<LevelTag level={levelNeeded} />} />
      )}
      {times.length > 0 && <ListRow title={t('store.window')} note={times.join(' · ')} />}
      {pickupWhere !== '' && <ListRow title={t('store.where')} note={pickupWhere} />}
    </ListGroup>
  )
}

/** Why it cannot be had now; null when it can. */
function whyNot({ standing, price, available, levelNeeded, hasLevel }: ItemDetail): string | null {
  if (standing !== 'open') return t(`store.standing_${standing}`)
  if (levelNeeded && !hasLevel) return t('store.levelMissing', { level: levelNeeded.name })
  return price > available ? t('store.poor', { missing: price - available }) : null
}

/** The one thing to do, or in its place why not. */
function Foot({ item, onRedeem }: { item: ItemDetail; onRedeem: () => void }) {
  const { price, shown } = item
  const reason = whyNot(item)
  return (
    <FixedAction>
      <Button full disabled={reason !== null || !shown} onClick={onRedeem}>
        {reason ?? t('store.redeem', { price })}
      </Button>
    </FixedAction>
  )
}

const howOf = ({ kind, privilege }: ItemDetail): string => {
  if (kind === 'privilege') return t(`store.how_${privilege ?? 'makeUpCard'}`)
  return t(`store.how_${kind}`, { days: PICKUP_DAYS })
}
