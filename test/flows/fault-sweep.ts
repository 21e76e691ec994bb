import type { WriteName } from '../../types/contract'
import { CallFailed, type Change, type Fault, newKey, openWorld, type World } from '../world'
import { SCENES } from '../world/calls'
import { type Setting, setting } from '../world/calls/setting'
import type { Scene } from '../world/calls/shape'

const MODES: Pick<Fault, 'side' | 'effect'>[] = [
  { side: 'before', effect: 'fail' },
  { side: 'before', effect: 'kill' },
  { side: 'after', effect: 'fail' },
  { side: 'after', effect: 'lose' },
  { side: 'after', effect: 'kill' },
]

/** Some fifty runs of half a dozen calls each, on a machine that may be busy with other things. */
const SWEEP_MS_MAX = 900_000

/** Where every scene begins, and where every run of it does. */
const SETTING = 'setting'
const START = 'scene'

const blank = (text: string) =>
  text
    // Links of the log's chain depend on all that was done before.
    .replace(/"(seq|prev|hash)":("[0-9a-f]*"|\d+)/g, '"$1":0')
    // A sealed text differs each time, a piece of stock is drawn by lot, a number is cut from an id.
    .replace(/"s1\.\w+\.[\w.-]+"/g, '"sealed"')
    .replace(/"prints":\[[^\]]*\]/g, '"prints":[]')
    .replace(/"(unit|pickupNumber)":"[0-9a-z-]+"/g, '"$1":"~"')
    // Any free place of a challenge.
    .replace(/"slot":"\d{4}"/g, '"slot":"~"')
    .replace(/"place":"(\d-)?\d\d"/g, '"place":"~"')
    .replace(/"activityId":"[0-9a-f]+"/g, '"activityId":"~"')
    // The code of a pass is made of the key of the call.
    .replace(/"(_id|pass)":"[0-9a-hjkmnp-tv-z]{10}"/g, '"$1":"~"')
    .replace(/"guestUntilMs":\d+/g, '"guestUntilMs":0')
    .replace(/[0-9a-z]{26,27}/g, '#')
    .replace(/group-[0-9a-z]+/g, 'group')
    .replace(/o-[a-z]+-\d+-[0-9a-f]+/g, 'openid')
    .replace(/"(head|prev|hash)":"[\w-]+"/g, '"$1":"~"')
    .replace(/("lastMs":|"atMs":\[)[\d,]+/g, '$1@')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '@')

type Difference = { added: string[]; gone: string[] }

/** What a run added and what it took away or changed, ids and instants blanked. */
function difference(changes: Change[]): Difference {
  const lines = (side: 'before' | 'after') =>
    changes
      .flatMap((change) => {
        const document = change[side]
        return document ? [`${change.collection} ${blank(JSON.stringify(document))}`] : []
      })
      .sort()
  const rest = lines('before')
  const added = lines('after').filter((line) => {
    const at = rest.indexOf(line)
    if (at < 0) return true
    rest.splice(at, 1)
    return false
  })
  return { added, gone: rest }
}

type Sweep = {
  world: World
  name: WriteName
  scene: Scene<WriteName>
  startedAtMs: number
  /** What the timer made of each state that it was given, ids and instants blanked. */
  settled: Map<string, Difference>
}

/** One run: the call with the fault, the phone's retries, the timer; and what is different then. */
async function run(sweep: Sweep, fault: Fault | null) {
  const { world, name, scene, startedAtMs } = sweep
  const { user, input, group } = scene
  await world.restore(START)
  // Every run plays at the same moment: what is good for some seconds only is so in each.
  await world.shiftClock(startedAtMs - Date.now())
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
  const { communityId } = scene.communityId ? scene : (answer as unknown as { communityId: string })
  return settled(sweep, communityId ?? '')
}

/** A community that a broken call meant to make is not the one that the phone's next call made. */
const isOf =
  (communityId: string) =>
  ({ collection, before, after }: Change): boolean => {
    const document = { ...before, ...after } as { _id: string; communityId?: string }
    const of = collection === 'communities' ? document._id : document.communityId
    return (of ?? communityId) === communityId
  }

/**
 * What is different once the timer has run. It knows nothing but what is stored: a state that an
 * earlier run has left, receipts and all, need not be given to it again.
 */
async function settled({ world, settled }: Sweep, communityId: string): Promise<Difference> {
  const state = JSON.stringify(difference(await world.changesSince(START)))
  const known = settled.get(state)
  if (known) return known
  await world.fireTimer()
  expect(await world.documents('receipts', { sent: false })).toEqual([])
  const changes = (await world.changesSince(START)).filter(isOf(communityId))
  // Receipts carry the key of a run; all else it leaves is compared.
  const left = difference(changes.filter(({ collection }) => collection !== 'receipts'))
  settled.set(state, left)
  return left
}

/** What changes nothing, inside of a transaction and outside. */
const READS = ['getDocument', 'calculateDocument', 'aggregateDocuments'].map(
  (name) => `database.${name}`,
)

/**
 * The faults worth a run: those after which the database or what the function has heard differ.
 * - A read that fails is the same before it was done and after; it changed nothing.
 * - To kill a function at a read is to kill it at the last write before, or at its very first call.
 * - To kill it before a write that it sends when all others are answered is the same.
 */
async function faultsOf({ world, name, scene }: Sweep): Promise<Fault[]> {
  // The newest call is the phone's second one, which reads its answer again.
  const [, calls = []] = await world.databaseCalls(name.split('.')[0] ?? '', scene.user)
  expect(calls.length).toBeGreaterThan(3)
  return calls.flatMap(({ seq, action, startMs }) => {
    const isRead = READS.includes(action)
    const isFirst = seq === 1
    const isAlone = calls.every((other) => other.seq >= seq || other.endMs <= startMs)
    return MODES.filter(({ side, effect }) => {
      if (effect === 'kill' && side === 'before') return isFirst || !(isRead || isAlone)
      return !isRead || effect === 'lose' || (effect === 'fail' && side === 'before')
    }).map((mode) => ({ call: seq, ...mode }))
  })
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

  let world: World
  let at: Setting
  beforeAll(async () => {
    world = await openWorld()
    at = await setting(world)
    await world.mark(SETTING)
  })
  beforeEach(() => world.goBack(SETTING))

  test.each(names)(
    '%s leaves the same behind whatever call of its is killed, failed or left unanswered',
    async (name) => {
      const scene = await SCENES[name](at)
      await world.mark(START)
      const startedAtMs = await world.now()
      const sweep: Sweep = { world, name, scene, startedAtMs, settled: new Map() }
      const clean = await run(sweep, null)
      expect(clean.added).not.toEqual([])
      for (const fault of await faultsOf(sweep)) {
        expect({ fault, left: await run(sweep, fault) }).toEqual({ fault, left: clean })
      }
    },
    SWEEP_MS_MAX,
  )
}
