import type { Clock } from '../clock'
import { CloudError } from '../codes'
import { isPlainObject } from '../documents/key'
import type { Store } from '../documents/store'
import type { CallLog } from '../functions/call-log'
import { type Chaos, describeChaos } from '../functions/chaos'
import type { Faults } from '../functions/faults'
import type { People } from '../functions/people'
import type { Registry } from '../functions/registry'
import type { Timers } from '../functions/timers'
import { adminBodyBytesMax } from '../limits'
import { sendAnswer } from './call'
import { addDocumentRoutes } from './control-documents'
import { type Router, readJson, readNumber, sendJson } from './router'
import { idOf } from './wechat'

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

  addDocumentRoutes(router, store, clock)

  router.on('GET', '/_control/people', ({ response }) => sendJson(response, 200, people.file))
  router.on('POST', '/_control/people', async ({ request, response }) => {
    const user = people.add(await readJson(request, adminBodyBytesMax))
    sendJson(response, 200, { user, ...people.file })
  })

  router.on('GET', '/_control/calls', ({ response, url }) => {
    sendJson(response, 200, { calls: log.list(readNumber(url, 'limit', 50)) })
  })
  router.on('GET', '/_control/calls/*', ({ response, parts }) => {
    const call = log.find(parts[0] ?? '')
    if (call === undefined) sendJson(response, 404, { code: 'NOT_FOUND', message: 'no such call' })
    else sendJson(response, 200, call)
  })

  router.on('POST', '/_control/faults', async ({ request, response }) => {
    const fault = faults.add(await readJson(request, adminBodyBytesMax))
    sendJson(response, 200, { fault, faults: faults.list() })
  })
  router.on('GET', '/_control/faults', ({ response }) => {
    sendJson(response, 200, { faults: faults.list() })
  })
  router.on('GET', '/_control/logs', ({ response, url }) => {
    sendJson(response, 200, { lines: log.lines(readNumber(url, 'limit', 500)) })
  })
  router.on('DELETE', '/_control/faults', ({ response, url }) => {
    const cleared = faults.list()
    faults.clear(idOf(url))
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
    setClock(clock, await readJson(request, adminBodyBytesMax))
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

function setClock(clock: Clock, body: unknown): void {
  const { offsetMs, isFrozen } = isPlainObject(body) ? body : {}
  if (offsetMs !== undefined && !Number.isSafeInteger(offsetMs)) {
    throw new CloudError('INVALID_PARAM', 'offsetMs must be a whole number of milliseconds')
  }
  if (isFrozen !== undefined && typeof isFrozen !== 'boolean') {
    throw new CloudError('INVALID_PARAM', 'isFrozen must be true or false')
  }
  if (offsetMs === undefined && isFrozen === undefined) {
    throw new CloudError('INVALID_PARAM', 'offsetMs or isFrozen must be given')
  }
  if (isFrozen === false) clock.run()
  if (typeof offsetMs === 'number') clock.shift(offsetMs)
  if (isFrozen === true) clock.freeze()
}

function time(clock: Clock) {
  const isFrozen = clock.frozenAtMs !== undefined
  return { offsetMs: clock.offsetMs, now: new Date(clock.now()).toISOString(), isFrozen }
}
