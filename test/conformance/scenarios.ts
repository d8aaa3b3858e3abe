import { exchangeScenarios } from './exchange-scenarios.ts'
import { lookScenarios } from './look-scenarios.ts'
import { neighbourScenarios } from './neighbour-scenarios.ts'
import type { Scenario } from './transcript.ts'
import { workbookScenarios } from './workbook-scenarios.ts'

/** By what they show. */
export const scenarios: readonly (readonly [string, Scenario])[] = Object.entries({
  ...workbookScenarios,
  ...lookScenarios,
  ...neighbourScenarios,
  ...exchangeScenarios,
})
