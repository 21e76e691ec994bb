import { CloudError, requestFailed } from '../codes'
import { documentDepthMax } from '../limits'
import { isPlainObject } from './key'
import { type FieldOperator, fieldOperators } from './modify-operators'
import { expandPath, findSlot, makeSlot } from './modify-paths'
import type { Document } from './values'

/** One field of an update: applies itself to a document, in place, at paths without `$`. */
interface Step {
  written: string
  apply(document: Document, path: readonly string[]): void
}

/** An update by operators, read and checked once. */
export interface Modifier {
  steps: Step[]
  /** What only a document that is made by the update gets. */
  stepsOnInsert: Step[]
}

/** Checks the shape of an update, before any document is touched. */
export function readModifier(data: unknown, nowMs: number): Modifier {
  if (!isPlainObject(data)) throw new CloudError('INVALID_PARAM', 'data must be an object')
  const modifier: Modifier = { steps: [], stepsOnInsert: [] }
  const paths: string[] = []
  for (const [operator, fields] of Object.entries(data)) {
    if (!operator.startsWith('$')) {
      throw requestFailed('an update needs update operators only, such as $set')
    }
    const isKnown =
      Object.hasOwn(fieldOperators, operator) ||
      ['$unset', '$rename', '$setOnInsert'].includes(operator)
    if (!isKnown) throw requestFailed(`Unknown modifier: ${operator}`)
    if (!isPlainObject(fields)) {
      throw requestFailed(`Modifiers operate on fields but ${operator} got another type`)
    }
    for (const [path, operand] of Object.entries(fields)) {
      checkPath(path)
      paths.push(path)
      if (operator === '$rename') paths.push(checkRename(path, operand))
      const steps = operator === '$setOnInsert' ? modifier.stepsOnInsert : modifier.steps
      steps.push(readStep(operator === '$setOnInsert' ? '$set' : operator, path, operand, nowMs))
    }
  }
  refuseOverlaps(paths)
  return modifier
}

/**
 * Applies an update to a document in place. `query` says which element `$` means. What MongoDB
 * refuses is refused, and the document is then of no more use.
 */
export function applyModifier(
  document: Document,
  { steps, stepsOnInsert }: Modifier,
  query: Document,
  isInsert = false,
): void {
  const all = isInsert ? [...steps, ...stepsOnInsert] : steps
  const places = all.map((step) => ({
    step,
    paths: step.written.includes('$')
      ? expandPath(document, step.written, query)
      : [step.written.split('.')],
  }))
  if (all.some((step) => step.written.includes('$'))) {
    refuseOverlaps(places.flatMap(({ paths }) => paths.map((path) => path.join('.'))))
  }
  for (const { step, paths } of places) for (const path of paths) step.apply(document, path)
}

function readStep(operator: string, written: string, operand: unknown, nowMs: number): Step {
  if (operator === '$unset') {
    return { written, apply: (document, path) => findSlot(document, path)?.remove() }
  }
  if (operator === '$rename') {
    return { written, apply: (document, path) => rename(document, path, String(operand)) }
  }
  const { makes, read } = fieldOperators[operator] as FieldOperator
  const change = read(operand, written, nowMs)
  return {
    written,
    apply: (document, path) => {
      const slot = makes ? makeSlot(document, path) : findSlot(document, path)
      if (slot === undefined) return
      const value = change(slot.read(), path.join('.'))
      if (value !== undefined) slot.write(value)
    },
  }
}

/** A field gets another name and moves to the end; in lists there is nothing to rename. */
function rename(document: Document, from: readonly string[], to: string): void {
  const source = findSlot(document, from)
  const value = source?.read()
  if (source === undefined || value === undefined) return
  const target = to.split('.')
  for (const path of [from, target]) {
    for (let i = 1; i <= path.length; i++) {
      if (findSlot(document, path.slice(0, i))?.isInList) {
        throw requestFailed(`The $rename field cannot be an array element: ${path.join('.')}`)
      }
    }
  }
  source.remove()
  makeSlot(document, target).write(value)
}

function checkRename(path: string, to: unknown): string {
  if (typeof to !== 'string') throw requestFailed("The 'to' field for $rename must be a string")
  checkPath(to)
  if (`${path}.${to}`.split('.').some((part) => part.startsWith('$'))) {
    throw requestFailed('The fields for $rename may not be dynamic')
  }
  return to
}

function checkPath(path: string): void {
  const parts = path.split('.')
  if (parts.some((part) => part === '')) {
    throw requestFailed(`The update path '${path}' contains an empty field name`)
  }
  if (parts.length > documentDepthMax) throw requestFailed('the value is nested too deeply')
  if (parts[0]?.startsWith('$') || parts.includes('__proto__')) {
    throw requestFailed(`The dollar ($) prefixed field '${path}' is not valid for storage.`)
  }
  if (
    parts.slice(1).some((part) => part.startsWith('$') && part !== '$' && !part.startsWith('$['))
  ) {
    throw requestFailed(`The dollar ($) prefixed field in '${path}' is not valid for storage.`)
  }
  if (parts.filter((part) => part === '$').length > 1) {
    throw requestFailed(`Too many positional (i.e. '$') elements found in path '${path}'`)
  }
}

/** One update must not name a field twice, nor a field and something inside it. */
function refuseOverlaps(paths: readonly string[]): void {
  const sorted = [...paths].sort()
  for (const [i, path] of sorted.entries()) {
    for (const other of sorted.slice(i + 1)) {
      if (other === path || other.startsWith(`${path}.`)) {
        throw requestFailed(`Updating the path '${other}' would create a conflict at '${path}'`)
      }
      if (!other.startsWith(path)) break
    }
  }
}
