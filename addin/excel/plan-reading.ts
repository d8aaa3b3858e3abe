/**
 * Which arrays of which cells to ask Excel for. A cell costs bytes for every array it stands in, and Excel on the web sends at
 * most 5 MB in one piece: so a large sheet is read without what its columns can do without. What turns out to be needed
 * all the same is asked for afterwards (`second-look.ts`).
 */
import { fieldsByTable, tableIds } from '#shared/model/index.ts'
import { comparableHeading } from '#shared/workbook/headings.ts'
import { templateColumns } from '#shared/workbook/tables.ts'
import { type Box, bandsOf, cellCount, isSameName } from './box.ts'
import type { SurveyedSheet, SurveyedTable } from './survey.ts'
import { stateSheet } from './template-names.ts'

/** An array of the Excel API with something about every cell of a range. */
export type Layer = 'values' | 'formulas' | 'numberFormat' | 'valueTypes'

export interface Piece {
  readonly sheet: string
  readonly box: Box
  readonly layers: readonly Layer[]
}

/** A sheet of at most so many cells is read whole. */
const wholeCellsMax = 20_000

/** What Excel gives in one answer at most, as we count it: room is left for texts that are longer than most. */
const answerBytesMax = 4_400_000
const bytesPerCell: Readonly<Record<Layer, number>> = { values: 12, formulas: 12, numberFormat: 18, valueTypes: 9 }

const allLayers: readonly Layer[] = ['values', 'formulas', 'numberFormat', 'valueTypes']

/** Nobody sees the sheet with the state, so it holds what the add-in wrote: no formulas, no formats that matter. */
export function isPlain(sheet: string): boolean {
  return isSameName(sheet, stateSheet)
}

/** `tables` are those of the sheet. */
export function planSheet({ name, used }: SurveyedSheet, tables: readonly SurveyedTable[]): readonly Piece[] {
  if (used === null) return []
  if (isPlain(name)) return [{ sheet: name, box: used, layers: ['values'] }]
  if (cellCount(used) <= wholeCellsMax) return [{ sheet: name, box: used, layers: allLayers }]
  const columns = Array.from({ length: used.columns }, (_, offset) => used.column + offset)
  return runsOf(columns, (column) => (isText(column, tables) ? 'text' : 'number')).map(({ first, count, kind }) => ({
    sheet: name,
    box: { ...used, column: first, columns: count },
    // Without a formula, `formulas` gives the value of a cell.
    layers: kind === 'text' ? ['formulas'] : ['values', 'formulas', 'numberFormat'],
  }))
}

/** Pieces in as many answers as are needed; a piece that is too large for one is cut into bands of rows. */
export function answersOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const answers: Piece[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const piece of pieces.flatMap(cutPiece)) {
    const size = bytesOf(piece)
    if (bytes + size > answerBytesMax) {
      answers.push([])
      bytes = 0
    }
    answers.at(-1)?.push(piece)
    bytes += size
  }
  return answers
}

/** Two halves of what was too large after all; undefined when it is one row already. */
export function halvesOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] | undefined {
  const [piece, ...others] = pieces
  if (piece === undefined) return undefined
  if (others.length > 0) {
    const middle = Math.ceil(pieces.length / 2)
    return [pieces.slice(0, middle), pieces.slice(middle)]
  }
  if (piece.box.rows < 2) return undefined
  return bandsOf(piece.box, Math.ceil(piece.box.rows / 2)).map((box) => [{ ...piece, box }])
}

function cutPiece(piece: Piece): readonly Piece[] {
  const rowsMax = Math.max(1, Math.floor((answerBytesMax * piece.box.rows) / bytesOf(piece)))
  return bandsOf(piece.box, rowsMax).map((box) => ({ ...piece, box }))
}

function bytesOf({ box, layers }: Piece): number {
  return cellCount(box) * layers.reduce((sum, layer) => sum + bytesPerCell[layer], 0)
}

/** Headings of columns that hold text: of their cells neither a formula nor a number is expected. */
const textHeadings: ReadonlySet<string> = new Set([
  ...tableIds.flatMap((table) =>
    fieldsByTable[table]
      .filter(({ kind, heading }) => (kind === 'text' || kind === 'code') && heading !== '')
      .map(({ heading }) => comparableHeading(heading)),
  ),
  ...templateColumns('begroting', 0)
    .filter(({ field }) => field === undefined)
    .map(({ heading }) => comparableHeading(heading)),
])

function isText(column: number, tables: readonly SurveyedTable[]): boolean {
  return tables.some(({ box, headings }) => {
    const heading = box === null ? undefined : headings[column - box.column]
    return heading !== undefined && textHeadings.has(comparableHeading(heading))
  })
}

/** Neighbours of the same kind together. */
function runsOf<Kind>(
  columns: readonly number[],
  kindOf: (column: number) => Kind,
): readonly { readonly first: number; readonly count: number; readonly kind: Kind }[] {
  const runs: { first: number; count: number; kind: Kind }[] = []
  for (const column of columns) {
    const kind = kindOf(column)
    const last = runs.at(-1)
    if (last?.kind === kind) last.count += 1
    else runs.push({ first: column, count: 1, kind })
  }
  return runs
}
