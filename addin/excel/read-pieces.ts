import { WorkbookError } from '../ports/workbook.ts'
import { rangeAt } from './box.ts'
import { isAnswerTooLarge } from './excel-error.ts'
import { layersOf, type Reading } from './layers.ts'
import { answersOf, halvesOf, type Piece } from './plan-reading.ts'

/**
 * Reads the pieces into `reading`, in as few answers as Excel can give. `alongside` asks for more in the first of them; it is
 * called again when Excel refuses that one.
 */
export async function readPieces(
  context: Excel.RequestContext,
  pieces: readonly Piece[],
  reading: Reading,
  alongside: () => void = nothing,
): Promise<void> {
  const [first, ...others] = answersOf(pieces)
  if (first !== undefined) await readAnswer(context, first, reading, alongside)
  for (const answer of others) await readAnswer(context, answer, reading, nothing)
}

const nothing = () => undefined

/** Long texts may make an answer larger than it was counted: then it comes in two. */
async function readAnswer(
  context: Excel.RequestContext,
  pieces: readonly Piece[],
  reading: Reading,
  alongside: () => void,
): Promise<void> {
  const { worksheets } = context.workbook
  alongside()
  const ranges = pieces.map((piece) => {
    const range = rangeAt(worksheets.getItem(piece.sheet), piece.box)
    range.load(piece.layers.join(','))
    return { piece, range }
  })
  try {
    await context.sync()
  } catch (error) {
    const [first, second] = (isAnswerTooLarge(error) ? halvesOf(pieces) : undefined) ?? []
    if (first === undefined || second === undefined) throw error
    await readAnswer(context, first, reading, alongside)
    await readAnswer(context, second, reading, nothing)
    return
  }
  for (const { piece, range } of ranges) {
    const layers = layersOf(reading, piece)
    for (const layer of piece.layers) {
      const cells: unknown = range[layer]
      // Excel gives nothing, without an error, where it cannot read so much.
      if (!Array.isArray(cells)) throw new WorkbookError('too-large', piece.sheet)
      layers.put(layer, piece.box, cells)
    }
  }
}
