import type { Broadcast, RequestDoc } from '../../db/documents'
import type { News } from './request'

/** News of a request as a message: the sentence needs its title, a tap leads to it. */
export const messageOf = (
  request: RequestDoc,
  communityName: string,
  { kind, params }: News,
): Omit<Broadcast, 'to' | 'except' | 'later'> => ({
  communityId: request.communityId,
  communityName,
  kind,
  params: { title: request.title, ...params },
  target: { page: 'request', requestId: request._id },
})
