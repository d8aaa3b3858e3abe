/** The text in the column Bevindingen begins with the severity of its worst finding; a row's look goes by that word. */
import type { Severity } from '#shared/model/finding.ts'

/** The worst first. */
export const markWords: readonly { readonly severity: Severity; readonly word: string }[] = [
  { severity: 'error', word: 'fout' },
  { severity: 'warning', word: 'let op' },
  { severity: 'info', word: 'info' },
]

/** Formula without `=`: whether the text in this cell (`$AK5`) begins with the word. */
export function beginsWithWord(cell: string, word: string): string {
  return `LEFT(${cell},${word.length})="${word}"`
}

const ownFormula = /^=?\s*LEFT\(\s*\$[A-Z]{1,3}\$?\d+\s*,\s*\d+\s*\)\s*=\s*"([^"]*)"\s*$/i

/** The word that a formula of ours asks for; undefined for any other formula. */
export function wordAskedBy(formula: string): string | undefined {
  const asked = ownFormula.exec(formula)?.[1]?.toLowerCase()
  return markWords.find(({ word }) => word === asked)?.word
}
