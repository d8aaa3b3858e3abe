/** A workbook in memory for tests: a grid that the add-in reads and writes, and a person who types in between. */
import type { Cell } from '#shared/cells/index.ts'
import type { WorkbookDesign } from '#shared/workbook/index.ts'
import { cellAddress, cellKey, type SheetGrid, type WorkbookGrid } from '#shared/workbook/grid.ts'
import { gridOfDesign } from '#shared/workbook/grid-of-design.ts'
import { heldValues } from '#shared/workbook/held-values.ts'
import { type ChangeHint, type GuardedEdit, type RowMark, type Workbook, WorkbookError } from './workbook.ts'

export type Typed = string | number | boolean | null
type Step = 'read' | 'reread' | 'write' | 'mark'

export const emptyGrid: WorkbookGrid = { sheets: [], names: new Map() }

export class MemoryWorkbook implements Workbook {
  grid: WorkbookGrid
  marks: readonly RowMark[] | null = null
  selected: string | null = null
  /** How often each step was taken, failed ones too. */
  readonly counts: Record<Step, number> = { read: 0, reread: 0, write: 0, mark: 0 }
  /** Sheets of each reread. */
  readonly rereads: (readonly string[])[] = []
  readonly written: (readonly GuardedEdit[])[] = []
  /** What happens just before a step is carried out; throwing makes the step fail. */
  before: (step: Step) => void | Promise<void> = () => {}
  private readonly listeners = new Set<(hint: ChangeHint) => void>()

  constructor(grid: WorkbookGrid = emptyGrid) {
    this.grid = grid
  }

  get watchers(): number {
    return this.listeners.size
  }

  /** A person types in a cell such as `T7`; who watches hears of it. */
  type(sheetName: string, address: string, value: Typed): void {
    const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
    const column = [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1
    this.put(sheetName, [{ row: Number(digits) - 1, column, value }])
    this.hint(sheetName, address)
  }

  /** A person changes a whole sheet at once: sorts it, deletes rows, fills over it. */
  change(sheetName: string, change: (sheet: SheetGrid) => SheetGrid): void {
    const sheets = this.grid.sheets.map((sheet) => (sheet.name === sheetName ? change(sheet) : sheet))
    this.grid = { ...this.grid, sheets }
    this.hint(sheetName, '')
  }

  sheet(name: string): SheetGrid {
    const found = this.grid.sheets.find((sheet) => sheet.name === name)
    if (found === undefined) throw new WorkbookError('missing-sheet', name)
    return found
  }

  readonly read = async (): Promise<WorkbookGrid> => {
    await this.take('read')
    return this.grid
  }

  readonly reread = async (grid: WorkbookGrid, sheets: readonly string[]): Promise<WorkbookGrid> => {
    this.rereads.push(sheets)
    await this.take('reread')
    const anew = new Map(sheets.map((name) => [name, this.sheet(name)]))
    return { ...grid, sheets: grid.sheets.map((sheet) => anew.get(sheet.name) ?? sheet) }
  }

  readonly create = async (design: WorkbookDesign): Promise<void> => {
    const made = gridOfDesign(design)
    const names = new Set(this.grid.sheets.map(({ name }) => name))
    const standing = made.sheets.find(({ name }) => names.has(name))
    if (standing !== undefined) throw new WorkbookError('sheet-exists', standing.name)
    this.grid = { sheets: [...this.grid.sheets, ...made.sheets], names: new Map([...this.grid.names, ...made.names]) }
  }

  readonly write = async (edits: readonly GuardedEdit[]) => {
    await this.take('write')
    this.written.push(edits)
    const skipped: string[] = []
    for (const { sheet, cells, tables = [], expected } of edits) {
      const held = heldValues(this.sheet(sheet), cells)
      const isFree = ({ row, column, value }: { row: number; column: number; value: Typed }) => {
        const key = cellKey(row, column)
        return expected?.has(key) !== true || [expected.get(key), value].includes(held.get(key))
      }
      skipped.push(
        ...cells.filter((cell) => !isFree(cell)).map(({ row, column }) => `${sheet}!${cellAddress(row, column)}`),
      )
      this.put(sheet, cells.filter(isFree))
      this.grow(sheet, new Map(tables.map(({ name, bottom }) => [name, bottom])))
    }
    return { skipped, isOneUndoStep: true }
  }

  readonly mark = async (marks: readonly RowMark[]): Promise<void> => {
    await this.take('mark')
    this.marks = marks
  }

  readonly clearMarks = async (): Promise<void> => {
    this.marks = null
  }

  readonly select = async (sheet: string, cell: string): Promise<void> => {
    this.selected = `${this.sheet(sheet).name}!${cell}`
  }

  readonly watch = async (onChange: (hint: ChangeHint) => void) => {
    this.listeners.add(onChange)
    return async () => {
      this.listeners.delete(onChange)
    }
  }

  readonly repairFormulas = async () => ({ repaired: 0, protectedSheets: [] })
  readonly recalculateFunctions = async () => 0
  readonly busyCells = async () => []

  private async take(step: Step): Promise<void> {
    this.counts[step]++
    await this.before(step)
  }

  private hint(sheet: string, address: string): void {
    for (const listener of this.listeners) listener({ sheet, address, isRemote: false })
  }

  private put(sheetName: string, cells: readonly { row: number; column: number; value: Typed }[]): void {
    const before = this.sheet(sheetName)
    const rows = [...before.rows]
    const formulas = new Map(before.formulas)
    const touched = new Set<number>()
    for (const { row, column, value } of cells) {
      if (!touched.has(row)) rows[row] = [...(rows[row] ?? [])]
      touched.add(row)
      const own = rows[row] as (Cell | undefined)[]
      own[column] = cellOf(value, own[column])
      formulas.delete(cellKey(row, column))
    }
    const after = { ...before, rows, formulas }
    this.grid = { ...this.grid, sheets: this.grid.sheets.map((sheet) => (sheet === before ? after : sheet)) }
  }

  private grow(sheetName: string, bottoms: ReadonlyMap<string, number>): void {
    const before = this.sheet(sheetName)
    const tables = before.tables.map((place) => {
      const bottom = Math.max(place.area.bottom, bottoms.get(place.name) ?? 0)
      return { ...place, area: { ...place.area, bottom } }
    })
    this.grid = {
      ...this.grid,
      sheets: this.grid.sheets.map((sheet) => (sheet === before ? { ...sheet, tables } : sheet)),
    }
  }
}

/** A number keeps the format of its cell, as in Excel. */
function cellOf(value: Typed, before: Cell | undefined): Cell {
  switch (typeof value) {
    case 'string':
      return { kind: 'text', value }
    case 'boolean':
      return { kind: 'boolean', value }
    case 'number': {
      const numberFormat = before?.kind === 'number' ? before.numberFormat : undefined
      return { kind: 'number', value, ...(numberFormat === undefined ? {} : { numberFormat }) }
    }
    default:
      return { kind: 'empty' }
  }
}
