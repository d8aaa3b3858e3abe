import type { Finding } from '#shared/model/index.ts'
import type { Hit, RuleText } from './rule.ts'
import { fill, wordingOf } from './wording.ts'

/** A finding about something that has no place in a sheet. */
export function unplacedFinding(rule: RuleText, { values = [], severity, expected, found }: Hit): Finding {
  return {
    rule: rule.id,
    severity: severity ?? rule.severity,
    sheet: null,
    cell: null,
    table: null,
    lineNumber: null,
    field: null,
    message: fill(rule.message, values),
    ...(expected !== undefined && { expected: wordingOf(expected) }),
    ...(found !== undefined && { found: wordingOf(found) }),
  }
}
