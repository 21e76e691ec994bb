import type { s2 } from 's2js'
import { requestFailed } from '../codes'
import { rangesOfCircle, rangesOfShape } from './geo-cells'
import {
  distanceRad,
  doIntersect,
  earthRadiusM,
  isInArea,
  isInCircle,
  readGeometry,
  type Shape,
  storedShape,
} from './geo-shapes'
import { isPlainObject } from './key'
import { reach } from './paths'
import type { Document } from './values'

type Matches = (document: unknown) => boolean

/** The geometries that a path reaches: a field's own, or those in its list. */
export function shapesAt(document: unknown, path: readonly string[]): Shape[] {
  const shapes: Shape[] = []
  for (const value of reach(document, path).values) {
    const shape = storedShape(value)
    if (shape !== undefined) shapes.push(shape)
    else if (Array.isArray(value)) {
      for (const item of value) shapes.push(...[storedShape(item)].filter((s) => s !== undefined))
    }
  }
  return shapes
}

function someShape(path: readonly string[], holds: (shape: Shape) => boolean): Matches {
  return (document) => shapesAt(document, path).some(holds)
}

/** `{$geometry: Polygon | MultiPolygon}` or `{$centerSphere: [[longitude, latitude], radians]}`. */
export function geoWithin(path: readonly string[], operand: unknown): Matches {
  const { $geometry, $centerSphere, ...rest } = area(operand, '$geoWithin')
  const [unknown] = Object.keys(rest)
  if (unknown !== undefined) throw requestFailed(`unknown geo specifier: ${unknown}`)
  if ($centerSphere !== undefined) {
    const { centre, radiusRad } = readCircle($centerSphere)
    return someShape(path, (shape) => isInCircle(shape, centre, radiusRad))
  }
  const region = readGeometry($geometry)
  if (region.polygons.length === 0 || region.points.length + region.lines.length > 0) {
    throw requestFailed('$geoWithin not supported with provided geometry: it needs a polygon')
  }
  return someShape(path, (shape) => isInArea(shape, region))
}

/** `{$geometry: any}`: what has a place in common with it. */
export function geoIntersects(path: readonly string[], operand: unknown): Matches {
  const { $geometry } = area(operand, '$geoIntersects')
  const region = readGeometry($geometry)
  return someShape(path, (shape) => doIntersect(shape, region))
}

function area(operand: unknown, name: string): Document {
  if (!isPlainObject(operand)) throw requestFailed(`${name} needs an object`)
  return operand
}

function readCircle(operand: unknown): { centre: s2.Point; radiusRad: number } {
  const [place, radius] = Array.isArray(operand) ? operand : []
  if (typeof radius !== 'number' || !(radius >= 0)) {
    throw requestFailed('$centerSphere needs [[longitude, latitude], radius in radians]')
  }
  const coordinates = isPlainObject(place) ? Object.values(place) : place
  return { centre: pointOf({ type: 'Point', coordinates }), radiusRad: radius }
}

function pointOf(geometry: unknown): s2.Point {
  const [point] = readGeometry(geometry).points
  if (point === undefined) throw requestFailed('$near requires a point')
  return point
}

/** A search for what is near a point: nearest first, distances in metres. */
export interface Near {
  path: readonly string[]
  from: s2.Point
  leastM: number
  mostM: number
}

/** Reads what stands under `$nearSphere` or `$near`. */
export function readNear(path: readonly string[], operand: unknown, siblings: Document): Near {
  if (isPlainObject(operand) && operand.$geometry !== undefined) {
    return {
      path,
      from: pointOf(operand.$geometry),
      leastM: distance(operand.$minDistance, 0),
      mostM: distance(operand.$maxDistance, Number.POSITIVE_INFINITY),
    }
  }
  const pair = Array.isArray(operand) ? operand : []
  if (pair.length !== 2) throw requestFailed('$near requires a point, given as GeoJSON')
  // Beside a bare pair distances are angles.
  const angle = (value: unknown, otherwise: number) => distance(value, otherwise) * earthRadiusM
  return {
    path,
    from: pointOf({ type: 'Point', coordinates: pair }),
    leastM: angle(siblings.$minDistance, 0),
    mostM: angle(siblings.$maxDistance, Number.POSITIVE_INFINITY),
  }
}

function distance(value: unknown, otherwise: number): number {
  if (value === undefined) return otherwise
  if (typeof value !== 'number' || !(value >= 0)) {
    throw requestFailed('a distance must be a number, 0 or more')
  }
  return value
}

/** How far the nearest geometry at the path is, in metres; undefined when there is none. */
export function distanceM(document: unknown, { path, from }: Near): number | undefined {
  const shapes = shapesAt(document, path)
  if (shapes.length === 0) return undefined
  return Math.min(...shapes.map((shape) => distanceRad(from, shape))) * earthRadiusM
}

export function isNear(metres: number | undefined, near: Near): metres is number {
  return metres !== undefined && metres >= near.leastM && metres <= near.mostM
}

export function nearTest(path: readonly string[], operand: unknown, siblings: Document): Matches {
  const near = readNear(path, operand, siblings)
  return (document) => isNear(distanceM(document, near), near)
}

/**
 * The `$near` of a query, which also orders what is found. It stands on its own or in `$and`;
 * inside `$or`, `$nor` and `$not`, or twice, it is refused.
 */
export function nearOf(query: Document): Near | undefined {
  const found: Near[] = []
  collect(query, true, found)
  if (found.length > 1) throw requestFailed('Too many geoNear expressions')
  return found[0]
}

function collect(query: Document, isAllowed: boolean, found: Near[]): void {
  for (const [name, condition] of Object.entries(query)) {
    if (['$and', '$or', '$nor'].includes(name) && Array.isArray(condition)) {
      for (const part of condition) {
        if (isPlainObject(part)) collect(part, isAllowed && name === '$and', found)
      }
    } else if (isPlainObject(condition)) {
      collectAt(name, condition, isAllowed, found)
    }
  }
}

function collectAt(path: string, condition: Document, isAllowed: boolean, found: Near[]): void {
  for (const [operator, operand] of Object.entries(condition)) {
    if (operator === '$near' || operator === '$nearSphere') {
      if (!isAllowed) throw requestFailed('geoNear must be a top-level expression')
      found.push(readNear(path.split('.'), operand, condition))
    } else if ((operator === '$not' || operator === '$elemMatch') && isPlainObject(operand)) {
      collectAt(path, operand, false, found)
    }
  }
}

/** The stretches of a geo index in which a condition has to look; undefined when it cannot tell. */
export function rangesOfQuery(operator: string, operand: unknown, siblings: Document) {
  if (operator === '$near' || operator === '$nearSphere') {
    const near = readNear([], operand, siblings)
    return rangesOfCircle(near.from, near.mostM)
  }
  if (!isPlainObject(operand)) return undefined
  if (operator === '$geoWithin' && operand.$centerSphere !== undefined) {
    const { centre, radiusRad } = readCircle(operand.$centerSphere)
    return rangesOfCircle(centre, radiusRad * earthRadiusM)
  }
  const isShape = operator === '$geoWithin' || operator === '$geoIntersects'
  return isShape ? rangesOfShape(readGeometry(operand.$geometry)) : undefined
}
