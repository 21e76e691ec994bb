import { aggregate } from 'mingo'
import { CloudError, requestFailed } from '../codes'
import type { Catalog, Collection } from './catalog'
import { isPlainObject } from './key'
import { compileQuery, queryContext } from './match'
import type { Sort } from './plan'
import { findDocuments, type Reader } from './reading'
import { type Document, parseEjson, settle } from './values'

interface Stage {
  name: string
  value: unknown
}

const forbidden = new Set(['$out', '$merge', '$geoNear'])

/**
 * Runs a pipeline. The leading `$match`, `$sort`, `$skip` and `$limit` go to the indexes, the rest
 * to mingo.
 */
export function runPipeline(
  reader: Reader,
  catalog: Catalog,
  collection: Collection,
  stages: unknown,
  nowMs: number,
): { list: Document[]; scanned: number } {
  const pipeline = readStages(stages, nowMs)
  const { search, rest } = splitLeading(pipeline)
  const { found, scanned } = findDocuments(reader, collection, search)
  const documents = found.map((item) => item.document)
  if (rest.length === 0) return { list: documents, scanned }
  let looked = scanned
  const resolve = (name: string): Document[] => {
    const other = catalog.find(name)
    if (other === undefined) return []
    const result = findDocuments(reader, other, { query: {} })
    looked += result.scanned
    return result.found.map((item) => item.document)
  }
  try {
    const list = aggregate(
      documents,
      rest.map((stage) => ({ [stage.name]: stage.value })),
      { collectionResolver: resolve, context: queryContext, scriptEnabled: false },
    )
    return { list: list as Document[], scanned: looked }
  } catch (error) {
    if (error instanceof CloudError) throw error
    throw requestFailed((error as Error).message)
  }
}

function readStages(stages: unknown, nowMs: number): Stage[] {
  if (!Array.isArray(stages)) throw new CloudError('INVALID_PARAM', 'stages must be an array')
  return stages.map((stage) => {
    const name = String(isPlainObject(stage) ? stage.stageKey : undefined)
    if (!name.startsWith('$')) throw new CloudError('INVALID_PARAM', 'a stage needs a stageKey')
    if (forbidden.has(name)) throw requestFailed(`Unrecognized pipeline stage name: '${name}'`)
    const text = (stage as Record<string, unknown>).stageValue
    return { name, value: settle(parseEjson(text, name), nowMs) }
  })
}

/** Takes off the front what a search by index does as well: `$match* $sort? $skip? $limit?`. */
function splitLeading(pipeline: readonly Stage[]) {
  const matches: Document[] = []
  let sort: Sort = []
  let skip = 0
  let limit: number | undefined
  let at = 0
  const next = (name: string) => (pipeline[at]?.name === name ? pipeline[at++]?.value : undefined)
  for (let value = next('$match'); value !== undefined; value = next('$match')) {
    if (!isPlainObject(value)) throw requestFailed('the $match filter must be an object')
    compileQuery(value)
    matches.push(value)
  }
  const order = next('$sort')
  if (isPlainObject(order)) {
    sort = Object.entries(order).map(([path, direction]) => [path, direction === -1 ? -1 : 1])
  }
  const skipped = next('$skip')
  if (typeof skipped === 'number') skip = skipped
  const limited = next('$limit')
  if (typeof limited === 'number') limit = limited
  const query =
    matches.length === 1 ? (matches[0] as Document) : matches.length ? { $and: matches } : {}
  return {
    search: { query, sort, skip, ...(limit === undefined ? {} : { limit }) },
    rest: pipeline.slice(at),
  }
}
