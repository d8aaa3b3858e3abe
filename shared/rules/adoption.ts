/** Whether a decision can adopt a budget: the rules of amendments and decisions, asked of the decision that is named. */
import { type BudgetKey, type Finding, isAmendment } from '#shared/model/index.ts'
import { adoptedChanged, notReleased, whyNotReleased } from './standing-rules.ts'
import { amountsApart, isLate, lateAdoption, otherAmount } from './amendment-rules.ts'
import { unplacedFinding } from './unplaced-finding.ts'

export interface AdoptionFacts {
  readonly budget: BudgetKey
  readonly decision: {
    readonly number: string
    readonly outcome: string | null
    readonly date: string | null
    /** As decided: after "gewijzigd" the new amount. Null: the decision names none. */
    readonly cents: number | null
  }
  /** What the lines of all areas under this decision ask; see `releasedCents`. */
  readonly askedCents: number
  /** Over the rows as they were submitted and as they are. */
  readonly checksum: { readonly submitted: string; readonly current: string }
}

/** Empty: the decision is taken, in time, of this amount, and the rows are those that were submitted. */
export function checkAdoption({ budget, decision, askedCents, checksum }: AdoptionFacts): readonly Finding[] {
  const why = whyNotReleased(decision, true)
  const { year } = budget
  return [
    ...(isAmendment(budget.version) && isLate(decision.date, year)
      ? [unplacedFinding(lateAdoption, { values: [year, year] })]
      : []),
    ...(why === undefined ? [] : [unplacedFinding(notReleased, { values: [decision.number, why] })]),
    ...(decision.cents === null || decision.cents === askedCents
      ? []
      : [unplacedFinding(otherAmount, amountsApart(askedCents, decision.cents))]),
    ...(checksum.submitted === checksum.current
      ? []
      : [unplacedFinding(adoptedChanged, { expected: checksum.submitted, found: checksum.current })]),
  ]
}
