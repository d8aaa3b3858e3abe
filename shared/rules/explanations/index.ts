/**
 * Why each rule exists and what to do about a finding of it, by its id. Judging needs none of this, so nothing that judges
 * imports it: the pane loads it when somebody asks for an explanation, and the pages about the rules are made of it.
 */
import { amountsExplained } from './amounts.ts'
import { areasTogetherExplained } from './areas-together.ts'
import { betweenAreasExplained } from './between-areas.ts'
import { cellsExplained } from './cells.ts'
import { codesExplained } from './codes.ts'
import { coverageExplained } from './coverage.ts'
import { decisionsExplained } from './decisions.ts'
import { deliveryExplained } from './delivery.ts'
import { hoursExplained } from './hours.ts'
import { instrumentsExplained } from './instruments.ts'
import { lifecycleExplained } from './lifecycle.ts'
import { natureExplained } from './nature.ts'
import { ownListsExplained } from './own-lists.ts'
import { reservesAndInvestmentsExplained } from './reserves-and-investments.ts'
import { sourcesExplained } from './sources.ts'
import { tablesExplained } from './tables.ts'
import { versionsExplained } from './versions.ts'
import type { RuleExplanations } from './explanation.ts'

export { originText, type RuleExplanation } from './explanation.ts'

export const explanations: RuleExplanations = {
  ...cellsExplained,
  ...tablesExplained,
  ...codesExplained,
  ...ownListsExplained,
  ...hoursExplained,
  ...amountsExplained,
  ...coverageExplained,
  ...sourcesExplained,
  ...natureExplained,
  ...reservesAndInvestmentsExplained,
  ...lifecycleExplained,
  ...decisionsExplained,
  ...versionsExplained,
  ...areasTogetherExplained,
  ...betweenAreasExplained,
  ...deliveryExplained,
  ...instrumentsExplained,
}
