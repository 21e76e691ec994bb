import { CloudError } from '../codes'
import { eventBytesMax, filesPerRequestMax, temporaryAddressSecondsMax } from '../limits'
import { bucket, checkPath, fromFileId, toFileId } from '../storage/file-id'
import type { Storage } from '../storage/operations'
import { type Handler, type Router, readJson, sendJson } from './router'
import { contentTypeOf } from './static'

/** Where the addresses of stored files lead, and where a phone sends its files. */
export function addStorageRoutes(router: Router, storage: Storage): void {
  router.on('PUT', `/storage/${bucket}/**`, receive(storage))
  router.on('GET', `/storage/${bucket}/**`, send(storage))
  router.on('POST', '/wx/upload-file', receiveFromPhone(storage))
  router.on('POST', '/wx/temp-file-url', addressesForPhone(storage))
  router.on('GET', '/_control/files', async ({ response, url }) => {
    const limit = Math.min(Number(url.searchParams.get('limit') ?? 200) || 200, 1000)
    const found = await storage.files.list(limit)
    const files = found.map((file) => ({
      ...file,
      fileID: toFileId(file.path),
      address: storage.addresses.temporary(file.path, temporaryAddressSecondsMax),
    }))
    sendJson(response, 200, { files })
  })
  router.on('DELETE', '/_control/files', async ({ response, url }) => {
    const path = checkPath(url.searchParams.get('path') ?? undefined)
    sendJson(response, 200, { removed: await storage.files.remove(path) })
  })
}

/** The second half of the SDK's upload: an empty answer is success, a failure is XML. */
function receive({ files, addresses, clock }: Storage): Handler {
  return async ({ request, response, parts }) => {
    const path = checkPath(parts[0])
    const fail = (status: number, code: string, message: string) => {
      request.resume()
      response.writeHead(status, { 'content-type': 'application/xml' })
      response.end(
        `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${message}</Message><RequestId>local</RequestId><TraceId>local</TraceId></Error>`,
      )
    }
    if (!addresses.mayUpload(path, request.headers.authorization)) {
      fail(403, 'AccessDenied', 'the permit is for another file, or it has expired')
      return
    }
    const createdAt = new Date(clock.now()).toISOString()
    try {
      await files.put({ path, createdAt, owner: null }, request)
    } catch (error) {
      if (!(error instanceof CloudError)) throw error
      fail(400, 'EntityTooLarge', error.message)
      return
    }
    response.writeHead(200, { 'content-length': 0 }).end()
  }
}

/** Answers 403 to an address that is not good any more, as the cloud does. */
function send({ files, addresses }: Storage): Handler {
  return async ({ request, response, parts, url }) => {
    const path = checkPath(parts[0])
    if (!addresses.mayDownload(path, url.searchParams)) {
      sendJson(response, 403, { code: 'ACCESS_DENIED', message: 'the address has expired' })
      return
    }
    const found = await files.read(path)
    if (found === undefined) {
      sendJson(response, 404, { code: 'STORAGE_FILE_NONEXIST', message: 'no such file' })
      return
    }
    response.writeHead(200, {
      'content-type': contentTypeOf(path),
      'content-length': found.file.size,
      // What members send is data here and never a page of this origin.
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
    })
    if (request.method === 'HEAD') {
      found.content.destroy()
      response.end()
      return
    }
    found.content.on('error', () => response.destroy())
    response.on('close', () => found.content.destroy())
    found.content.pipe(response)
  }
}

/**
 * `wx.cloud.uploadFile`: the path is in the address, the content in the body. A member may replace
 * files of their own only, as the cloud's usual rule for storage says.
 */
function receiveFromPhone({ files, clock }: Storage): Handler {
  return async ({ request, response, url }) => {
    const path = checkPath(url.searchParams.get('path') ?? undefined)
    const owner = request.headers['x-wx-openid']
    if (typeof owner !== 'string' || owner === '') {
      request.resume()
      sendJson(response, 401, { errCode: -501023, errMsg: 'uploadFile:fail nobody is logged in' })
      return
    }
    const old = await files.find(path)
    if (old !== undefined && old.owner !== owner) {
      request.resume()
      sendJson(response, 403, {
        errCode: -503002,
        errMsg: 'uploadFile:fail storage permission denied',
      })
      return
    }
    const createdAt = new Date(clock.now()).toISOString()
    const file = await files.put({ path, createdAt, owner }, request)
    sendJson(response, 200, { fileID: toFileId(path), size: file.size })
  }
}

/** `wx.cloud.getTempFileURL`, as an image on a page needs it for its `cloud://` source. */
function addressesForPhone({ files, addresses }: Storage): Handler {
  return async ({ request, response }) => {
    const body = await readJson(request, eventBytesMax)
    const wanted = (body as { fileList?: unknown } | null)?.fileList
    if (!Array.isArray(wanted) || wanted.length > filesPerRequestMax) {
      throw new CloudError(
        'INVALID_PARAM',
        `fileList must name ${filesPerRequestMax} files at most`,
      )
    }
    const fileList = await Promise.all(
      wanted.map(async (fileID) => {
        const path = fromFileId(fileID)
        const file = path === undefined ? undefined : await files.find(path)
        if (file === undefined) {
          return { fileID, tempFileURL: '', status: -503003, errMsg: 'storage file not exists' }
        }
        const tempFileURL = encodeURI(addresses.temporary(file.path, temporaryAddressSecondsMax))
        return { fileID, tempFileURL, status: 0, errMsg: 'ok', maxAge: temporaryAddressSecondsMax }
      }),
    )
    sendJson(response, 200, { fileList })
  }
}
