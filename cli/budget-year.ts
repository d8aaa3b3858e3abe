import { budgetYearMax, budgetYearMin, budgetYearSchema } from '#shared/model/index.ts'
import { CliError } from './cli-error.ts'

/** The year that `--jaar` names. Throws CliError when it names none. */
export function budgetYearOf(value: string | undefined): number {
  const parsed = budgetYearSchema.safeParse(Number(value))
  if (parsed.success) return parsed.data
  const instead = value === undefined ? '' : `, niet "${value}"`
  throw new CliError(`Noem met --jaar een begrotingsjaar van ${budgetYearMin} tot en met ${budgetYearMax}${instead}.`)
}
