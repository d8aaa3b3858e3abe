/** Defined names: from the reference that a workbook keeps for a name to a place in its grid, and back. */
import type { Cell } from '#shared/cells/index.ts'
import { type Area, areaAddress, type SheetGrid, type WorkbookGrid } from './grid.ts'

export interface NamedArea {
  readonly sheet: SheetGrid
  readonly area: Area
}

/** The area that a name stands for; undefined when the name is gone or no longer names cells (`#REF!`, a formula). */
export function namedArea(grid: WorkbookGrid, name: string): NamedArea | undefined {
  const entry = [...grid.names].find(([other]) => other.toLowerCase() === name.toLowerCase())
  const parts = referencePattern.exec(entry?.[1] ?? '')?.groups
  if (parts === undefined) return undefined
  const sheetName = parts['quoted']?.replaceAll("''", "'") ?? parts['plain'] ?? ''
  const sheet = grid.sheets.find((candidate) => candidate.name.toLowerCase() === sheetName.toLowerCase())
  const first = placeOf(parts['first'] ?? '')
  const last = placeOf(parts['last'] ?? parts['first'] ?? '')
  return sheet && { sheet, area: { top: first.row, left: first.column, bottom: last.row, right: last.column } }
}

export function cellAt(sheet: SheetGrid, row: number, column: number): Cell {
  return sheet.rows[row]?.[column] ?? { kind: 'empty' }
}

/** `Codes!$A$5:$A$10`, as a workbook keeps what a name refers to. */
export function absoluteReference(sheetName: string, area: Area): string {
  const plain = /^[A-Za-z]\w*$/.test(sheetName) ? sheetName : `'${sheetName.replaceAll("'", "''")}'`
  const fixed = areaAddress(area).replace(/[A-Z]+/g, (letters) => `$${letters}$`)
  const [first, last] = fixed.split(':')
  return `${plain}!${first === last ? first : fixed}`
}

const referencePattern =
  /^=?(?:'(?<quoted>(?:[^']|'')+)'|(?<plain>[^'!]+))!(?<first>\$?[A-Z]{1,3}\$?\d{1,7})(?::(?<last>\$?[A-Z]{1,3}\$?\d{1,7}))?$/

function placeOf(address: string): { row: number; column: number } {
  const [, letters = '', digits = ''] = /^\$?([A-Z]+)\$?(\d+)$/.exec(address) ?? []
  const column = [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(digits) - 1, column }
}
