/** What formulas refer to by name: sheets, tables with their columns, and defined names. Found anew when they change. */
import type { BookTable } from './book.ts'
import { holds, overlaps } from './box.ts'
import type { Range } from './formula/operand.ts'
import type { TableFacts } from './formula/surroundings.ts'
import { headingsOf } from './headings.ts'
import type { BookState } from './state.ts'
import type { Structure } from './structure.ts'

export interface Lookup {
  readonly sheetNamed: (name: string) => string | undefined
  readonly sheetName: (sheet: string) => string
  readonly tableNamed: (name: string) => TableFacts | undefined
  readonly tableAround: (sheet: string, row: number, column: number) => TableFacts | undefined
  readonly formulaNamed: (name: string) => string | undefined
  readonly hasTableIn: (range: Range) => boolean
  readonly isRowHidden: (sheet: string, row: number, byHandToo: boolean) => boolean
  /** A heading was changed: tables are read anew. */
  readonly headingsChanged: () => void
}

interface Known {
  readonly structure: Structure
  readonly sheets: ReadonlyMap<string, string>
  readonly tables: ReadonlyMap<string, TableFacts>
  readonly names: ReadonlyMap<string, string>
}

export function createLookup(state: BookState): Lookup {
  let known: Known | null = null
  const current = () => (known?.structure === state.structure ? known : (known = knownOf(state)))
  const sheetRecord = (sheet: string) => state.structure.sheets.find(({ id }) => id === sheet)
  return {
    sheetNamed: (name) => current().sheets.get(name.toLowerCase()),
    sheetName: (sheet) => sheetRecord(sheet)?.name ?? '',
    tableNamed: (name) => current().tables.get(name.toLowerCase()),
    tableAround: (sheet, row, column) => {
      for (const table of current().tables.values()) {
        if (table.sheet === sheet && holds(table.box, row, column)) return table
      }
      return undefined
    },
    formulaNamed: (name) => current().names.get(name.toLowerCase()),
    hasTableIn: ({ sheet, box }) =>
      state.structure.tables.some((table) => table.sheet === sheet && overlaps(table.box, box)),
    isRowHidden: (sheet, row, byHandToo) => {
      const record = sheetRecord(sheet)
      return record !== undefined && (byHandToo ? record.hiddenRows : record.filteredRows).has(row)
    },
    headingsChanged: () => {
      known = null
    },
  }
}

function knownOf(state: BookState): Known {
  const { structure } = state
  return {
    structure,
    sheets: new Map(structure.sheets.map(({ id, name }) => [name.toLowerCase(), id])),
    tables: new Map(structure.tables.map((table) => [table.name.toLowerCase(), factsOf(state, table)])),
    names: new Map(structure.names.map(({ name, formula }) => [name.toLowerCase(), formula])),
  }
}

/** Of equal headings the first counts, though a table should not have them. */
function factsOf(state: BookState, { name, sheet, box, hasTotalsRow }: BookTable): TableFacts {
  const entries = headingsOf(state, sheet, box).map((heading, column) => [heading.toLowerCase(), column] as const)
  return { name, sheet, box, hasTotalsRow, columns: new Map(entries.toReversed()) }
}
