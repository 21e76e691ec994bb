import type { CollectionName } from '../../cloudfunctions/db/documents'
import { SCHEMA } from '../../cloudfunctions/db/indexes'
import type { WriteName } from '../../types/contract'
import { CallFailed, type Fault, newKey, openWorld, type World } from '../world'
import { SCENES } from '../world/calls'
import { type Setting, setting } from '../world/calls/setting'

const MODES: Pick<Fault, 'side' | 'effect'>[] = [
  { side: 'before', effect: 'fail' },
  { side: 'before', effect: 'kill' },
  { side: 'after', effect: 'fail' },
  { side: 'after', effect: 'lose' },
  { side: 'after', effect: 'kill' },
]

/** Some fifty runs of half a dozen calls each, on a machine that may be busy with other things. */
const SWEEP_MS_MAX = 240_000

/** Receipts carry the key of a run; all else a run leaves is compared. */
const COLLECTIONS = (Object.keys(SCHEMA) as CollectionName[]).filter((name) => name !== 'receipts')

/** Everything a community holds, with ids and instants blanked, in an order that does not depend on them. */
async function traces(world: World, communityId: string): Promise<string[]> {
  const found = await Promise.all(
    COLLECTIONS.map(async (name) => {
      const documents = await world.documents(name, filterOf(name, communityId))
      return documents.map((document) => `${name} ${blank(JSON.stringify(document))}`)
    }),
  )
  return found.flat().sort()
}

function filterOf(name: CollectionName, communityId: string): Record<string, string> {
  // Reminders are a person's, across communities.
  if (name === 'reminders') return {}
  return name === 'communities' ? { _id: communityId } : { communityId }
}

const blank = (text: string) =>
  text
    // Links of the log's chain depend on all that was done before.
    .replace(/"(seq|prev|hash)":("[0-9a-f]*"|\d+)/g, '"$1":0')
    // A sealed text differs each time, a piece of stock is drawn by lot, a number is cut from an id.
    .replace(/"s1\.\w+\.[\w.-]+"/g, '"sealed"')
    .replace(/"prints":\[[^\]]*\]/g, '"prints":[]')
    .replace(/"(unit|pickupNumber)":"[0-9a-z-]+"/g, '"$1":"~"')
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

/** What a run added to the community and what it took away or changed. */
function difference(before: string[], after: string[]): { added: string[]; gone: string[] } {
  const rest = [...before]
  const added = after.filter((line) => {
    const at = rest.indexOf(line)
    if (at < 0) return true
    rest.splice(at, 1)
    return false
  })
  return { added, gone: rest }
}

/** Acts whose effect depends on what earlier runs did to the same community or member. */
const NEEDS_ITS_OWN: readonly WriteName[] = [
  'community.publishRules',
  'entry.acceptRules',
  'entry.issuePass',
  'entry.usePass',
  'entry.revokePass',
  'member.updateProfile',
  'member.appoint',
  'inbox.markRead',
  'inbox.grantReminders',
  'help.confirmDone',
  'points.publishRules',
  'points.adjust',
  'points.reverse',
  'points.decideAdjustment',
  'training.publish',
  'moderation.savePolicy',
  'moderation.claimNext',
]
/** Below the number of requests a member may have open. */
const RUNS_A_COMMUNITY = 12

/** Hands out communities: one to several runs where they do not disturb each other. */
function settings(world: World, name: WriteName): () => Promise<Setting> {
  const runsEach = NEEDS_ITS_OWN.includes(name) ? 1 : RUNS_A_COMMUNITY
  let current: Promise<Setting> | undefined
  let runs = 0
  return () => {
    if (current === undefined || runs % runsEach === 0) current = setting(world)
    runs += 1
    return current
  }
}

/** One run: the call with the fault, the phone's retries, the timer; and what is different then. */
async function run<N extends WriteName>(at: Setting, name: N, fault: Fault | null) {
  const { world } = at
  const { user, input, group, communityId } = await SCENES[name](at)
  const before = communityId === undefined ? [] : await traces(world, communityId)
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
  const touched = communityId ?? (answer as unknown as { communityId: string }).communityId
  const left = difference(before, await traces(world, touched))
  return { left, calls: first?.costs.calls ?? 0 }
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

    test(
      'leaves the same behind whatever call of its is killed, failed or left unanswered',
      async () => {
        const next = settings(world, name)
        const clean = await run(await next(), name, null)
        expect(clean.calls).toBeGreaterThan(3)
        expect(clean.left.added).not.toEqual([])
        for (let call = 1; call <= clean.calls; call++) {
          for (const mode of MODES) {
            const { left } = await run(await next(), name, { call, ...mode })
            expect({ call, ...mode, left }).toEqual({ call, ...mode, left: clean.left })
          }
        }
        expect(await world.documents('receipts', { sent: false })).toEqual([])
      },
      SWEEP_MS_MAX,
    )
  })
}
