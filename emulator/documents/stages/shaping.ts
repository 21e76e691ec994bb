import { requestFailed } from '../../codes'
import { compileExpression, follow } from '../expression'
import { nearOf } from '../geo-query'
import { isPlainObject } from '../key'
import { compileQuery, type Matches } from '../match'
import { compileAddFields, compileProjectStage, compileUnset } from '../project'
import { addComputed, type Tree } from '../projection-tree'
import { compileSortKey, type Sort, sortBy } from '../sorting'
import type { Document } from '../values'
import type { CompileStage, Stage } from './stage'

const map = (change: (document: Document) => Document): Stage =>
  function* (documents) {
    for (const document of documents) yield change(document)
  }

/** Compiles the filter of a `$match`; searches for what is near have a stage of their own. */
export function compileMatch(value: unknown, variables: Document): Matches {
  if (!isPlainObject(value)) throw requestFailed('the $match filter must be an object')
  if (nearOf(value) !== undefined) {
    throw requestFailed('$geoNear, $near, and $nearSphere are not allowed in this context')
  }
  return compileQuery(value, { variables })
}

const $match: CompileStage = (value, { variables }) => {
  const holds = compileMatch(value, variables)
  return function* (documents) {
    for (const document of documents) if (holds(document)) yield document
  }
}

/** Reads `{field: 1 | -1}`; the order of the names is the order of importance. */
export function readSort(value: unknown): Sort {
  if (!isPlainObject(value)) throw requestFailed('the $sort key specification must be an object')
  const sort = Object.entries(value).map(([path, direction]) => {
    if (isPlainObject(direction)) {
      throw requestFailed('query requires text score metadata, but it is not available')
    }
    if (direction !== 1 && direction !== -1) {
      throw requestFailed('$sort key ordering must be 1 (for ascending) or -1 (for descending)')
    }
    return [path, direction] as const
  })
  if (sort.length === 0) throw requestFailed('$sort stage must have at least one sort key')
  return sort
}

/** A count that a stage takes: whole, and at least so much. */
export function readCount(name: string, value: unknown, least: 0 | 1): number {
  if (!Number.isInteger(value) || (value as number) < least) {
    throw requestFailed(`the ${name} must be a ${least === 0 ? 'non-negative' : 'positive'} number`)
  }
  return value as number
}

const $limit: CompileStage = (value) => {
  const most = readCount('limit', value, 1)
  return function* (documents) {
    let count = 0
    for (const document of documents) {
      yield document
      if (++count >= most) return
    }
  }
}

const $skip: CompileStage = (value) => {
  const skipped = readCount('$skip', value, 0)
  return function* (documents) {
    let count = 0
    for (const document of documents) if (++count > skipped) yield document
  }
}

const $count: CompileStage = (value) => {
  if (typeof value !== 'string' || value === '' || value.startsWith('$') || value.includes('.')) {
    throw requestFailed(
      "the count field must be a non-empty string without '$' at the start and '.'",
    )
  }
  return function* (documents) {
    let count = 0
    for (const _document of documents) count++
    if (count > 0) yield { [value]: count }
  }
}

/** Chooses without repetition, each choice as likely as any other one. */
const $sample: CompileStage = (value) => {
  const size = readCount('size argument to $sample', isPlainObject(value) ? value.size : value, 0)
  return function* (documents) {
    const chosen: Document[] = []
    let count = 0
    for (const document of documents) {
      count++
      if (chosen.length < size) chosen.push(document)
      else {
        const at = Math.floor(Math.random() * count)
        if (at < size) chosen[at] = document
      }
    }
    for (let i = chosen.length - 1; i > 0; i--) {
      const j = Math.floor(Math.random() * (i + 1))
      ;[chosen[i], chosen[j]] = [chosen[j] as Document, chosen[i] as Document]
    }
    yield* chosen
  }
}

const replaceWith =
  (expressionOf: (value: unknown) => unknown): CompileStage =>
  (value, { variables }) => {
    const evaluate = compileExpression(expressionOf(value), variables)
    return map((document) => {
      const root = evaluate(document)
      if (isPlainObject(root)) return root
      throw requestFailed("'newRoot' expression must evaluate to an object")
    })
  }

function readUnwind(value: unknown) {
  const options = isPlainObject(value) ? value : { path: value }
  const { path, includeArrayIndex: index, preserveNullAndEmptyArrays = false, ...rest } = options
  const [unknown] = Object.keys(rest)
  if (unknown !== undefined) throw requestFailed(`unrecognized option to $unwind stage: ${unknown}`)
  if (typeof path !== 'string' || !path.startsWith('$') || path.length < 2) {
    throw requestFailed("path option to $unwind stage should be prefixed with a '$'")
  }
  if (index !== undefined && (typeof index !== 'string' || index === '' || index.startsWith('$'))) {
    throw requestFailed("includeArrayIndex option must be a non-empty string without '$'")
  }
  if (typeof preserveNullAndEmptyArrays !== 'boolean') {
    throw requestFailed('expected a boolean for the preserveNullAndEmptyArrays option')
  }
  return { path: path.slice(1).split('.'), index, preserves: preserveNullAndEmptyArrays }
}

/** Sets computed values at paths, in a copy. */
function setAt(document: Document, values: (readonly [readonly string[], unknown])[]): Document {
  return values.reduce<Document>((result, [path, value]) => {
    const root: Tree = new Map()
    let tree = root
    for (const part of path.slice(0, -1)) {
      const inner: Tree = new Map()
      tree.set(part, inner)
      tree = inner
    }
    tree.set(path.at(-1) as string, { kind: 'compute', evaluate: () => value })
    return addComputed(result, root, result)
  }, document)
}

const $unwind: CompileStage = (value) => {
  const { path, index, preserves } = readUnwind(value)
  const at = index === undefined ? undefined : (index as string).split('.')
  return function* (documents) {
    for (const document of documents) {
      const list = follow(document, path)
      if (!Array.isArray(list)) {
        const isNothing = list === undefined || list === null
        if (isNothing && !preserves) continue
        yield at === undefined ? document : setAt(document, [[at, null]])
      } else if (list.length === 0) {
        if (!preserves) continue
        const emptied = setAt(document, [[path, undefined]])
        yield at === undefined ? emptied : setAt(emptied, [[at, null]])
      } else {
        for (const [i, item] of list.entries()) {
          yield setAt(
            document,
            at === undefined
              ? [[path, item]]
              : [
                  [path, item],
                  [at, i],
                ],
          )
        }
      }
    }
  }
}

/** Stages that look at one document after the other, or only at their order and number. */
export const shapingStages: Record<string, CompileStage> = {
  $match,
  $project: (value, { variables }) => map(compileProjectStage(value, variables)),
  $addFields: (value, { variables }) => map(compileAddFields(value, variables)),
  $set: (value, { variables }) => map(compileAddFields(value, variables)),
  $unset: (value) => map(compileUnset(value)),
  $replaceRoot: replaceWith((value) => {
    if (isPlainObject(value) && 'newRoot' in value) return value.newRoot
    throw requestFailed('no newRoot specified for the $replaceRoot stage')
  }),
  $replaceWith: replaceWith((value) => value),
  $sort: (value) => {
    const keyOf = compileSortKey(readSort(value))
    return (documents) => sortBy(documents, keyOf)
  },
  $limit,
  $skip,
  $count,
  $sample,
  $unwind,
}
