/** Rules about how the tables are filled in: unit, missing fields, numbers of rows. */
import { amountFields, type BudgetLine, numberIn, tableIds } from '#shared/model/index.ts'
import { sumIn } from './facts.ts'
import { hasAmount } from './row-fields.ts'
import type { PlacedHit, RowRule, RowSum, Rule, Wording, WorkbookRule } from './rule.ts'

/** The cell of a typical line in a workbook of thousands: 10,000, which is ten million euros. */
const typicalCentsMax = 10_000 * 1_000 * 100
const factorMin = 900
const factorMax = 1_100

/** Keys: amounts that are not 0 and those that are large, lines that also stood before and those that differ by a factor 1,000. */
const [amounts, large, compared, differing] = ['amounts', 'large', 'compared', 'differing'] as const

const sizes: RowSum = {
  begroting({ row }, { workbook, previous, isAmendment }, add) {
    if (workbook.unit === 'duizend') {
      add(
        amounts,
        0,
        countOf(row, (cents) => cents > 0),
      )
      add(
        large,
        0,
        countOf(row, (cents) => cents >= typicalCentsMax),
      )
    }
    const before = isAmendment ? undefined : previous?.get(row.lineNumber)
    const factor = before && factorBetween(sizeOf(row), sizeOf(before))
    if (factor === undefined) return
    add(compared, 0, 1)
    if (factor >= factorMin && factor <= factorMax) add(differing, 0, 1)
  },
}

/** When the middle one of all amounts is large, or at least half of the lines that also stood in the previous version differ. */
const wrongUnit: WorkbookRule = {
  id: 'GB-104',
  severity: 'error',
  scope: 'workbook',
  where: 'both',
  on: 'workbook',
  reads: { begroting: ['lineNumber', ...amountFields] },
  sums: [sizes],
  check(facts) {
    const tally = sumIn(facts, sizes)
    const isAtLeastHalf = (part: string, all: string) =>
      numberIn(tally, all) > 0 && numberIn(tally, part) * 2 >= numberIn(tally, all)
    if (!isAtLeastHalf(large, amounts) && !isAtLeastHalf(differing, compared)) return []
    return [{ values: [facts.workbook.unit === 'duizend' ? 'x € 1.000' : 'euro'] }]
  },
  message: {
    nl: 'Eenheid klopt niet: bedragen lijken een factor 1.000 te hoog/laag t.o.v. "{eenheid}".',
    en: 'Unit looks wrong: amounts seem a factor 1,000 off from "{unit}".',
  },
}

/** The year is that of the column. Which side a line is on is also GB-301, which the server judges too. */
const requiredFields: readonly (readonly [field: keyof BudgetLine, name: Wording])[] = [
  ['areaCode', { nl: 'gebied', en: 'area' }],
  ['goalCode', { nl: 'doel', en: 'goal' }],
  ['side', { nl: 'L/B', en: 'L/B' }],
  ['nature', { nl: 'I/S', en: 'I/S' }],
  ['taakveldCode', { nl: 'taakveld', en: 'taakveld' }],
  ['categoryCode', { nl: 'categorie', en: 'category' }],
]

/** A field that was filled in but could not be read is not missing. */
const fieldsMissing: RowRule<'begroting'> = {
  id: 'GB-112',
  severity: 'error',
  scope: 'row',
  where: 'addin',
  on: 'row',
  tables: ['begroting'],
  reads: [],
  check({ row, unreadable }) {
    if (!hasAmount(row)) return undefined
    const missing = requiredFields.filter(([field]) => row[field] === null && !unreadable.has(field))
    const [first] = missing
    if (first === undefined) return undefined
    const names = (language: 'nl' | 'en') => missing.map(([, name]) => name[language]).join(', ')
    return { field: first[0], values: [{ nl: names('nl'), en: names('en') }] }
  },
  message: { nl: 'Rij heeft een bedrag maar geen {velden}.', en: 'Row has an amount but no {fields}.' },
}

/** Not in the catalogue: a row is found again by its number, so one without it is held back and a double one misleads. */
const ownNumber: WorkbookRule = {
  id: 'GB-118',
  severity: 'error',
  scope: 'table',
  where: 'both',
  on: 'workbook',
  reads: Object.fromEntries(tableIds.map((table) => [table, ['lineNumber']])),
  check({ workbook }) {
    const hits: PlacedHit[] = []
    for (const table of tableIds) {
      const seen = new Set<string>()
      for (const row of workbook.rows[table]) {
        const { lineNumber } = row.row
        if (row.unreadable.has('lineNumber')) continue
        if (lineNumber === '') hits.push({ row, field: 'lineNumber', values: [withoutNumber] })
        else if (seen.has(lineNumber)) hits.push({ row, field: 'lineNumber', values: [twiceNumbered(lineNumber)] })
        seen.add(lineNumber)
      }
    }
    return hits
  },
  message: { nl: '{wat}; geef elke rij een eigen nummer.', en: '{what}; give every row a number of its own.' },
}

const withoutNumber: Wording = { nl: 'Rij heeft geen nummer', en: 'Row has no number' }

function twiceNumbered(lineNumber: string): Wording {
  return { nl: `Nummer ${lineNumber} komt vaker voor`, en: `Number ${lineNumber} occurs more than once` }
}

export const entryRules: readonly Rule[] = [wrongUnit, fieldsMissing, ownNumber]

/** Of the amounts of a line without their sign. */
function countOf(line: BudgetLine, isCounted: (cents: number) => boolean): number {
  return amountFields.filter((field) => isCounted(Math.abs(line[field] ?? 0))).length
}

/** Undefined when one of them is 0. */
function factorBetween(size: number, other: number): number | undefined {
  return size === 0 || other === 0 ? undefined : Math.max(size, other) / Math.min(size, other)
}

function sizeOf(line: BudgetLine): number {
  return amountFields.reduce((sum, field) => sum + Math.abs(line[field] ?? 0), 0)
}
