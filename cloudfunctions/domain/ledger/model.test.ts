import * as fc from 'fast-check'
import { walked } from '../../../test/world/memory-books'
import { type Memory, openMemory } from '../../../test/world/memory-tx'
import type { EarnRule } from '../../../types/points'
import type { AccountDoc, CommunityDoc, TransferDoc } from '../../db/documents'
import { DuplicateKey } from '../../db/failure'
import { monthOf } from '../days'
import { award, capture, hold, type Party, post, release, reverse } from '.'
import { expireHolds, expireLots, markNoticed } from './expiry'
import { FIRST_RULES, PAIR_DAYS } from './rules'
import type { Cut } from './walk'

const START = Date.parse('2026-01-15T02:00:00Z')
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const ZONE = 'Asia/Shanghai'
const PEOPLE = ['ann', 'ben', 'cai'] as const
const HOLDS = ['bounty:r1', 'bounty:r2', 'order:o1'] as const
type Person = (typeof PEOPLE)[number]

const community = {
  _id: 'c1',
  timeZone: ZONE,
  points: { ...FIRST_RULES, expiryMonths: 3 },
} as CommunityDoc

/** What the books must say, kept the plain way: one number for each thing, no lots, no chain. */
type Model = {
  posted: Record<Person, number>
  holds: Map<string, { owner: Person; left: number; until: number | null }>
  system: { issuance: number; store: number; expired: number }
  transfers: number
  /** What each rule gave each person by day and month. */
  caps: Map<string, number>
}

const emptyModel = (): Model => ({
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

const command = fc.oneof(
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
type Command = typeof command extends fc.Arbitrary<infer C> ? C : never

const available = (model: Model, who: Person) =>
  model.posted[who] -
  [...model.holds.values()]
    .filter(({ owner }) => owner === who)
    .reduce((sum, { left }) => sum + left, 0)

const holdAt = (owner: Person, name: string) => `${owner} ${name}`

/** One run: the real ledger in memory beside the model. */
class Run {
  readonly memory: Memory = openMemory()
  readonly model = emptyModel()
  ms = START

  get at() {
    return new Date(this.ms)
  }

  entry(name: string) {
    return {
      community,
      key: name,
      cause: { kind: 'request', id: name } as const,
      actor: 'ann',
      at: this.at,
      reason: 'adjusted' as const,
    }
  }

  /** What a step answered: done, refused, or met its own key. Refused and met write nothing. */
  async take(
    work: Parameters<Memory['transact']>[0],
  ): Promise<{ outcome: 'done' | 'refused' | 'met'; answer?: unknown }> {
    const before = JSON.stringify([this.memory.all('accounts'), this.memory.all('transfers')])
    const unchanged = () =>
      expect(JSON.stringify([this.memory.all('accounts'), this.memory.all('transfers')])).toBe(
        before,
      )
    try {
      const answer = await this.memory.transact(work)
      if ((answer as { ok?: boolean } | null)?.ok === false) {
        unchanged()
        return { outcome: 'refused' }
      }
      return { outcome: 'done', answer }
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error
      unchanged()
      return { outcome: 'met' }
    }
  }

  knows = (name: string) => this.memory.all('transfers').some(({ _id }) => _id === `c1:${name}`)

  async move(name: string, from: Party, to: Party, points: number, coversIt: boolean) {
    const { outcome } = await this.take((tx) =>
      post(tx, { ...this.entry(name), from, to, amount: points }),
    )
    return { outcome, expected: coversIt ? 'done' : 'refused' }
  }

  async run(step: Command): Promise<void> {
    const { model } = this
    switch (step.do) {
      case 'wait':
        this.ms += step.hours * HOUR_MS
        return
      case 'grant': {
        const met = this.knows(`g${step.key}`)
        const { outcome } = await this.move(
          `g${step.key}`,
          'issuance',
          { userId: step.to },
          step.amount,
          true,
        )
        expect(outcome).toBe(met ? 'met' : 'done')
        if (!met) this.book('issuance', step.to, step.amount)
        return
      }
      case 'spend': {
        const enough = available(model, step.from) >= step.amount
        const met = this.knows(`s${step.key}`)
        const { outcome } = await this.move(
          `s${step.key}`,
          { userId: step.from },
          'store',
          step.amount,
          enough,
        )
        expect(outcome).toBe(enough ? (met ? 'met' : 'done') : 'refused')
        if (outcome === 'done') this.book(step.from, 'store', step.amount)
        return
      }
      case 'give': {
        if (step.from === step.to) return
        const enough = available(model, step.from) >= step.amount
        const met = this.knows(`v${step.key}`)
        const { outcome } = await this.move(
          `v${step.key}`,
          { userId: step.from },
          { userId: step.to },
          step.amount,
          enough,
        )
        expect(outcome).toBe(enough ? (met ? 'met' : 'done') : 'refused')
        if (outcome === 'done') this.book(step.from, step.to, step.amount)
        return
      }
      case 'earn':
        return this.earn(step)
      case 'hold': {
        const name = holdAt(step.owner, step.holdKey)
        if (model.holds.has(name)) return
        const until = step.hours === null ? null : this.ms + step.hours * HOUR_MS
        const enough = available(model, step.owner) >= step.amount
        const { outcome } = await this.take((tx) =>
          hold(tx, {
            ...this.entry(step.holdKey),
            userId: step.owner,
            holdKey: step.holdKey,
            amount: step.amount,
            expiresAt: until === null ? null : new Date(until),
          }),
        )
        expect(outcome).toBe(enough ? 'done' : 'refused')
        if (enough) model.holds.set(name, { owner: step.owner, left: step.amount, until })
        return
      }
      case 'capture': {
        if (step.to === step.owner) return
        const name = holdAt(step.owner, step.holdKey)
        const there = model.holds.get(name)
        const enough = (there?.left ?? 0) >= step.amount
        const met = this.knows(`c${step.key}`)
        const { outcome } = await this.take((tx) =>
          capture(tx, {
            ...this.entry(`c${step.key}`),
            payer: step.owner,
            holdKey: step.holdKey,
            to: step.to === null ? 'store' : { userId: step.to },
            amount: step.amount,
          }),
        )
        expect(outcome).toBe(enough ? (met ? 'met' : 'done') : 'refused')
        if (outcome !== 'done' || !there) return
        there.left -= step.amount
        if (there.left === 0) model.holds.delete(name)
        this.book(step.owner, step.to ?? 'store', step.amount)
        return
      }
      case 'release': {
        const name = holdAt(step.owner, step.holdKey)
        const { answer } = await this.take((tx) =>
          release(tx, { ...this.entry('r'), userId: step.owner, holdKey: step.holdKey }),
        )
        expect(answer).toBe(model.holds.get(name)?.left ?? 0)
        model.holds.delete(name)
        return
      }
      case 'reverse':
        return this.reverse(step.which)
      case 'expire':
        return this.expire(step.owner)
      case 'notice': {
        const before = this.account(step.owner)
        await this.take((tx) => markNoticed(tx, { community, userId: step.owner, at: this.at }))
        const after = this.account(step.owner)
        expect(after && { ...after, noticeDue: '', noticedFor: '' }).toEqual(
          before && { ...before, noticeDue: '', noticedFor: '' },
        )
      }
    }
  }

  account = (who: Person) => this.memory.all('accounts').find(({ userId }) => userId === who)

  /** Books a movement in the model. */
  book(from: Person | 'issuance', to: Person | 'store' | 'expired' | 'issuance', points: number) {
    const { posted, system } = this.model
    if (from === 'issuance') system.issuance -= points
    else posted[from] -= points
    if (to === 'store' || to === 'expired' || to === 'issuance') system[to] += points
    else posted[to] += points
    this.model.transfers += 1
  }

  async earn(step: Extract<Command, { do: 'earn' }>) {
    if (step.partner === step.to) return
    const { caps } = this.model
    const met = this.knows(`${step.rule}:${step.key}:${step.to}`)
    const { outcome, answer } = await this.take((tx) =>
      award(tx, {
        community,
        rule: step.rule,
        userId: step.to,
        actor: null,
        cause: { kind: 'request', id: step.key },
        at: this.at,
        ...(step.partner === undefined ? {} : { partner: step.partner }),
      }),
    )
    expect(outcome).toBe(met ? 'met' : 'done')
    if (outcome !== 'done') return
    const given = (answer as TransferDoc).postings[1]?.amount ?? -1
    const { amount: full, perDay, perMonth } = FIRST_RULES.awards[step.rule]
    expect(given).toBeGreaterThanOrEqual(0)
    expect(given).toBeLessThanOrEqual(full)
    const { day = '', month = '' } = this.account(step.to)?.earned ?? {}
    const today = new Date(this.ms + 8 * HOUR_MS).toISOString().slice(0, 10)
    expect([day >= today, month >= monthOf(this.at, ZONE)]).toEqual([true, true])
    for (const [period, cap] of [
      [day, perDay],
      [month, perMonth],
    ] as const) {
      const slot = `${step.to} ${step.rule} ${period}`
      const sum = (caps.get(slot) ?? 0) + given
      caps.set(slot, sum)
      if (cap !== null) expect(sum).toBeLessThanOrEqual(cap)
    }
    this.book('issuance', step.to, given)
  }

  async reverse(which: number) {
    const all = this.memory.all('transfers')
    const original = all[which % Math.max(1, all.length)]
    if (!original) return
    const met = all.some(({ reverses }) => reverses === original._id)
    const gains = original.postings.filter(({ link, amount: points }) => link && points > 0)
    const enough = gains.every(
      ({ account, amount: points }) => available(this.model, account.slice(3) as Person) >= points,
    )
    const { outcome } = await this.take((tx) =>
      reverse(tx, { ...this.entry('x'), reason: 'reversed', transferId: original._id }),
    )
    expect(outcome).toBe(enough ? (met ? 'met' : 'done') : 'refused')
    if (outcome !== 'done') return
    for (const { account, amount: points } of original.postings) {
      const name = account.slice(3)
      if (name in this.model.system) this.model.system[name as 'store'] -= points
      else this.model.posted[name as Person] -= points
    }
    this.model.transfers += 1
  }

  async expire(who: Person) {
    const released = [...this.model.holds].filter(
      ([, { owner, until }]) => owner === who && until !== null && until <= this.ms,
    )
    await this.take((tx) => expireHolds(tx, { community, userId: who, at: this.at }))
    for (const [name] of released) this.model.holds.delete(name)
    const month = monthOf(this.at, ZONE)
    const due = (this.account(who)?.lots ?? [])
      .filter((lot) => lot.month < month)
      .reduce((sum, lot) => sum + lot.amount, 0)
    const { answer } = await this.take((tx) =>
      expireLots(tx, { community, userId: who, at: this.at }),
    )
    expect(answer).toBe(due)
    expect((this.account(who)?.lots ?? []).every((lot) => lot.month >= month)).toBe(true)
    if (due > 0) this.book(who, 'expired', due)
  }

  /** After every step: the books say what the model says, and prove it. */
  async check(): Promise<void> {
    const { posted, holds, system } = this.model
    const transfers = this.memory.all('transfers')
    for (const who of PEOPLE) {
      const account = this.account(who)
      expect(account?.posted ?? 0).toBe(posted[who])
      const open = (account?.holds ?? []).map(({ key: name, remaining }) => [
        holdAt(who, name),
        remaining,
      ])
      const meant = [...holds].filter(([, { owner }]) => owner === who)
      expect(new Map(open as [string, number][])).toEqual(
        new Map(meant.map(([name, { left }]) => [name, left])),
      )
      expect(account?.held ?? 0).toBe(meant.reduce((sum, [, { left }]) => sum + left, 0))
      expect(posted[who] - (account?.held ?? 0)).toBeGreaterThanOrEqual(0)
      if (account) expect(this.walk(account, transfers)).toEqual([])
    }
    for (const name of ['issuance', 'store', 'expired'] as const) {
      const sum = transfers
        .flatMap(({ postings }) => postings)
        .filter(({ account }) => account === `c1:${name}`)
        .reduce((total, one) => total + one.amount, 0)
      expect(sum).toBe(system[name])
    }
    const held = PEOPLE.reduce((sum, who) => sum + posted[who], 0)
    expect(system.issuance + held + system.store + system.expired).toBe(0)
    expect(transfers).toHaveLength(this.model.transfers)
  }

  walk(account: AccountDoc, transfers: TransferDoc[]) {
    const mine = transfers
      .filter(({ accounts }) => accounts.includes(account._id))
      .sort((a, b) => (a.order < b.order ? -1 : 1))
    const cut: Cut = { countedTo: new Date(START - DAY_MS), since: new Date(0), timeZone: ZONE }
    const pages = Array.from({ length: Math.ceil(mine.length / 2) }, (_, i) =>
      mine.slice(2 * i, 2 * i + 2),
    )
    return walked(account, pages, cut).differences
  }
}

test('whatever is done in whatever order, the books say what happened and prove it', async () => {
  expect(PAIR_DAYS).toBe(30)
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 45 }), async (steps) => {
      const run = new Run()
      for (const step of steps) {
        await run.run(step)
        await run.check()
      }
    }),
    { numRuns: Number(process.env.LEDGER_RUNS ?? 250) },
  )
}, 120_000)
