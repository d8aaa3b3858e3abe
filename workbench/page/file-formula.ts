/**
 * Formulas as files hold them and as the book has them. Files name an add-in's functions `_xldudf_GEBIED_RESTANT`, and
 * functions newer than the format with a prefix (ECMA-376 part 1, 18.17; MS-XLSX "Future functions").
 */

/** The book's notation, with its `=`. `stored` has none. */
export function bookFormula(stored: string): string {
  return `=${withoutTexts(stored, (piece) =>
    piece
      .replace(/_xldudf_([A-Za-z0-9]+)_(?=[A-Za-z])/gi, '$1.')
      .replace(/_xlfn\.(?:_xlws\.)?/gi, '')
      .replace(/_xlpm\./gi, ''),
  )}`
}

/** The notation of a design: without `=`, functions of add-ins under their own name, newer functions with their prefix. */
export function fileFormula(formula: string): string {
  return withoutTexts(formula.replace(/^=/, ''), (piece) =>
    piece.replace(/[A-Z][A-Z0-9.]*(?=\()/gi, (name) => {
      const key = name.toUpperCase()
      if (sheetFunctions.has(key)) return `_xlfn._xlws.${key}`
      return futureFunctions.has(key) ? `_xlfn.${key}` : name
    }),
  )
}

/** The functions of the add-in that a formula calls, in capitals. */
export function addInFunctions(formula: string): readonly string[] {
  const found: string[] = []
  withoutTexts(formula, (piece) => {
    for (const [name] of piece.matchAll(/GEBIED\.[A-Z0-9_.]+(?=\()/gi)) found.push(name.toUpperCase())
    return piece
  })
  return found
}

const sheetFunctions: ReadonlySet<string> = new Set(['FILTER', 'SORT'])
const futureFunctions: ReadonlySet<string> = new Set(
  `CONCAT IFNA IFS MAXIFS MINIFS SWITCH TEXTJOIN XOR XLOOKUP XMATCH UNIQUE SORTBY SEQUENCE RANDARRAY LET LAMBDA
   VSTACK HSTACK TOCOL TOROW TAKE DROP CHOOSECOLS CHOOSEROWS EXPAND WRAPROWS WRAPCOLS TEXTSPLIT TEXTBEFORE TEXTAFTER
   DAYS ISOWEEKNUM NUMBERVALUE FORMULATEXT ISFORMULA SHEET SHEETS UNICODE UNICHAR BASE DECIMAL ARABIC`.split(/\s+/),
)

/** Changes what stands outside texts and quoted sheet names. */
function withoutTexts(formula: string, change: (piece: string) => string): string {
  return formula.replace(/("(?:[^"]|"")*"|'(?:[^']|'')*')|[^"']+/g, (piece, quoted: string | undefined) =>
    quoted === undefined ? change(piece) : piece,
  )
}
