import { s1, s2 } from 's2js'
import { requestFailed } from '../codes'
import { earthRadiusM, type Shape, storedShape } from './geo-shapes'
import { afterAny, typeByte } from './key'

/**
 * How a geo index finds things: the sphere is divided into cells, each into four smaller ones, and
 * all are numbered along one curve. A stored shape is entered under the cells that cover it; a
 * search looks at the cells of its region, what is inside them and what they are inside of.
 */

const cellsOfDocumentMax = 20
const cellsOfSearchMax = 20

/** The keys of a stored value; none when the field is missing. Refuses what is no geometry. */
export function geoKeys(value: unknown): Buffer[] {
  if (value === undefined || value === null) return []
  const shape = storedShape(value)
  if (shape === undefined && Array.isArray(value)) return value.flatMap(geoKeys)
  if (shape === undefined) {
    throw requestFailed(
      "Can't extract geo keys: the value is neither GeoJSON nor a pair of numbers",
    )
  }
  return [...new Set(coverings(shape, cellsOfDocumentMax))].map(encodeCell)
}

function coverings(shape: Shape, maxCells: number): bigint[] {
  const coverer = new s2.RegionCoverer({ maxCells })
  const areas = [...shape.lines, ...shape.polygons].map((region) => coverer.covering(region))
  return [...shape.points.map((point) => s2.cellid.fromPoint(point)), ...areas.flat()]
}

/** The stretches of an index that may hold what has a place in common with a shape. */
export function rangesOfShape(shape: Shape): { from: Buffer; to: Buffer }[] {
  return rangesOf(coverings(shape, cellsOfSearchMax))
}

/** The same for a circle; the whole index when it is no circle at all. */
export function rangesOfCircle(centre: s2.Point, radiusM: number): { from: Buffer; to: Buffer }[] {
  if (!(radiusM < earthRadiusM * Math.PI)) {
    return [{ from: Buffer.of(typeByte.geo), to: Buffer.of(typeByte.geo, afterAny, afterAny) }]
  }
  // A little more, so that rounding loses nothing at the edge.
  const angle = (radiusM / earthRadiusM) * (1 + 1e-9) + 1e-9
  const cap = s2.Cap.fromCenterChordAngle(centre, s1.chordangle.fromAngle(angle))
  return rangesOf([...new s2.RegionCoverer({ maxCells: cellsOfSearchMax }).covering(cap)])
}

function rangesOf(cells: readonly bigint[]): { from: Buffer; to: Buffer }[] {
  const union = s2.CellUnion.from(cells) as s2.CellUnion
  union.normalize()
  const parents = new Set<bigint>()
  const ranges = [...union].map((cell) => {
    for (let level = s2.cellid.level(cell) - 1; level >= 0; level--) {
      parents.add(s2.cellid.parent(cell, level))
    }
    return { from: encodeCell(s2.cellid.rangeMin(cell)), to: after(s2.cellid.rangeMax(cell)) }
  })
  return [...ranges, ...[...parents].map((cell) => ({ from: encodeCell(cell), to: after(cell) }))]
}

function after(cell: bigint): Buffer {
  return Buffer.concat([encodeCell(cell), Buffer.of(afterAny)])
}

function encodeCell(cell: bigint): Buffer {
  const bytes = Buffer.alloc(9)
  bytes[0] = typeByte.geo
  bytes.writeBigUInt64BE(BigInt.asUintN(64, cell), 1)
  return bytes
}
