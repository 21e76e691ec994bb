import type { Album } from '../components/ImagesField/use-uploads'
import { useEntrance } from './use-entrance'

/** Where this person's pictures of a community go; undefined until it is known who they are. */
export function useAlbum(communityId: string): Album | undefined {
  const { data } = useEntrance()
  const mine = data?.communities.find(({ id }) => id === communityId)
  const userId = mine?.memberId.slice(communityId.length + 1)
  return userId ? { communityId, userId } : undefined
}
