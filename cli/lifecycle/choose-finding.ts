/** Which finding of the server a person means by its rule, and by its number or a word of its message where that is not enough. */
import type { Verdict } from '#shared/lifecycle/index.ts'
import type { Language } from '#shared/model/index.ts'
import { CliError } from '../cli-error.ts'
import { findingLine } from '../finding-line.ts'

export interface FindingWish {
  readonly rule: string
  readonly lineNumber: string | undefined
  /** What the message names: findings over areas have no number. */
  readonly word: string | undefined
}

/** Of those that were not waived. Throws CliError when there is none, or more than one. */
export function chooseFinding(findings: Verdict['bevindingen'], wish: FindingWish, language: Language) {
  const { rule, lineNumber, word } = wish
  const fitting = findings.filter(
    (finding) =>
      finding.rule === rule &&
      finding.waiver === undefined &&
      (lineNumber === undefined || finding.lineNumber === lineNumber) &&
      (word === undefined || finding.message[language].includes(word)),
  )
  const [first, ...others] = fitting
  if (first === undefined) {
    const about = [lineNumber, word].filter((part) => part !== undefined).map((part) => ` bij ${part}`)
    throw new CliError(`Er staat geen bevinding ${rule}${about.join('')} open. Kijk met "gebied status" welke er zijn.`)
  }
  if (others.length === 0) return first
  const lines = fitting.map((finding) => findingLine(finding, finding.lineNumber ?? '', language)).join('\n')
  throw new CliError(
    `Er zijn ${fitting.length} bevindingen ${rule}; noem er een met --nr, of met --over een woord uit de melding.\n${lines}`,
  )
}
