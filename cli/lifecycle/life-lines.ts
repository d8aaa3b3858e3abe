/** The life of a budget as a person reads it: its state, what happened to it, and what stands in its way. */
import { styleText } from 'node:util'
import type { Life, Submission, Verdict } from '#shared/lifecycle/index.ts'
import type { BudgetKey, Language } from '#shared/model/index.ts'
import { say } from '#shared/text/index.ts'
import { findingLine } from '../finding-line.ts'

export function lifeLines({ areaCode, year, version }: BudgetKey, life: Life, language: Language): readonly string[] {
  const head = say(language, 'lifeLine', { area: areaCode, year, version, state: life.staat })
  const may = life.mag.length === 0 ? [] : [`  ${say(language, 'mayNow', { transitions: life.mag.join(', ') })}`]
  return [styleText('bold', head), ...may, ...life.indieningen.flatMap((one) => submissionLines(one, language))]
}

/** Findings that were not waived, the errors first and notices only counted; then how many were. */
export function verdictLines({ bevindingen }: Verdict, language: Language): readonly string[] {
  const open = bevindingen.filter(({ waiver }) => waiver === undefined)
  const waived = bevindingen.length - open.length
  const errors = open.filter(({ severity }) => severity === 'error')
  const warnings = open.filter(({ severity }) => severity === 'warning')
  const counts = say(language, 'findingCounts', {
    errors: errors.length,
    warnings: warnings.length,
    infos: open.filter(({ severity }) => severity === 'info').length,
  })
  return [
    counts,
    ...[...errors, ...warnings].map((finding) => findingLine(finding, finding.lineNumber ?? '', language)),
    ...(waived === 0 ? [] : [say(language, 'waivedCount', { count: waived })]),
  ]
}

/** Steps and initials together, as they followed each other. */
function submissionLines(submission: Submission, language: Language): readonly string[] {
  const { nummer: number, status, regels: rows, controlegetal, overgangen, parafen } = submission
  const steps = overgangen.map(({ overgang, door, op, opmerking, besluit }) => {
    const decision = besluit === null ? '' : ` (${besluit.nummer}, ${besluit.uitkomst ?? '-'})`
    return { op, line: `${overgang}${decision}, ${door}${remarkOf(opmerking)}` }
  })
  const initials = parafen.map(({ door, op, uitkomst: outcome, opmerking }) => ({
    op,
    line: `${say(language, 'signOff', { outcome })}, ${door}${remarkOf(opmerking)}`,
  }))
  return [
    `  ${say(language, 'submissionLine', { number, status, rows, checksum: controlegetal.slice(0, 12) })}`,
    ...[...steps, ...initials]
      .toSorted((a, b) => Date.parse(a.op) - Date.parse(b.op))
      .map(({ op, line }) => `    ${momentOf(op)} ${line}`),
  ]
}

function remarkOf(remark: string | null): string {
  return remark === null ? '' : `: ${remark}`
}

/** As the clock in the Netherlands said: `2023-03-28 14:05`; this locale writes it so. */
function momentOf(iso: string): string {
  return momentFormat.format(Date.parse(iso))
}

const momentFormat = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Europe/Amsterdam',
})
