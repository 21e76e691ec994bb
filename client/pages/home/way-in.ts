import { useEffect, useRef } from 'react'
import { type Entrance, useOpenMembership } from '../../hooks/use-entrance'
import { useSession } from '../../hooks/use-session'
import { lastDoor } from '../../services/last-door'
import { navigate, useParams } from '../../services/navigate'

/**
 * Follows the card that the app was opened by, once: into the community when the person belongs
 * there, else to its door. Answers the community whose door it was, so that the way to it stays open
 * after coming back. Keeps the open community true to where the person really belongs.
 */
export function useWayIn(entrance: Entrance | undefined): string | null {
  const given = useParams('home').communityId
  const { communityId, openCommunity } = useSession()
  const membership = useOpenMembership(entrance)
  const followed = useRef<string | null>(null)

  const target = given ?? entrance?.opened ?? null
  const isInside = Boolean(entrance?.communities.some(({ id }) => id === target))
  useEffect(() => {
    if (!entrance || !target || followed.current === target) return
    followed.current = target
    // A group alone, without a card that names the community, leads to the same door only once.
    const isKnownDoor = target !== given && lastDoor() === target
    if (isInside) openCommunity(target)
    else if (!isKnownDoor) void navigate('entry.door', { communityId: target })
  })

  const openId = membership?.id ?? null
  useEffect(() => {
    const isFollowed = !target || followed.current === target
    if (entrance && isFollowed && openId !== communityId && target !== communityId) {
      openCommunity(openId)
    }
  })
  return target && !isInside ? target : null
}
