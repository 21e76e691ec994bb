import { s2 } from 's2js'
import { requestFailed } from '../codes'
import { isPlainObject } from './key'

/** The sphere on which MongoDB measures, in metres. */
export const earthRadiusM = 6_378_100

/** Closer than this counts as touching: about a centimetre, the size of MongoDB's smallest cell. */
const touchingRad = 1e-9

/** A geometry on the sphere, taken apart. Edges are great circles. */
export interface Shape {
  points: s2.Point[]
  lines: s2.Polyline[]
  polygons: s2.Polygon[]
}

type Position = [longitude: number, latitude: number]

const depths: Record<string, number> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
}

/** Reads GeoJSON; refuses what is malformed, open rings and places outside of the earth included. */
export function readGeometry(value: unknown): Shape {
  if (!isPlainObject(value)) throw requestFailed('unknown geo specification: not a GeoJSON object')
  const { type, coordinates, geometries } = value
  if (type === 'GeometryCollection' && Array.isArray(geometries)) {
    return merge(geometries.map(readGeometry))
  }
  const depth = typeof type === 'string' && Object.hasOwn(depths, type) ? depths[type] : undefined
  if (depth === undefined) throw requestFailed(`unknown GeoJSON type: ${String(type)}`)
  checkCoordinates(coordinates, depth)
  if (type === 'LineString') checkLine(coordinates as Position[])
  if (type === 'MultiLineString') for (const line of coordinates as Position[][]) checkLine(line)
  if (type === 'Polygon') checkRings(coordinates as Position[][])
  if (type === 'MultiPolygon') for (const rings of coordinates as Position[][][]) checkRings(rings)
  return build(type as string, coordinates)
}

function build(type: string, coordinates: unknown): Shape {
  const shape: Shape = { points: [], lines: [], polygons: [] }
  if (type === 'Point') shape.points = [pointAt(coordinates as Position)]
  if (type === 'MultiPoint') shape.points = (coordinates as Position[]).map(pointAt)
  if (type === 'LineString') shape.lines = [lineOf(coordinates as Position[])]
  if (type === 'MultiLineString') shape.lines = (coordinates as Position[][]).map(lineOf)
  if (type === 'Polygon') shape.polygons = [polygonOf(coordinates as Position[][])]
  if (type === 'MultiPolygon') shape.polygons = (coordinates as Position[][][]).map(polygonOf)
  return shape
}

function pointAt([longitude, latitude]: Position): s2.Point {
  return s2.Point.fromLatLng(s2.LatLng.fromDegrees(latitude, longitude))
}

function lineOf(line: readonly Position[]): s2.Polyline {
  return new s2.Polyline(line.map(pointAt))
}

/** Of the two areas that a ring divides the sphere into, the smaller one is meant. */
function polygonOf(rings: readonly Position[][]): s2.Polygon {
  const loops = rings.map((ring) => {
    const loop = new s2.Loop(ring.slice(0, -1).map(pointAt))
    loop.normalize()
    return loop
  })
  const polygon = new s2.Polygon(loops)
  const problem = [...loops.map((loop) => loop.validate()), polygon.validate()].find(Boolean)
  if (problem) throw requestFailed('Loop is not valid: its edges cross or its rings do not nest')
  return polygon
}

/**
 * The geometry in a stored value: GeoJSON, a pair `[longitude, latitude]`, or an object of two
 * numbers. Undefined when the value is no geometry; then no geo query finds it.
 */
export function storedShape(value: unknown): Shape | undefined {
  const pair = pairOf(value)
  if (pair === undefined && !(isPlainObject(value) && typeof value.type === 'string'))
    return undefined
  try {
    return readGeometry(pair === undefined ? value : { type: 'Point', coordinates: pair })
  } catch {
    return undefined
  }
}

function pairOf(value: unknown): number[] | undefined {
  if (!Array.isArray(value) && !isPlainObject(value)) return undefined
  const numbers = Object.values(value)
  const isPair = numbers.length === 2 && numbers.every((part) => typeof part === 'number')
  return isPair ? numbers : undefined
}

function merge(shapes: Shape[]): Shape {
  return {
    points: shapes.flatMap((shape) => shape.points),
    lines: shapes.flatMap((shape) => shape.lines),
    polygons: shapes.flatMap((shape) => shape.polygons),
  }
}

function checkCoordinates(value: unknown, depth: number): void {
  if (!Array.isArray(value) || (depth > 0 && value.length === 0)) {
    throw requestFailed('GeoJSON coordinates must be an array of coordinates')
  }
  if (depth > 0) {
    for (const item of value) checkCoordinates(item, depth - 1)
    return
  }
  const [longitude, latitude] = value
  const isPlace =
    value.length >= 2 &&
    typeof longitude === 'number' &&
    typeof latitude === 'number' &&
    Math.abs(longitude) <= 180 &&
    Math.abs(latitude) <= 90
  if (!isPlace) {
    throw requestFailed(`longitude/latitude is out of bounds, lng: ${longitude} lat: ${latitude}`)
  }
}

function isSame(a: Position | undefined, b: Position | undefined): boolean {
  return a?.[0] === b?.[0] && a?.[1] === b?.[1]
}

function checkLine(line: readonly Position[]): void {
  if (new Set(line.map(String)).size < 2) {
    throw requestFailed('GeoJSON LineString must have at least 2 different vertices')
  }
}

function checkRings(rings: readonly Position[][]): void {
  for (const ring of rings) {
    if (ring.length < 4) throw requestFailed('Loop must have at least 3 different vertices')
    if (!isSame(ring[0], ring.at(-1))) throw requestFailed('Loop is not closed')
  }
}

/** The rings of a polygon as closed lines. */
function boundaries(polygon: s2.Polygon): s2.Polyline[] {
  return polygon.loops.map(
    ({ vertices }) => new s2.Polyline([...vertices, vertices[0] as s2.Point]),
  )
}

function distanceToLine(point: s2.Point, line: s2.Polyline): number {
  return point.distance(line.project(point)[0])
}

function covers(polygon: s2.Polygon, point: s2.Point): boolean {
  return (
    polygon.containsPoint(point) ||
    boundaries(polygon).some((ring) => distanceToLine(point, ring) < touchingRad)
  )
}

/** The angle between a point and the nearest part of a shape, in radians. */
export function distanceRad(point: s2.Point, shape: Shape): number {
  return Math.min(
    ...shape.points.map((other) => point.distance(other)),
    ...shape.lines.map((line) => distanceToLine(point, line)),
    ...shape.polygons.map((polygon) =>
      polygon.containsPoint(point)
        ? 0
        : Math.min(...boundaries(polygon).map((ring) => distanceToLine(point, ring))),
    ),
  )
}

/** Whether two shapes have a place in common, their edges included. */
export function doIntersect(a: Shape, b: Shape): boolean {
  return (
    a.points.some((point) => distanceRad(point, b) < touchingRad) ||
    b.points.some((point) => distanceRad(point, a) < touchingRad) ||
    a.lines.some((line) => b.lines.some((other) => meet(line, other))) ||
    a.lines.some((line) => b.polygons.some((polygon) => meetsPolygon(line, polygon))) ||
    b.lines.some((line) => a.polygons.some((polygon) => meetsPolygon(line, polygon))) ||
    a.polygons.some((polygon) => b.polygons.some((other) => polygonsMeet(polygon, other)))
  )
}

function meet(a: s2.Polyline, b: s2.Polyline): boolean {
  return (
    a.intersects(b) ||
    a.points.some((point) => distanceToLine(point, b) < touchingRad) ||
    b.points.some((point) => distanceToLine(point, a) < touchingRad)
  )
}

function meetsPolygon(line: s2.Polyline, polygon: s2.Polygon): boolean {
  return (
    line.points.some((point) => polygon.containsPoint(point)) ||
    boundaries(polygon).some((ring) => meet(line, ring))
  )
}

function polygonsMeet(a: s2.Polygon, b: s2.Polygon): boolean {
  return a.intersects(b) || boundaries(a).some((ring) => meetsPolygon(ring, b))
}

/** Whether a shape lies in an area as a whole; the area's edge belongs to it. */
export function isInArea(shape: Shape, area: Shape): boolean {
  const { polygons } = area
  const isEmpty = shape.points.length + shape.lines.length + shape.polygons.length === 0
  return (
    !isEmpty &&
    shape.points.every((point) => polygons.some((polygon) => covers(polygon, point))) &&
    shape.lines.every((line) => polygons.some((polygon) => coversLine(polygon, line))) &&
    shape.polygons.every((inner) =>
      polygons.some(
        (polygon) =>
          polygon.contains(inner) ||
          boundaries(inner).every((ring) => coversRing(polygon, ring, inner)),
      ),
    )
  )
}

function coversLine(polygon: s2.Polygon, line: s2.Polyline): boolean {
  return (
    line.points.every((point) => covers(polygon, point)) &&
    !boundaries(polygon).some((ring) => doCross(ring, line))
  )
}

/** The ring lies inside, and no hole of the polygon lies in what the ring encloses. */
function coversRing(polygon: s2.Polygon, ring: s2.Polyline, inner: s2.Polygon): boolean {
  return (
    coversLine(polygon, ring) &&
    !polygon.loops.some(
      (loop) => loop.isHole() && loop.vertices.every((vertex) => inner.containsPoint(vertex)),
    )
  )
}

/** Whether an edge of one line runs through the inside of an edge of the other one. */
function doCross(a: s2.Polyline, b: s2.Polyline): boolean {
  for (let i = 1; i < a.points.length; i++) {
    for (let j = 1; j < b.points.length; j++) {
      const [p, q] = [a.points[i - 1], a.points[i]] as [s2.Point, s2.Point]
      const [r, s] = [b.points[j - 1], b.points[j]] as [s2.Point, s2.Point]
      const turns = [turn(p, r, q), turn(q, s, p), turn(r, q, s), turn(s, p, r)]
      if (turns.every((t) => t > 1e-15) || turns.every((t) => t < -1e-15)) return true
    }
  }
  return false
}

function turn(a: s2.Point, b: s2.Point, c: s2.Point): number {
  return (
    (a.y * b.z - a.z * b.y) * c.x + (a.z * b.x - a.x * b.z) * c.y + (a.x * b.y - a.y * b.x) * c.z
  )
}

/** A circle on the sphere smaller than its half is convex: corners inside, everything inside. */
export function isInCircle(shape: Shape, centre: s2.Point, radiusRad: number): boolean {
  const corners = [
    ...shape.points,
    ...shape.lines.flatMap((line) => line.points),
    ...shape.polygons.flatMap((polygon) => polygon.loops.flatMap((loop) => loop.vertices)),
  ]
  return corners.length > 0 && corners.every((corner) => corner.distance(centre) <= radiusRad)
}
