import { CloudError, requestFailed } from '../codes'
import type { Catalog, Collection } from './catalog'
import { isPlainObject } from './key'
import { findDocuments, type Reader, type Search, scanDocuments } from './reading'
import type { Sort } from './sorting'
import { readGeoNear } from './stages/geo-near'
import { groupingStages } from './stages/grouping'
import { joiningStages } from './stages/joining'
import { compileMatch, readSort, shapingStages } from './stages/shaping'
import type { CompileStage, Stage, StageContext, StageSpec } from './stages/stage'
import { type Document, parseEjson, settle } from './values'

const stages: Record<string, CompileStage> = {
  ...shapingStages,
  ...groupingStages,
  ...joiningStages,
}

/**
 * Runs a pipeline as the SDK sends it. The leading `$match`, `$sort`, `$skip` and `$limit`, or
 * `$geoNear`, go to the indexes; the rest takes one document after the other where it can.
 */
export function runPipeline(
  reader: Reader,
  catalog: Catalog,
  collection: Collection,
  sent: unknown,
  nowMs: number,
): { list: Document[]; scanned: number } {
  const looked = { scanned: 0 }
  const pipeline = readStages(sent, nowMs)
  return { list: run(reader, catalog, collection, pipeline, {}, looked), scanned: looked.scanned }
}

interface Looked {
  /** Documents looked at, in all collections. */
  scanned: number
}

function run(
  reader: Reader,
  catalog: Catalog,
  collection: Collection | undefined,
  pipeline: readonly StageSpec[],
  variables: Document,
  looked: Looked,
): Document[] {
  const context: StageContext = {
    variables,
    search: (name, search) => {
      const other = catalog.find(name)
      if (other === undefined) return []
      const result = findDocuments(reader, other, search)
      looked.scanned += result.scanned
      return result.found
    },
    runOn: (name, inner, set) =>
      run(reader, catalog, catalog.find(name), readInner(inner), set, looked),
    compile: (inner) => compileStages(readInner(inner), context),
  }
  const { source, rest } = sourceOf(reader, collection, pipeline, variables, looked)
  return [...compileStages(rest, context)(source)]
}

function compileStages(pipeline: readonly StageSpec[], context: StageContext): Stage {
  const compiled = pipeline.map(({ name, value }) => {
    if (name === '$geoNear') {
      throw requestFailed('$geoNear is only valid as the first stage in a pipeline.')
    }
    const compile = Object.hasOwn(stages, name) ? stages[name] : undefined
    if (compile === undefined) throw requestFailed(`Unrecognized pipeline stage name: '${name}'`)
    return compile(value, context)
  })
  return (documents) => compiled.reduce((stream, stage) => stage(stream), documents)
}

function readStages(sent: unknown, nowMs: number): StageSpec[] {
  if (!Array.isArray(sent)) throw new CloudError('INVALID_PARAM', 'stages must be an array')
  return sent.map((stage) => {
    const name = String(isPlainObject(stage) ? stage.stageKey : undefined)
    if (!name.startsWith('$')) throw new CloudError('INVALID_PARAM', 'a stage needs a stageKey')
    const text = (stage as Record<string, unknown>).stageValue
    return { name, value: settle(parseEjson(text, name), nowMs) }
  })
}

/** A pipeline inside of a stage: a list of objects with one name each. */
function readInner(pipeline: unknown): StageSpec[] {
  if (!Array.isArray(pipeline)) throw requestFailed('a pipeline must be an array of stages')
  return pipeline.map((stage) => {
    const names = isPlainObject(stage) ? Object.keys(stage) : []
    const [name] = names
    if (name === undefined || names.length > 1) {
      throw requestFailed('A pipeline stage specification object must contain exactly one field.')
    }
    return { name, value: (stage as Document)[name] }
  })
}

/** Takes off the front what a search by index does as well. */
function sourceOf(
  reader: Reader,
  collection: Collection | undefined,
  pipeline: readonly StageSpec[],
  variables: Document,
  looked: Looked,
): { source: Iterable<Document>; rest: readonly StageSpec[] } {
  const [first] = pipeline
  if (first?.name === '$geoNear' && collection !== undefined) {
    const { search, decorate } = readGeoNear(first.value, collection)
    const { found, scanned } = findDocuments(reader, collection, search)
    looked.scanned += scanned
    const source = found.map(({ document, metres = 0 }) => decorate(document, metres))
    return { source, rest: pipeline.slice(1) }
  }
  const { search, rest } = splitLeading(pipeline, variables)
  if (collection === undefined) return { source: [], rest }
  if (search.sort === undefined && search.limit === undefined && search.skip === undefined) {
    const source = scanDocuments(reader, collection, search.query, variables, () => {
      looked.scanned++
    })
    return { source, rest }
  }
  const { found, scanned } = findDocuments(reader, collection, search)
  looked.scanned += scanned
  return { source: found.map((item) => item.document), rest }
}

/** `$match* $sort? $skip? $limit?` as one search. */
function splitLeading(pipeline: readonly StageSpec[], variables: Document) {
  const matches: Document[] = []
  let at = 0
  const next = (name: string) => (pipeline[at]?.name === name ? pipeline[at] : undefined)
  for (let stage = next('$match'); stage !== undefined; stage = next('$match')) {
    compileMatch(stage.value, variables)
    matches.push(stage.value as Document)
    at++
  }
  const [only] = matches
  const query = matches.length > 1 ? { $and: matches } : (only ?? {})
  const search: Search & { sort?: Sort } = { query, variables }
  const sort = next('$sort')
  if (sort !== undefined) {
    search.sort = readSort(sort.value)
    at++
  }
  const skip = next('$skip')
  if (skip !== undefined && Number.isInteger(skip.value) && (skip.value as number) > 0) {
    search.skip = skip.value as number
    at++
  }
  const limit = next('$limit')
  if (limit !== undefined && Number.isInteger(limit.value) && (limit.value as number) > 0) {
    search.limit = limit.value as number
    at++
  }
  return { search, rest: pipeline.slice(at) }
}
