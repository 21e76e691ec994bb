import type { WriteName } from '../../types/contract'
import { CallFailed, type Fault, newKey, openWorld, type World } from '../world'
import { SCENES, setting } from '../world/scenes'

const MODES: Pick<Fault, 'side' | 'effect'>[] = [
  { side: 'before', effect: 'fail' },
  { side: 'before', effect: 'kill' },
  { side: 'after', effect: 'fail' },
  { side: 'after', effect: 'lose' },
  { side: 'after', effect: 'kill' },
]

const COLLECTIONS = [
  'communities',
  'groups',
  'members',
  'applications',
  'templates',
  'requests',
  'thanks',
  'messages',
] as const

/** Everything a community holds, with ids and instants blanked, in an order that does not depend on them. */
async function traces(world: World, communityId: string): Promise<string[]> {
  const found = await Promise.all(
    COLLECTIONS.map(async (name) => {
      const filter = name === 'communities' ? { _id: communityId } : { communityId }
      const documents = await world.documents(name, filter)
      return documents.map((document) => `${name} ${blank(JSON.stringify(document))}`)
    }),
  )
  return found.flat().sort()
}

const blank = (text: string) =>
  text
    .replace(/[0-9a-z]{26}/g, '#')
    .replace(/group-[0-9a-z]+/g, 'group')
    .replace(/o-[a-z]+-\d+-[0-9a-f]+/g, 'openid')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '@')

/** One run in a community of its own: the call with the fault, the phone's retries, the timer. */
async function run<N extends WriteName>(world: World, name: N, fault: Fault | null) {
  const arranged = await SCENES[name](await setting(world))
  const { user, input, group } = arranged
  const key = newKey()
  const options = group === undefined ? { key } : { key, group }
  const [fn = ''] = name.split('.')
  if (fault) await world.fault(fn, user, fault)
  const first = await world.callWithCosts(user, name, input, options).catch((error: unknown) => {
    if (error instanceof CallFailed) return null
    throw error
  })
  const { faults } = await world.clearFaults()
  if (fault) expect(faults).toMatchObject([{ fired: 1 }])
  if (first && !first.reply.ok && first.reply.code !== 'busy') {
    throw new Error(`a fault was answered with ${first.reply.code}`)
  }
  const answer = first?.reply.ok ? first.reply.data : await world.ok(user, name, input, options)
  expect(await world.ok(user, name, input, options)).toEqual(answer)
  await world.fireTimer()
  const communityId =
    arranged.communityId ?? (answer as unknown as { communityId: string }).communityId
  return { traces: await traces(world, communityId), calls: first?.costs.calls ?? 0 }
}

/**
 * Every write of the given functions is killed, failed, or robbed of its answer at each of its
 * database calls; then the phone sends the same call again and the timer runs. What stands
 * afterwards must be what a call without faults leaves: nothing lost, nothing twice.
 */
export function sweep(functions: readonly string[]): void {
  const names = (Object.keys(SCENES) as WriteName[]).filter((name) =>
    functions.includes(name.split('.')[0] ?? ''),
  )
  describe.each(names)('%s', (name) => {
    let world: World
    beforeAll(async () => {
      world = await openWorld()
    })
    afterAll(() => world.close())

    test('leaves the same behind whatever call of its is killed, failed or left unanswered', async () => {
      const clean = await run(world, name, null)
      expect(clean.calls).toBeGreaterThan(3)
      for (let call = 1; call <= clean.calls; call++) {
        for (const mode of MODES) {
          const faulty = await run(world, name, { call, ...mode })
          expect({ call, ...mode, left: faulty.traces }).toEqual({
            call,
            ...mode,
            left: clean.traces,
          })
        }
      }
      expect(await world.documents('receipts', { sent: false })).toEqual([])
    })
  })
}
