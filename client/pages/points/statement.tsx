import { View } from '@tarojs/components'
import type { StatementLine } from '../../../types/points'
import { Empty } from '../../components/Empty'
import { MoreFoot } from '../../components/MoreFoot'
import { PointsLine } from '../../components/PointsLine'
import { Section } from '../../components/Section'
import { Skeleton } from '../../components/Skeleton'
import type { PagesState } from '../../hooks/use-pages'
import { t } from '../../i18n'
import { causeLink } from '../../services/cause'
import { navigate } from '../../services/navigate'

/** A list is worth an end mark from here. */
const LONG = 8

interface Props {
  pages: PagesState<StatementLine>
  communityId: string
  timeZone: string
}

/** Every movement with its reason, the latest first; a tap leads to what it was for. */
export function Statement({ pages, communityId, timeZone }: Props) {
  const { items, error, hasMore, isLoadingMore, loadMore } = pages
  return (
    <Section title={t('points.statementTitle')}>
      {!items && !error && <Skeleton shape="row" count={3} />}
      {items?.length === 0 && (
        <Empty
          picture="thanks"
          title={t('points.noMoves')}
          text={t('points.noMovesText')}
          action={{ text: t('points.seeBoard'), onClick: () => void navigate('help') }}
        />
      )}
      {items && items.length > 0 && (
        <View className="points__lines">
          {items.map((line) => {
            const onOpen = causeLink(communityId, line.cause)
            return (
              <PointsLine
                key={line.transferId}
                line={line}
                timeZone={timeZone}
                {...(onOpen ? { onOpen } : {})}
              />
            )
          })}
        </View>
      )}
      {items && (
        <MoreFoot {...{ hasMore, isLoadingMore }} onMore={loadMore} isLong={items.length > LONG} />
      )}
    </Section>
  )
}
