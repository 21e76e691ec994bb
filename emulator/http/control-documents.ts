import type { Clock } from '../clock'
import { CloudError } from '../codes'
import { applyCollections, describeCollections, describeIndexes } from '../documents/admin'
import { addDocuments, removeDocument, replaceDocument } from '../documents/edit'
import { exportCsv, exportJson } from '../documents/export'
import { isPlainObject } from '../documents/key'
import { Marks } from '../documents/marks'
import { countDocuments, findDocuments, type Search } from '../documents/reading'
import { readQuery, readSort } from '../documents/request'
import type { Store } from '../documents/store'
import { toReadable } from '../documents/values'
import {
  adminBodyBytesMax,
  documentsExportedMax,
  queryLimitDefault,
  queryLimitMax,
} from '../limits'
import { type Router, readJson, readNumber, sendJson } from './router'

/** Collections and documents as the console and scripts look at them and change them. */
export function addDocumentRoutes(router: Router, store: Store, clock: Clock): void {
  router.on('POST', '/_control/collections', async ({ request, response }) => {
    await applyCollections(store, await readJson(request, adminBodyBytesMax))
    sendJson(response, 200, { collections: describeCollections(store) })
  })
  router.on('GET', '/_control/collections', ({ response }) => {
    sendJson(response, 200, { collections: describeCollections(store) })
  })
  router.on('GET', '/_control/indexes', ({ response }) => {
    sendJson(response, 200, { collections: describeIndexes(store) })
  })
  router.on('GET', '/_control/digest', ({ response }) => sendJson(response, 200, store.digest()))

  addMarkRoutes(router, store)

  router.on('GET', '/_control/documents', ({ response, url }) => {
    const { name, search } = readSearch(url, clock)
    const limit = Math.min(readNumber(url, 'limit', queryLimitDefault), queryLimitMax)
    const collection = store.catalog.get(name)
    const page = { ...search, skip: readNumber(url, 'skip', 0), limit }
    const { found, scanned } = findDocuments(store.latest, collection, page)
    const isCounted = url.searchParams.has('count')
    sendJson(response, 200, {
      collection: name,
      documents: found.map((item) => toReadable(item.document)),
      scanned,
      ...(isCounted ? { total: countDocuments(store.latest, collection, search.query).total } : {}),
    })
  })
  router.on('GET', '/_control/documents/export', ({ response, url }) => {
    const { name, search } = readSearch(url, clock)
    const page = { ...search, limit: documentsExportedMax }
    const { found } = findDocuments(store.latest, store.catalog.get(name), page)
    const documents = found.map((item) => item.document)
    const isCsv = url.searchParams.get('format') === 'csv'
    response.writeHead(200, {
      'content-type': isCsv ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}.${isCsv ? 'csv' : 'json'}`,
    })
    response.end(isCsv ? exportCsv(documents) : exportJson(documents))
  })
  router.on('POST', '/_control/documents', async ({ request, response }) => {
    const body = await readJson(request, adminBodyBytesMax)
    sendJson(response, 200, { insertedIds: await addDocuments(store, body, clock.now()) })
  })
  router.on('PUT', '/_control/documents', async ({ request, response }) => {
    const body = await readJson(request, adminBodyBytesMax)
    sendJson(response, 200, { document: await replaceDocument(store, body, clock.now()) })
  })
  router.on('DELETE', '/_control/documents', async ({ request, response }) => {
    const body = await readJson(request, adminBodyBytesMax)
    sendJson(response, 200, { removed: await removeDocument(store, body, clock.now()) })
  })
}

/** Keeps states of the documents and goes back to them. */
function addMarkRoutes(router: Router, store: Store): void {
  const marks = new Marks(store)
  router.on('POST', '/_control/marks', async ({ request, response }) => {
    const body = await readJson(request, adminBodyBytesMax)
    marks.set(isPlainObject(body) ? body.name : undefined)
    sendJson(response, 200, {})
  })
  router.on('GET', '/_control/marks/*', ({ response, parts }) => {
    sendJson(response, 200, { changes: marks.changes(parts[0] ?? '') })
  })
  router.on('POST', '/_control/marks/*/restore', async ({ response, parts }) => {
    sendJson(response, 200, { restored: await marks.restore(parts[0] ?? '') })
  })
  router.on('DELETE', '/_control/marks/*', ({ response, parts }) => {
    sendJson(response, 200, { removed: marks.remove(parts[0] ?? '') })
  })
}

/** The words of a search as a person wrote them: a wrong one is named by its place in the address. */
function readSearch(url: URL, clock: Clock): { name: string; search: Search } {
  const name = url.searchParams.get('collection') ?? ''
  if (name === '') throw new CloudError('INVALID_PARAM', 'the collection is missing')
  const query = readQuery({ query: url.searchParams.get('filter') ?? '' }, clock.now())
  const sort = readSort({ order: url.searchParams.get('sort') ?? '' })
  return { name, search: { query, sort } }
}
