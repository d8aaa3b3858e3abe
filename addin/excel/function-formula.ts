/** Formulas that call a function of the add-in, also where another add-in or an early opening of the file has damaged them. */

/** Outside texts between quotes; the test and development versions of the add-in have a namespace of their own. */
const ownCall = /(?:_xldudf_)?GEBIED(?:TEST|DEV)?[._]\w/i

const quoted = /"(?:[^"]|"")*"/g

/** A call as a file keeps it, perhaps with the file or number of another add-in in front: `[2]!_xldudf_GEBIED_RESTANT(`. */
const strayCall =
  /"(?:[^"]|"")*"|(?:'[^']+'!|\[[^\]]*\][\w.]*!|[\w.]+!)?(?:_xldudf_(GEBIED(?:TEST|DEV)?)_(\w+)|(?<=!)(GEBIED(?:TEST|DEV)?)\.([\w.]+))(?=\()/gi

export function callsOwnFunction(formula: string): boolean {
  return ownCall.test(formula.replace(quoted, ''))
}

/** The formula as a person would type it; in a file only the dot behind the namespace is an underscore: `=GEBIED.RESTANT(A30,voorblad_jaar)`. */
export function canonicalFormula(formula: string): string {
  return formula.replace(
    strayCall,
    (piece, storedSpace?: string, storedName?: string, plainSpace?: string, plainName?: string) => {
      const namespace = storedSpace ?? plainSpace
      const name = storedName ?? plainName
      return namespace === undefined || name === undefined ? piece : `${namespace}.${name}`.toUpperCase()
    },
  )
}
