import type { ChallengeDoc, ChallengePartDoc } from '../../db/documents'
import { gt, lt, type Store } from '../../db/store'
import { type Context, read } from '../../runtime/action'
import { PAGE_LIMIT, pageOf } from '../../runtime/page'
import { partId } from './load'
import { anyMember, mayRun } from './policy'
import { cardOf } from './present'

type Input = Context<'challenge.list'>['input']
type Line = { key: string; challengeId: string; challenge?: ChallengeDoc; part?: ChallengePartDoc }

/** A page of challenges, in the order that its view is for. */
export const list = read('challenge.list', {
  fetch: ({ store, input, userId }) =>
    input.view === 'mine' ? findMine(store, input, userId) : findAll(store, input),
  allow: anyMember,
  reply: async ({ store, actor, now }, lines) => {
    const { community, userId } = actor
    const { shown, next } = pageOf(lines, ({ key }) => key)
    const missing = shown.flatMap((line) => (line.challenge ? [] : [line.challengeId]))
    const unknown = shown.flatMap((line) => (line.part ? [] : [partId(line.challengeId, userId)]))
    const [challenges, parts] = await Promise.all([
      store.getMany('challenges', missing),
      store.getMany('challengeParts', unknown),
    ])
    const byId = new Map(challenges.map((challenge) => [challenge._id, challenge]))
    const items = shown.flatMap((line) => {
      const challenge = line.challenge ?? byId.get(line.challengeId)
      const part = line.part ?? parts.find((one) => one.challengeId === line.challengeId) ?? null
      if (!challenge) return []
      return [cardOf(challenge, { community, part, now })]
    })
    return { items, next, mayCreate: mayRun(actor) }
  },
})

/** Those to come and running, the first to end first; those settled, the last to end first. */
async function findAll(store: Store, { communityId, view, cursor }: Input): Promise<Line[]> {
  const found = await store.find('challenges', {
    where: {
      communityId,
      state: view === 'current' ? 'open' : 'settled',
      ...(cursor ? { order: view === 'current' ? gt(cursor) : lt(cursor) } : {}),
    },
    orderBy: ['order', view === 'current' ? 'asc' : 'desc'],
    limit: PAGE_LIMIT,
  })
  return found.map((challenge) => ({
    key: challenge.order,
    challengeId: challenge._id,
    challenge,
  }))
}

/** What I take part in, the latest first. */
async function findMine(
  store: Store,
  { communityId, cursor }: Input,
  userId: string,
): Promise<Line[]> {
  const parts = await store.find('challengeParts', {
    where: { communityId, userId, score: gt(''), ...(cursor ? { order: lt(cursor) } : {}) },
    orderBy: ['order', 'desc'],
    limit: PAGE_LIMIT,
  })
  return parts.map((part) => ({ key: part.order, challengeId: part.challengeId, part }))
}
