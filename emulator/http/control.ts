import type { Clock } from '../clock'
import { CloudError } from '../codes'
import { applyCollections, describeCollections, listDocuments } from '../documents/admin'
import { readQuery } from '../documents/request'
import type { Store } from '../documents/store'
import type { CallLog } from '../functions/call-log'
import { type Chaos, describeChaos } from '../functions/chaos'
import type { Faults } from '../functions/faults'
import type { People } from '../functions/people'
import type { Registry } from '../functions/registry'
import type { Timers } from '../functions/timers'
import { adminBodyBytesMax, queryLimitDefault, queryLimitMax } from '../limits'
import { sendAnswer } from './call'
import { type Router, readJson, sendJson } from './router'

export interface ControlParts {
  store: Store
  log: CallLog
  faults: Faults
  chaos: Chaos
  clock: Clock
  timers: Timers
  people: People
  registry: Registry
  report: (message: string) => void
}

/** What only this cloud has: looking inside, and making things go wrong on purpose. */
export function addControlRoutes(router: Router, parts: ControlParts): void {
  const { store, log, faults, chaos, clock, timers, people, registry, report } = parts

  router.on('GET', '/_control/people', ({ response }) => sendJson(response, 200, people.file))

  router.on('GET', '/_control/calls', ({ response, url }) => {
    sendJson(response, 200, { calls: log.list(number(url, 'limit', 50)) })
  })
  router.on('GET', '/_control/calls/*', ({ response, parts }) => {
    const call = log.find(parts[0] ?? '')
    if (call === undefined) sendJson(response, 404, { code: 'NOT_FOUND', message: 'no such call' })
    else sendJson(response, 200, call)
  })

  router.on('POST', '/_control/collections', async ({ request, response }) => {
    await applyCollections(store, await readJson(request, adminBodyBytesMax))
    sendJson(response, 200, { collections: describeCollections(store) })
  })
  router.on('GET', '/_control/collections', ({ response }) => {
    sendJson(response, 200, { collections: describeCollections(store) })
  })
  router.on('GET', '/_control/documents', ({ response, url }) => {
    const name = url.searchParams.get('collection') ?? ''
    const query = readQuery({ query: url.searchParams.get('filter') ?? '' }, clock.now())
    const limit = Math.min(number(url, 'limit', queryLimitDefault), queryLimitMax)
    const search = { query, skip: number(url, 'skip', 0), limit }
    sendJson(response, 200, { collection: name, ...listDocuments(store, name, search) })
  })
  router.on('GET', '/_control/digest', ({ response }) => sendJson(response, 200, store.digest()))

  router.on('POST', '/_control/faults', async ({ request, response }) => {
    const fault = faults.add(await readJson(request, adminBodyBytesMax))
    sendJson(response, 200, { fault, faults: faults.list() })
  })
  router.on('GET', '/_control/faults', ({ response }) => {
    sendJson(response, 200, { faults: faults.list() })
  })
  router.on('DELETE', '/_control/faults', ({ response }) => {
    const cleared = faults.list()
    faults.clear()
    sendJson(response, 200, { faults: cleared })
  })

  router.on('POST', '/_control/chaos', async ({ request, response }) => {
    const options = chaos.start(await readJson(request, adminBodyBytesMax))
    report(describeChaos(options))
    sendJson(response, 200, chaos.describe())
  })
  router.on('GET', '/_control/chaos', ({ response }) => sendJson(response, 200, chaos.describe()))
  router.on('DELETE', '/_control/chaos', ({ response }) => {
    const described = chaos.describe()
    chaos.stop()
    sendJson(response, 200, described)
  })

  router.on('GET', '/_control/clock', ({ response }) => sendJson(response, 200, time(clock)))
  router.on('POST', '/_control/clock', async ({ request, response }) => {
    const body = (await readJson(request, adminBodyBytesMax)) as { offsetMs?: unknown } | null
    if (!Number.isSafeInteger(body?.offsetMs)) {
      throw new CloudError('INVALID_PARAM', 'offsetMs must be a whole number of milliseconds')
    }
    clock.shift(body?.offsetMs as number)
    sendJson(response, 200, time(clock))
  })

  router.on('GET', '/_control/timers', ({ response }) => {
    sendJson(response, 200, { timers: timers.list() })
  })
  router.on('POST', '/_control/timers/fire', async ({ request, response }) => {
    sendAnswer(response, await timers.fire(await readJson(request, adminBodyBytesMax)))
  })

  router.on('GET', '/_control/functions', ({ response }) => {
    const functions = registry.list().map(({ name, timeoutMs, memoryMb, triggers, problem }) => ({
      name,
      timeoutMs,
      memoryMb,
      triggers,
      problem: problem ?? null,
    }))
    sendJson(response, 200, { functions })
  })
}

function time(clock: Clock) {
  return { offsetMs: clock.offsetMs, now: new Date(clock.now()).toISOString() }
}

function number(url: URL, name: string, otherwise: number): number {
  const text = url.searchParams.get(name)
  if (text === null) return otherwise
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new CloudError('INVALID_PARAM', `${name} must be a whole number, 0 or more`)
  }
  return value
}
