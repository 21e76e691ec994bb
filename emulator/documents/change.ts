import { ObjectId } from 'bson'
import { idOf } from './batch'
import { applyModifier, type Modifier, readModifier } from './modify'
import { type Body, readObject } from './request'
import { checkFieldNames, type Document, decodeDocument, encodeDocument } from './values'

export interface DocumentChange {
  isUpsert: boolean
  /** Answers the changed document; the given one is left alone. */
  apply(document: Document, query: Document): Document
}

/** An update by operators (`merge`), or a whole new document under the same `_id`. */
export function readChange(body: Body, nowMs: number): DocumentChange {
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

/** A document about to be stored: named, checked, `_id` first. */
export function newDocument(data: Document): Document {
  checkFieldNames(data)
  const { _id, ...fields } = data
  const document = { _id: _id ?? new ObjectId().toHexString(), ...fields }
  idOf(document)
  return document
}

/** The `_id` that an upsert takes over from its query. */
export function idFrom(query: Document): Document {
  const id = query._id
  return id === undefined || typeof id === 'object' ? {} : { _id: id }
}
