/** A place in the workbook as Excel writes it. */
export interface Place {
  readonly sheet: string
  readonly cell: string
}

/** `'Mijn blad'!B3` and `Voorblad!D12`; undefined when no sheet is named. */
export function placeOfAddress(address: string): Place | undefined {
  const [, quoted, plain, cell] = /^(?:'((?:[^']|'')+)'|([^'!]+))!(\S+)$/.exec(address) ?? []
  const sheet = quoted?.replaceAll("''", "'") ?? plain
  return sheet === undefined || cell === undefined ? undefined : { sheet, cell }
}
