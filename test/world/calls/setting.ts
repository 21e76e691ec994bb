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

/** And Ann has taken it. */
export async function accepted(setting: Setting) {
  const at = await offered(setting)
  await setting.world.ok(setting.ann, 'help.acceptOffer', at)
  return at
}
