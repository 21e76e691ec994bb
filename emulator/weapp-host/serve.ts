import { readFileSync, statSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import path from 'node:path'
import type { Router } from '../http/router'
import { staticHandler } from '../http/static'

const here = __dirname

const PAGE = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>小程序</title>
<link rel="stylesheet" href="host.css">
<link rel="icon" href="data:,">
<div id="pages"></div>
<div id="tabs" role="tablist"></div>
<script src="compiled-app.js"></script>
<script src="host.js"></script>
</html>`

/**
 * Runs the compiled mini-program in `dist` at `/weapp/`. The page's address says who opens what:
 * `?user=<openid>&group=<group whose card was tapped>&page=<path with parameters>&scene=<number>`,
 * and `dark` or `light`, `font=<px>`.
 *
 * Compiled when it is first asked for, and again when the folder was built anew.
 */
export function addWeappRoutes(router: Router, dist: string): void {
  router.on('GET', '/weapp', ({ response }) => {
    response.writeHead(302, { location: '/weapp/' }).end()
  })
  router.on('GET', '/weapp/', ({ response }) => sendText(response, 'text/html', PAGE))
  router.on('GET', '/weapp/host.css', ({ response }) =>
    sendText(response, 'text/css', readFileSync(path.join(here, 'browser/host.css'), 'utf8')),
  )
  const bundled = once(bundle)
  router.on('GET', '/weapp/host.js', async ({ response }) =>
    sendText(response, 'text/javascript', await bundled('')),
  )
  const compiled = once(() => compile(dist))
  router.on('GET', '/weapp/compiled-app.js', async ({ response }) =>
    sendText(response, 'text/javascript', await compiled(builtAt(dist))),
  )
  router.on('GET', '/weapp/**', staticHandler(dist, { fallback: false }))
}

/** Makes a text when it is first asked for, and anew when the version is another one. */
function once(make: () => Promise<string>): (version: string) => Promise<string> {
  let made: { version: string; text: Promise<string> } | undefined
  return (version) => {
    if (made?.version !== version) made = { version, text: make() }
    return made.text
  }
}

const builtAt = (dist: string): string =>
  ['app.json', 'app.js', 'app.wxss']
    .map((name) => statSync(path.join(dist, name), { throwIfNoEntry: false })?.mtimeMs ?? 0)
    .join()

/** The app as one script; what is wrong with the folder is shown in the app's place. */
async function compile(dist: string): Promise<string> {
  try {
    if (builtAt(dist).startsWith('0,')) throw new Error(`${dist} has no app.json`)
    // Loaded only where a mini-program is served: the compiler is large.
    const { compileApp } = await import('./compile')
    return compileApp(dist)
  } catch (error) {
    return `globalThis.compileFailure=${JSON.stringify((error as Error).message)}`
  }
}

async function bundle(): Promise<string> {
  const { build } = await import('esbuild')
  const result = await build({
    entryPoints: [path.join(here, 'browser/main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  return result.outputFiles[0]?.text ?? ''
}

function sendText(response: ServerResponse, type: string, text: string): void {
  response
    .writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' })
    .end(text)
}
