import { Page } from '../../components/Page'
import { useEntrance, useOpenMembership } from '../../hooks/use-entrance'
import { useT } from '../../i18n'
import { HomeSkeleton } from './home-skeleton'
import './index.scss'
import { Today } from './today'
import { useWayIn } from './way-in'
import { Welcome } from './welcome'

/** Where everything begins: the open community's day, or the way into a first one. */
export default function Home() {
  useT()
  const { data: entrance, error, refresh } = useEntrance()
  const membership = useOpenMembership(entrance)
  const otherDoor = useWayIn(entrance)
  if (!entrance) {
    return (
      <Page
        tab
        loading={!error}
        skeleton={<HomeSkeleton />}
        error={error}
        onRetry={() => void refresh()}
      />
    )
  }
  if (!membership) return <Welcome entrance={entrance} otherDoor={otherDoor} />
  return (
    <Today
      key={membership.id}
      entrance={entrance}
      membership={membership}
      otherDoor={otherDoor}
      onGone={() => void refresh()}
    />
  )
}
