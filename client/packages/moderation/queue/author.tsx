import { View } from '@tarojs/components'
import { useState } from 'react'
import type { CaseSummary, ReviewedCase } from '../../../../types/moderation'
import { Avatar } from '../../../components/Avatar'
import { Button } from '../../../components/Button'
import { Tag } from '../../../components/Tag'
import { t } from '../../../i18n'
import { ago } from '../../../i18n/time'
import { STATE_TONES } from '../parts/tones'

const STOPPED: readonly CaseSummary['state'][] = ['returned', 'refused', 'removed']

/** Who wrote it: how long they have been here, and what was judged of theirs before. */
export function Author({ found, timeZone }: { found: ReviewedCase; timeZone: string }) {
  const { author, memberSince, history } = found
  const [isOpen, setOpen] = useState(false)
  const approved = history.filter(({ state }) => state === 'approved').length
  const stopped = history.filter(({ state }) => STOPPED.includes(state)).length
  return (
    <View className="review__author">
      <Avatar id={author.avatar} size="small" />
      <View className="review__who">
        <View className="review__name">
          {author.nickname}
          {memberSince && ` · ${t('moderation.since', { time: ago(memberSince, timeZone) })}`}
        </View>
        <View className="review__past">
          {history.length > 0
            ? t('moderation.history', { approved, stopped })
            : t('moderation.noHistory')}
        </View>
        {history.length > 0 && (
          <View className="review__more">
            <Button kind="quiet" small onClick={() => setOpen(!isOpen)}>
              {t(isOpen ? 'moderation.historyHide' : 'moderation.historyShow')}
            </Button>
          </View>
        )}
        {isOpen &&
          history.map((past) => <Past key={past.caseId} past={past} timeZone={timeZone} />)}
      </View>
    </View>
  )
}

function Past({ past, timeZone }: { past: CaseSummary; timeZone: string }) {
  const { excerpt, state, reason, submittedAt } = past
  return (
    <View className="review__earlier">
      <View className="review__top">
        <Tag tone={STATE_TONES[state]}>{t(`moderation.state_${state}`)}</Tag>
        <View className="review__ago">{ago(submittedAt, timeZone)}</View>
      </View>
      <View className="review__text">{excerpt}</View>
      {reason && <View className="review__past">{`${t('moderation.reason')}：${reason}`}</View>}
    </View>
  )
}
