/** Writes in requests of a size that Excel on the web takes, without computing or drawing in between. */
import { type Box, rangeAt } from './box.ts'
import type { Rectangle } from './rectangles.ts'

/** Excel on the web refuses 5 MB; smaller requests keep it answering. */
const requestBytesMax = 1_000_000

/** What one call takes in a request, whatever it says. */
const callBytes = 400

export interface Pen {
  /** Adds calls; `bytes` beside what the calls themselves take. */
  readonly draw: (bytes: number, calls: () => void) => Promise<void>
  /** Sends what was added since. */
  readonly flush: () => Promise<void>
  /** Requests that wrote something. */
  readonly requests: () => number
}

export function createPen(context: Excel.RequestContext): Pen {
  let pending = 0
  let requests = 0
  const flush = async () => {
    if (pending === 0) return
    pending = 0
    requests += 1
    await context.sync()
  }
  return {
    draw: async (bytes, calls) => {
      if (pending > 0 && pending + bytes + callBytes > requestBytesMax) await flush()
      if (pending === 0) {
        context.workbook.application.suspendApiCalculationUntilNextSync()
        context.workbook.application.suspendScreenUpdatingUntilNextSync()
      }
      calls()
      pending += bytes + callBytes
    },
    flush,
    requests: () => requests,
  }
}

/** Cells as `Range.values` or `Range.formulas` take them; '' empties a cell, null leaves it. */
export type WrittenCell = string | number | boolean

export async function drawCells(
  pen: Pen,
  sheet: Excel.Worksheet,
  member: 'values' | 'formulas',
  rectangles: readonly Rectangle<WrittenCell>[],
): Promise<void> {
  for (const rectangle of rectangles) {
    for (const { row, rows, bytes } of bandsOfRows(rectangle)) {
      const box = { row, column: rectangle.column, rows: rows.length, columns: rows[0]?.length ?? 0 }
      await pen.draw(bytes, () => {
        rangeAt(sheet, box)[member] = rows
      })
    }
  }
}

interface Band {
  readonly row: number
  readonly rows: (WrittenCell | null)[][]
  bytes: number
}

/** Bands of rows that each fit in a request. */
function bandsOfRows({ row: top, rows }: Rectangle<WrittenCell>): readonly Band[] {
  const bands: Band[] = []
  for (const [offset, cells] of rows.entries()) {
    const bytes = bytesOf(cells)
    const last = bands.at(-1)
    if (last === undefined || last.bytes + bytes > requestBytesMax - callBytes) {
      bands.push({ row: top + offset, rows: [[...cells]], bytes })
    } else {
      last.rows.push([...cells])
      last.bytes += bytes
    }
  }
  return bands
}

const encoder = new TextEncoder()

/** As JSON within JSON, as some clients send it: a quote then takes three bytes. */
function bytesOf(cells: readonly (WrittenCell | null)[]): number {
  return encoder.encode(JSON.stringify(cells)).length + 4 * cells.length
}

/** One number format for all cells of a range: the API takes a single value, which its types do not say. */
export function formatAll(sheet: Excel.Worksheet, box: Box, numberFormat: string): void {
  rangeAt(sheet, box).numberFormat = numberFormat as unknown as string[][]
}

/**
 * Our own writes are no news to ourselves. Whatever happens, the events are switched on again: then the error of the work
 * counts, not one of switching.
 */
export async function withoutEvents<T>(context: Excel.RequestContext, work: () => Promise<T>): Promise<T> {
  context.runtime.enableEvents = false
  let result: T
  try {
    result = await work()
  } catch (error) {
    await switchOn(context).catch(() => undefined)
    throw error
  }
  await switchOn(context)
  return result
}

async function switchOn(context: Excel.RequestContext): Promise<void> {
  context.runtime.enableEvents = true
  await context.sync()
}
