import { Context } from 'mingo/core'
import * as projectionOperators from 'mingo/operators/projection'
import { Query } from 'mingo/query'
import { requestFailed } from '../codes'
import { queryContext } from './match'
import type { Document } from './values'

const context = Context.from(queryContext, Context.init({ projection: projectionOperators }))

/** The projection of a query as a function on one document; none keeps everything. */
export function compileProjection(projection: Document | undefined): (d: Document) => Document {
  if (projection === undefined || Object.keys(projection).length === 0) return (d) => d
  const query = new Query({}, { context, scriptEnabled: false })
  return (document) => {
    try {
      return query.find<Document>([document], projection as never).all()[0] ?? {}
    } catch (error) {
      throw requestFailed((error as Error).message)
    }
  }
}
