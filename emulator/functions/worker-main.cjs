/**
 * Runs inside each worker thread: puts the function into surroundings like the cloud's, loads it,
 * and answers one call after another. Plain JavaScript, because a worker starts without a compiler.
 */
const { parentPort, workerData } = require('node:worker_threads')
const http = require('node:http')
const path = require('node:path')
const { format } = require('node:util')
const Module = require('node:module')
const { keepCompiledCode, reuseCompiledCode } = require('./compiled-code.cjs')

followCloudClock(new Float64Array(workerData.clock))
stampRequests(workerData.adminUrl)
captureConsole()
resolveFromHere(workerData.modulesFallback)
reuseCompiledCode()

let main

parentPort.on('message', async (call) => {
  for (const name of workerData.callEnvironment) delete process.env[name]
  Object.assign(process.env, call.environment)
  try {
    if (main === undefined) {
      main = await load()
      parentPort.postMessage({ type: 'loaded' })
    }
  } catch (error) {
    parentPort.postMessage({ type: 'loadFailed', message: describe(error) })
    return
  }
  try {
    const value = await main(call.event, call.context)
    const json = value === undefined ? 'null' : JSON.stringify(value)
    parentPort.postMessage({ type: 'returned', json: json ?? 'null' })
  } catch (error) {
    parentPort.postMessage({ type: 'threw', message: describe(error) })
  }
  keepCompiledCode()
})

async function load() {
  const file = path.join(workerData.folder, 'index.js')
  let exported
  try {
    exported = require(file)
  } catch (error) {
    if (error?.code !== 'ERR_REQUIRE_ESM') throw error
    exported = await import(require('node:url').pathToFileURL(file).href)
  }
  if (typeof exported.main !== 'function') throw new Error('index.js does not export main')
  return exported.main
}

function describe(error) {
  if (error instanceof Error) return error.stack ?? error.message
  return typeof error === 'string' ? error : format('%o', error)
}

/** `Date` as the cloud's clock shows it, before the function can take hold of the real one. */
function followCloudClock(clock) {
  const RealDate = Date
  // The offset, and the time at which the clock stands still.
  const now = () => clock[1] || RealDate.now() + clock[0]
  function cloudDate(...values) {
    if (new.target === undefined) return new RealDate(now()).toString()
    const target = new.target === cloudDate ? RealDate : new.target
    return Reflect.construct(RealDate, values.length === 0 ? [now()] : values, target)
  }
  cloudDate.prototype = RealDate.prototype
  cloudDate.prototype.constructor = cloudDate
  Object.defineProperty(cloudDate, 'name', { value: 'Date' })
  cloudDate.now = now
  cloudDate.UTC = RealDate.UTC
  cloudDate.parse = RealDate.parse
  globalThis.Date = cloudDate
}

/**
 * Each request to the cloud says when it was sent, by a clock that all threads share: so the cloud
 * can tell requests that went side by side from those that went one after another.
 */
function stampRequests(adminUrl) {
  const request = http.request
  http.request = (...parts) => {
    const sent = request(...parts)
    if (String(parts[0]).startsWith(adminUrl)) {
      sent.setHeader('x-cloud-sent', String(process.hrtime.bigint()))
    }
    return sent
  }
}

function captureConsole() {
  const say =
    (level) =>
    (...values) => {
      parentPort.postMessage({ type: 'log', level, text: format(...values) })
    }
  for (const level of ['log', 'info', 'warn', 'error', 'debug']) console[level] = say(level)
}

/** The cloud's machines have the server SDK installed; here the folder may lie anywhere. */
function resolveFromHere(folders) {
  process.env.NODE_PATH = folders.join(path.delimiter)
  Module._initPaths()
}
