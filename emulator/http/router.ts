import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { CloudError } from '../codes'

export interface Exchange {
  request: IncomingMessage
  response: ServerResponse
  url: URL
  /** What stands in the places of `*` in the route's path. */
  parts: string[]
}

export type Handler = (exchange: Exchange) => Promise<void> | void

interface Route {
  method: string
  pattern: RegExp
  handler: Handler
}

/** A small router: `*` takes one part of a path, `**` the rest of it. */
export class Router {
  readonly #routes: Route[] = []
  readonly #report: (error: unknown) => void

  constructor(report: (error: unknown) => void) {
    this.#report = report
  }

  on(method: string, path: string, handler: Handler): void {
    const source = path.replace(/\*\*|\*/g, (star) => (star === '*' ? '([^/]+)' : '(.*)'))
    this.#routes.push({ method, pattern: new RegExp(`^${source}$`), handler })
  }

  createServer(): Server {
    return createServer((request, response) => {
      this.#serve(request, response).catch((error) => {
        if (!(error instanceof CloudError)) this.#report(error)
        const status = error instanceof CloudError ? 400 : 500
        const code = error instanceof CloudError ? error.code : 'SYS_ERR'
        if (!response.headersSent) sendJson(response, status, { code, message: error.message })
        else response.destroy()
      })
    })
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const isControl = url.pathname.startsWith('/_control/')
    if (isControl && isForeign(request)) {
      sendJson(response, 403, { code: 'ACCESS_DENIED', message: 'not for pages of other origins' })
      return
    }
    if (!isControl && request.headers.origin !== undefined) allowOtherOrigins(response)
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end()
      return
    }
    const method = request.method === 'HEAD' ? 'GET' : request.method
    for (const route of this.#routes) {
      const match = route.method === method ? route.pattern.exec(url.pathname) : null
      if (match === null) continue
      await route.handler({ request, response, url, parts: match.slice(1).map(decode) })
      return
    }
    sendJson(response, 404, { code: 'NOT_FOUND', message: `nothing at ${url.pathname}` })
  }
}

/** A page that is open in the same browser and has nothing to do with this cloud. */
function isForeign({ headers }: IncomingMessage): boolean {
  return headers.origin !== undefined && headers.origin !== `http://${headers.host}`
}

/** A built client may be served from another port; only a browser tells where it comes from. */
function allowOtherOrigins(response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*')
  response.setHeader('access-control-allow-methods', 'GET, POST, PUT, DELETE, OPTIONS')
  response.setHeader('access-control-allow-headers', '*')
  response.setHeader('access-control-max-age', '600')
  response.setHeader(
    'access-control-expose-headers',
    'x-cloud-request-id, x-cloud-db-calls, x-cloud-db-steps, x-cloud-scanned, x-cloud-returned, x-cloud-cold, x-cloud-ms',
  )
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw new CloudError('INVALID_PARAM', 'the address is not valid')
  }
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  sendText(response, status, JSON.stringify(value))
}

export function sendText(response: ServerResponse, status: number, json: string): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(json),
  })
  response.end(json)
}

/** The body; undefined when it is longer than allowed (what follows is not kept). */
export function readBytes(request: IncomingMessage, bytesMax: number): Promise<Buffer | undefined> {
  // By events: an iterator over the stream costs a tenth of a small request's whole time.
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= bytesMax) chunks.push(chunk)
    })
    request.on('end', () => {
      if (bytes > bytesMax) resolve(undefined)
      else resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks))
    })
    request.on('error', reject)
  })
}

export async function readText(
  request: IncomingMessage,
  bytesMax: number,
): Promise<string | undefined> {
  return (await readBytes(request, bytesMax))?.toString('utf8')
}

/** The body as JSON, for requests whose sender is the console or a script. */
export async function readJson(request: IncomingMessage, bytesMax: number): Promise<unknown> {
  const text = await readText(request, bytesMax)
  if (text === undefined) throw new CloudError('EXCEED_MAX_PAYLOAD_SIZE', 'the body is too large')
  try {
    return JSON.parse(text)
  } catch {
    throw new CloudError('INVALID_PARAM', 'the body is not valid JSON')
  }
}

/** A whole number in the address. */
export function readNumber(url: URL, name: string, otherwise: number): number {
  const text = url.searchParams.get(name)
  if (text === null) return otherwise
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new CloudError('INVALID_PARAM', `${name} must be a whole number, 0 or more`)
  }
  return value
}
