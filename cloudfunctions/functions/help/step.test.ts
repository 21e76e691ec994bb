import { type Board, openBoard } from '../../../test/world/board'
import type { CallInput, WriteName } from '../../../types/contract'

let board: Board
let elsewhere: { communityId: string; requestId: string; offerId: string }

beforeAll(async () => {
  board = await openBoard()
  const { world, given, ann, ben } = board
  const other = await world.given.community({ name: '隔壁' })
  // Ann and Ben belong to both communities and may post in both; the request is the first one's.
  for (const user of [ann, ben]) {
    await world.apply(user, other.communityId)
    await world.ok(other.owner, 'entry.decide', {
      communityId: other.communityId,
      applicationId: `${other.communityId}:${user.userId}`,
      revision: 1,
      verdict: 'approve',
    })
    await world.train(user, other.communityId)
  }
  const requestId = await given.offered([ben])
  elsewhere = { communityId: other.communityId, requestId, offerId: ben.userId }
})
afterAll(() => board.world.close())

const steps: { [N in WriteName]?: () => Promise<unknown> } = {
  'help.makeOffer': () => refusal('help.makeOffer', { ...elsewhere, message: '我来' }),
  'help.withdrawOffer': () => refusal('help.withdrawOffer', { ...elsewhere, reason: '临时有事' }),
  'help.declineOffer': () => refusal('help.declineOffer', { ...elsewhere, reason: '不用' }),
  'help.acceptOffer': () => refusal('help.acceptOffer', elsewhere),
  'help.markDone': () => refusal('help.markDone', elsewhere),
  'help.confirmDone': () => refusal('help.confirmDone', { ...elsewhere, thanks: '多谢' }),
  'help.closeRequest': () => refusal('help.closeRequest', { ...elsewhere, reason: '不用' }),
}

const refusal = async <N extends WriteName>(name: N, input: CallInput<N>) => {
  const isHelpers = ['help.makeOffer', 'help.withdrawOffer', 'help.markDone'].includes(name)
  return board.world.refused(isHelpers ? board.ben : board.ann, name, input)
}

test.each(Object.keys(steps) as WriteName[])(
  '%s does not find a request of another community, even for its own people',
  async (name) => {
    expect(await steps[name]?.()).toEqual({ code: 'not_found', params: {} })
  },
)

test('getRequest does not find it either', async () => {
  const { communityId, requestId } = elsewhere
  const reply = await board.world.call(board.ann, 'help.getRequest', { communityId, requestId })
  expect(reply).toMatchObject({ ok: false, code: 'not_found' })
})
