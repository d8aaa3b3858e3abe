/** Formulas that call a function of the add-in, also where another add-in or an early opening of the file has damaged them. */

/** Outside texts between quotes. */
const ownCall = /(?:_xldudf_)?GEBIED[._]\w/i

const quoted = /"(?:[^"]|"")*"/g

/** A call as a file keeps it, perhaps with the file or number of another add-in in front: `[2]!_xldudf_GEBIED_RESTANT(`. */
const strayCall =
  /"(?:[^"]|"")*"|(?:'[^']+'!|\[[^\]]*\][\w.]*!|[\w.]+!)?(?:_xldudf_GEBIED_(\w+)|(?<=!)GEBIED\.([\w.]+))(?=\()/gi

export function callsOwnFunction(formula: string): boolean {
  return ownCall.test(formula.replace(quoted, ''))
}

/** The formula as it is written in the template: `=GEBIED.RESTANT(A30,voorblad_jaar)`. */
export function canonicalFormula(formula: string): string {
  return formula.replace(strayCall, (piece, stored: string | undefined, plain: string | undefined) => {
    if (stored !== undefined) return `GEBIED.${stored.replaceAll('_', '.').toUpperCase()}`
    return plain === undefined ? piece : `GEBIED.${plain.toUpperCase()}`
  })
}
