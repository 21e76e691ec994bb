import type { Role } from '../../../types/community'
import {
  WORK_COUNTED_MAX,
  WORK_SHOWN_MAX,
  WORK_URGENCIES,
  type WorkItem,
} from '../../../types/workbench'
import { has } from '../duties'
import { applications } from './applications'
import { cases } from './cases'
import { events } from './events'
import { orders } from './orders'
import { adjustments, differences } from './points'
import { registrations } from './registrations'
import { requests } from './requests'
import type { Workplace, WorkSource } from './source'

/** Every source of work; a new one is a line here. */
const SOURCES: readonly WorkSource[] = [
  requests,
  applications,
  cases,
  differences,
  adjustments,
  orders,
  events,
  registrations,
]

const sourcesOf = (role: Role) => SOURCES.filter(({ duty }) => duty === null || has(role, duty))

/** How much waits for a role, all kinds together, and no further than it is worth counting. */
export async function countWork(at: Workplace, role: Role): Promise<number> {
  const counts = await Promise.all(
    sourcesOf(role).map((source) => source.count(at, WORK_COUNTED_MAX)),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}

/** What waits for a role: most urgent first, then the longest waiting. One sequential step. */
export async function listWork(at: Workplace, role: Role) {
  const found = await Promise.all(
    sourcesOf(role).map(async (source) => {
      const [count, items] = await Promise.all([
        source.count(at, WORK_COUNTED_MAX),
        source.oldest(at, WORK_SHOWN_MAX),
      ])
      return { ...source, count, items }
    }),
  )
  const shown = found.filter(({ duty, count }) => duty !== null || count > 0)
  return {
    counts: shown.map(({ kind, count }) => ({ kind, count })),
    items: found.flatMap(({ items }) => items).sort(byPressure),
  }
}

const rank = ({ urgency }: WorkItem) => WORK_URGENCIES.indexOf(urgency)

const byPressure = (a: WorkItem, b: WorkItem): number =>
  rank(a) - rank(b) || Date.parse(a.since) - Date.parse(b.since)
