/**
 * Readers that give the same readings as those of `shared/cells` with less work: a column has few different codes
 * and dates, and a budget has hundreds of thousands of cells.
 */
import type { Cell } from '#shared/cells/index.ts'

type Reader<Read> = (cell: Cell) => Read

/** Texts read before. A file has one cell object for each of its texts, so one that is repeated needs no search. */
export function rememberingTexts<Read>(read: Reader<Read>): Reader<Read> {
  const known = new Map<string, Read>()
  let lastCell: Cell | undefined
  let lastReading: Read | undefined
  return (cell) => {
    if (cell.kind !== 'text') return read(cell)
    if (cell === lastCell && lastReading !== undefined) return lastReading
    let reading = known.get(cell.value)
    if (reading === undefined) {
      reading = read(cell)
      known.set(cell.value, reading)
    }
    lastCell = cell
    lastReading = reading
    return reading
  }
}

/** Numbers read before, as long as format and date system stay the same. For dates, of which a table has few. */
export function rememberingNumbers<Read>(read: Reader<Read>): Reader<Read> {
  const known = new Map<number, Read>()
  let format: string | undefined
  let dateSystem: 1900 | 1904 | undefined
  return (cell) => {
    if (cell.kind !== 'number') return read(cell)
    if (cell.numberFormat !== format || cell.dateSystem !== dateSystem) {
      known.clear()
      format = cell.numberFormat
      dateSystem = cell.dateSystem
    }
    const before = known.get(cell.value)
    if (before !== undefined) return before
    const reading = read(cell)
    known.set(cell.value, reading)
    return reading
  }
}
