import { parseArgs, styleText } from 'node:util'
import { consolidate, totalsOf } from '#shared/consolidation/index.ts'
import {
  type AreaWorkbook,
  emptyReference,
  type Finding,
  type Language,
  tableIds,
  yearsOf,
} from '#shared/model/index.ts'
import { check, checkDelivery, notJudgedAlone } from '#shared/rules/index.ts'
import { say } from '#shared/text/index.ts'
import { CliError } from '../cli-error.ts'
import type { Command } from '../command.ts'
import { isDeliveryFile, openDelivery } from '../delivery-file.ts'
import { findingLine } from '../finding-line.ts'
import { languageOf } from '../language.ts'
import { startProgress } from '../progress.ts'
import { openWorkbook } from '../workbook-file.ts'

export const checkCommand: Command = {
  name: 'check',
  usage: 'check FILE.xlsx|FILE.json... [--json] [--taal nl|en]',
  explanation:
    'Controleert werkboeken en noemt van elke bevinding blad en cel; een .json als Iv3-levering aan het CBS. 0: geen fouten, 1: fouten, 2: onleesbaar.',
  run: runCheck,
}

/** What a check of one file gives; `error` when the file cannot be read. */
export type CheckedFile =
  | { readonly file: string; readonly workbook: AreaWorkbook; readonly findings: readonly Finding[] }
  /** A delivery to CBS. */
  | { readonly file: string; readonly workbook: null; readonly findings: readonly Finding[] }
  | { readonly file: string; readonly error: string }

/** Throws only what is our own fault: a file that cannot be read is an answer. */
export function checkFile(file: string): CheckedFile {
  try {
    if (isDeliveryFile(file)) return { file, workbook: null, findings: checkDelivery(openDelivery(file)) }
    const { workbook } = openWorkbook(file)
    return { file, workbook, findings: check(workbook, workbook.reference ?? emptyReference) }
  } catch (error) {
    if (error instanceof CliError) return { file, error: error.message }
    throw error
  }
}

/** The lines that a person reads about one checked file. */
export function checkedLines(checked: CheckedFile, language: Language): readonly string[] {
  if ('error' in checked) return [styleText('red', checked.error)]
  const { file, workbook, findings } = checked
  const counts = countBySeverity(findings)
  const summary = findings.length === 0 ? say(language, 'noFindings') : say(language, 'findingCounts', counts)
  const head = workbook === null ? say(language, 'deliveryLine', { file }) : workbookHead(file, workbook, language)
  return [
    `${styleText('bold', head)} · ${summary}`,
    ...(workbook === null ? [] : workbookRemarks(workbook, language)),
    ...findings.map((finding) => findingLine(finding, placeOf(finding, workbook, language), language)),
  ]
}

const isOurs = ({ budget }: AreaWorkbook) => budget.areaCode !== '' && budget.year !== 0

function workbookHead(file: string, workbook: AreaWorkbook, language: Language): string {
  const { areaCode: area, year, version } = workbook.budget
  return isOurs(workbook) ? say(language, 'fileLine', { file, area, year, version, rows: rowCount(workbook) }) : file
}

/** What was not judged, and why. */
function workbookRemarks(workbook: AreaWorkbook, language: Language): readonly string[] {
  const heldBack = tableIds.reduce((sum, table) => sum + workbook.rows[table].filter((row) => row.isHeldBack).length, 0)
  return [
    ...(isOurs(workbook) && workbook.reference === null
      ? [styleText('yellow', `  ${say(language, 'notJudged')}`)]
      : []),
    ...(heldBack === 0 ? [] : [styleText('yellow', `  ${say(language, 'incomplete', { count: heldBack })}`)]),
  ]
}

async function runCheck(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, taal: { type: 'string' } },
  })
  if (positionals.length === 0) throw new CliError(`Noem minstens één bestand. Gebruik: gebied ${checkCommand.usage}`)
  const language = languageOf(values.taal)
  const progress = startProgress(say(language, 'checking'), positionals.length)
  const checked = positionals.map((file, i) => {
    progress.step(i, file)
    return checkFile(file)
  })
  progress.end()
  if (values.json) console.log(JSON.stringify({ files: checked.map((one) => jsonOf(one, language)) }))
  else
    console.log(
      [...checked.flatMap((one) => checkedLines(one, language)), ...notJudgedLines(checked, language)].join('\n'),
    )
  if (checked.some((one) => 'error' in one)) return 2
  return checked.some((one) => 'findings' in one && one.findings.some((finding) => finding.severity === 'error'))
    ? 1
    : 0
}

/** What no workbook shows by itself is never taken for right; said once, since it is the same for all. */
function notJudgedLines(checked: readonly CheckedFile[], language: Language): readonly string[] {
  const isOfBudget = checked.some((one) => 'workbook' in one && one.workbook !== null && isOurs(one.workbook))
  const rules = notJudgedAlone.join(', ')
  return isOfBudget ? [styleText('dim', say(language, 'notJudgedAlone', { rules }))] : []
}

function jsonOf(checked: CheckedFile, language: Language): unknown {
  if ('error' in checked) return { file: checked.file, error: checked.error }
  const { file, workbook, findings } = checked
  if (workbook === null) return { file, findings: findingsJson(findings, language) }
  const { areaCode, year, version } = workbook.budget
  return {
    file,
    gebied: areaCode || null,
    jaar: year || null,
    versie: version || null,
    rows: rowCount(workbook),
    findings: findingsJson(findings, language),
    totals: totalsByYear(workbook),
  }
}

function findingsJson(findings: readonly Finding[], language: Language) {
  return findings.map(({ rule, severity, sheet, cell, field, lineNumber, message, expected, found, fix }) => ({
    rule,
    severity,
    sheet,
    cell,
    field,
    lineNumber,
    message: message[language],
    ...(expected && { expected: expected[language] }),
    ...(found && { found: found[language] }),
    ...(fix && { fix }),
  }))
}

/** Lasten and baten per calendar year of the rows that can be read, as text of whole cents. */
function totalsByYear(workbook: AreaWorkbook): Readonly<Record<string, { lastenCents: string; batenCents: string }>> {
  if (workbook.budget.year === 0) return {}
  const lines = workbook.rows.begroting.filter((placed) => !placed.isHeldBack).map((placed) => placed.row)
  const { total } = consolidate(totalsOf(workbook.budget, lines), 'gebied', yearsOf(workbook.budget.year))
  return Object.fromEntries(
    total.years.map((year) => [
      year.year,
      { lastenCents: year.lastenCents.toString(), batenCents: year.batenCents.toString() },
    ]),
  )
}

/** `Begroting!N5 (HOL-001)`, or that it is about the whole file. */
function placeOf({ sheet, cell, lineNumber }: Finding, workbook: AreaWorkbook | null, language: Language): string {
  const whole = say(language, workbook === null ? 'wholeDelivery' : 'wholeWorkbook')
  const place = sheet === null ? whole : [sheet, cell].filter(Boolean).join('!')
  return lineNumber === null ? place : `${place} (${lineNumber})`
}

function rowCount(workbook: AreaWorkbook): number {
  return tableIds.reduce((sum, table) => sum + workbook.rows[table].length, 0)
}

function countBySeverity(findings: readonly Finding[]) {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length
  return { errors: count('error'), warnings: count('warning'), infos: count('info') }
}
