/** Rules over the budgets of all areas: what only the server, or a consolidation, can judge. */
import { roundRules } from './round-rules.ts'
import type { SubjectRule } from './rule.ts'
import { sharedCostRules } from './shared-cost-rules.ts'
import { sharedEffortRules } from './shared-effort-rules.ts'
import { sharedSourceRules } from './shared-source-rules.ts'

export const crossAreaRules: readonly SubjectRule[] = [
  ...sharedSourceRules,
  ...sharedCostRules,
  ...sharedEffortRules,
  ...roundRules,
]
