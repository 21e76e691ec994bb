import { photo } from '../../../scripts/lib/sample-pictures'
import { control } from '../../../test/world'
import { type Board, openBoard } from '../../../test/world/board'
import { postPictured } from '../../../test/world/pictured'

const MINUTE_MS = 60_000

let board: Board
beforeAll(async () => {
  board = await openBoard()
})
afterAll(() => board.world.close())

const visibilityOf = async (requestId: string) =>
  (await board.world.documents('requests')).find(({ _id }) => _id === requestId)?.visibility

test.each([
  ['fails', 'before', 'fail'],
  ['is killed', 'after', 'kill'],
] as const)(
  'what %s %s any of its steps is done once by a later run',
  async (_what, side, effect) => {
    const { world } = board
    for (let call = 1, fired = 1; fired > 0; call++) {
      const { requestId, caseId } = await postPictured(board, photo())
      const plan = { function: 'pictures', call, side, effect, times: 1 }
      await control(world.cloud, 'POST', 'faults', plan)
      await world.firePictures().catch(() => {})
      fired = (await world.clearFaults()).faults[0]?.fired ?? 0
      await world.deliverPushes()
      await world.shiftClock(3 * MINUTE_MS)
      await world.firePictures()
      await world.deliverPushes()
      await world.shiftClock(0)
      expect(await visibilityOf(requestId)).toBe('shown')
      const promised = await world.documents('receipts', { action: 'timer' })
      const told = promised.flatMap(({ outbox }) => outbox)
      const about = told.filter(({ target }) => target.page === 'case' && target.caseId === caseId)
      expect(about).toHaveLength(1)
      await board.when.close(requestId)
      await world.rested(board.ann)
    }
  },
)
