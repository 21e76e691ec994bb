import { type CallName, contract, type ReadName, type WriteName } from '../../types/contract'
import type { Costs, World } from '.'
import { READS, SCENES } from './calls'
import { over } from './calls/event'
import { waiting } from './calls/moderation'
import { type Busy, type Setting, setting, standing } from './calls/setting'

export type Measure = Costs & { name: CallName; kind: 'read' | 'write' }

/** Below the number of requests one member may have open. */
const POSTED_EACH = 15

/** A community with `requests` open requests of several members, and one that waits for an answer. */
export async function busyCommunity(world: World, requests: number) {
  const at = await setting(world)
  const { communityId, ann, ben } = at
  for (let i = 0; i < requests; i += POSTED_EACH) {
    const poster = await world.given.member(at, 'poster')
    for (let j = i; j < Math.min(requests, i + POSTED_EACH); j++) {
      await world.given.request(communityId, poster, { what: `第 ${j + 1} 件小事，请大家看看` })
    }
  }
  const requestId = await world.given.request(communityId, ann, { helpersNeeded: 2 })
  await world.ok(ben, 'help.makeOffer', { communityId, requestId, message: '我来' })
  const { standingId } = (await standing(at)).at
  const { caseId } = await waiting(at)
  const guests = []
  for (let i = 0; i < requests; i += POSTED_EACH) guests.push(await world.given.member(at, 'guest'))
  const { eventId } = await over(at, guests)
  const { code: certificate } = await world.ok(ann, 'recognition.getCertificate', {
    communityId,
    of: { kind: 'event', eventId },
  })
  return { ...at, requestId, standingId, caseId, eventId, certificate }
}

/**
 * Every call of the contract once, with what the cloud counted. Who is asked again and again has others
 * write each time: what people ask stays open, and one may have only so many.
 */
export async function measureAll(
  world: World,
  at: Busy,
  writers: Pick<Setting, 'ann' | 'ben'> = at,
): Promise<Measure[]> {
  const measures: Measure[] = []
  for (const name of Object.keys(contract) as CallName[]) {
    const { costs } =
      contract[name].kind === 'read'
        ? await measureRead(world, name as ReadName, at)
        : await measureWrite(world, name as WriteName, { ...at, ...writers })
    measures.push({ name, kind: contract[name].kind, ...costs })
  }
  return measures
}

async function measureRead<N extends ReadName>(world: World, name: N, at: Busy) {
  const { user, input } = await READS[name](at)
  return answered(name, await world.callWithCosts(user, name, input))
}

async function measureWrite<N extends WriteName>(world: World, name: N, at: Setting) {
  await acceptRules(world, at)
  const { user, input, group } = await SCENES[name](at)
  const measured = await world.callWithCosts(
    user,
    name,
    input,
    group === undefined ? {} : { group },
  )
  // Some scenes play on a later day.
  await world.shiftClock(0)
  return answered(name, measured)
}

/** Two of the calls publish rules; until they accept them, members may write nothing else. */
async function acceptRules(world: World, { communityId, ann, ben }: Setting): Promise<void> {
  for (const user of [ann, ben]) {
    const { rules, accepted } = await world.ok(user, 'community.getRules', { communityId })
    if (!accepted) {
      await world.ok(user, 'entry.acceptRules', { communityId, version: rules.version })
    }
  }
}

function answered<T extends { reply: { ok: boolean } }>(name: CallName, measured: T): T {
  if (!measured.reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(measured.reply)}`)
  return measured
}
