import * as fc from 'fast-check'
import type { User } from '../../../test/world'
import { type Board, openBoard } from '../../../test/world/board'
import type { CallInput } from '../../../types/contract'
import type { Urgency } from '../../../types/help-rules'
import { PAGE_SIZE } from '../../../types/shape'

let board: Board
beforeAll(async () => {
  board = await openBoard()
})
afterAll(() => board.world.close())
afterEach(() => board.world.shiftClock(0))

type View = CallInput<'help.listRequests'>['view']

type More = Omit<CallInput<'help.listRequests'>, 'communityId' | 'view'>

const list = (user: User, view: View, more: More = {}) =>
  board.world.ok(user, 'help.listRequests', { communityId: board.communityId, view, ...more })

const idsIn = async (user: User, view: View, more = {}) =>
  (await list(user, view, more)).items.map(({ requestId }) => requestId)

test('each view shows its requests, and a card says how far they are', async () => {
  const { given, when, ann, ben, cai } = board
  const open = await given.offered([ben])
  const matched = await given.accepted([ben])
  const fulfilled = await given.accepted([ben])
  await when.finish(fulfilled, ben)
  const thanked = await given.accepted([ben])
  await when.confirm(thanked, ben)
  const cancelled = await given.offered([ben])
  await when.close(cancelled)

  expect(await idsIn(cai, 'open')).toEqual([open])
  expect(await idsIn(cai, 'settled')).toEqual([thanked, fulfilled])
  expect(await idsIn(ann, 'mine')).toEqual([cancelled, thanked, fulfilled, matched, open])
  expect(await idsIn(ben, 'mine')).toEqual([])
  expect(await idsIn(ben, 'helping')).toEqual([thanked, fulfilled, matched, open])
  expect(await idsIn(cai, 'helping')).toEqual([])

  const [card] = (await list(ann, 'open')).items
  expect(card).toMatchObject({
    requestId: open,
    state: 'open',
    own: true,
    helpersNeeded: 1,
    helpersTaken: 0,
    offersWaiting: 1,
    requester: { nickname: 'ann' },
  })
})

test('a request leaves the open view at its deadline; its own people see that it has expired', async () => {
  const { world, given, ann, ben } = board
  const requestId = await given.open({ inMinutes: 120 })
  expect(await idsIn(ben, 'open')).toContain(requestId)
  await world.shiftClock(121 * 60_000)
  expect(await idsIn(ben, 'open')).not.toContain(requestId)
  const mine = (await list(ann, 'mine')).items.find((item) => item.requestId === requestId)
  expect(mine?.state).toBe('expired')
})

test('the board can be narrowed to one form', async () => {
  const { world, given, communityId, ann, ben } = board
  const requestId = await given.open()
  const { templates } = await world.ok(ann, 'help.listTemplates', { communityId })
  const [used, other] = templates.map(({ key }) => key)
  expect(await idsIn(ben, 'open', { templateKey: used })).toContain(requestId)
  expect(await idsIn(ben, 'open', { templateKey: other })).toEqual([])
})

test('pages neither skip nor repeat while others post and requests leave', async () => {
  const { world, given, when, communityId, ben, cai } = board
  const posted: string[] = []
  for (let n = 0; n < PAGE_SIZE + 5; n++) {
    const poster = n % 2 === 0 ? ben : cai
    posted.push(await world.given.request(communityId, poster, { what: `第 ${n + 1} 件小事` }))
  }
  const first = await list(board.ann, 'open')
  expect(first.items).toHaveLength(PAGE_SIZE)
  expect(first.items.map(({ requestId }) => requestId)).toEqual(posted.slice(-PAGE_SIZE).reverse())
  const late = await given.open()
  const gone = posted.at(-1) ?? ''
  await world.ok(ben, 'help.closeRequest', { communityId, requestId: gone, reason: '不需要了' })
  const second = await list(board.ann, 'open', { cursor: first.next ?? '' })
  const ids = second.items.map(({ requestId }) => requestId)
  expect(ids.slice(0, 5)).toEqual(posted.slice(0, 5).reverse())
  expect(ids).not.toContain(late)
  expect(second.next).toBeNull()
  await when.close(late)
})

test('a full last page says that nothing follows', async () => {
  const { world, home, communityId } = board
  const eva = await world.given.member(home, 'eva')
  for (let n = 0; n < PAGE_SIZE; n++) await world.given.request(communityId, eva)
  const page = await list(eva, 'mine')
  expect(page.items).toHaveLength(PAGE_SIZE)
  expect(page.next).toBeNull()
})

test('what presses stands above, and one urgency can be looked at alone', async () => {
  const { world, home, communityId } = board
  const gus = await world.given.member(home, 'gus')
  const post = (urgency: Urgency) => world.given.request(communityId, gus, { urgency })
  const urgent = await post('urgent')
  const emergency = await post('emergency')
  const later = await post('urgent')
  const normal = await post('normal')
  expect((await idsIn(gus, 'open')).slice(0, 3)).toEqual([emergency, later, urgent])
  expect(await idsIn(gus, 'open', { urgency: 'urgent' })).toEqual([later, urgent])
  expect((await idsIn(gus, 'open', { urgency: 'normal' }))[0]).toBe(normal)
  expect(await idsIn(gus, 'mine')).toEqual([normal, later, emergency, urgent])
})

test('search finds Chinese anywhere in what was written, and nothing for no words', async () => {
  const { given, ann, ben } = board
  const requestId = await given.open({ what: '想借一把冲击电钻装窗帘杆' })
  for (const search of ['电钻', '窗帘', '冲击电钻', '借 窗帘杆']) {
    expect(await idsIn(ben, 'open', { search })).toEqual([requestId])
  }
  for (const search of ['钻电', '.*', '$ne', '修']) {
    expect(await idsIn(ben, 'open', { search })).not.toContain(requestId)
  }
  expect(await idsIn(ben, 'open', { fits: ['会用电钻', '电钻'] })).toEqual([requestId])
  expect(await idsIn(ben, 'open', { fits: ['弹钢琴'] })).toEqual([])
  expect(await idsIn(ann, 'mine', { search: '窗帘' })).toEqual([requestId])
})

test('however others post between pages, none that stayed is skipped and none repeats', async () => {
  const { world } = board
  const turn = fc.constantFrom<Urgency | 'close'>('normal', 'normal', 'urgent', 'close')
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { minLength: 1, maxLength: 4 }), async (turns) => {
      const { communityId, owner } = await world.given.community()
      const posters: User[] = []
      for (let n = 0; n < 3; n++)
        posters.push(await world.given.member({ communityId, owner }, 'poster'))
      const at = (n: number) => posters[n % posters.length] ?? owner
      const post = (n: number, urgency: Urgency) =>
        world.given.request(communityId, at(n), { urgency })
      const stayed = new Map<string, User>()
      for (let n = 0; n < PAGE_SIZE * 2; n++) {
        stayed.set(await post(n, n % 13 === 0 ? 'urgent' : 'normal'), at(n))
      }
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const page: { items: { requestId: string }[]; next: string | null } = await world.ok(
          owner,
          'help.listRequests',
          { communityId, view: 'open', ...(cursor ? { cursor } : {}) },
        )
        seen.push(...page.items.map(({ requestId }) => requestId))
        cursor = page.next
        for (const [n, what] of turns.entries()) {
          if (what !== 'close') {
            // Past the bound on pressing ones nothing is posted, which is fine here.
            const input = await world.requestInput(communityId, at(n), { urgency: what })
            await world.call(at(n), 'help.postRequest', input)
          } else {
            const [requestId, by] = [...stayed.entries()][n * 7] ?? []
            if (!requestId || !by) continue
            stayed.delete(requestId)
            await world.call(by, 'help.closeRequest', { communityId, requestId, reason: '好了' })
          }
        }
      } while (cursor)
      expect(new Set(seen).size).toBe(seen.length)
      for (const requestId of stayed.keys()) expect(seen).toContain(requestId)
    }),
    { numRuns: 5 },
  )
}, 120_000)
