import * as fc from 'fast-check'
import { DuplicateKey } from '../../cloudfunctions/db/failure'
import type { EarnRule } from '../../types/points'
import type { Memory } from './memory-tx'

/** The ledger kept the plain way, and what may be done to it: for the property test beside the ledger. */
export const PEOPLE = ['ann', 'ben', 'cai'] as const
const HOLDS = ['bounty:r1', 'bounty:r2', 'order:o1'] as const
export type Person = (typeof PEOPLE)[number]

/** What the books must say, kept the plain way: one number for each thing, no lots, no chain. */
export type Model = {
  posted: Record<Person, number>
  holds: Map<string, { owner: Person; left: number; until: number | null }>
  system: { issuance: number; store: number; expired: number }
  transfers: number
  /** What each rule gave each person by day and month. */
  caps: Map<string, number>
}

export const emptyModel = (): Model => ({
  posted: { ann: 0, ben: 0, cai: 0 },
  holds: new Map(),
  system: { issuance: 0, store: 0, expired: 0 },
  transfers: 0,
  caps: new Map(),
})

const person = fc.constantFrom(...PEOPLE)
const amount = fc.integer({ min: 1, max: 60 })
const holdKey = fc.constantFrom(...HOLDS)
const key = fc.integer({ min: 0, max: 12 }).map(String)

export const command = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('grant' as const), to: person, amount, key }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('spend' as const), from: person, amount, key }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('give' as const),
      from: person,
      to: person,
      amount,
      key,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('earn' as const),
      to: person,
      rule: fc.constantFrom<EarnRule>('help_confirmed', 'check_in', 'streak_7'),
      partner: fc.option(person, { nil: undefined }),
      key,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('hold' as const),
      owner: person,
      holdKey,
      amount,
      hours: fc.option(fc.integer({ min: 1, max: 100 }), { nil: null }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('capture' as const),
      owner: person,
      holdKey,
      to: fc.option(person, { nil: null }),
      amount,
      key,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('release' as const), owner: person, holdKey }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('reverse' as const), which: fc.nat(40) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('expire' as const), owner: person }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('notice' as const), owner: person }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      hours: fc.oneof(fc.integer({ min: -2, max: 30 }), fc.integer({ min: 200, max: 1500 })),
    }),
  },
)
export type Command = typeof command extends fc.Arbitrary<infer C> ? C : never
/** One kind of them. */
export type Does<D extends Command['do']> = Extract<Command, { do: D }>

export const available = (model: Model, who: Person) =>
  model.posted[who] -
  [...model.holds.values()]
    .filter(({ owner }) => owner === who)
    .reduce((sum, { left }) => sum + left, 0)

export const holdAt = (owner: Person, name: string) => `${owner} ${name}`

/** Books a movement in the model. */
export function book(
  model: Model,
  from: Person | 'issuance',
  to: Person | 'store' | 'expired',
  points: number,
): void {
  const { posted, system } = model
  if (from === 'issuance') system.issuance -= points
  else posted[from] -= points
  if (to === 'store' || to === 'expired') system[to] += points
  else posted[to] += points
  model.transfers += 1
}

export type Work = Parameters<Memory['transact']>[0]

/** What a step answered: done, refused, or met its own key. Refused and met write nothing. */
export async function outcomeOf(
  memory: Memory,
  work: Work,
): Promise<{ outcome: 'done' | 'refused' | 'met'; answer?: unknown }> {
  const written = () => JSON.stringify([memory.all('accounts'), memory.all('transfers')])
  const before = written()
  try {
    const answer = await memory.transact(work)
    if ((answer as { ok?: boolean } | null)?.ok !== false) return { outcome: 'done', answer }
    expect(written()).toBe(before)
    return { outcome: 'refused' }
  } catch (error) {
    if (!(error instanceof DuplicateKey)) throw error
    expect(written()).toBe(before)
    return { outcome: 'met' }
  }
}
