/** What the cover says: which budget this is, in which unit, and what should come out. */
import { readCode, readText } from '#shared/cells/index.ts'
import {
  areaCodeSchema,
  budgetYearSchema,
  type ControlTotal,
  type GridIssue,
  horizonYears,
  versionSchema,
} from '#shared/model/index.ts'
import {
  type CoverField,
  controlTotalFields,
  coverFields,
  coverSheet,
  labelColumn,
  valueColumn,
} from './cover-layout.ts'
import { cellAt, namedArea } from './defined-name.ts'
import type { SheetGrid, WorkbookGrid } from './grid.ts'
import { comparableHeading } from './headings.ts'
import { readYear } from './read-field.ts'
import { rawText } from './read-rows.ts'
import { eurosOfUnit, readAmountInUnit, type Unit } from './unit.ts'

/** Each is null when the cover does not say it or says something else; the issues tell which and what. */
export interface Cover {
  readonly areaCode: string | null
  readonly year: number | null
  readonly version: string | null
  readonly unit: Unit
  readonly issues: readonly GridIssue[]
  /** A cell with one of the cover's names or labels was found: this is, or was, one of our workbooks. */
  readonly isFound: boolean
}

export interface CoverPlace {
  readonly sheet: SheetGrid
  readonly row: number
  readonly column: number
}

export function readCover(grid: WorkbookGrid): Cover {
  const issues: GridIssue[] = []
  const areaCode = textOf(coverFields.areaCode, (text) => areaCodeSchema.safeParse(text.toUpperCase()))
  const version = textOf(coverFields.version, (text) => versionSchema.safeParse(text.toLowerCase()))
  const unit = textOf(coverFields.unit, (text) => {
    const found = units.get(text.toLowerCase())
    return { success: found !== undefined, data: found }
  })
  const year = yearOf()
  const isFound = Object.values(coverFields).some((field) => coverPlace(grid, field) !== undefined)
  return { areaCode, year, version, unit: unit ?? 'euro', issues, isFound }

  function textOf<T>(field: CoverField, parse: (text: string) => { success: boolean; data?: T | undefined }): T | null {
    const place = coverPlace(grid, field)
    const reading = place === undefined ? undefined : readCode(cellAt(place.sheet, place.row, place.column))
    const parsed = reading !== undefined && 'value' in reading ? parse(reading.value) : undefined
    if (parsed?.success === true && parsed.data !== undefined) return parsed.data
    issues.push(badCover(field, place))
    return null
  }

  function yearOf(): number | null {
    const place = coverPlace(grid, coverFields.year)
    const reading = place === undefined ? undefined : readYear(cellAt(place.sheet, place.row, place.column))
    const parsed = budgetYearSchema.safeParse(reading !== undefined && 'value' in reading ? reading.value : undefined)
    if (parsed.success) return parsed.data
    issues.push(badCover(coverFields.year, place))
    return null
  }
}

/** In which state the cover says that the budget is (`concept`); null when it says nothing. */
export function readCoverState(grid: WorkbookGrid): string | null {
  const place = coverPlace(grid, coverFields.state)
  const reading = place === undefined ? undefined : readText(cellAt(place.sheet, place.row, place.column))
  return reading !== undefined && 'value' in reading ? reading.value : null
}

/** The control totals that are filled in, in cents; one that cannot be read is an issue, never 0. */
export function readControlTotals(
  grid: WorkbookGrid,
  budgetYear: number,
  unit: Unit,
): { totals: readonly ControlTotal[]; issues: readonly GridIssue[] } {
  const totals: ControlTotal[] = []
  const issues: GridIssue[] = []
  for (const side of ['L', 'B'] as const) {
    const field = controlTotalFields[side]
    const place = coverPlace(grid, field)
    if (place === undefined) continue
    for (let offset = 0; offset < horizonYears; offset++) {
      const gridColumn = place.column + offset
      const cell = cellAt(place.sheet, place.row, gridColumn)
      const reading = readAmountInUnit(cell, eurosOfUnit(unit))
      if (reading.status === 'error') issues.push(badCover(field, { ...place, column: gridColumn }))
      if (reading.status !== 'ok' && reading.status !== 'warning') continue
      totals.push({
        year: budgetYear + offset,
        side,
        cents: reading.value,
        sheet: place.sheet.name,
        gridRow: place.row,
        gridColumn,
      })
    }
  }
  return { totals, issues }
}

const units: ReadonlyMap<string, Unit> = new Map([
  ['euro', 'euro'],
  ["euro's", 'euro'],
  ['€', 'euro'],
  ['x € 1.000', 'duizend'],
  ['x €1.000', 'duizend'],
  ['x 1.000', 'duizend'],
  ['x € 1000', 'duizend'],
])

/** Labels further down are no part of the cover. */
const labelRowsMax = 200

function badCover(field: CoverField, place: CoverPlace | undefined): GridIssue {
  const raw = place === undefined ? '' : rawText(cellAt(place.sheet, place.row, place.column))
  return { kind: 'bad-cover', sheet: place?.sheet.name ?? coverSheet, label: field.label, raw }
}

/** By the defined name; when somebody deleted that, right of the label in the first column of the cover. */
export function coverPlace(grid: WorkbookGrid, field: CoverField): CoverPlace | undefined {
  const named = namedArea(grid, field.name)
  if (named !== undefined) return { sheet: named.sheet, row: named.area.top, column: named.area.left }
  const sheet = grid.sheets.find(({ name }) => comparableHeading(name) === comparableHeading(coverSheet))
  if (sheet === undefined) return undefined
  for (let row = 0; row < Math.min(sheet.rows.length, labelRowsMax); row++) {
    if (labelAt(sheet, row) === comparableHeading(field.label)) return { sheet, row, column: valueColumn }
  }
  return undefined
}

function labelAt(sheet: SheetGrid, row: number): string {
  const reading = readText(cellAt(sheet, row, labelColumn))
  return 'value' in reading ? comparableHeading(reading.value.replace(/\s*:\s*$/, '')) : ''
}
