import { View } from '@tarojs/components'
import type { RankedPart } from '../../../../types/challenge'
import { Avatar } from '../../../components/Avatar'
import { cx } from '../../../components/cx'
import { Empty } from '../../../components/Empty'
import { ListBody } from '../../../components/ListBody'
import { ListGroup, ListRow } from '../../../components/ListRow'
import { MoreFoot } from '../../../components/MoreFoot'
import type { PagesState } from '../../../hooks/use-pages'
import { t } from '../../../i18n'

const LONG = 10

/** Who has written on how many days; equal days, equal place. */
export function Ranking({ pages, needed }: { pages: PagesState<RankedPart>; needed: number }) {
  const { items, error, refresh, hasMore, isLoadingMore, loadMore } = pages
  return (
    <ListBody items={items} error={error} onRetry={() => void refresh()}>
      {items?.length === 0 && (
        <Empty
          picture="welcome"
          title={t('recognition.noRanking')}
          text={t('recognition.noRankingText')}
        />
      )}
      {items && items.length > 0 && (
        <ListGroup>
          {items.map(({ member, place, days, own }) => (
            <ListRow
              key={member.memberId}
              picture={
                <View className="ranking__who">
                  <View className={cx('ranking__place', place <= 3 && 'ranking__place--high')}>
                    {place}
                  </View>
                  <Avatar id={member.avatar} size="small" />
                </View>
              }
              title={own ? t('recognition.rankedMe', { name: member.nickname }) : member.nickname}
              value={t('recognition.rankedDays', { days })}
              {...(days >= needed ? { note: t('recognition.reachedGoal') } : {})}
            />
          ))}
        </ListGroup>
      )}
      {items && (
        <>
          <View className="challenge__small">{t('recognition.rankingNote')}</View>
          <MoreFoot
            {...{ hasMore, isLoadingMore }}
            onMore={loadMore}
            isLong={items.length > LONG}
          />
        </>
      )}
    </ListBody>
  )
}
