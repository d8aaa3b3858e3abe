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

function submissionLines(submission: Submission, language: Language): readonly string[] {
  const { nummer: number, status, regels: rows, controlegetal } = submission
  const checksum = controlegetal.slice(0, 12)
  return [
    `  ${say(language, 'submissionLine', { number, status, rows, checksum })}`,
    ...submission.overgangen.map(({ overgang, door, op, opmerking, besluit }) => {
      const decision = besluit === null ? '' : ` (${besluit.nummer}, ${besluit.uitkomst ?? '-'})`
      return `    ${momentOf(op)} ${overgang}${decision}, ${door}${opmerking === null ? '' : `: ${opmerking}`}`
    }),
    ...submission.parafen.map(({ door, op, uitkomst, opmerking }) => {
      const remark = opmerking === null ? '' : `: ${opmerking}`
      return `    ${momentOf(op)} ${say(language, 'signOff', { outcome: uitkomst })}, ${door}${remark}`
    }),
  ]
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
