import { EJSON } from 'bson'
import { CloudError } from '../codes'
import { idOf } from './batch'
import { newDocument } from './change'
import { isPlainObject } from './key'
import { documentById } from './reading'
import type { Store } from './store'
import { checkFieldNames, type Document, settle, toEjson, toReadable } from './values'

/**
 * Changes by hand. Documents come and go as relaxed extended JSON, the shape in which
 * `/_control/documents` shows them: a date is `{"$date": "2026-01-31T00:00:00Z"}`.
 */

/** Adds documents, all or none; answers their ids. */
export async function addDocuments(store: Store, body: unknown, nowMs: number): Promise<unknown[]> {
  const { collection: name, fields } = readBody(store, body)
  if (!Array.isArray(fields.documents) || fields.documents.length === 0) {
    throw invalid('documents must be a list with something in it')
  }
  const documents = fields.documents.map((value) => newDocument(readDocument(value, nowMs)))
  await store.write((batch) => {
    const collection = batch.catalog.get(name)
    for (const document of documents) batch.insert(collection, document)
  })
  return documents.map((document) => toReadable(document._id))
}

/**
 * Puts a document in the place of the one with its `_id`. With `was`, only while the stored one is
 * still the same: an edit that took minutes must not undo what a function did meanwhile.
 */
export async function replaceDocument(
  store: Store,
  body: unknown,
  nowMs: number,
): Promise<unknown> {
  const { collection: name, fields } = readBody(store, body)
  const document = readDocument(fields.document, nowMs)
  const was = fields.was === undefined ? undefined : readDocument(fields.was, nowMs)
  checkFieldNames(document)
  const id = idOf(document)
  await store.write((batch) => {
    const collection = batch.catalog.get(name)
    const found = documentById(batch, collection, id)
    if (found === undefined) throw invalid('there is no document with this _id any more')
    if (was !== undefined && toEjson(found.document) !== toEjson(was)) {
      throw new CloudError('DATABASE_TRANSACTION_CONFLICT', 'the document has changed meanwhile')
    }
    batch.replace(collection, id, found.document, document)
  })
  return toReadable(document)
}

/** Removes the document with this `_id`; answers whether there was one. */
export async function removeDocument(store: Store, body: unknown, nowMs: number): Promise<boolean> {
  const { collection: name, fields } = readBody(store, body)
  const id = idOf(readDocument({ _id: fields.id }, nowMs))
  return store.write((batch) => {
    const collection = batch.catalog.get(name)
    const found = documentById(batch, collection, id)
    if (found !== undefined) batch.remove(collection, id, found.document)
    return found !== undefined
  })
}

function readBody(store: Store, body: unknown): { collection: string; fields: Document } {
  const fields = isPlainObject(body) ? body : {}
  return { collection: store.catalog.get(fields.collection).name, fields }
}

function readDocument(value: unknown, nowMs: number): Document {
  if (!isPlainObject(value)) throw invalid('a document must be an object')
  let parsed: unknown
  try {
    parsed = settle(EJSON.deserialize(value), nowMs)
  } catch (error) {
    throw error instanceof CloudError ? error : invalid(`the document: ${(error as Error).message}`)
  }
  return parsed as Document
}

function invalid(message: string): CloudError {
  return new CloudError('INVALID_PARAM', message)
}
