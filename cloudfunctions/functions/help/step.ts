import type { RequestDoc } from '../../db/documents'
import { has } from '../../domain/duties'
import { messageOf } from '../../domain/help/message'
import type { News } from '../../domain/help/request'
import type { Outcome, Party } from '../../domain/help/steps'
import type { Actor, WriteContext } from '../../runtime/action'
import { refuse } from '../../runtime/errors'

type Inside = Pick<
  WriteContext<'help.acceptOffer'>,
  'actor' | 'tx' | 'tell' | 'broadcast' | 'screened'
>

/** The request under the transaction's eye. Refuses `not_found` for one of another community too. */
export async function loadRequest({
  tx,
  actor,
  input,
}: {
  tx: Inside['tx']
  actor: Actor
  input: { requestId: string }
}): Promise<{ request: RequestDoc }> {
  const request = await tx.get('requests', input.requestId)
  return { request: ours(request, actor) }
}

/**
 * A request of the actor's community; any other does not exist for them, nor does one that is not
 * shown, except for its requester, those who stand by an offer on it, and those who judge content.
 */
export function ours(request: RequestDoc | null, { userId, member, community }: Actor): RequestDoc {
  if (request?.communityId !== community._id) return refuse('not_found')
  const { visibility, helperUserIds } = request
  const isParty = request.userId === userId || helperUserIds.includes(userId)
  const mayLook = visibility === 'shown' || isParty || has(member.role, 'moderate')
  return mayLook ? request : refuse('not_found')
}

export const partyOf = ({ userId, member }: Actor): Party => ({
  userId,
  nickname: member.nickname,
})

/** Writes what a step made of the request and tells those concerned, or refuses as the step says. */
export async function take(inside: Inside, outcome: Outcome): Promise<RequestDoc> {
  if (!outcome.ok) return refuse(outcome.code, outcome.params)
  await inside.tx.put('requests', outcome.request)
  await announce(inside, outcome.request, outcome.news)
  return outcome.request
}

/**
 * News for one person goes into their inbox within the transaction; nobody is told what they see
 * happen. News for those who waited goes out after the commit: at once, or, when the step tells
 * somebody else too and so has no database steps to spare, with the timer.
 */
async function announce(
  { actor, tell, broadcast, screened }: Inside,
  request: RequestDoc,
  news: readonly News[],
): Promise<void> {
  const isDirect = ({ kind }: News) => kind !== 'request_closed'
  // Words that wait take a step for their case: then everything is told within a minute.
  const isHeld = screened.verdict === 'review'
  const later = isHeld || news.some(isDirect) ? { later: true as const } : {}
  for (const entry of news) {
    const message = messageOf(request, actor.community.name, entry)
    if (isHeld || !isDirect(entry)) {
      broadcast({ ...message, to: entry.to, except: actor.userId, ...later })
      continue
    }
    for (const userId of entry.to.filter((reader) => reader !== actor.userId)) {
      await tell({ ...message, userId })
    }
  }
}
