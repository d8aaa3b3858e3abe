/** The rows or the columns of a sheet along one line of pixels: how long each is, and which lies where. Hidden ones have length 0. */

export interface Axis {
  readonly count: number
  readonly length: number
  readonly sizeOf: (index: number) => number
  /** Pixels before this row or column. */
  readonly offsetOf: (index: number) => number
  /** The row or column at this many pixels; the first or last for a place outside. A hidden one is never given. */
  readonly indexAt: (offset: number) => number
}

/** `others` are the rows or columns whose size is not the usual one. */
export function createAxis(count: number, usual: number, others: ReadonlyMap<number, number>): Axis {
  const indexes = [...others.keys()].filter((index) => index < count).sort((a, b) => a - b)
  /** What the first so many exceptions add to the usual length. */
  const extra = [0]
  for (const index of indexes) extra.push((extra.at(-1) ?? 0) + (others.get(index) ?? usual) - usual)
  const offsetOf = (index: number) => index * usual + (extra[countBelow(indexes, index)] ?? 0)
  const sizeOf = (index: number) => others.get(index) ?? usual
  return { count, length: offsetOf(count), sizeOf, offsetOf, indexAt }

  function indexAt(offset: number): number {
    let low = 0
    let high = count - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (offsetOf(middle) <= offset) low = middle
      else high = middle - 1
    }
    // Hidden ones begin where the next one begins, so the search ends at the last of them: what is seen comes after, or before.
    while (low < count - 1 && sizeOf(low) === 0) low++
    while (low > 0 && sizeOf(low) === 0) low--
    return low
  }
}

/** How many of the sorted numbers are smaller. */
function countBelow(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}
