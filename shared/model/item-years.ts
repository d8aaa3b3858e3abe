/** The calendar years in which an item of a list counts. */
export interface ItemYears {
  readonly from: number
  readonly to: number
}

/** Whether an item may be used in a calendar year. */
export function isValidIn(
  { validFrom, validTo }: { readonly validFrom: number; readonly validTo: number },
  year: number,
): boolean {
  return validFrom <= year && year <= validTo
}

/** By its validity, else its year, else the years between its two dates; null: the list has no years. */
export function yearsOfItem(item: Readonly<Record<string, unknown>>): ItemYears | null {
  const from = yearOf(item['validFrom'] ?? item['year'] ?? item['from'])
  const to = yearOf(item['validTo'] ?? item['year'] ?? item['to'])
  return from === undefined || to === undefined ? null : { from, to }
}

/** `2023` and `2023-04-01` are both of 2023. */
function yearOf(value: unknown): number | undefined {
  const year = typeof value === 'string' ? Number(value.slice(0, 4)) : value
  return typeof year === 'number' && Number.isInteger(year) ? year : undefined
}
