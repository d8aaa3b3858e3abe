/** What a rule has to say about a place in a workbook or a row in the store. Findings are data, never exceptions. */
import type { Language } from '#shared/cells/index.ts'
import type { TableId } from './fields.ts'

export type { Language }

export type Severity = 'error' | 'warning' | 'info'

export interface Finding {
  /** `GB-303` */
  readonly rule: string
  readonly severity: Severity
  /** Where a person finds it: sheet and address such as `T7`; null when the finding has no such place. */
  readonly sheet: string | null
  readonly cell: string | null
  readonly table: TableId | null
  /** The visible number of the row (`HOL-001`), when the finding is about a row. */
  readonly lineNumber: string | null
  /** The field's outside name (`amount.2024`), when it is about one field. */
  readonly field: string | null
  readonly message: FindingText
  /** What should stand there and what does, where a rule can say both. */
  readonly expected?: FindingText
  readonly found?: FindingText
  /** The areas concerned, of a finding about several. */
  readonly areas?: readonly string[]
  /** Somebody who may do so accepted it, with a reason. */
  readonly waiver?: FindingWaiver
  /** What one click would put in the cell, when there is an obvious remedy. */
  readonly fix?: FindingFix
}

export type FindingText = Readonly<Record<Language, string>>

export interface FindingWaiver {
  readonly reason: string
  readonly by: string
  /** Moment in ISO 8601. */
  readonly at: string
}

/**
 * Names what a finding says of which place, wherever it was found: a file has cells, the store has none. A finding with
 * other values is another one, so a waiver of the old one does not cover it.
 */
export function findingKey({
  rule,
  table,
  lineNumber,
  field,
  message,
}: Pick<Finding, 'rule' | 'table' | 'lineNumber' | 'field' | 'message'>): string {
  return [rule, table ?? '', lineNumber ?? '', field ?? '', message.nl].join('|')
}

export interface FindingFix {
  readonly field: string
  readonly value: string | number
}
