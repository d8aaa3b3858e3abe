/** Rules about the instruments of an area: visie, agenda and jaarplan, their terms, and the lines that carry them out. */
import { amountFields, instrumentYears, type PlacedRow, type Reference } from '#shared/model/index.ts'
import { needsCoverage } from './coverage.ts'
import { type Facts, sourceOf } from './facts.ts'
import { itemIn } from './lists.ts'
import { hasAmount } from './row-fields.ts'
import type { PlacedHit, RowRule, Rule, WorkbookRule } from './rule.ts'
import { dutchDate, period } from './wording.ts'
import { yearsSpanned } from './years-spanned.ts'

const termOfInstrument: WorkbookRule = {
  id: 'GB-901',
  severity: 'error',
  scope: 'table',
  where: 'both',
  on: 'workbook',
  reads: {},
  check: (facts) =>
    instrumentsOf(facts).flatMap(({ name, type, from, to }): readonly PlacedHit[] => {
      const [years, spanned] = [instrumentYears[type], yearsSpanned(from, to, instrumentYears[type])]
      if (spanned === undefined) return []
      return [{ table: 'jaarplan', values: [name, years, spanned], expected: years, found: spanned }]
    }),
  message: {
    nl: '{instrument} moet {n} jaar beslaan, nu {m}.',
    en: '{instrument} must span {n} years, now {m}.',
  },
}

/** An instrument within the one above it, and an action within the instrument that it names. */
const withinParent: WorkbookRule = {
  id: 'GB-902',
  severity: 'error',
  scope: 'table',
  where: 'both',
  on: 'workbook',
  reads: { jaarplan: ['lineNumber', 'instrument', 'title', 'from', 'to'] },
  check(facts) {
    const instruments = instrumentsOf(facts)
    const hits: PlacedHit[] = []
    for (const child of instruments) {
      const parent = instruments.find(({ code }) => code === child.parentCode)
      if (parent === undefined || (covers(parent, child.from) && covers(parent, child.to))) continue
      hits.push({ table: 'jaarplan', values: [child.name, parent.name], ...comparedPeriods(parent, child) })
    }
    for (const row of facts.workbook.rows.jaarplan) {
      const hit = actionOutside(row, instruments)
      if (hit !== undefined) hits.push(hit)
    }
    return hits
  },
  message: {
    nl: '{kind} valt buiten de looptijd van {ouder}.',
    en: '{child} falls outside the term of {parent}.',
  },
}

/**
 * Where the area has a jaarplan at all: city-wide work and finance have none. Reserve movements, internal charges and
 * savings targets are no activities.
 */
const withoutAction: RowRule<'begroting'> = {
  id: 'GB-903',
  severity: 'warning',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting'],
  reads: ['planActionNumber', 'sourceCode', 'lineType', ...amountFields],
  check({ row }, facts) {
    if (row.planActionNumber !== null || !hasAmount(row) || !needsCoverage(row)) return undefined
    if (sourceOf(facts, row.sourceCode)?.type === 'lopende formatie' || !hasPlan(facts)) return undefined
    return { field: 'planActionNumber' }
  },
  message: {
    nl: 'Regel is niet gekoppeld aan een actie uit het gebiedsjaarplan.',
    en: 'Line is not linked to an action of the area year plan.',
  },
}

const domainsToJoin = ['sociaal', 'fysiek'] as const

/** Not of an amendment, which touches a few lines, and not of a budget whose lines name no domain at all. */
const domainMissing: WorkbookRule = {
  id: 'GB-905',
  severity: 'info',
  scope: 'workbook',
  where: 'both',
  on: 'workbook',
  reads: { begroting: ['domain'] },
  check({ workbook, isAmendment }) {
    if (isAmendment) return []
    const found = new Set<string>()
    for (const { row, unreadable } of workbook.rows.begroting) {
      if (unreadable.has('domain')) return []
      if (row.domain !== null) found.add(row.domain)
    }
    if (found.size === 0) return []
    return domainsToJoin
      .filter((domain) => !found.has(domain))
      .map((domain) => ({ table: 'begroting', field: 'domain', values: [domain] }))
  },
  message: {
    nl: 'Gebiedsbegroting heeft geen regels in domein {domein}.',
    en: 'Area budget has no lines in domain {domain}.',
  },
}

const implementation = 'implementatie'

/**
 * Of a line in that phase which lies after its end as a whole: it begins later, or without an end of its own has an amount
 * in a later year. One that begins in time and ends too late does not match its phase, which is GB-309.
 */
const afterImplementation: RowRule<'begroting'> = {
  id: 'GB-906',
  severity: 'warning',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting'],
  reads: ['phase', 'from', 'to', ...amountFields],
  check({ row }, { lists, budget, years }) {
    const phase = row.phase === implementation ? itemIn(lists.phases, implementation, budget.year) : undefined
    if (phase === undefined) return undefined
    const values = [{ nl: dutchDate(phase.to), en: phase.to }]
    if (row.from !== null && row.from > phase.to) return { field: 'from', values }
    if (row.to !== null) return undefined
    const last = Number(phase.to.slice(0, 4))
    const field = amountFields.find((amountField, offset) => (years[offset] ?? 0) > last && row[amountField])
    return field && { field, values }
  },
  message: {
    nl: 'Implementatie loopt tot {datum}; regel ligt daarna.',
    en: 'Implementation runs until {date}; the line is later.',
  },
}

export const instrumentRules: readonly Rule[] = [
  termOfInstrument,
  withinParent,
  withoutAction,
  domainMissing,
  afterImplementation,
]

type Instrument = Reference['instruments'][number]

interface Term {
  readonly from: string | null
  readonly to: string | null
}

/** Of this area, but for those that lapsed or ended before the budget year. */
function instrumentsOf({ lists, budget: { areaCode, year } }: Facts): readonly Instrument[] {
  return lists.reference.instruments.filter(
    (instrument) =>
      instrument.areaCode === areaCode && instrument.status !== 'vervallen' && instrument.to >= `${year}-01-01`,
  )
}

function hasPlan({ lists, budget }: Facts): boolean {
  for (const { areaCode, type } of lists.reference.instruments) {
    if (areaCode === budget.areaCode && type === 'gebiedsjaarplan') return true
  }
  return false
}

function covers({ from, to }: Instrument, date: string | null): boolean {
  return date === null || (from <= date && date <= to)
}

/** The instrument goes by its code or its name. */
function actionOutside(placed: PlacedRow<'jaarplan'>, instruments: readonly Instrument[]): PlacedHit | undefined {
  const { row, unreadable } = placed
  if (row.instrument === null || unreadable.has('from') || unreadable.has('to')) return undefined
  const named = row.instrument.toLowerCase()
  const parent = instruments.find(({ code, name }) => [code, name].some((text) => text.toLowerCase() === named))
  if (parent === undefined || (covers(parent, row.from) && covers(parent, row.to))) return undefined
  const field = covers(parent, row.from) ? 'to' : 'from'
  return { row: placed, field, values: [row.title ?? row.lineNumber, parent.name], ...comparedPeriods(parent, row) }
}

function comparedPeriods(parent: Term, child: Term) {
  return { expected: period(parent.from, parent.to), found: period(child.from, child.to) }
}
