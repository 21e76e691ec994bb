import { useRouter } from '@tarojs/taro'
import { useSession } from './use-session'

/** The community a page speaks of: named in its address, else (a cut link) the one that is open. */
export function useCommunityId(): string | null {
  const { params } = useRouter()
  const { communityId } = useSession()
  return params.communityId ? decodeURIComponent(params.communityId) : communityId
}
