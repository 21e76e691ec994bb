import type { ReactNode } from 'react'
import { t } from '../../i18n'
import { shareNow, sharesByButton } from '../../platform/share'
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

/** Hands the page's card to a chat: by WeChat's own button there, by the preview's frame on the web. */
export function ShareButton({ children, card, kind = 'secondary', small, full }: Props) {
  const share = () => {
    if (!shareNow(card)) toast(t('help.shareOutside'))
  }
  return (
    <Button
      kind={kind}
      icon="share"
      small={Boolean(small)}
      full={Boolean(full)}
      {...(sharesByButton ? { openType: 'share' } : { onClick: share })}
    >
      {children}
    </Button>
  )
}
