/** Rules about taakveld and category: the Iv3 lists of the budget year, whatever year an amount falls in. */
import {
  codeYearFirst,
  isCategory,
  isCategoryGroup,
  isGrey,
  isTaakveld,
  isTaakveldGroup,
  plainCategory,
  type Side,
  successors,
} from '#shared/codes/index.ts'
import { type BudgetLine, numberIn } from '#shared/model/index.ts'
import { sumIn } from './facts.ts'
import { firstAmount, hasAmount } from './row-fields.ts'
import type { RowRule, RowSum, Rule, Wording, WorkbookRule } from './rule.ts'

/**
 * Judged for the budget year only. That a code ends within the horizon is no error: the next budget renumbers it (GB-218).
 */
const taakveldUnknown: RowRule<'begroting'> = {
  id: 'GB-201',
  severity: 'error',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting'],
  reads: ['taakveldCode'],
  check({ row: { taakveldCode } }, { budget }) {
    if (taakveldCode === null || isTaakveld(taakveldCode, budget.year) || isGroup(taakveldCode)) return undefined
    const hit = { field: 'taakveldCode', values: [taakveldCode, budget.year] }
    const fix = onlyOne(successors('taakveld', taakveldCode, budget.year))
    return fix === undefined ? hit : { ...hit, fix }
  },
  message: { nl: 'Taakveld {code} bestaat niet in {jaar}.', en: 'Taakveld {code} does not exist in {year}.' },
}

/** The prefix that CBS puts before a category (`L4.2`) is not part of the code: totals are kept by the plain code. */
const categoryUnknown: RowRule<'begroting'> = {
  id: 'GB-203',
  severity: 'error',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting'],
  reads: ['categoryCode', 'side'],
  check({ row }, { budget: { year } }) {
    const { categoryCode } = row
    const side = sideOf(row)
    if (categoryCode === null || side === undefined || isCategory(categoryCode, side, year)) return undefined
    const hit = { field: 'categoryCode', values: [categoryCode, sideNames[side], year] }
    const fix = categoryInstead(categoryCode, side, year)
    return fix === undefined ? hit : { ...hit, fix }
  },
  message: {
    nl: 'Categorie {code} bestaat niet aan de {kant}kant in {jaar}.',
    en: 'Category {code} does not exist on the {side} side in {year}.',
  },
}

/** Grey is unlikely, not forbidden. Category 6.1 is wrong on any taakveld and has a finding of its own (GB-804). */
const greyCell: RowRule<'begroting'> = {
  id: 'GB-204',
  severity: 'warning',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting'],
  reads: ['taakveldCode', 'categoryCode', 'side', 'note'],
  check({ row }, { budget: { year } }) {
    const { taakveldCode, categoryCode } = row
    const side = sideOf(row)
    if (taakveldCode === null || categoryCode === null || side === undefined || row.note !== null) return undefined
    if (categoryCode === '6.1' || isReserveMixedUp(taakveldCode, categoryCode)) return undefined
    if (!isGrey(taakveldCode, categoryCode, side, year)) return undefined
    return { field: 'categoryCode', values: [taakveldCode, `${side}${categoryCode}`, year] }
  },
  message: {
    nl: 'Combinatie {taakveld} x {categorie} is een grijze cel in Iv3 {jaar}; kies een andere of licht toe.',
    en: 'Combination {taakveld} x {category} is a grey cell in Iv3 {year}; choose another or explain.',
  },
}

const reserveMovement: RowRule<'begroting'> = {
  id: 'GB-205',
  severity: 'error',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting'],
  reads: ['taakveldCode', 'categoryCode'],
  check({ row: { taakveldCode, categoryCode } }) {
    if (taakveldCode === null || categoryCode === null) return undefined
    return isReserveMixedUp(taakveldCode, categoryCode) ? { field: 'categoryCode' } : undefined
  },
  message: {
    nl: 'Categorie 7.1 mag alleen op taakveld 0.10 (of 0.11), en daar alleen 7.1.',
    en: 'Category 7.1 is only allowed on taakveld 0.10 (or 0.11), and only 7.1 there.',
  },
}

const resultTaakveld: RowRule<'begroting'> = {
  id: 'GB-206',
  severity: 'error',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting'],
  reads: ['taakveldCode'],
  check: ({ row }) => (row.taakveldCode === '0.11' ? { field: 'taakveldCode' } : undefined),
  message: {
    nl: 'Taakveld 0.11 (resultaat) hoort niet in een gebiedsbegroting.',
    en: 'Taakveld 0.11 (result) does not belong in an area budget.',
  },
}

/** A group of categories in the column Categorie is no category of any side: GB-203. */
const groupCode: RowRule<'begroting'> = {
  id: 'GB-207',
  severity: 'error',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting'],
  reads: ['taakveldCode'],
  check({ row: { taakveldCode } }) {
    if (taakveldCode === null || !isGroup(taakveldCode)) return undefined
    return { field: 'taakveldCode', values: [taakveldCode] }
  },
  message: {
    nl: '{code} is een hoofdtaakveld/groep; kies een taakveld.',
    en: '{code} is a main group; choose a taakveld.',
  },
}

/**
 * In the original budget a stelpost stands on 0.8. Later versions may only take from it: an amendment that lowers 0.8
 * releases the stelpost. In the accounts nothing may be left there, so then it is an error.
 */
const placeholderTaakveld: RowRule<'begroting'> = {
  id: 'GB-208',
  severity: 'warning',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting'],
  reads: ['taakveldCode'],
  check({ row }, { budget: { version } }) {
    if (row.taakveldCode !== '0.8' || version === 'primitief') return undefined
    if (version !== 'realisatie') return firstAmount(row, isPositive) && { field: 'taakveldCode' }
    return hasAmount(row) ? { field: 'taakveldCode', severity: 'error' } : undefined
  },
  message: {
    nl: 'Taakveld 0.8 is voor stelposten; boek vrijgegeven budget op het taakveld van de activiteit.',
    en: 'Taakveld 0.8 is for placeholders; book released budget on the taakveld of the activity.',
  },
}

const retired = 'retired'

const retiredLines: RowSum = {
  begroting: ({ row }, { budget }, add) => add(retired, 0, hasRetiredCode(row, budget.year) ? 1 : 0),
}

/** Seen when a workbook was copied to a new year; GB-201 and GB-203 carry the proposal of each line. */
const retiredCodes: WorkbookRule = {
  id: 'GB-218',
  severity: 'info',
  scope: 'workbook',
  where: 'both',
  on: 'workbook',
  reads: { begroting: ['taakveldCode', 'categoryCode', 'side'] },
  sums: [retiredLines],
  check(facts) {
    const count = numberIn(sumIn(facts, retiredLines), retired)
    return count === 0 ? [] : [{ table: 'begroting', values: [count, facts.budget.year] }]
  },
  message: {
    nl: '{n} regels gebruiken codes die in {jaar} zijn vervallen; voorstel tot omnummeren.',
    en: '{n} lines use codes retired in {year}; proposed re-mapping.',
  },
}

export const codeRules: readonly Rule[] = [
  taakveldUnknown,
  categoryUnknown,
  greyCell,
  reserveMovement,
  resultTaakveld,
  groupCode,
  placeholderTaakveld,
  retiredCodes,
]

const sideNames: Readonly<Record<Side, Wording>> = {
  L: { nl: 'lasten', en: 'cost' },
  B: { nl: 'baten', en: 'income' },
}

function sideOf({ side }: BudgetLine): Side | undefined {
  return side === 'L' || side === 'B' ? side : undefined
}

function isGroup(code: string): boolean {
  return isTaakveldGroup(code) || isCategoryGroup(code)
}

/** Reserve movements (7.1) stand on 0.10 and 0.11 only, and nothing else stands there. */
function isReserveMixedUp(taakveldCode: string, categoryCode: string): boolean {
  return (categoryCode === '7.1') !== (taakveldCode === '0.10' || taakveldCode === '0.11')
}

function categoryInstead(categoryCode: string, side: Side, year: number): string | undefined {
  const plain = plainCategory(categoryCode)
  if (plain.side !== undefined && plain.side !== side) return undefined
  if (isCategory(plain.code, side, year)) return plain.code
  return onlyOne(successors('category', plain.code, year).filter((code) => isCategory(code, side, year)))
}

function onlyOne(codes: readonly string[]): string | undefined {
  return codes.length === 1 ? codes[0] : undefined
}

function hasRetiredCode(line: BudgetLine, year: number): boolean {
  const { taakveldCode, categoryCode } = line
  const side = sideOf(line)
  return (
    (taakveldCode !== null && isRetired(year, (inYear) => isTaakveld(taakveldCode, inYear))) ||
    (categoryCode !== null && side !== undefined && isRetired(year, (inYear) => isCategory(categoryCode, side, inYear)))
  )
}

function isRetired(year: number, isKnownIn: (year: number) => boolean): boolean {
  if (isKnownIn(year)) return false
  for (let earlier = year - 1; earlier >= codeYearFirst; earlier--) if (isKnownIn(earlier)) return true
  return false
}

function isPositive(cents: number): boolean {
  return cents > 0
}
