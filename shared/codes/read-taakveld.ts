import { oncePerYear } from './code-years.ts'
import { isTaakveld, nameHistory, taakvelden } from './taakvelden.ts'

/**
 * The taakveld codes of any of these years that a number cell may have meant: Excel makes 0.1 of a typed 0.10, so 0.1
 * answers 0.1 and 0.10, and 6.6 answers 6.6 (to 2024) and 6.60 (from 2025). Pass all years of the budget: one code is
 * certain, several want a person (rule GB-202), none is no taakveld. The number is compared in the 15 digits of Excel.
 */
export function codesMatchingNumber(value: number, years: readonly number[]): readonly string[] {
  const shown = Number(value.toPrecision(15))
  return [...new Set(years.flatMap((year) => codesByNumber(year).get(shown) ?? []))]
}

/**
 * The code of a taakveld in a label such as CBS tables and budgets print it: the code, then perhaps its name, padded
 * (`6.821 `), or cut (`6.1 Samenkracht en burgerpart..`). Undefined when the code is not in the list of that year, or
 * when the words do not begin any name that it ever bore: `0.1 Mutaties reserves` was 0.10 before it passed a number cell.
 */
export function taakveldByLabel(label: string, year: number): string | undefined {
  const [, written = '', words = ''] = /^\s*(\S+)([\s\S]*)$/.exec(label) ?? []
  const code = written.toLowerCase()
  if (!isTaakveld(code, year)) return undefined
  const name = comparable(words)
  // Tables of CBS print names of earlier years: that of 2024 says 6.2 Wijkteams, a name that ended in 2022.
  return nameHistory(code).some((period) => comparable(period.name).startsWith(name)) ? code : undefined
}

const codesByNumber = oncePerYear((listYear) => {
  const codes = new Map<number, string[]>()
  for (const { code } of taakvelden(listYear)) codes.set(Number(code), [...(codes.get(Number(code)) ?? []), code])
  // 6.71a to 6.82b are no numbers: they cannot be what a number cell meant.
  codes.delete(Number.NaN)
  return codes
})

/** A name without what differs between prints of it: case, accents, blanks, a dash before it and the dots of a cut. */
function comparable(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^ ?[-–:]? ?/, '')
    .replace(/(?: ?(?:\.\.+|…))? ?$/, '')
}
