/** A part in per cent; null of nothing, of which there is no part. */
export const rateOf = (part: number, whole: number): string | null =>
  whole === 0 ? null : `${Math.round((part / whole) * 100)}%`

/** Stars on average, to a tenth; null while nobody gave any. */
export function averageOf(byRating: readonly number[]): string | null {
  const given = countOf(byRating)
  if (given === 0) return null
  return (byRating.reduce((sum, count, place) => sum + count * (place + 1), 0) / given).toFixed(1)
}

export const countOf = (byRating: readonly number[]): number =>
  byRating.reduce((sum, count) => sum + count, 0)
