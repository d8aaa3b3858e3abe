/** Addresses of single cells, such as the `T7` of a finding. Rows and columns count from zero at A1. */

/** Undefined when the text is no address of a cell. */
export function placeOfCell(address: string): { readonly row: number; readonly column: number } | undefined {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address) ?? []
  if (letters === undefined) return undefined
  const column = [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(digits) - 1, column }
}

/** Undefined when the text is no address of a cell. */
export function rowOfCell(address: string): number | undefined {
  return placeOfCell(address)?.row
}
