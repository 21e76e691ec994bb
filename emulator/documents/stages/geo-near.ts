import { requestFailed } from '../../codes'
import type { Collection } from '../catalog'
import { earthRadiusM } from '../geo-shapes'
import { isPlainObject } from '../key'
import { putAt, reach } from '../paths'
import type { Document } from '../values'

const known = [
  'near',
  'spherical',
  'limit',
  'num',
  'maxDistance',
  'minDistance',
  'query',
  'distanceMultiplier',
  'distanceField',
  'includeLocs',
  'key',
]

/** Reads the stage `$geoNear`: a search, and what is added to each document found. */
export function readGeoNear(value: unknown, collection: Collection) {
  if (!isPlainObject(value)) throw requestFailed('$geoNear argument must be an object')
  const unknown = Object.keys(value).find((name) => !known.includes(name))
  if (unknown !== undefined) throw requestFailed(`Unrecognized option to $geoNear: ${unknown}`)
  const { near, query = {}, distanceField, includeLocs, distanceMultiplier = 1 } = value
  if (typeof distanceField !== 'string' || distanceField === '') {
    throw requestFailed("$geoNear requires a 'distanceField' option as a String")
  }
  if (includeLocs !== undefined && typeof includeLocs !== 'string') {
    throw requestFailed("$geoNear requires that 'includeLocs' option is a String")
  }
  if (typeof distanceMultiplier !== 'number' || !(distanceMultiplier >= 0)) {
    throw requestFailed('$geoNear requires a distanceMultiplier of 0 or more')
  }
  if (value.spherical !== true) throw requestFailed('$geoNear needs spherical: true')
  if (!isPlainObject(query)) throw requestFailed("$geoNear 'query' must be an object")
  const isPair = Array.isArray(near)
  const limits = {
    ...(value.minDistance === undefined ? {} : { $minDistance: value.minDistance }),
    ...(value.maxDistance === undefined ? {} : { $maxDistance: value.maxDistance }),
  }
  const condition = isPair
    ? { $nearSphere: near, ...limits }
    : { $nearSphere: { $geometry: near, ...limits } }
  const path = geoPath(value.key, collection)
  const limit = value.limit ?? value.num
  if (limit !== undefined && !(Number.isInteger(limit) && (limit as number) > 0)) {
    throw requestFailed('$geoNear limit must be a positive number')
  }
  const unit = isPair ? distanceMultiplier / earthRadiusM : distanceMultiplier
  return {
    search: {
      query: { $and: [query, { [path]: condition }] },
      ...(limit === undefined ? {} : { limit: limit as number }),
    },
    decorate: (document: Document, metres: number) => {
      const withDistance = putAt(document, distanceField.split('.'), metres * unit)
      if (includeLocs === undefined) return withDistance
      const [location] = reach(document, path.split('.')).values
      return putAt(withDistance, includeLocs.split('.'), location)
    },
  }
}

/** The field of the geo index; with several indexes `key` has to name one. */
function geoPath(key: unknown, collection: Collection): string {
  const paths = collection.indexes.flatMap((index) =>
    index.keys.filter(({ direction }) => direction === '2dsphere').map(({ path }) => path),
  )
  if (paths.length === 0) throw requestFailed('unable to find index for $geoNear query')
  if (key === undefined && paths.length > 1) {
    throw requestFailed('There is more than one 2dsphere index; unsure which to use for $geoNear')
  }
  if (key !== undefined && !paths.includes(String(key))) {
    throw requestFailed(`$geoNear: there is no geo index on '${String(key)}'`)
  }
  return key === undefined ? (paths[0] as string) : String(key)
}
