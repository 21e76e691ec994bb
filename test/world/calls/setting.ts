import type { User, World } from '..'

export type Setting = { world: World; communityId: string; owner: User; ann: User; ben: User }

/** A community with its owner and two members, everything promised already sent. */
export async function setting(world: World): Promise<Setting> {
  const home = await world.given.community()
  const ann = await world.given.member(home, 'ann')
  const ben = await world.given.member(home, 'ben')
  await world.fireTimer()
  return { world, ...home, ann, ben }
}

/** Ben has offered help on a request of Ann's. */
export async function offered({ world, communityId, ann, ben }: Setting) {
  const requestId = await world.given.request(communityId, ann)
  await world.ok(ben, 'help.makeOffer', { communityId, requestId, message: '我下班后可以来' })
  return { communityId, requestId, offerId: ben.userId }
}

/** A setting in which there is something to see. */
export type Busy = Setting & { requestId: string; standingId: string; caseId: string } & {
  eventId: string
  certificate: string
}

/** Somebody of their own and what they can always help with: one may have only so many. */
export async function standing({ world, communityId, owner }: Setting) {
  const user = await world.given.member({ communityId, owner }, 'offerer')
  const { standingId } = await world.ok(user, 'help.postStanding', {
    communityId,
    kind: 'tool',
    title: '冲击钻可以借',
    details: '带两副钻头，周末在家',
  })
  return { user, at: { communityId, standingId } }
}

/** And Ann has taken it. */
export async function accepted(setting: Setting) {
  const at = await offered(setting)
  await setting.world.ok(setting.ann, 'help.acceptOffer', at)
  return at
}

const LONG_SILENCE_MS = 25 * 3_600_000

/** Ben was accepted more than a day ago and nothing was heard of him since. */
export async function silent(setting: Setting) {
  await setting.world.shiftClock(-LONG_SILENCE_MS)
  const at = await accepted(setting)
  await setting.world.shiftClock(0)
  return at
}

/** And Ann has thanked Ben. */
export async function thanked(setting: Setting) {
  const at = await accepted(setting)
  await setting.world.ok(setting.ann, 'help.confirmDone', { ...at, thanks: '帮了大忙' })
  return at
}
