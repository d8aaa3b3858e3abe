/** A stretch of a text to be replaced by another; an empty stretch is a place to insert. */
export interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The text with all stretches replaced; everything between them stays as it was, character for character. */
export function applySplices(source: string, splices: readonly Splice[]): string {
  const pieces: string[] = []
  let at = 0
  // A stable sort: what is inserted at one place stays in the order in which it was asked for.
  for (const { start, end, text } of [...splices].sort((one, other) => one.start - other.start)) {
    pieces.push(source.slice(at, start), text)
    at = end
  }
  pieces.push(source.slice(at))
  return pieces.join('')
}
