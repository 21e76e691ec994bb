import { openWorld, type RequestOptions, type User } from '.'

export type Board = Awaited<ReturnType<typeof openBoard>>

/** A community in which Ann asks and others help: the board's steps as a test tells them. */
export async function openBoard() {
  const world = await openWorld()
  const home = await world.given.community()
  const { communityId } = home
  const ann = await world.given.member(home, 'ann')
  const ben = await world.given.member(home, 'ben')
  const cai = await world.given.member(home, 'cai')
  await world.fireTimer()

  const on = (requestId: string) => ({ communityId, requestId })
  const offerBy = (requestId: string, helper: User) => ({
    ...on(requestId),
    offerId: helper.userId,
  })

  const when = {
    offer: (requestId: string, helper: User) =>
      world.ok(helper, 'help.makeOffer', { ...on(requestId), message: '我下班后可以来' }),
    accept: (requestId: string, helper: User) =>
      world.ok(ann, 'help.acceptOffer', offerBy(requestId, helper)),
    decline: (requestId: string, helper: User) =>
      world.ok(ann, 'help.declineOffer', { ...offerBy(requestId, helper), reason: '已有人了' }),
    withdraw: (requestId: string, helper: User) =>
      world.ok(helper, 'help.withdrawOffer', { ...on(requestId), reason: '临时要加班' }),
    finish: (requestId: string, helper: User) => world.ok(helper, 'help.markDone', on(requestId)),
    confirm: (requestId: string, helper: User) =>
      world.ok(ann, 'help.confirmDone', { ...offerBy(requestId, helper), thanks: '帮了大忙' }),
    close: (requestId: string) =>
      world.ok(ann, 'help.closeRequest', { ...on(requestId), reason: '自己修好了' }),
  }

  const given = {
    open: (options: RequestOptions = {}) => world.given.request(communityId, ann, options),
    async offered(helpers: User[], options: RequestOptions = {}) {
      const requestId = await given.open(options)
      for (const helper of helpers) await when.offer(requestId, helper)
      return requestId
    },
    async accepted(helpers: User[], options: RequestOptions = {}) {
      const requestId = await given.offered(helpers, { helpersNeeded: helpers.length, ...options })
      for (const helper of helpers) await when.accept(requestId, helper)
      return requestId
    },
  }

  const see = {
    request: (requestId: string, viewer: User = ann) =>
      world.ok(viewer, 'help.getRequest', on(requestId)),
    /** The state of the request, and of each helper's offer by their user id, as Ann sees them. */
    async states(requestId: string) {
      const { state, offers } = await see.request(requestId)
      return { state, ...Object.fromEntries(offers.map((offer) => [offer.offerId, offer.state])) }
    },
    /** What a person was told about a request. */
    async news(requestId: string, reader: User) {
      const messages = await world.documents('messages')
      return messages
        .filter(
          ({ userId, target }) =>
            userId === reader.userId && target.page === 'request' && target.requestId === requestId,
        )
        .map(({ kind, params }) => ({ kind, params }))
    },
  }

  return { world, home, communityId, ann, ben, cai, on, offerBy, given, when, see }
}
