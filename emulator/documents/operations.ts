import { ObjectId } from 'bson'
import type { Clock } from '../clock'
import { CloudError } from '../codes'
import { runPipeline } from './aggregate'
import { type Batch, idOf } from './batch'
import type { Collection } from './catalog'
import { applyModifier, type Modifier, readModifier } from './modify'
import { compileProjection } from './project'
import {
  countDocuments,
  documentById,
  type Found,
  findDocuments,
  findIds,
  type Reader,
} from './reading'
import {
  type Body,
  readLimit,
  readObject,
  readProjection,
  readQuery,
  readSkip,
  readSort,
} from './request'
import type { Store } from './store'
import type { Transactions } from './transactions'
import { checkFieldNames, type Document, decodeDocument, encodeDocument, toEjson } from './values'

/** Who asks, and what is noted about the answer for the log of calls. */
export interface Request {
  /** The worker that asks, if one does. */
  worker: string | undefined
  /** When it was sent, by the machine's monotonic clock, if the sender says so. */
  sentAtNs: bigint | undefined
  scanned: number
  returned: number
  transactionId?: string
}

/** What the SDK reads from a successful answer. */
export type Reply = Record<string, unknown>

type Operation = (body: Body, request: Request) => Promise<Reply>

/** The database part of the server SDK's wire protocol: one function for each action. */
export function databaseOperations(
  store: Store,
  transactions: Transactions,
  clock: Clock,
): Record<string, Operation> {
  const now = () => clock.now()

  /** Reads in the transaction the request names, or else in the newest state. */
  const reading = <T>(body: Body, request: Request, read: (reader: Reader) => T): Promise<T> => {
    if (body.transactionId === undefined) return Promise.resolve(read(store.latest))
    return transactions.run(body.transactionId, request.sentAtNs, read)
  }

  const addCollection: Operation = async (body) => {
    const name = String(body.collectionName ?? '')
    await store.write((batch) => batch.createCollection(name))
    return {}
  }

  const insertDocument: Operation = async (body, request) => {
    if (!Array.isArray(body.data) || body.data.length === 0) {
      throw new CloudError('INVALID_PARAM', 'data must be a list of documents')
    }
    const documents = body.data.map((text) => newDocument(readObject(text, 'data', now())))
    const insertedIds = documents.map((document) => document._id)
    if (body.transactionId !== undefined) {
      await transactions.run(body.transactionId, request.sentAtNs, (transaction) => {
        const collection = store.catalog.get(body.collectionName)
        for (const document of documents) transactions.insert(transaction, collection, document)
      })
    } else {
      store.catalog.get(body.collectionName)
      await store.write(
        (batch) => {
          const collection = batch.catalog.get(body.collectionName)
          for (const document of documents) batch.insert(collection, document)
        },
        { isPartial: documents.length > 1 },
      )
    }
    return { data: { insertedIds } }
  }

  const getDocument: Operation = async (body, request) => {
    store.catalog.get(body.collectionName)
    const query = readQuery(body, now())
    const project = compileProjection(readProjection(body))
    const [limit, skip, sort] = [readLimit(body), readSkip(body), readSort(body)]
    const { found, scanned } = await reading(body, request, (reader) =>
      findDocuments(reader, store.catalog.get(body.collectionName), { query, sort, skip, limit }),
    )
    request.scanned = scanned
    request.returned = found.length
    const list = found.map((item) => toEjson(project(item.document)))
    return { data: { list }, limit, offset: skip }
  }

  const calculateDocument: Operation = async (body, request) => {
    const collection = store.catalog.get(body.collectionName)
    const { total, scanned } = countDocuments(store.latest, collection, readQuery(body, now()))
    request.scanned = scanned
    return { data: { total } }
  }

  const modifyDocument: Operation = async (body, request) => {
    store.catalog.get(body.collectionName)
    const query = readQuery(body, now())
    const change = readChange(body, now())
    if (body.transactionId !== undefined) {
      return transactions.run(body.transactionId, request.sentAtNs, (transaction) => {
        const collection = store.catalog.get(body.collectionName)
        const result = findDocuments(transaction, collection, { query, limit: 1 })
        request.scanned = result.scanned
        const found = result.found[0]
        if (found !== undefined) {
          const after = change.apply(found.document, query)
          transactions.write(transaction, collection, found.id, after)
          return { data: { updated: 1, upsert_id: null } }
        }
        if (!change.isUpsert) return { data: { updated: 0, upsert_id: null } }
        const document = newDocument({ ...idFrom(query), ...change.apply({}, query) })
        transactions.insert(transaction, collection, document)
        return { data: { updated: 0, upsert_id: document._id } }
      })
    }
    return store.write((batch) => updateMatching(batch, body, query, change, request), {
      isPartial: body.multi === true,
    })
  }

  const modifyAndReturnDoc: Operation = async (body, request) => {
    store.catalog.get(body.collectionName)
    const query = readQuery(body, now())
    const change = readChange({ ...body, merge: true }, now())
    const modifyFirst = (
      reader: Reader,
      write: (collection: Collection, found: Found, after: Document) => void,
    ) => {
      const collection = store.catalog.get(body.collectionName)
      const { found, scanned } = findDocuments(reader, collection, { query, limit: 1 })
      request.scanned = scanned
      request.returned = found.length
      const first = found[0]
      if (first === undefined) return { data: { updated: 0, doc: null } }
      const after = change.apply(first.document, query)
      write(collection, first, after)
      return { data: { updated: 1, doc: toEjson(after) } }
    }
    if (body.transactionId !== undefined) {
      return transactions.run(body.transactionId, request.sentAtNs, (transaction) =>
        modifyFirst(transaction, (collection, found, after) =>
          transactions.write(transaction, collection, found.id, after),
        ),
      )
    }
    return store.write((batch) =>
      modifyFirst(batch, (collection, found, after) =>
        batch.replace(collection, found.id, found.document, after),
      ),
    )
  }

  const removeDocument: Operation = async (body, request) => {
    store.catalog.get(body.collectionName)
    const query = readQuery(body, now())
    const isMany = body.multi === true
    const matching = (reader: Reader, collection: Collection) => {
      const { ids, scanned } = findIds(reader, collection, query, isMany ? undefined : 1)
      request.scanned = scanned
      return ids
    }
    if (body.transactionId !== undefined) {
      return transactions.run(body.transactionId, request.sentAtNs, (transaction) => {
        const collection = store.catalog.get(body.collectionName)
        const ids = matching(transaction, collection)
        for (const id of ids) transactions.write(transaction, collection, id, null)
        return { data: { deleted: ids.length } }
      })
    }
    return store.write(
      (batch) => {
        const collection = batch.catalog.get(body.collectionName)
        const ids = matching(batch, collection)
        for (const id of ids) {
          const found = documentById(batch, collection, id)
          if (found !== undefined) batch.remove(collection, id, found.document)
        }
        return { data: { deleted: ids.length } }
      },
      { isPartial: isMany },
    )
  }

  const aggregateDocuments: Operation = async (body, request) => {
    const collection = store.catalog.get(body.collectionName)
    const result = runPipeline(store.latest, store.catalog, collection, body.stages, now())
    request.scanned = result.scanned
    request.returned = result.list.length
    return { data: { list: result.list.map(toEjson) } }
  }

  const startTransaction: Operation = async (_body, request) => {
    const transaction = transactions.begin(request.worker)
    request.transactionId = transaction.id
    return { transactionId: transaction.id }
  }

  const commitTransaction: Operation = async (body, request) => {
    await transactions.run(body.transactionId, request.sentAtNs, (transaction) =>
      transactions.commit(transaction),
    )
    return { data: {} }
  }

  const abortTransaction: Operation = async (body, request) => {
    await transactions.run(body.transactionId, request.sentAtNs, (transaction) =>
      transactions.abort(transaction),
    )
    return { data: {} }
  }

  return {
    'database.addCollection': addCollection,
    'database.insertDocument': insertDocument,
    'database.getDocument': getDocument,
    'database.calculateDocument': calculateDocument,
    'database.modifyDocument': modifyDocument,
    'database.modifyAndReturnDoc': modifyAndReturnDoc,
    'database.removeDocument': removeDocument,
    'database.aggregateDocuments': aggregateDocuments,
    'database.startTransaction': startTransaction,
    'database.commitTransaction': commitTransaction,
    'database.abortTransaction': abortTransaction,
  }
}

interface DocumentChange {
  isUpsert: boolean
  /** Answers the changed document; the given one is left alone. */
  apply(document: Document, query: Document): Document
}

/** An update by operators (`merge`), or a whole new document under the same `_id`. */
function readChange(body: Body, nowMs: number): DocumentChange {
  const data = readObject(body.data, 'data', nowMs)
  if (body.merge === false) {
    checkFieldNames(data)
    return {
      isUpsert: body.upsert === true,
      apply: (document) => ({
        ...(document._id === undefined ? {} : { _id: document._id }),
        ...data,
      }),
    }
  }
  const modifier: Modifier = readModifier(data)
  return {
    isUpsert: body.upsert === true,
    apply: (document, query) => {
      const copy =
        Object.keys(document).length === 0 ? {} : decodeDocument(encodeDocument(document))
      applyModifier(copy, modifier, query)
      return copy
    },
  }
}

/** Updates what matches, one or all; `updated` counts what matched, changed or not. */
function updateMatching(
  batch: Batch,
  body: Body,
  query: Document,
  change: DocumentChange,
  request: Request,
): Reply {
  const collection = batch.catalog.get(body.collectionName)
  const limit = body.multi === true ? undefined : 1
  const { ids, scanned } = findIds(batch, collection, query, limit)
  request.scanned = scanned
  if (ids.length === 0 && change.isUpsert) {
    const document = newDocument({ ...idFrom(query), ...change.apply({}, query) })
    batch.insert(collection, document)
    return { data: { updated: 0, upsert_id: document._id } }
  }
  for (const id of ids) {
    const found = documentById(batch, collection, id)
    if (found === undefined) continue
    batch.replace(collection, id, found.document, change.apply(found.document, query))
  }
  return { data: { updated: ids.length, upsert_id: null } }
}

/** A document about to be stored: named, checked, `_id` first. */
function newDocument(data: Document): Document {
  checkFieldNames(data)
  const { _id, ...fields } = data
  const document = { _id: _id ?? new ObjectId().toHexString(), ...fields }
  idOf(document)
  return document
}

function idFrom(query: Document): Document {
  const id = query._id
  return id === undefined || typeof id === 'object' ? {} : { _id: id }
}
