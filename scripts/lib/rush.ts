import { performance } from 'node:perf_hooks'
import { userIdOf } from '../../cloudfunctions/runtime/ids'
import type { World } from '../../test/world'
import type { CallInput, CallName } from '../../types/contract'
import { connect, type Rush } from './bare-rush'

export type Member = { name: string; openid: string; userId: string }
/** `value` as the call answered it; `at` and `until` in milliseconds of one clock. */
export type Answer = {
  code: string
  ms: number
  calls: number
  at: number
  until: number
  userId: string
  value: unknown
}

/** Members straight into the database: what is measured begins after they were admitted. */
export async function admit(world: World, communityId: string, count: number): Promise<Member[]> {
  const members = Array.from({ length: count }, (_, n) => {
    const openid = `o-rush-${String(n).padStart(5, '0')}`
    return { name: `m${n}`, openid, userId: userIdOf(openid) }
  })
  const db = connect(world.cloud.url)
  const [owner] = await world.documents('members', { communityId })
  for (let from = 0; from < count; from += 500) {
    const documents = members.slice(from, from + 500).map(({ name, openid, userId }) => ({
      ...owner,
      createdAt: new Date(),
      _id: `${communityId}:${userId}`,
      openid,
      userId,
      role: 'member',
      nickname: name,
    }))
    await db.collection('members').add(documents)
  }
  return members
}

/** Every member sends one call, so many at a time. */
export async function rush<N extends CallName>(
  world: World,
  members: readonly Member[],
  hands: number,
  name: N,
  input: CallInput<N>,
): Promise<{ answers: Answer[]; seconds: number }> {
  const answers: Answer[] = []
  const rest = members.values()
  const started = performance.now()
  const work = async () => {
    for (const member of rest) {
      const at = performance.now()
      const { reply, costs } = await world.callWithCosts(member, name, input)
      const code = reply.ok ? 'ok' : reply.code
      const until = performance.now()
      answers.push({
        code,
        ms: until - at,
        calls: costs.calls,
        at,
        until,
        userId: member.userId,
        value: reply.ok ? reply.data : null,
      })
    }
  }
  await Promise.all(Array.from({ length: hands }, work))
  return { answers, seconds: (performance.now() - started) / 1000 }
}

export const quantile = (values: readonly number[], part: number) =>
  [...values].sort((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(values.length * part))
  ] ?? 0

export const tally = (answers: readonly Answer[]) =>
  answers.reduce<Record<string, number>>((counts, { code }) => {
    counts[code] = (counts[code] ?? 0) + 1
    return counts
  }, {})

/** What a rush took, in numbers that are kept. */
export function figuresOf({ answers, seconds }: Awaited<ReturnType<typeof rush>>) {
  const ms = answers.map((answer) => answer.ms)
  const clean = Math.min(...answers.filter(({ code }) => code === 'ok').map(({ calls }) => calls))
  const again = answers.filter(({ calls }) => calls > clean)
  return {
    answers: tally(answers),
    'calls a second': Math.round(answers.length / seconds),
    seconds: Number(seconds.toFixed(1)),
    'p50 ms': Math.round(quantile(ms, 0.5)),
    'p99 ms': Math.round(quantile(ms, 0.99)),
    'database calls when clean': clean,
    'calls that took more': again.length,
    'more in all': again.reduce((sum, { calls }) => sum + calls - clean, 0),
  }
}

export function report(title: string, result: Awaited<ReturnType<typeof rush>>): number {
  const figures = figuresOf(result)
  console.log(`\n${title}`)
  console.log(`  answers     ${JSON.stringify(figures.answers)}`)
  console.log(`  throughput  ${figures['calls a second']} calls/s over ${figures.seconds} s`)
  console.log(`  latency     p50 ${figures['p50 ms']} ms, p99 ${figures['p99 ms']} ms`)
  console.log(
    `  retries     ${figures['calls that took more']} calls took more than the clean ${figures['database calls when clean']} database calls, ${figures['more in all']} more in all`,
  )
  return result.answers.length / result.seconds
}

export function reportBare(title: string, { done, seconds, conflicts }: Rush, ours: number): void {
  const perSecond = done / seconds
  console.log(
    `  ${title}: ${perSecond.toFixed(0)}/s, ${conflicts} conflicts or taken keys; ours at ${((100 * ours) / perSecond).toFixed(0)} % of it`,
  )
}
