import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parentPort } from 'node:worker_threads'

/**
 * A thread that answers every call of the SDK at once and does nothing: what the SDK and HTTP alone
 * come to on this machine. Says its address.
 */
const answer = JSON.stringify({ data: { insertedIds: ['x'] }, requestId: 'empty' })

const server = createServer((request, response) => {
  request.resume().on('end', () => {
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(answer),
    })
    response.end(answer)
  })
})

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  parentPort?.postMessage(`http://127.0.0.1:${port}`)
})
