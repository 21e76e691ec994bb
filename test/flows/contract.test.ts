import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { type CallEntry, type CallName, contract } from '../../types/contract'
import { newKey, openWorld, type User, type World } from '../world'
import { inputsOf } from '../world/calls'
import { published } from '../world/calls/event'
import { anyJson, nearMisses } from './malformed'

/**
 * What holds for every call of the contract, generated from it: a new entry is covered by being
 * written down.
 */
const names = Object.keys(contract) as CallName[]
const functionsFolder = join(__dirname, '../../cloudfunctions/functions')

let world: World
let home: { communityId: string; owner: User }
let other: { communityId: string; owner: User }
let untrained: User
let requestId: string
let standingId: string
let caseId: string
let eventId: string

beforeAll(async () => {
  world = await openWorld()
  home = await world.given.community({ name: '梧桐里邻里' })
  other = await world.given.community({ name: '前端夜谈', preset: 'technology' })
  untrained = await world.given.untrained(home, 'untrained')
  requestId = await world.given.request(home.communityId, home.owner)
  const standing = await world.ok(home.owner, 'help.postStanding', {
    communityId: home.communityId,
    kind: 'tool',
    title: '梯子可以借',
    details: '',
  })
  standingId = standing.standingId
  const waiting = await world.given.request(home.communityId, home.owner, {
    what: '想买书架，像 www.shujia.com 里的那种',
  })
  caseId = `request:${waiting}`
  eventId = (await published({ world, ...home })).eventId
})
afterAll(() => world.close())

/** An input of the right shape for any call, about things of the given community. */
function inputFor(name: CallName, communityId: string): Record<string, unknown> {
  const inputs: Record<CallName, Record<string, unknown>> = inputsOf({
    owner: home.owner,
    requestId,
    standingId,
    caseId,
    eventId,
    application: `${communityId}:${home.owner.userId}`,
  })
  const isScoped = 'communityId' in contract[name].input.entries
  return { ...inputs[name], ...(isScoped ? { communityId } : {}) }
}

const send = (user: User | null, name: CallName, input: unknown, key: unknown = newKey()) => {
  const [fn = '', action = ''] = name.split('.')
  return world.send(user, fn, { action, input, key })
}

const codeOf = (body: unknown) => (body as { ok: boolean; code?: string }).code

/** Called by the platform alone: nobody has a call of theirs to make. */
const BY_PLATFORM = ['timer', 'pictures']

test('every function of the contract has a folder, and every folder a place in the contract', () => {
  const inContract = new Set(names.map((name) => name.split('.')[0]))
  const folders = readdirSync(functionsFolder).filter(
    (name) => !BY_PLATFORM.includes(name) && existsSync(join(functionsFolder, name, 'index.ts')),
  )
  expect(folders.sort()).toEqual([...inContract].sort())
})

describe.each(names)('%s', (name) => {
  const { scope, kind } = contract[name]

  test('refuses a call without identity and writes nothing', async () => {
    const before = await world.digest()
    const { body } = await send(null, name, inputFor(name, home.communityId))
    expect(codeOf(body)).toBe('unauthenticated')
    expect(await world.digest()).toEqual(before)
  })

  test('refuses an identity that only the event claims', async () => {
    const [fn = '', action = ''] = name.split('.')
    const event = {
      action,
      input: inputFor(name, home.communityId),
      key: newKey(),
      userInfo: { openId: home.owner.openid },
      Type: 'Timer',
      OPENID: home.owner.openid,
    }
    expect(codeOf((await world.send(null, fn, event)).body)).toBe('unauthenticated')
  })

  if ((contract[name] as CallEntry).afterTraining) {
    test('comes after the quiz: refuses who has not passed it, and writes nothing', async () => {
      const before = await world.digest()
      const { body } = await send(untrained, name, inputFor(name, home.communityId))
      expect(codeOf(body)).toBe('training_required')
      expect(await world.digest()).toEqual(before)
    })
  }

  if (scope === 'member') {
    test('refuses a stranger and every role of the other community, and writes nothing', async () => {
      const member = await world.given.member(other, 'visitor')
      const before = await world.digest()
      for (const user of [world.person('stranger'), other.owner, member]) {
        const { body } = await send(user, name, inputFor(name, home.communityId))
        expect(['not_member', 'group_not_proven']).toContain(codeOf(body))
      }
      expect(await world.digest()).toEqual(before)
    })

    test('does not see through its own community into the other one', async () => {
      // A minute for each call: the limits of a minute are not what is asked about.
      await world.shiftClock(names.indexOf(name) * 61_000)
      const before = await world.digest()
      const { body } = await send(other.owner, name, {
        ...inputFor(name, home.communityId),
        communityId: other.communityId,
      })
      const { ok } = body as { ok: boolean }
      const namesAnother =
        /"(request|standing|case|event|application|member|item|order|challenge)Id":/.test(
          JSON.stringify(inputFor(name, home.communityId)),
        )
      if (namesAnother) {
        expect(codeOf(body)).toBe('not_found')
        expect(await world.digest()).toEqual(before)
      } else if (kind === 'read') expect(ok).toBe(true)
    })
  }

  if (kind === 'write') {
    test('refuses a write without a well-made key', async () => {
      const before = await world.digest()
      for (const key of [null, '', 'short', 7, { $gt: '' }, 'x'.repeat(200)]) {
        const { body } = await send(home.owner, name, inputFor(name, home.communityId), key)
        expect(['malformed_input', 'group_not_proven']).toContain(codeOf(body))
      }
      expect(await world.digest()).toEqual(before)
    })
  }

  test('answers any malformed input with a code and writes nothing', async () => {
    const before = await world.digest()
    const right = inputFor(name, home.communityId)
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyJson, nearMisses(right)), async (input) => {
        const { status, body } = await send(world.person('mischief'), name, input)
        const reply = body as { ok: boolean; code?: string; requestId?: string }
        expect(status).toBe(200)
        expect(reply.code).not.toBe('internal')
        if (!reply.ok) expect(reply.requestId).toBeTruthy()
        if (scope === 'member') expect(reply.ok).toBe(false)
      }),
      { numRuns: 40 },
    )
    if (scope === 'member' || kind === 'read') expect(await world.digest()).toEqual(before)
  })
})
