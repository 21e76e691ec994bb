import { View } from '@tarojs/components'
import { useState } from 'react'
import type { StatementLine } from '../../../../types/points'
import { Button } from '../../../components/Button'
import { MoreFoot } from '../../../components/MoreFoot'
import { PointsLine } from '../../../components/PointsLine'
import { ReasonSheet } from '../../../components/ReasonSheet'
import { Section } from '../../../components/Section'
import { Skeleton } from '../../../components/Skeleton'
import { toast } from '../../../components/Toast'
import type { PagesState } from '../../../hooks/use-pages'
import { useTimeZone } from '../../../hooks/use-time-zone'
import { useWrite } from '../../../hooks/use-write'
import { t } from '../../../i18n'

interface Props {
  communityId: string
  pages: PagesState<StatementLine>
}

/** What moved and was not taken back; an order's points are given back by the order. */
const mayTakeBack = ({ amount, reversed, reason, cause }: StatementLine): boolean =>
  amount !== 0 && !reversed && reason !== 'reversed' && cause.kind !== 'order'

/** A member's movements; each that moved something can be taken back. */
export function MemberStatement({ communityId, pages }: Props) {
  const { items, error, hasMore, isLoadingMore, loadMore } = pages
  const timeZone = useTimeZone(communityId)
  const [chosen, setChosen] = useState<StatementLine | null>(null)
  const reversing = useWrite('points.reverse', ['points.'])
  const takeBack = async (reason: string) => {
    if (!chosen) return
    const { transferId } = chosen
    const result = await reversing.run({ communityId, transferId, reason })
    if (!result.ok) return
    setChosen(null)
    const waits = result.data.state === 'pending'
    toast(t(waits ? 'points.adjustWaits' : 'points.adjustDone'), { kind: 'done' })
  }
  return (
    <Section title={t('points.statementTitle')}>
      {!items && !error && <Skeleton shape="row" count={3} />}
      {items?.length === 0 && <View className="member-points__note">{t('points.noMoves')}</View>}
      {items && items.length > 0 && (
        <View className="member-points__lines">
          {items.map((line) => (
            <View key={line.transferId} className="member-points__line">
              <PointsLine line={line} timeZone={timeZone} />
              {mayTakeBack(line) && (
                <View className="member-points__act">
                  <Button small kind="quiet" icon="undo" onClick={() => setChosen(line)}>
                    {t('points.takeBack')}
                  </Button>
                </View>
              )}
            </View>
          ))}
        </View>
      )}
      <MoreFoot {...{ hasMore, isLoadingMore }} onMore={loadMore} isLong={false} />
      {chosen && (
        <ReasonSheet
          title={t('points.takeBackTitle')}
          lead={t('points.takeBackLead')}
          reasons={[t('points.takeBack_1'), t('points.takeBack_2'), t('points.takeBack_3')]}
          doText={t('points.takeBack')}
          decision={{ busy: reversing.busy, error: reversing.error, communityId }}
          onDo={takeBack}
          onClose={() => setChosen(null)}
        />
      )}
    </Section>
  )
}
