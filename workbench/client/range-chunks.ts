/** More cells than this are set in several pieces. */
const cellsMax = 1_500

interface Chunk {
  /** From the first row of the range. */
  readonly row: number
  readonly rows: readonly unknown[]
  readonly rowsOfAll: number
  readonly columns: number
}

/** The pieces of an array of cells; empty when it goes in one. */
export function chunksOf(value: unknown): readonly Chunk[] {
  if (!Array.isArray(value) || !Array.isArray(value[0])) return []
  const all: readonly unknown[] = value
  const columns: number = value[0].length
  if (all.length * columns <= cellsMax) return []
  const rowsMax = Math.max(1, Math.round(cellsMax / columns))
  return Array.from({ length: Math.ceil(all.length / rowsMax) }, (_, index) => ({
    row: index * rowsMax,
    rows: all.slice(index * rowsMax, (index + 1) * rowsMax),
    rowsOfAll: all.length,
    columns,
  }))
}
