import { ObjectId } from 'bson'
import { requestFailed } from '../codes'
import { idOf } from './batch'
import { compareValues, isPlainObject } from './key'
import { isOperators } from './match'
import { applyModifier, readModifier } from './modify'
import { makeSlot } from './modify-paths'
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
  const modifier = readModifier(data, nowMs)
  return {
    isUpsert: body.upsert === true,
    apply: (document, query) => {
      const isInsert = Object.keys(document).length === 0
      const copy = isInsert ? equalitiesOf(query) : decodeDocument(encodeDocument(document))
      applyModifier(copy, modifier, query, isInsert)
      if (document._id !== undefined && compareValues(document._id, copy._id) !== 0) {
        throw requestFailed(
          "Performing an update on the path '_id' would modify the immutable field '_id'",
        )
      }
      return copy
    },
  }
}

/** A document that an update makes begins with what its query says by equality. */
function equalitiesOf(query: Document): Document {
  const fields: Document = {}
  for (const [name, condition] of Object.entries(query)) {
    if (name === '$and' && Array.isArray(condition)) {
      for (const part of condition)
        if (isPlainObject(part)) Object.assign(fields, equalitiesOf(part))
    } else if (!name.startsWith('$') && !(condition instanceof RegExp)) {
      const isEqual = !isOperators(condition)
      if (isEqual) fields[name] = condition
      else if ('$eq' in condition) fields[name] = condition.$eq
    }
  }
  return expand(fields)
}

/** `{'a.b': 1}` as `{a: {b: 1}}`. */
function expand(fields: Document): Document {
  const document: Document = {}
  for (const [name, value] of Object.entries(fields)) {
    makeSlot(document, name.split('.')).write(value)
  }
  return document
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
