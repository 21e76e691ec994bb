import type { CommunityFace } from '../../types/community'
import type { CommunityDoc } from '../db/documents'

/** What anybody may see of a community who holds its card. */
export const faceOf = ({ _id, name, purpose, preset, timeZone }: CommunityDoc): CommunityFace => ({
  id: _id,
  name,
  purpose,
  preset,
  timeZone,
})
