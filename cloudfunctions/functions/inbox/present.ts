import type { Message } from '../../../types/inbox'
import type { MessageDoc } from '../../db/documents'

export const messageOf = ({
  _id,
  communityId,
  communityName,
  kind,
  params,
  target,
  read,
  createdAt,
}: MessageDoc): Message => ({
  messageId: _id,
  communityId,
  communityName,
  kind,
  params,
  target,
  read,
  createdAt: createdAt.toISOString(),
})
