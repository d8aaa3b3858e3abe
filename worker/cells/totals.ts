/** Totals and balances of areas. Rules: cents are whole; saldo = baten - lasten. */
import { yearsOf } from '#shared/model/index.ts'
import type { CellQuestion } from '#shared/questions/index.ts'
import { type BudgetIndex, totalCents, type TotalFilter } from './budget-index.ts'
import { countedIndexes, type Facts, isFault } from './facts.ts'
import { type CellValue, centsValue, fault } from './values.ts'

type Question<Name extends CellQuestion['functie']> = Extract<CellQuestion, { functie: Name }>

/** Lasten or baten of the lines that agree with what is asked, in one calendar year. */
export function answerTotal(facts: Facts, question: Question<'totaal'>): CellValue {
  const { gebied, jaar, versie, kant, aard, taakveld, domein, kalenderjaar } = question
  const years = yearsOf(jaar)
  const offset = (kalenderjaar ?? jaar) - jaar
  if (offset < 0 || offset >= years.length) {
    return fault(
      'ongeldige-vraag',
      `kalenderjaar: begroting ${jaar} heeft de jaren ${years.join(', ')}, niet ${kalenderjaar}`,
      `kalenderjaar: budget ${jaar} has the years ${years.join(', ')}, not ${kalenderjaar}`,
    )
  }
  const indexes = countedIndexes(facts, gebied, jaar, versie)
  if (isFault(indexes)) return indexes
  const filter = { side: kant, nature: aard, taakveldCode: taakveld, domain: domein }
  return centsValue(sumOf(indexes, filter, offset))
}

/** Baten minus lasten in the budget's own year. */
export function answerBalance(facts: Facts, { gebied, jaar, versie }: Question<'saldo'>): CellValue {
  const indexes = countedIndexes(facts, gebied, jaar, versie)
  return isFault(indexes) ? indexes : centsValue(sumOf(indexes, sideOnly('B'), 0) - sumOf(indexes, sideOnly('L'), 0))
}

function sumOf(indexes: readonly BudgetIndex[], filter: TotalFilter, offset: number): bigint {
  return indexes.reduce((sum, index) => sum + totalCents(index, filter, offset), 0n)
}

function sideOnly(side: 'L' | 'B'): TotalFilter {
  return { side, nature: null, taakveldCode: null, domain: null }
}
