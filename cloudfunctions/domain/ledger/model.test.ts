import * as fc from 'fast-check'
import {
  available,
  book,
  type Command,
  command,
  type Does,
  emptyModel,
  holdAt,
  outcomeOf,
  PEOPLE,
  type Person,
  type Work,
} from '../../../test/world/ledger-model'
import { walked } from '../../../test/world/memory-books'
import { type Memory, openMemory } from '../../../test/world/memory-tx'
import type { AccountDoc, CommunityDoc, TransferDoc } from '../../db/documents'
import { monthOf } from '../days'
import { award, capture, hold, type Party, post, release, reverse } from '.'
import { expireHolds, expireLots, markNoticed } from './expiry'
import { FIRST_RULES, PAIR_DAYS } from './rules'
import type { Cut } from './walk'

const START = Date.parse('2026-01-15T02:00:00Z')
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const ZONE = 'Asia/Shanghai'

const community = {
  _id: 'c1',
  timeZone: ZONE,
  points: { ...FIRST_RULES, expiryMonths: 3 },
} as CommunityDoc

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

  take = (work: Work) => outcomeOf(this.memory, work)

  knows = (name: string) => this.memory.all('transfers').some(({ _id }) => _id === `c1:${name}`)

  async run(step: Command): Promise<void> {
    switch (step.do) {
      case 'wait':
        this.ms += step.hours * HOUR_MS
        return
      case 'grant':
        return this.move(`g${step.key}`, 'issuance', step.to, step.amount)
      case 'spend':
        return this.move(`s${step.key}`, step.from, 'store', step.amount)
      case 'give':
        return step.from === step.to
          ? undefined
          : this.move(`v${step.key}`, step.from, step.to, step.amount)
      case 'earn':
        return step.partner === step.to ? undefined : this.earn(step)
      case 'hold':
        return this.hold(step)
      case 'capture':
        return step.to === step.owner ? undefined : this.capture(step)
      case 'release':
        return this.release(step)
      case 'reverse':
        return this.reverse(step.which)
      case 'expire':
        return this.expire(step.owner)
      case 'notice':
        return this.notice(step.owner)
    }
  }

  account = (who: Person) => this.memory.all('accounts').find(({ userId }) => userId === who)

  /** Points move when the payer has them available and the key is new. */
  async move(name: string, from: Person | 'issuance', to: Person | 'store', points: number) {
    const party = (one: Person | 'issuance' | 'store'): Party =>
      one === 'issuance' || one === 'store' ? one : { userId: one }
    const enough = from === 'issuance' || available(this.model, from) >= points
    const met = this.knows(name)
    const { outcome } = await this.take((tx) =>
      post(tx, { ...this.entry(name), from: party(from), to: party(to), amount: points }),
    )
    expect(outcome).toBe(enough ? (met ? 'met' : 'done') : 'refused')
    if (outcome === 'done') book(this.model, from, to, points)
  }

  async hold({ owner, holdKey, amount, hours }: Does<'hold'>) {
    const { holds } = this.model
    const name = holdAt(owner, holdKey)
    if (holds.has(name)) return
    const until = hours === null ? null : this.ms + hours * HOUR_MS
    const enough = available(this.model, owner) >= amount
    const { outcome } = await this.take((tx) =>
      hold(tx, {
        ...this.entry(holdKey),
        userId: owner,
        holdKey,
        amount,
        expiresAt: until === null ? null : new Date(until),
      }),
    )
    expect(outcome).toBe(enough ? 'done' : 'refused')
    if (enough) holds.set(name, { owner, left: amount, until })
  }

  async capture({ owner, holdKey, to, amount, key }: Does<'capture'>) {
    const { holds } = this.model
    const name = holdAt(owner, holdKey)
    const there = holds.get(name)
    const enough = (there?.left ?? 0) >= amount
    const met = this.knows(`c${key}`)
    const { outcome } = await this.take((tx) =>
      capture(tx, {
        ...this.entry(`c${key}`),
        payer: owner,
        holdKey,
        to: to === null ? 'store' : { userId: to },
        amount,
      }),
    )
    expect(outcome).toBe(enough ? (met ? 'met' : 'done') : 'refused')
    if (outcome !== 'done' || !there) return
    there.left -= amount
    if (there.left === 0) holds.delete(name)
    book(this.model, owner, to ?? 'store', amount)
  }

  async release({ owner, holdKey }: Does<'release'>) {
    const { holds } = this.model
    const name = holdAt(owner, holdKey)
    const { answer } = await this.take((tx) =>
      release(tx, { ...this.entry('r'), userId: owner, holdKey }),
    )
    expect(answer).toBe(holds.get(name)?.left ?? 0)
    holds.delete(name)
  }

  async notice(who: Person) {
    const before = this.account(who)
    await this.take((tx) => markNoticed(tx, { community, userId: who, at: this.at }))
    const after = this.account(who)
    expect(after && { ...after, noticeDue: '', noticedFor: '' }).toEqual(
      before && { ...before, noticeDue: '', noticedFor: '' },
    )
  }

  async earn(step: Does<'earn'>) {
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
    book(this.model, 'issuance', step.to, given)
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
    if (due > 0) book(this.model, who, 'expired', due)
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
    {
      numRuns: Number(process.env.LEDGER_RUNS ?? 250),
      // A mutant is noticed by the first breach; which is the shortest nobody asks.
      endOnFailure: process.env.LEDGER_RUNS !== undefined,
    },
  )
}, 120_000)
