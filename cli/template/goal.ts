/** What to make of a workbook, by the year and version that are asked for. */
import { type BudgetKey, isAmendment, type Version, versionSchema } from '#shared/model/index.ts'
import { CliError } from '../cli-error.ts'

export type Goal =
  | { readonly kind: 'next-year' }
  | { readonly kind: 'amendment'; readonly version: Version; readonly lines: readonly string[] }
  | { readonly kind: 'migration' }

export interface Wish {
  readonly year: number | undefined
  readonly version: string | undefined
  /** Numbers of lines, separated by commas. */
  readonly lines: string | undefined
  readonly isRenumbering: boolean
}

/** Throws CliError when the options do not go together, or not with the budget of the old workbook. */
export function goalOf(old: BudgetKey, wish: Wish): Goal {
  const goal = kindOf(old, wish)
  if (wish.lines !== undefined && goal.kind !== 'amendment') {
    throw new CliError('--regels hoort bij een wijziging. Noem ook --versie wijziging-1 (2, 3 ...).')
  }
  if (wish.isRenumbering && goal.kind !== 'next-year') {
    throw new CliError(`--hernummer hoort bij het volgende jaar. Noem ook --jaar ${old.year + 1}.`)
  }
  return goal
}

function kindOf(old: BudgetKey, { year = old.year, version, lines = '' }: Wish): Goal {
  if (year !== old.year) return nextYearGoal(old, year, version)
  if (version === undefined || version === old.version) return { kind: 'migration' }
  const checked = versionSchema.safeParse(version)
  if (!checked.success || !isAmendment(version)) {
    throw new CliError(
      `Met --uit kan alleen een wijziging worden begonnen: --versie wijziging-1 (2, 3 ...), niet "${version}".`,
    )
  }
  const base = old.version === 'primitief' ? 0 : serialOf(old.version)
  if (base === undefined || base >= (serialOf(version) ?? 0)) {
    throw new CliError(
      `Een ${version} wijzigt de primitieve begroting of een eerdere wijziging. Dit werkboek is ${old.version}.`,
    )
  }
  const numbers = lines.split(',').map((number) => number.trim())
  return { kind: 'amendment', version: checked.data, lines: numbers.filter((number) => number !== '') }
}

function nextYearGoal(old: BudgetKey, year: number, version: string | undefined): Goal {
  if (year !== old.year + 1) {
    throw new CliError(
      `Een werkboek van ${old.year} gaat naar ${old.year + 1}, niet naar ${year}. Noem --jaar ${old.year + 1}.`,
    )
  }
  if (old.version !== 'primitief' || (version !== undefined && version !== 'primitief')) {
    throw new CliError(
      `Een nieuw jaar begint met de primitieve begroting, uit die van het jaar ervoor. Dit werkboek is ${old.version}${
        version === undefined ? '' : `, gevraagd is ${version}`
      }.`,
    )
  }
  return { kind: 'next-year' }
}

/** 2 of wijziging-2; undefined for other versions. */
function serialOf(version: string): number | undefined {
  return isAmendment(version) ? Number(version.slice('wijziging-'.length)) : undefined
}
