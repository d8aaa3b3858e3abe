/** Keeps the values of all formulas right: what changed makes what looks at it be computed anew, and nothing else. */
import type { Box, FunctionHost, Scalar } from '../book.ts'
import { cellBox, fitsSheet, isOneCell, isSameBox, keysOfBox, overlaps, wholeSheet } from '../box.ts'
import { errorValue, isErrorValue } from '../formula/error-values.ts'
import { evaluate, resultOf } from '../formula/evaluate.ts'
import type { CustomCall, Position, Surroundings } from '../formula/surroundings.ts'
import { type Grid, isGrid, type Range } from '../formula/operand.ts'
import { functionNamed } from '../functions/index.ts'
import type { SheetCells, Slot } from '../sheet-cells.ts'
import { endCalls, keyOfCall, valueOfCall } from './custom-calls.ts'
import { Dependents } from './dependents.ts'
import { type FormulaCell, functionNames } from './formula-cell.ts'
import { calculationOrder, type Group } from './order.ts'
import { findPrecedents } from './precedents.ts'
import { Spills } from './spills.ts'

type Places = Pick<
  Surroundings,
  'sheetNamed' | 'tableNamed' | 'tableAround' | 'formulaNamed' | 'isRowHidden' | 'now' | 'random'
>

/** What the calculation needs of the workbook. */
export interface CalculationBook extends Places {
  readonly cells: (sheet: string) => SheetCells
  readonly sheetIds: () => readonly string[]
  readonly sheetName: (sheet: string) => string
  readonly hasTableIn: (range: Range) => boolean
  /** A function of the add-in gave a value by itself: the book must calculate and tell its listeners. */
  readonly onLateValue: () => void
}

/** Spilled arrays may move what they look at; more rounds than these only occur when they never come to rest. */
const roundsMax = 50

const busy = errorValue('#BUSY!')
const circular = errorValue('#REF!', 'kringverwijzing')

export class Calculation {
  readonly #book: CalculationBook
  readonly #surroundings: Surroundings
  readonly #formulas = new Set<FormulaCell>()
  readonly #dependents = new Dependents()
  readonly #spills = new Spills()
  #host: FunctionHost | null = null
  /** Formulas to be computed, and ranges whose onlookers must be. */
  #waiting = new Set<FormulaCell>()
  #touched: Range[] = []
  #unlinked = new Set<FormulaCell>()
  #isRelinkNeeded = false
  #removed = new Set<FormulaCell>()
  #isCalculating = false
  #computed = new Map<string, Set<number>>()
  /** Of the formula being computed. */
  #usedCalls = new Set<string>()
  #isBusy = false
  #current: FormulaCell | null = null

  constructor(book: CalculationBook) {
    this.#book = book
    this.#surroundings = {
      ...book,
      value: (sheet, row, column) => {
        const value = this.value(sheet, row, column)
        if (isErrorValue(value) && value.error === '#BUSY!') this.#isBusy = true
        return value
      },
      extent: () => this.#extent(),
      spillRange: (sheet, row, column) => {
        const slot = book.cells(sheet).slot(row, column)
        return slot?.kind === 'formula' ? { sheet, box: slot.box } : undefined
      },
      isSubtotal: (sheet, row, column) => {
        const slot = book.cells(sheet).slot(row, column)
        return slot?.kind === 'formula' && slot.hasSubtotal
      },
      callCustom: (call) => this.#callCustom(call),
    }
  }

  get surroundings(): Surroundings {
    return this.#surroundings
  }

  /** What the cell shows, as of the last calculation. */
  value(sheet: string, row: number, column: number): Scalar {
    const slot: Slot | undefined = this.#book.cells(sheet).slot(row, column)
    if (slot !== undefined) return slot.value
    return this.#spills.valueAt(sheet, row, column) ?? null
  }

  spillOf(sheet: string, row: number, column: number): Box | null {
    const slot = this.#book.cells(sheet).slot(row, column)
    const anchor = slot?.kind === 'formula' ? slot : this.#spills.anchorAt(sheet, row, column)
    return anchor === undefined || isOneCell(anchor.box) ? null : anchor.box
  }

  spilledBoxes(sheet: string): readonly Box[] {
    return this.#spills.boxes(sheet)
  }

  formulas(): ReadonlySet<FormulaCell> {
    return this.#formulas
  }

  /** The formula stands in a cell from now on, its place already filled in. */
  add(cell: FormulaCell): void {
    this.#formulas.add(cell)
    this.#unlinked.add(cell)
    this.#removed.delete(cell)
  }

  remove(cell: FormulaCell): void {
    this.#touched.push({ sheet: cell.sheet, box: this.#spills.withdraw(cell) })
    this.#dependents.remove(cell)
    cell.precedents = []
    cell.precedentKey = ''
    this.#formulas.delete(cell)
    this.#unlinked.delete(cell)
    this.#waiting.delete(cell)
    this.#removed.add(cell)
  }

  /** Its text changed while it stays where it is. */
  rewritten(cell: FormulaCell): void {
    if (this.#formulas.has(cell)) this.#unlinked.add(cell)
  }

  touch(range: Range): void {
    this.#touched.push(range)
  }

  /** Names, tables or sheets changed: what references stand for is found anew. */
  structureChanged(): void {
    this.#isRelinkNeeded = true
  }

  /** Rows of this sheet are about to move, and the formulas in them with them. */
  rowsMoving(sheet: string): void {
    this.#isRelinkNeeded = true
    for (const cell of this.#spills.concerning({ sheet, box: wholeSheet })) {
      this.#touched.push({ sheet, box: this.#spills.withdraw(cell) })
      this.#waiting.add(cell)
    }
  }

  /** Cells are computed anew though nothing changed; a function of the add-in that never answered is called again. */
  recalculate(range: Range): void {
    for (const { slot } of this.#book.cells(range.sheet).slotsIn(range.box)) {
      if (slot.kind !== 'formula') continue
      if (!slot.isBound) slot.isBound = this.isBoundNow(slot)
      const answered = [...slot.calls].filter(([, running]) => running.value !== undefined)
      endCalls(slot, new Set(answered.map(([key]) => key)))
      this.#waiting.add(slot)
    }
  }

  useFunctions(host: FunctionHost | null): void {
    this.#host = host
    for (const cell of this.#formulas) {
      const isBusy = [...cell.calls.values()].some(({ value }) => value === undefined)
      endCalls(cell)
      if (isBusy || (host !== null && cell.isBound)) this.#waiting.add(cell)
    }
  }

  /** Whether the formula calls functions that the add-in has at this moment. */
  isBoundNow(cell: FormulaCell): boolean {
    const host = this.#host
    return host !== null && [...functionNames(cell)].some((name) => functionNamed(name) === undefined && host.has(name))
  }

  unknownFunctions(): ReadonlySet<string> {
    const names = [...this.#formulas].flatMap((cell) => [...functionNames(cell)])
    return new Set(names.filter((name) => functionNamed(name) === undefined && this.#host?.has(name) !== true))
  }

  calculate(): void {
    if (this.#isCalculating) return
    this.#isCalculating = true
    try {
      for (let round = 0; round < roundsMax; round++) {
        const roots = this.#takeRoots()
        if (roots.size === 0) break
        const order = calculationOrder(roots, (cell) => this.#dependents.of({ sheet: cell.sheet, box: cell.box }))
        order.forEach((group) => this.#computeGroup(group))
      }
    } finally {
      this.#isCalculating = false
    }
  }

  /** Ends the calls of formulas that are gone. Not before it is certain that they stay away. */
  forgetRemoved(): void {
    this.#removed.forEach((cell) => endCalls(cell))
    this.#removed.clear()
  }

  /** The cells computed since the last time, by sheet. */
  takeComputed(): ReadonlyMap<string, ReadonlySet<number>> {
    const computed = this.#computed
    this.#computed = new Map()
    return computed
  }

  #takeRoots(): ReadonlySet<FormulaCell> {
    this.#link()
    const roots = this.#waiting
    this.#waiting = new Set()
    const touched = this.#touched
    this.#touched = []
    for (const range of touched) {
      for (const cell of this.#dependents.of(range)) roots.add(cell)
      for (const cell of this.#spills.concerning(range)) roots.add(cell)
    }
    return new Set([...roots].filter((cell) => this.#formulas.has(cell)))
  }

  #link(): void {
    const cells = this.#isRelinkNeeded ? this.#formulas : this.#unlinked
    for (const cell of cells) {
      const isNew = this.#unlinked.has(cell)
      const { ranges, key } = findPrecedents(cell.expression, positionOf(cell), this.#book)
      if (isNew || key !== cell.precedentKey || cell.hasSubtotal) this.#waiting.add(cell)
      if (key === cell.precedentKey) continue
      this.#dependents.remove(cell)
      cell.precedents = ranges
      cell.precedentKey = key
      this.#dependents.add(cell)
    }
    this.#isRelinkNeeded = false
    this.#unlinked = new Set()
  }

  #computeGroup({ cells, isCircular }: Group): void {
    for (const cell of cells) {
      if (isCircular) {
        endCalls(cell)
        this.#show(cell, circular)
      } else {
        this.#show(cell, this.#compute(cell))
      }
    }
  }

  #compute(cell: FormulaCell): Scalar | Grid {
    this.#current = cell
    this.#usedCalls = new Set()
    this.#isBusy = false
    const result = resultOf(evaluate(cell.expression, positionOf(cell), this.#surroundings), this.#surroundings)
    this.#current = null
    if (cell.calls.size > 0) endCalls(cell, this.#usedCalls)
    return this.#isBusy ? busy : result
  }

  #callCustom(call: CustomCall): Scalar | Grid | undefined {
    const cell = this.#current
    const host = this.#host
    if (cell === null || !cell.isBound || host === null || !host.has(call.name)) return undefined
    const key = keyOfCall(call)
    this.#usedCalls.add(key)
    const { value } = valueOfCall(cell, call, key, {
      host,
      sheetName: this.#book.sheetName,
      onLateValue: (late) => {
        this.#waiting.add(late)
        if (!this.#isCalculating) this.#book.onLateValue()
      },
    })
    if (value === undefined || (isErrorValue(value) && value.error === '#BUSY!')) this.#isBusy = true
    return value ?? busy
  }

  #show(cell: FormulaCell, result: Scalar | Grid): void {
    const { sheet, row, column } = cell
    const before = this.#spills.withdraw(cell)
    const wanted = isGrid(result)
      ? { row, column, rows: result.length, columns: result[0]?.length ?? 0 }
      : cellBox(row, column)
    if (!isGrid(result)) cell.value = result
    else if (wanted.rows === 0 || wanted.columns === 0) cell.value = errorValue('#CALC!')
    else if (cell.precedents.some((range) => range.sheet === sheet && overlaps(range.box, wanted)))
      cell.value = circular
    else if (this.#isBlocked(cell, wanted)) {
      cell.value = errorValue('#SPILL!', 'Het bereik waarin de uitkomst moet komen, is niet leeg.')
      this.#spills.block(cell, wanted)
    } else {
      cell.value = result[0]?.[0] ?? null
      cell.spilled = result
      this.#spills.fill(cell)
    }
    const after = cell.box
    if (!isSameBox(before, after)) this.#touched.push({ sheet, box: before }, { sheet, box: after })
    this.#noteComputed(sheet, before)
    this.#noteComputed(sheet, after)
  }

  #isBlocked(cell: FormulaCell, wanted: Box): boolean {
    const { sheet } = cell
    if (!fitsSheet(wanted) || this.#book.hasTableIn({ sheet, box: wanted })) return true
    for (const { slot } of this.#book.cells(sheet).slotsIn(wanted)) {
      if (slot !== cell) return true
    }
    return [...this.#spills.anchors(sheet)].some((anchor) => overlaps(anchor.box, wanted))
  }

  #noteComputed(sheet: string, box: Box): void {
    const keys = this.#computed.get(sheet) ?? new Set<number>()
    this.#computed.set(sheet, keys)
    for (const key of keysOfBox(box)) keys.add(key)
  }

  #extent(): { readonly rows: number; readonly columns: number } {
    const extent = { rows: 1, columns: 1 }
    for (const sheet of this.#book.sheetIds()) {
      const entered = this.#book.cells(sheet).extent
      const ends = [...this.#spills.boxes(sheet), { row: 0, column: 0, ...entered }]
      for (const { row, column, rows, columns } of ends) {
        extent.rows = Math.max(extent.rows, row + rows)
        extent.columns = Math.max(extent.columns, column + columns)
      }
    }
    return extent
  }
}

function positionOf({ sheet, row, column }: FormulaCell): Position {
  return { sheet, row, column, down: 0, right: 0 }
}
