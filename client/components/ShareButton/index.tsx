import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { t } from '../../i18n'
import { addressOf, shareNow, sharesByButton } from '../../platform/share'
import type { ShareCard } from '../../platform/types'
import { Button } from '../Button'
import { toast } from '../Toast'

interface Props {
  children: ReactNode
  /** The same card that the page gives to `useShare`, which WeChat asks. */
  card: ShareCard
  kind?: 'main' | 'secondary' | 'quiet'
  small?: boolean
  full?: boolean
}

/**
 * Hands the page's card to a chat: by WeChat's own button there, on the web by the preview's frame
 * or, without one, as a link to paste.
 */
export function ShareButton({ children, card, kind = 'secondary', small, full }: Props) {
  const share = async () => {
    if (shareNow(card)) return toast(t('common.shared'), { kind: 'done' })
    await Taro.setClipboardData({ data: `${card.title} ${addressOf(card.path)}` })
    toast(t('common.linkCopied'), { kind: 'done' })
  }
  return (
    <Button
      kind={kind}
      icon="share"
      small={Boolean(small)}
      full={Boolean(full)}
      {...(sharesByButton ? { openType: 'share' } : { onClick: () => void share() })}
    >
      {children}
    </Button>
  )
}
