/** Rules about how the tables are filled in: unit, missing fields, numbers of rows. */
import { amountFields, type BudgetLine, tableIds } from '#shared/model/index.ts'
import type { Facts } from './facts.ts'
import { hasAmount } from './row-fields.ts'
import type { PlacedHit, RowRule, Rule, Wording, WorkbookRule } from './rule.ts'

/** The cell of a typical line in a workbook of thousands: 10,000, which is ten million euros. */
const typicalCentsMax = 10_000 * 1_000 * 100
const factorMin = 900
const factorMax = 1_100

const wrongUnit: WorkbookRule = {
  id: 'GB-104',
  severity: 'error',
  scope: 'workbook',
  where: 'both',
  on: 'workbook',
  reads: { begroting: amountFields },
  check(facts) {
    const isTooLarge = facts.workbook.unit === 'duizend' && medianCents(facts) >= typicalCentsMax
    if (!isTooLarge && !differsByThousand(facts)) return []
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
  reads: {},
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

/** The middle one of all amounts that are not 0, in cents without sign; 0 when there are none. */
function medianCents({ workbook }: Facts): number {
  const sizes: number[] = []
  for (const { row } of workbook.rows.begroting) {
    for (const field of amountFields) if (row[field]) sizes.push(Math.abs(row[field]))
  }
  sizes.sort((a, b) => a - b)
  return sizes[Math.floor(sizes.length / 2)] ?? 0
}

/** Whether at least half of the lines that also stood in the previous version are about 1,000 times as large or small. */
function differsByThousand({ workbook, previous, isAmendment }: Facts): boolean {
  if (previous === null || isAmendment) return false
  let compared = 0
  let differing = 0
  for (const { row } of workbook.rows.begroting) {
    const before = previous.get(row.lineNumber)
    const size = before && sizeOf(row)
    const sizeBefore = before && sizeOf(before)
    if (!size || !sizeBefore) continue
    compared++
    const factor = Math.max(size, sizeBefore) / Math.min(size, sizeBefore)
    if (factor >= factorMin && factor <= factorMax) differing++
  }
  return compared > 0 && differing * 2 >= compared
}

function sizeOf(line: BudgetLine): number {
  return amountFields.reduce((sum, field) => sum + Math.abs(line[field] ?? 0), 0)
}
