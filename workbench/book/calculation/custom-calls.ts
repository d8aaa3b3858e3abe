/** Calls of the add-in's functions: one for each set of arguments in a cell, for as long as its formula asks for it. */
import type { FunctionHost, Scalar } from '../book.ts'
import { addressOfBox, quotedSheetName } from '../address.ts'
import { cellBox } from '../box.ts'
import { errorValue } from '../formula/error-values.ts'
import type { Grid, Range } from '../formula/operand.ts'
import type { CustomCall } from '../formula/surroundings.ts'
import type { FormulaCell } from './formula-cell.ts'

export interface RunningCall {
  /** Undefined until the function gave its first value. */
  value: Scalar | Grid | undefined
  cancel: () => void
  isOver: boolean
}

interface CallSurroundings {
  readonly host: FunctionHost
  readonly sheetName: (sheet: string) => string
  /** A value came after the call returned: the cell must be computed anew. */
  readonly onLateValue: (cell: FormulaCell) => void
}

/**
 * The value of a call at this moment; undefined while there is none. A call with the same arguments goes on: it is not made
 * again.
 */
export function valueOfCall(
  cell: FormulaCell,
  call: CustomCall,
  key: string,
  surroundings: CallSurroundings,
): RunningCall {
  const known = cell.calls.get(key)
  if (known !== undefined) return known
  const running: RunningCall = { value: undefined, cancel: () => {}, isOver: false }
  cell.calls.set(key, running)
  start(cell, call, running, surroundings)
  return running
}

export function keyOfCall({ name, arguments: values }: CustomCall): string {
  return JSON.stringify([name, values], (_key, value: unknown) => (Object.is(value, -0) ? 0 : value))
}

/** Ends the calls that the formula no longer makes: all of them, or all but these. */
export function endCalls(cell: FormulaCell, stillUsed: ReadonlySet<string> = new Set()): void {
  for (const [key, running] of cell.calls) {
    if (stillUsed.has(key)) continue
    cell.calls.delete(key)
    running.isOver = true
    running.cancel()
  }
}

function start(
  cell: FormulaCell,
  { name, arguments: values, ranges }: CustomCall,
  running: RunningCall,
  { host, sheetName, onLateValue }: CallSurroundings,
): void {
  const addressOf = ({ sheet, box }: Range) => `${quotedSheetName(sheetName(sheet))}!${addressOfBox(box)}`
  let isStarting = true
  try {
    const { cancel } = host.call({
      name,
      arguments: values,
      address: addressOf({ sheet: cell.sheet, box: cellBox(cell.row, cell.column) }),
      argumentAddresses: ranges.map((range) => range && addressOf(range)),
      onValue: (value) => {
        if (running.isOver) return
        running.value = value
        if (!isStarting) onLateValue(cell)
      },
    })
    running.cancel = cancel
  } catch {
    running.value = errorValue('#VALUE!')
  }
  isStarting = false
}
