import type { WorkbookDesign } from '#shared/workbook/design.ts'

const prefix = '_xldudf_'

/** How files name a function of an add-in: `GEBIED.RESTANT` is `_xldudf_GEBIED_RESTANT`. */
export function storedFunctionName(functionId: string): string {
  return prefix + functionId.toUpperCase().replaceAll('.', '_')
}

/**
 * The formula as files hold it: the add-in's own functions under their stored names, all else as it is. Texts between
 * quotes are left alone.
 */
export function storedFormula(formula: string, { functionIds }: WorkbookDesign['addIn']): string {
  const own = new Set(functionIds.map((id) => id.toUpperCase()))
  return formula.replace(/"(?:[^"]|"")*"|[A-Za-z_][\w.]*(?=\()/g, (piece) =>
    own.has(piece.toUpperCase()) ? storedFunctionName(piece) : piece,
  )
}
