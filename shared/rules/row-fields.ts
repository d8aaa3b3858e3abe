/** Fields of a row, asked in the ways that rules ask. */
import { type AmountField, amountFields, type BudgetLine } from '#shared/model/index.ts'

export function hasAmount(line: BudgetLine): boolean {
  return firstAmount(line, (cents) => cents !== 0) !== undefined
}

/** The first year's field whose amount is as asked; an empty cell is not asked. */
export function firstAmount(line: BudgetLine, isWanted: (cents: number) => boolean): AmountField | undefined {
  for (const field of amountFields) {
    const cents = line[field]
    if (cents !== null && isWanted(cents)) return field
  }
  return undefined
}

/** Words in one cell, such as `gebiedsgericht werken; regulier programma`: separated by `;` or `,`, in lower case. */
export function listedWords(text: string | null): readonly string[] {
  if (text === null) return []
  const words = text.toLowerCase().split(/[;,]/)
  return words.map((word) => word.trim()).filter((word) => word !== '')
}
