import { useEffect, useState } from 'react'
import type { RequestDetail } from '../../../../types/help-views'
import { CARD_HEIGHT, CARD_WIDTH, paintRequestCard } from '../../../drawings/request-card'
import { useLiveCard } from '../../../hooks/use-live-card'
import { useRead } from '../../../hooks/use-read'
import { useWrite } from '../../../hooks/use-write'
import { t } from '../../../i18n'
import { byWhen } from '../../../i18n/by-when'
import { drawPicture } from '../../../platform/draw'
import type { ShareCard } from '../../../platform/types'
import { linkTo } from '../../../services/navigate'
import type { RequestIds } from './sheet'

/**
 * The card by which a request is handed to a chat, with a picture once it is drawn. It leads members
 * to the request and anybody else to the community's door.
 */
export function useCard(
  request: RequestDetail | undefined,
  ids: RequestIds | null,
  timeZone: string,
): ShareCard {
  const picture = usePicture(request, ids, timeZone)
  const opening = useWrite('help.openCard')
  const isSearching = request?.state === 'open' || request?.state === 'matched'
  const live = useLiveCard(request?.liveCard, isSearching, async () => {
    const result = ids ? await opening.run(ids) : null
    return result?.ok ? result.data.card : null
  })
  if (!request || !ids) return { title: t('common.appName'), path: linkTo('home') }
  return {
    title: t('help.shareTitle', { name: request.requester.nickname, title: request.title }),
    path: linkTo('help.request', ids),
    ...(picture === null ? {} : { imageUrl: picture }),
    ...(live ? { activityId: live.activityId } : {}),
  }
}

function usePicture(
  request: RequestDetail | undefined,
  ids: RequestIds | null,
  timeZone: string,
): string | null {
  const { data: home } = useRead('member.getHome', ids && { communityId: ids.communityId })
  const [picture, setPicture] = useState<string | null>(null)
  const words = request && {
    kind: request.templateName,
    title: request.title,
    urgency: request.urgency === 'normal' ? '' : t(`help.urgency_${request.urgency}`),
    deadline: byWhen(request.deadline, timeZone),
    helpers: t('help.helpers', { taken: request.helpersTaken, needed: request.helpersNeeded }),
    community: home?.community.name ?? '',
  }
  // Drawn anew when what it says has changed, not with every look at the page.
  const said = JSON.stringify(words ?? null)
  useEffect(() => {
    let isWanted = true
    const toSay: typeof words = JSON.parse(said) ?? undefined
    if (!toSay) return
    void drawPicture(CARD_WIDTH, CARD_HEIGHT, (pen) => paintRequestCard(pen, toSay)).then(
      (drawn) => {
        if (isWanted) setPicture(drawn)
      },
    )
    return () => {
      isWanted = false
    }
  }, [said])
  return picture
}
