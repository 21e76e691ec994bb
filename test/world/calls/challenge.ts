import type { CallInput } from '../../../types/contract'
import type { User } from '..'
import type { Setting } from './setting'
import type { CallsOf } from './shape'

const DAY_MS = 86_400_000
type Place = Pick<Setting, 'world' | 'communityId' | 'owner'>
type Form = CallInput<'challenge.create'>['form']

/** The day it is in the community's time zone, or so many days later. */
export const dayIn = (days: number, now = Date.now()): string =>
  new Date(now + 8 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10)

/** A challenge as somebody writes it: from today on, a week. */
export const formOf = (change: Partial<Form> = {}): Form => ({
  title: '七天早起',
  about: '每天写一句：几点起，第一件事做了什么',
  firstDay: dayIn(0),
  lastDay: dayIn(6),
  daysNeeded: 2,
  pictures: 'optional',
  capacity: 30,
  ...change,
})

export async function givenChallenge(
  { world, communityId, owner }: Place,
  change: Partial<Form> = {},
): Promise<{ communityId: string; challengeId: string }> {
  const form = formOf(change)
  const { challengeId } = await world.ok(owner, 'challenge.create', { communityId, form })
  return { communityId, challengeId }
}

/** Somebody new who takes part. */
async function givenPart(at: Place): Promise<{
  user: User
  on: { communityId: string; challengeId: string }
}> {
  const on = await givenChallenge(at)
  const user = await at.world.given.member(at, 'riser')
  await at.world.ok(user, 'challenge.join', on)
  return { user, on }
}

const words = '六点四十起，先把阳台的花浇了'
const nowhere = '0'.repeat(26)

export const challengeCalls: CallsOf<'challenge'> = {
  inputs: () => ({
    'challenge.list': { view: 'current' },
    'challenge.get': { challengeId: nowhere },
    'challenge.create': { form: formOf() },
    'challenge.edit': { challengeId: nowhere, revision: 1, form: formOf() },
    'challenge.cancel': { challengeId: nowhere, reason: '人太少了' },
    'challenge.join': { challengeId: nowhere },
    'challenge.leave': { challengeId: nowhere },
    'challenge.writeEntry': { challengeId: nowhere, words, pictures: [] },
    'challenge.listEntries': { challengeId: nowhere, of: 'all' },
    'challenge.listRanking': { challengeId: nowhere },
  }),
  scenes: {
    'challenge.create': async ({ communityId, owner }) => ({
      user: owner,
      communityId,
      input: { communityId, form: formOf() },
    }),
    'challenge.edit': async (at) => {
      const on = await givenChallenge(at)
      const form = formOf({ title: '七天早起再来' })
      return {
        user: at.owner,
        communityId: at.communityId,
        input: { ...on, revision: 1, form },
      }
    },
    'challenge.cancel': async (at) => {
      const { on } = await givenPart(at)
      const input = { ...on, reason: '这周大家都出差' }
      return { user: at.owner, communityId: at.communityId, input }
    },
    'challenge.join': async (at) => ({
      user: at.ann,
      communityId: at.communityId,
      input: await givenChallenge(at),
    }),
    'challenge.leave': async (at) => {
      const { user, on } = await givenPart(at)
      return { user, communityId: at.communityId, input: on }
    },
    'challenge.writeEntry': async (at) => {
      const { user, on } = await givenPart(at)
      return { user, communityId: at.communityId, input: { ...on, words, pictures: [] } }
    },
  },
  reads: {
    'challenge.list': async (at) => {
      await givenChallenge(at)
      return { user: at.ann, input: { communityId: at.communityId, view: 'current' } }
    },
    'challenge.get': async (at) => {
      const { user, on } = await givenPart(at)
      await at.world.ok(user, 'challenge.writeEntry', { ...on, words, pictures: [] })
      return { user, input: on }
    },
    'challenge.listEntries': async (at) => {
      const { user, on } = await givenPart(at)
      await at.world.ok(user, 'challenge.writeEntry', { ...on, words, pictures: [] })
      return { user, input: { ...on, of: 'mine' } }
    },
    'challenge.listRanking': async (at) => {
      const { user, on } = await givenPart(at)
      return { user, input: on }
    },
  },
}
