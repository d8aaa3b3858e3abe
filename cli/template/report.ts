/** What a person reads about a workbook that was made from another one. */
import { styleText } from 'node:util'
import { type AreaWorkbook, fieldsByTable, type Language, tableIds } from '#shared/model/index.ts'
import { type CodeProposal, isCertain, type LeftBehind, type Remark, type Renewal } from '#shared/renewal/index.ts'
import { templateVersion } from '#shared/sync/index.ts'
import { say } from '#shared/text/index.ts'
import type { ChosenLists } from './choose-lists.ts'

interface Told {
  readonly source: string
  readonly file: string
  readonly language: Language
}

export function nextYearLines(
  { budget, rows, remarks }: Renewal,
  proposals: readonly CodeProposal[],
  told: Told & { readonly isRenumbering: boolean },
): readonly string[] {
  const counts = tableIds.map((table) => `${table} ${rows[table]?.length ?? 0}`).join(', ')
  return [
    say(told.language, 'renewedYear', { file: told.file, source: told.source, ...placesOf(budget), counts }),
    ...remarkLines(remarks, budget.year, told.language),
    ...proposals.map((proposal) => proposalLine(proposal, budget.year, told)),
  ]
}

export function amendmentLines({ budget, rows }: Renewal, told: Told): readonly string[] {
  const count = rows.begroting?.length ?? 0
  return [say(told.language, 'renewedAmendment', { file: told.file, source: told.source, ...placesOf(budget), count })]
}

export function migrationLines(
  { budget, rows }: AreaWorkbook,
  left: readonly LeftBehind[],
  told: Told,
): readonly string[] {
  const counts = tableIds.map((table) => `${table} ${rows[table].length}`).join(', ')
  return [
    say(told.language, 'migrated', {
      file: told.file,
      source: told.source,
      ...placesOf(budget),
      counts,
      template: templateVersion,
    }),
    ...left.map((one) => warned(leftLine(one, told.language))),
    say(told.language, 'migratedLook', { source: told.source }),
  ]
}

export function listLine({ lists, from }: ChosenLists, { source, language }: Told): string {
  return say(language, `lists-${from}`, { source, version: lists.version })
}

function placesOf({ areaCode: area, year, version }: Renewal['budget']) {
  return { area, year, version }
}

function leftLine(left: LeftBehind, language: Language): string {
  const cells = 'addresses' in left ? left.addresses.join(', ') : ''
  return say(language, `left-${left.kind}`, { sheet: left.sheet, cells })
}

/** One line for all rows with the same remark. */
function remarkLines(remarks: readonly Remark[], year: number, language: Language): readonly string[] {
  const numbersByLine = new Map<string, string[]>()
  for (const remark of remarks) {
    const line = remarkLine(remark, year, language)
    const value = remark.kind === 'emptied' ? ` (${remark.value})` : ''
    numbersByLine.set(line, [...(numbersByLine.get(line) ?? []), `${remark.lineNumber}${value}`])
  }
  return [...numbersByLine].map(([line, numbers]) => warned(line.replace('{numbers}', () => numbers.join(', '))))
}

/** With the place of the numbers still open. */
function remarkLine(remark: Remark, year: number, language: Language): string {
  switch (remark.kind) {
    case 'left-out':
      return say(language, `leftOut-${remark.reason}`, { year })
    case 'to-fill':
      return say(language, 'toFill', { year: remark.year })
    case 'emptied':
      return say(language, `emptied-${remark.field}`)
  }
}

function proposalLine(
  proposal: CodeProposal,
  year: number,
  { isRenumbering, language }: Told & { readonly isRenumbering: boolean },
): string {
  const { row, field, code, choices } = proposal
  const heading = fieldsByTable[row.table].find(({ id }) => id === field)?.heading ?? field
  const values = { line: row.lineNumber, field: heading, code, year, choices: choices.join(', ') }
  if (isCertain(proposal)) {
    return isRenumbering ? say(language, 'codeApplied', values) : warned(say(language, 'codeOne', values))
  }
  return warned(say(language, choices.length === 0 ? 'codeNone' : 'codeSeveral', values))
}

function warned(line: string): string {
  return styleText('yellow', `  ${line}`)
}
