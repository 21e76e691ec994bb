import { existsSync, statSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { adminHandler } from './http/admin'
import { callHandler, groupEnterHandler } from './http/call'
import { addControlRoutes } from './http/control'
import { Router } from './http/router'
import { packageFolder, staticHandler } from './http/static'
import { addStorageRoutes } from './http/storage'
import { addWeChatRoutes } from './http/wechat'
import { type CloudOptions, StartError } from './options'
import { makeParts, type Parts } from './parts'
import { addWeappRoutes } from './weapp-host/serve'

export interface Cloud {
  url: string
  port: number
  close(): Promise<void>
}

/** Starts a local cloud on 127.0.0.1. Throws a StartError when it cannot. */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  requireFolder(options.functionsDir, 'functions folder')
  if (options.appDir !== undefined) requireFolder(options.appDir, 'app folder')
  if (options.weappDir !== undefined) requireFolder(options.weappDir, 'compiled mini-program')
  const parts = makeParts(options)
  const server = routes(parts, options).createServer()
  server.keepAliveTimeout = 60_000
  let port: number
  try {
    port = await listen(server, options.port)
  } catch (error) {
    parts.stop()
    parts.close()
    throw error
  }
  const url = `http://127.0.0.1:${port}`
  parts.start(url)
  const close = async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    parts.stop()
    server.closeAllConnections()
    await closed
    parts.close()
  }
  return { url, port, close }
}

function routes(parts: Parts, { appDir, weappDir }: CloudOptions): Router {
  const { store, transactions, clock, invoker, wechat, chaos, openData, storage } = parts
  const router = new Router(parts.report)
  const admin = adminHandler({ ...parts, core: { store, transactions, clock } })
  router.on('POST', '/admin**', admin)
  router.on('POST', '/call/*', callHandler(invoker, wechat, chaos))
  router.on('POST', '/wx/group-enter', groupEnterHandler(openData))
  addControlRoutes(router, parts)
  addStorageRoutes(router, storage)
  addWeChatRoutes(router, wechat)
  if (appDir !== undefined) {
    router.on('GET', '/app', ({ response }) => {
      response.writeHead(302, { location: '/app/' }).end()
    })
    router.on('GET', '/app/**', staticHandler(appDir, { fallback: true }))
  }
  if (weappDir !== undefined) addWeappRoutes(router, weappDir)
  // The console reads codes from pictures.
  router.on('GET', '/lib/qr/**', staticHandler(packageFolder('qr'), { fallback: false }))
  router.on('GET', '/**', staticHandler(path.join(__dirname, 'console'), { fallback: false }))
  return router
}

async function listen(server: Server, port: number): Promise<number> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, '127.0.0.1', resolve)
    })
  } catch (error) {
    const isTaken = (error as { code?: string }).code === 'EADDRINUSE'
    throw new StartError(
      isTaken
        ? `The port ${port} is already in use.`
        : `The port ${port} cannot be opened: ${(error as Error).message}.`,
    )
  }
  return (server.address() as AddressInfo).port
}

function requireFolder(folder: string, what: string): void {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new StartError(`The ${what} ${folder} does not exist.`)
  }
}
