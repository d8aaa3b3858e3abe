/** Which budget a command is about: the one of a workbook, with what its cover says, or the one that the options name. */
import { coverOf } from '#shared/lifecycle/index.ts'
import { type AreaWorkbook, areaCodeSchema, type BudgetKey, versionSchema } from '#shared/model/index.ts'
import { budgetYearOf } from '../budget-year.ts'
import { CliError } from '../cli-error.ts'
import { openWorkbook } from '../workbook-file.ts'

/** Options of every command about one budget, for `parseArgs`. */
export const budgetOptions = {
  gebied: { type: 'string' },
  jaar: { type: 'string' },
  versie: { type: 'string', default: 'primitief' },
} as const

export const budgetUsage = '(FILE.xlsx | --gebied HOL --jaar 2023 [--versie primitief])'

export interface NamedBudget {
  readonly key: BudgetKey
  /** Undefined: no workbook was named, so there are no cover and no lists to compare with. */
  readonly workbook: AreaWorkbook | undefined
}

/** Throws CliError when neither a readable workbook nor an area and a year are named. */
export function namedBudget(
  files: readonly string[],
  options: { readonly gebied?: string | undefined; readonly jaar?: string | undefined; readonly versie: string },
): NamedBudget {
  const [file, ...others] = files
  if (others.length > 0) throw new CliError('Noem één werkboek tegelijk.')
  if (file !== undefined && (options.gebied ?? options.jaar) !== undefined)
    throw new CliError('Noem een werkboek of --gebied en --jaar, niet beide.')
  if (file !== undefined) return budgetOfFile(file)
  const area = areaCodeSchema.safeParse(options.gebied)
  if (!area.success) throw new CliError('Noem een werkboek, of een gebied met --gebied, bijvoorbeeld --gebied HOL.')
  const version = versionSchema.safeParse(options.versie)
  if (!version.success)
    throw new CliError(
      `"${options.versie}" is geen versie: kies primitief, wijziging-1 (2, 3 ...), realisatie of prognose.`,
    )
  return { key: { areaCode: area.data, year: budgetYearOf(options.jaar), version: version.data }, workbook: undefined }
}

/** Body of a request about the budget, with the cover when there is one. */
export function budgetBody({ key, workbook }: NamedBudget): Readonly<Record<string, unknown>> {
  return { jaar: key.year, versie: key.version, ...(workbook && { voorblad: coverOf(workbook) }) }
}

function budgetOfFile(file: string): NamedBudget {
  const { workbook } = openWorkbook(file)
  if (workbook.budget.areaCode === '' || workbook.budget.year === 0)
    throw new CliError(`${file}: het voorblad noemt geen gebied, jaar en versie. Controleer met "gebied check".`)
  return { key: workbook.budget, workbook }
}
