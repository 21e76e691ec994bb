import { type Board, openBoard } from '../../../test/world/board'
import { PRESETS_BY_KEY } from '../../domain/presets'

let board: Board
beforeAll(async () => {
  board = await openBoard()
})
afterAll(() => board.world.close())

test('shows the community’s own current forms, each asking what, until when, and thanks', async () => {
  const { world, communityId, ben } = board
  const { templates } = await world.ok(ben, 'help.listTemplates', { communityId })
  const { templates: preset } = PRESETS_BY_KEY.neighbourhood
  expect(templates.map(({ key }) => key)).toEqual(preset.map(({ key }) => key))
  for (const { version, fields } of templates) {
    expect(version).toBe(1)
    const keys = fields.map(({ key }) => key)
    expect(keys).toEqual(expect.arrayContaining(['what', 'deadline', 'thanks']))
  }
  const again = await world.ok(ben, 'help.listTemplates', { communityId })
  expect(again).toEqual({ templates })

  const other = await world.given.community({ preset: 'technology', name: '前端夜谈' })
  const theirs = await world.ok(other.owner, 'help.listTemplates', {
    communityId: other.communityId,
  })
  expect(theirs.templates.map(({ key }) => key)).not.toEqual(templates.map(({ key }) => key))
})
