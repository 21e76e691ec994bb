import { performance } from 'node:perf_hooks'
import { parentPort } from 'node:worker_threads'

/** What the parent asks for: inserts for so long, so many at a time, with ids that begin so. */
export interface InsertOrder {
  url: string
  name: string
  ms: number
  inFlight: number
}

/**
 * A thread that inserts through the SDK: says 'ready', and answers each order with how many
 * inserts were acknowledged. The SDK costs more time than the cloud does, so that one client alone
 * would measure itself.
 */
async function serve(): Promise<void> {
  const sdk = (await import('@cloudbase/node-sdk')).default
  parentPort?.on('message', async ({ url, name, ms, inFlight }: InsertOrder) => {
    const app = sdk.init({ env: 'local-env', serviceUrl: `${url}/admin` } as never)
    const inserts = app.database().collection('inserts')
    const until = performance.now() + ms
    let count = 0
    let acknowledged = 0
    const insert = async () => {
      while (performance.now() < until) {
        const n = count++
        const text = `Somebody needs help with thing number ${n}. `.repeat(4)
        await inserts.add({ _id: `${name}-${n}`, team: `t${n % 40}`, n, state: 'open', text })
        acknowledged++
      }
    }
    await Promise.all(Array.from({ length: inFlight }, insert))
    parentPort?.postMessage(acknowledged)
  })
  parentPort?.postMessage('ready')
}

void serve()
