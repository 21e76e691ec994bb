import { Empty } from '../../components/Empty'
import { t } from '../../i18n'
import type { BoardView } from './views'

interface Props {
  view: BoardView
  /** Only one kind of request is looked for. */
  isNarrowed: boolean
  onView: (view: BoardView) => void
  onAllKinds: () => void
}

/** Nothing in this view, and where to go from here; asking stands at the foot of the page anyway. */
export function EmptyBoard({ view, isNarrowed, onView, onAllKinds }: Props) {
  if (isNarrowed) {
    return (
      <Empty
        picture="empty-board"
        title={t('help.emptyKind')}
        text={t('help.emptyKindText')}
        action={{ text: t('help.seeAll'), onClick: onAllKinds }}
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
