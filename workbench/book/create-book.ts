import type { Book, Box } from './book.ts'
import { BookError } from './book-error.ts'
import { fitsSheet, overlaps } from './box.ts'
import { Calculation } from './calculation/calculation.ts'
import { cellEdits } from './cell-edits.ts'
import { createEdits } from './edits.ts'
import { createLookup } from './lookup.ts'
import { nameEdits } from './name-edits.ts'
import type { BookParts } from './parts.ts'
import { reading } from './reading.ts'
import { rowEdits } from './row-edits.ts'
import { sheetEdits, sheetId } from './sheet-edits.ts'
import { cellsOf, newState } from './state.ts'
import { sheetById } from './structure.ts'
import { createStyles } from './style.ts'
import { tableEdits } from './table-edits.ts'
import { createTransactions } from './transactions.ts'

/** The clock for TODAY and NOW, and the dice for RAND; by default those of the machine. */
export interface BookOptions {
  readonly now?: () => Date
  readonly random?: () => number
}

/** A workbook with one empty sheet, `Blad1`. */
export function createBook({ now = () => new Date(), random = Math.random }: BookOptions = {}): Book {
  let lastNumber = 0
  const nextNumber = () => {
    lastNumber += 1
    return lastNumber
  }
  const firstSheet = sheetId(0)
  const state = newState({ id: firstSheet, name: 'Blad1' })
  const lookup = createLookup(state)
  const transactions = createTransactions(
    () => edits,
    () => calculation,
  )
  const calculation: Calculation = new Calculation({
    ...lookup,
    now,
    random,
    cells: (sheet) => cellsOf(state, sheet),
    sheetIds: () => state.structure.sheets.map(({ id }) => id),
    onLateValue: () => transactions.transact('calculation', () => {}),
  })
  const edits = createEdits(state, calculation, (edited) => {
    const isHeading = state.structure.tables.some(
      ({ sheet, box }) => edited?.sheet === sheet && overlaps({ ...box, rows: 1 }, edited.box),
    )
    if (isHeading) {
      lookup.headingsChanged()
      calculation.structureChanged()
    }
    transactions.onEdited(edited)
  })
  const parts: BookParts = {
    state,
    edits,
    calculation,
    lookup,
    restyled: createStyles(),
    source: transactions.source,
    nextNumber,
  }

  let selected: { readonly sheet: string; readonly box: Box } = {
    sheet: firstSheet,
    box: { row: 0, column: 0, rows: 1, columns: 1 },
  }
  const { transact, undo, redo, subscribe } = transactions
  const step = <T>(action: () => T): T => transact('addin', action)

  return {
    ...reading(parts),
    transact,
    undo,
    redo,
    subscribe,
    ...eachAsStep(step, cellEdits(parts)),
    ...eachAsStep(step, rowEdits(parts)),
    ...eachAsStep(step, sheetEdits(parts)),
    ...eachAsStep(step, tableEdits(parts)),
    ...eachAsStep(step, nameEdits(parts)),
    selection: () => {
      const [first] = state.structure.sheets
      const isThere = state.structure.sheets.some(({ id }) => id === selected.sheet)
      return isThere || first === undefined ? selected : { ...selected, sheet: first.id }
    },
    select: (sheet, box) =>
      step(() => {
        sheetById(state.structure, sheet)
        if (!fitsSheet(box)) throw new BookError('bad-size', 'Dit bereik valt buiten het werkblad.')
        selected = { sheet, box }
        transactions.onSelected()
      }),
    recalculate: (sheet, box) => transact('calculation', () => calculation.recalculate({ sheet, box })),
    useFunctions: (functions) => transact('calculation', () => calculation.useFunctions(functions)),
    unknownFunctions: () => calculation.unknownFunctions(),
  }
}

/** Called outside a step, each of these methods is a step of its own, by the add-in. */
function eachAsStep<Methods extends object>(step: <T>(action: () => T) => T, methods: Methods): Methods {
  const wrapped = Object.entries(methods).map(([name, method]: [string, (...values: unknown[]) => unknown]) => [
    name,
    (...values: unknown[]) => step(() => method(...values)),
  ])
  // The same names and parameters: only what happens around the call differs.
  return Object.fromEntries(wrapped) as Methods
}
