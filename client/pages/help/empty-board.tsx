import { Empty } from '../../components/Empty'
import { t } from '../../i18n'
import { navigate } from '../../services/navigate'
import type { BoardView } from './views'

interface Props {
  view: BoardView
  /** Something narrows the view. */
  isNarrowed: boolean
  onView: (view: BoardView) => void
  onAll: () => void
}

/** Nothing can fit who has not said what they can do. */
export function NoSkills({ communityId }: { communityId: string }) {
  return (
    <Empty
      picture="empty-board"
      title={t('help.fitsNone')}
      text={t('help.fitsNoneText')}
      action={{
        text: t('help.fitsWrite'),
        onClick: () => void navigate('member.profile', { communityId }),
      }}
    />
  )
}

/** Nothing in this view, and where to go from here; asking stands at the foot of the page anyway. */
export function EmptyBoard({ view, isNarrowed, onView, onAll }: Props) {
  if (isNarrowed) {
    return (
      <Empty
        picture="empty-board"
        title={t('help.emptyFound')}
        text={t('help.emptyFoundText')}
        action={{ text: t('help.seeAll'), onClick: onAll }}
      />
    )
  }
  const seeOpen = { text: t('help.seeOpen'), onClick: () => onView('open') }
  switch (view) {
    case 'open':
      return (
        <Empty
          picture="empty-board"
          title={t('help.emptyOpen')}
          text={t('help.emptyOpenText')}
          action={{ text: t('help.seeSettled'), onClick: () => onView('settled') }}
        />
      )
    case 'settled':
      return (
        <Empty
          picture="done"
          title={t('help.emptySettled')}
          text={t('help.emptySettledText')}
          action={seeOpen}
        />
      )
    case 'mine':
      return (
        <Empty picture="empty-board" title={t('help.emptyMine')} text={t('help.emptyMineText')} />
      )
    case 'helping':
      return (
        <Empty
          picture="thanks"
          title={t('help.emptyHelping')}
          text={t('help.emptyHelpingText')}
          action={seeOpen}
        />
      )
  }
}
