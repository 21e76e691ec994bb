import { requestFailed } from '../../codes'
import { compileExpression } from '../expression'
import { isPlainObject } from '../key'
import { putAt, reach } from '../paths'
import type { Document } from '../values'
import type { CompileStage } from './stage'

function readLookup(value: unknown) {
  if (!isPlainObject(value)) throw requestFailed('the $lookup specification must be an object')
  const { from, as, localField, foreignField, let: variables, pipeline, ...rest } = value
  const [unknown] = Object.keys(rest)
  if (unknown !== undefined) throw requestFailed(`unknown argument to $lookup: ${unknown}`)
  if (typeof from !== 'string' || typeof as !== 'string' || as === '') {
    throw requestFailed("$lookup needs 'from' and 'as'")
  }
  const isByField = typeof localField === 'string' && typeof foreignField === 'string'
  const namesField = localField !== undefined || foreignField !== undefined
  if (namesField !== isByField || (!isByField && !Array.isArray(pipeline))) {
    throw requestFailed('$lookup requires both localField and foreignField, or a pipeline')
  }
  if (variables !== undefined && !isPlainObject(variables)) {
    throw requestFailed("$lookup 'let' must be an object")
  }
  const byField = isByField ? { local: localField.split('.'), foreign: foreignField } : undefined
  return { from, as: as.split('.'), byField, variables: variables ?? {}, pipeline }
}

/** What the foreign field has to equal: the local value, or one of the elements of a list. */
function conditionOn(document: Document, local: readonly string[]): Document {
  const values = reach(document, local).values.flatMap((value) =>
    Array.isArray(value) ? value : [value ?? null],
  )
  if (values.length === 1) return { $eq: values[0] }
  const isPlain = values.every((value) => !(value instanceof RegExp))
  return isPlain ? { $in: values } : { $in: values.filter((value) => !(value instanceof RegExp)) }
}

const $lookup: CompileStage = (value, context) => {
  const { from, as, byField, variables, pipeline } = readLookup(value)
  const values = Object.entries(variables).map(
    ([name, expression]) => [name, compileExpression(expression, context.variables)] as const,
  )
  const find = (document: Document): unknown[] => {
    const matching =
      byField === undefined
        ? undefined
        : { [byField.foreign]: conditionOn(document, byField.local) }
    if (pipeline === undefined) {
      return context.search(from, { query: matching ?? {} }).map((found) => found.document)
    }
    const set = Object.fromEntries(values.map(([name, evaluate]) => [name, evaluate(document)]))
    const stages = matching === undefined ? pipeline : [{ $match: matching }, ...(pipeline as [])]
    return context.runOn(from, stages, { ...context.variables, ...set })
  }
  return function* (documents) {
    for (const document of documents) yield putAt(document, as, find(document))
  }
}

const $facet: CompileStage = (value, { compile }) => {
  if (!isPlainObject(value) || Object.keys(value).length === 0) {
    throw requestFailed('the $facet specification must be a non-empty object')
  }
  const facets = Object.entries(value).map(([name, pipeline]) => [name, compile(pipeline)] as const)
  return function* (documents) {
    const all = [...documents]
    yield Object.fromEntries(facets.map(([name, run]) => [name, [...run(all)]]))
  }
}

/** Stages that bring documents of other collections, or several results, together. */
export const joiningStages: Record<string, CompileStage> = { $lookup, $facet }
