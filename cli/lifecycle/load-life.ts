import { type Life, lifeSchema, type Submission, type Verdict, verdictSchema } from '#shared/lifecycle/index.ts'
import type { BudgetKey } from '#shared/model/index.ts'
import type { Api } from '../api.ts'
import { CliError } from '../cli-error.ts'
import { budgetBody, type NamedBudget } from './named-budget.ts'

export function submissionsPath({ areaCode }: BudgetKey): string {
  return `/v1/gebieden/${areaCode}/indieningen`
}

/** Where the budget is in its life, and what happened to it. */
export async function loadLife(api: Api, key: BudgetKey): Promise<Life> {
  return lifeSchema.parse(await api.get(`${submissionsPath(key)}?jaar=${key.year}&versie=${key.version}`))
}

/** The submission that a step or a sign-off is about. Throws CliError when there is none. */
export async function loadNewest(api: Api, key: BudgetKey): Promise<Submission> {
  const [newest] = (await loadLife(api, key)).indieningen
  if (newest !== undefined) return newest
  const { areaCode, year, version } = key
  throw new CliError(`${areaCode} ${year} ${version} is nog niet ingediend. Dien eerst in met "gebied indienen".`)
}

/** What the server says of the rows that it has. */
export async function loadVerdict(api: Api, budget: NamedBudget): Promise<Verdict> {
  return verdictSchema.parse(await api.post(`/v1/gebieden/${budget.key.areaCode}/oordelen`, budgetBody(budget)))
}
