import { createReadStream, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { type Handler, sendJson } from './router'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

/** The media type that a file's name tells. */
export function contentTypeOf(name: string): string {
  return types[path.extname(name).toLowerCase()] ?? 'application/octet-stream'
}

/** Where an installed package lies; its main file stands at the top of it. */
export function packageFolder(name: string): string {
  return path.dirname(createRequire(__filename).resolve(name))
}

/**
 * Serves the files of a folder and nothing outside it, never from a cache. With `fallback`, an
 * address without a file name ending gets the start page (an app with its own addresses).
 */
export function staticHandler(folder: string, options: { fallback: boolean }): Handler {
  const root = path.resolve(folder)
  return ({ response, request, parts }) => {
    const wanted = path.resolve(root, `.${path.posix.normalize(`/${parts[0] ?? ''}`)}`)
    const isInside = wanted === root || wanted.startsWith(root + path.sep)
    let file = isInside ? fileAt(wanted) : undefined
    if (file === undefined && options.fallback && path.extname(wanted) === '') file = fileAt(root)
    if (file === undefined) {
      sendJson(response, 404, { code: 'NOT_FOUND', message: 'no such file' })
      return
    }
    response.writeHead(200, {
      'content-type': contentTypeOf(file),
      'cache-control': 'no-store',
    })
    if (request.method === 'HEAD') response.end()
    else
      createReadStream(file)
        .on('error', () => response.destroy())
        .pipe(response)
  }
}

function fileAt(place: string): string | undefined {
  const found = statSync(place, { throwIfNoEntry: false })
  if (found?.isFile()) return place
  if (!found?.isDirectory()) return undefined
  const index = path.join(place, 'index.html')
  return statSync(index, { throwIfNoEntry: false })?.isFile() ? index : undefined
}
