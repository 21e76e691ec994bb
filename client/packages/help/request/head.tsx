import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import type { RequestDetail } from '../../../../types/help-views'
import { Avatar } from '../../../components/Avatar'
import { spoken } from '../../../components/a11y'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { cx } from '../../../components/cx'
import { HelperCount } from '../../../components/HelperCount'
import { Icon, type IconName } from '../../../components/Icon'
import { Deadline } from '../../../components/RequestCard/deadline'
import { RequestTop } from '../../../components/RequestCard/top'
import { ShareButton } from '../../../components/ShareButton'
import { t } from '../../../i18n'
import { ago } from '../../../i18n/time'
import type { ShareCard } from '../../../platform/types'
import { Held } from './held'
import { nowFor } from './now'

interface Props {
  request: RequestDetail
  timeZone: string
  card: ShareCard
  /** It has just been posted. */
  isFresh: boolean
  communityId: string
}

/** From so many characters on, the title is set smaller: a whole sentence, not a headline. */
const LONG_TITLE = 30

/** What it is about, before the story begins. */
export function Head({ request, timeZone, card, isFresh, communityId }: Props) {
  const { title, state, requester, own, createdAt } = request
  const isShown = request.visibility === 'shown'
  const isSearching = state === 'open' && isShown
  return (
    <View className="request-head">
      {isFresh && isShown && <Fresh card={card} />}
      {own && <Held request={request} communityId={communityId} />}
      <RequestTop request={request} timeZone={timeZone} />
      <View
        className={cx(
          'request-head__title',
          title.length > LONG_TITLE && 'request-head__title--long',
        )}
        {...spoken({ role: 'heading', level: 1 })}
      >
        {title}
      </View>
      <View className="request-head__facts">
        <Deadline request={request} timeZone={timeZone} />
        <HelperCount taken={request.helpersTaken} needed={request.helpersNeeded} />
        {request.bountyEach > 0 && (
          <View className="request-head__fact request-head__fact--bounty">
            {t('points.bountyEach', { each: request.bountyEach })}
          </View>
        )}
      </View>
      <View className="request-head__by">
        <Avatar id={requester.avatar} size="small" />
        <View className="request-head__name">
          {t(own ? 'help.requestByMe' : 'help.requestBy', {
            name: requester.nickname,
            ago: ago(createdAt, timeZone),
          })}
        </View>
        {isSearching && !isFresh && (
          <ShareButton small kind="quiet" card={card}>
            {t('help.share')}
          </ShareButton>
        )}
      </View>
      {isShown && <Now request={request} />}
    </View>
  )
}

/** After posting: it is there, and the group can be told. */
function Fresh({ card }: { card: ShareCard }) {
  const [isOpen, setOpen] = useState(true)
  if (!isOpen) return null
  return (
    <Card tone="jade">
      <View className="request-fresh">
        <View className="request-fresh__title">{t('help.freshTitle')}</View>
        <View className="request-fresh__text">{t('help.freshText')}</View>
        {card.imageUrl && (
          <Image
            className="request-fresh__card"
            mode="aspectFit"
            src={card.imageUrl}
            {...spoken({ hidden: true })}
          />
        )}
        <View className="request-fresh__actions">
          <ShareButton kind="secondary" small card={card}>
            {t('help.share')}
          </ShareButton>
          <Button small kind="quiet" onClick={() => setOpen(false)}>
            {t('help.notNow')}
          </Button>
        </View>
      </View>
    </Card>
  )
}

const nowIcons = { jade: 'done', amber: 'wait', ink: 'info' } as const satisfies Record<
  string,
  IconName
>

/** How it stands for the one who looks, in a sentence. */
function Now({ request }: { request: RequestDetail }) {
  const now = nowFor(request)
  if (!now) return null
  return (
    <View className={`request-now request-now--${now.tone}`}>
      <Icon name={nowIcons[now.tone]} size="small" className="request-now__icon" />
      <View className="request-now__words">{now.text}</View>
    </View>
  )
}
