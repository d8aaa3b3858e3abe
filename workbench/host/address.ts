import { addressOfBox, boxOfAddress, quotedSheetName } from '../book/address.ts'
import { BookError } from '../book/book-error.ts'
import type { Box } from '../book/book.ts'

/** `Begroting!B2:D9`; quoted where the name of the sheet needs it. */
export const fullAddressOf = (sheetName: string, box: Box) => `${quotedSheetName(sheetName)}!${addressOfBox(box)}`

/** Reads an address with or without a sheet, or the formula of a name that is one. Undefined: no address. */
export function readAddress(text: string): { readonly sheetName: string | null; readonly box: Box } | undefined {
  const [, quoted, plain, cells] = /^=?(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?([^!]+)$/.exec(text.trim()) ?? []
  try {
    return { sheetName: quoted?.replaceAll("''", "'") ?? plain ?? null, box: boxOfAddress(cells ?? '') }
  } catch (error) {
    if (error instanceof BookError) return undefined
    throw error
  }
}
