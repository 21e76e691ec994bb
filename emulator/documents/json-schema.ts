import { requestFailed } from '../codes'
import { typeTest } from './bson-types'
import { compareValues, isPlainObject } from './key'
import type { Document } from './values'

type Test = (value: unknown) => boolean

const jsonTypes: Record<string, string> = { boolean: 'bool' }

/**
 * `$jsonSchema` (draft 4 with `bsonType`, as MongoDB takes it). A field that is missing fulfils
 * everything but `required`. Unknown keywords are refused.
 */
export function schemaTest(schema: unknown): Test {
  if (!isPlainObject(schema)) throw requestFailed('$jsonSchema must be an object')
  const tests: Test[] = []
  for (const [keyword, operand] of Object.entries(schema)) {
    const build = Object.hasOwn(keywords, keyword) ? keywords[keyword] : undefined
    if (build === undefined) throw requestFailed(`Unknown $jsonSchema keyword: ${keyword}`)
    tests.push(build(operand, schema))
  }
  return (value) => tests.every((test) => test(value))
}

const when =
  <T>(applies: (value: unknown) => value is T, holds: (value: T) => boolean): Test =>
  (value) =>
    !applies(value) || holds(value)
const isNumber = (value: unknown): value is number => typeof value === 'number'
const isText = (value: unknown): value is string => typeof value === 'string'
const isList = (value: unknown): value is unknown[] => Array.isArray(value)
const length = (text: string) => [...text].length
const count = (operand: unknown): number => {
  if (!Number.isInteger(operand) || (operand as number) < 0) {
    throw requestFailed('$jsonSchema keyword needs a whole number, 0 or more')
  }
  return operand as number
}
const bound = (operand: unknown): number => {
  if (typeof operand !== 'number') throw requestFailed('$jsonSchema keyword must be a number')
  return operand
}
const schemas = (operand: unknown): Test[] => {
  if (!Array.isArray(operand) || operand.length === 0) {
    throw requestFailed('$jsonSchema keyword must be a nonempty array of schemas')
  }
  return operand.map(schemaTest)
}

function typeIn(operand: unknown): Test {
  const tests = (Array.isArray(operand) ? operand : [operand]).map((name) =>
    typeTest(jsonTypes[String(name)] ?? name),
  )
  return (value) => tests.some((test) => test(value))
}

/** `properties` and `additionalProperties` are read together: the one names the other's rest. */
function properties(_operand: unknown, schema: Document): Test {
  const named = new Map<string, Test>()
  for (const [name, inner] of Object.entries(schema.properties ?? {})) {
    named.set(name, schemaTest(inner))
  }
  const { additionalProperties = true } = schema
  const rest: Test =
    typeof additionalProperties === 'boolean'
      ? () => additionalProperties
      : schemaTest(additionalProperties)
  return when(isPlainObject, (value) =>
    Object.entries(value).every(([name, item]) => (named.get(name) ?? rest)(item)),
  )
}

const keywords: Record<string, (operand: unknown, schema: Document) => Test> = {
  title: () => () => true,
  description: () => () => true,
  bsonType: typeIn,
  type: typeIn,
  enum: (operand) => {
    if (!Array.isArray(operand)) throw requestFailed('$jsonSchema keyword enum must be an array')
    return (value) => operand.some((item) => compareValues(value, item) === 0)
  },
  required: (operand) => {
    if (!Array.isArray(operand)) throw requestFailed('$jsonSchema required must be an array')
    return when(isPlainObject, (value) => operand.every((name) => Object.hasOwn(value, name)))
  },
  properties,
  additionalProperties: properties,
  minProperties: (n) => when(isPlainObject, (value) => Object.keys(value).length >= count(n)),
  maxProperties: (n) => when(isPlainObject, (value) => Object.keys(value).length <= count(n)),
  items: (operand) => {
    const test = schemaTest(operand)
    return when(isList, (value) => value.every(test))
  },
  minItems: (n) => when(isList, (value) => value.length >= count(n)),
  maxItems: (n) => when(isList, (value) => value.length <= count(n)),
  uniqueItems: (operand) =>
    when(
      isList,
      (value) =>
        operand !== true ||
        value.every((a, i) => value.slice(i + 1).every((b) => compareValues(a, b) !== 0)),
    ),
  minimum: (n, { exclusiveMinimum }) =>
    when(isNumber, (v) => (exclusiveMinimum === true ? v > bound(n) : v >= bound(n))),
  maximum: (n, { exclusiveMaximum }) =>
    when(isNumber, (v) => (exclusiveMaximum === true ? v < bound(n) : v <= bound(n))),
  exclusiveMinimum: () => () => true,
  exclusiveMaximum: () => () => true,
  multipleOf: (n) => when(isNumber, (value) => value % bound(n) === 0),
  minLength: (n) => when(isText, (value) => length(value) >= count(n)),
  maxLength: (n) => when(isText, (value) => length(value) <= count(n)),
  pattern: (operand) => {
    const pattern = new RegExp(String(operand), 'u')
    return when(isText, (value) => pattern.test(value))
  },
  allOf: (operand) => {
    const tests = schemas(operand)
    return (value) => tests.every((test) => test(value))
  },
  anyOf: (operand) => {
    const tests = schemas(operand)
    return (value) => tests.some((test) => test(value))
  },
  oneOf: (operand) => {
    const tests = schemas(operand)
    return (value) => tests.filter((test) => test(value)).length === 1
  },
  not: (operand) => {
    const test = schemaTest(operand)
    return (value) => !test(value)
  },
}
