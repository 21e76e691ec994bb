import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { build } from 'esbuild'
import { compileApp } from './compile'

const here = __dirname
const TYPES: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

const PAGE = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>互助圈</title>
<link rel="stylesheet" href="/host.css">
<link rel="icon" href="data:,">
<div id="pages"></div>
<div id="tabs" role="tablist"></div>
<script src="/compiled-app.js"></script>
<script src="/host.js"></script>
</html>`

export interface Host {
  url: string
  close(): Promise<void>
}

/**
 * Serves the compiled mini-program in `dist` to a browser and passes its calls on to the cloud at
 * `cloudUrl`. The page's address says who opens what:
 * `/?user=<openid>&group=<group whose card was tapped>&page=<path with parameters>`, and `dark`,
 * `font=<px>`.
 */
export async function startHost(options: { dist: string; cloudUrl: string }): Promise<Host> {
  const { dist, cloudUrl } = options
  const files: Record<string, string> = {
    '/': PAGE,
    '/compiled-app.js': compileApp(dist),
    '/host.js': await bundle(),
    '/host.css': readFileSync(join(here, 'browser/host.css'), 'utf8'),
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host')
    if (request.method === 'POST') {
      void passOn(`${cloudUrl}${pathname}`, request, response)
      return
    }
    const text = files[pathname]
    if (text !== undefined) {
      const type = pathname === '/' ? 'text/html' : (TYPES[extname(pathname)] ?? 'text/plain')
      response.setHeader('content-type', `${type}; charset=utf-8`)
      response.end(text)
      return
    }
    sendAsset(join(dist, normalize(pathname)), response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function bundle(): Promise<string> {
  const result = await build({
    entryPoints: [join(here, 'browser/main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  return result.outputFiles[0]?.text ?? ''
}

function sendAsset(file: string, response: ServerResponse) {
  try {
    const content = readFileSync(file)
    response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream')
    response.end(content)
  } catch {
    response.statusCode = 404
    response.end()
  }
}

async function passOn(url: string, request: IncomingMessage, response: ServerResponse) {
  try {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-wx-openid': String(request.headers['x-wx-openid']),
      },
      body: Buffer.concat(chunks),
    })
    response.statusCode = answer.status
    response.end(Buffer.from(await answer.arrayBuffer()))
  } catch (error) {
    response.statusCode = 502
    response.end(String(error))
  }
}
