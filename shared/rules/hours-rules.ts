/** Rules about hours and periods: tblInzet, the hours and roles of a decision, years and phases. */
import { type Decision, horizonYears, type PlacedRow } from '#shared/model/index.ts'
import { type Facts, lineOf } from './facts.ts'
import { itemIn } from './lists.ts'
import { isPlainRate, isRateWithOverhead, ratesOf } from './rates.ts'
import type { PlacedHit, RowRule, Rule, WorkbookRule } from './rule.ts'
import { amount, hours, percent, period } from './wording.ts'
import { listedWords } from './row-fields.ts'

/** Up to here an amount may differ from hours x rate, in cents. */
const differenceCentsMax = 100n

/**
 * A formula never differs, so a difference means that the amount was typed, and a typed amount may be rounded to the euro.
 * The server does not know what was typed; the same tolerance everywhere keeps its judgement that of the add-in.
 */
const hoursTimesRate: RowRule<'inzet'> = {
  id: 'GB-303',
  severity: 'error',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['inzet'],
  reads: ['hours', 'rateCents', 'amountCents'],
  check({ row }) {
    if (row.hours === null || row.rateCents === null || row.amountCents === null) return undefined
    // Hundredths of an hour times cents are hundredths of a cent, and may pass 2^53.
    const exact = BigInt(row.hours) * BigInt(row.rateCents)
    const difference = exact - BigInt(row.amountCents) * 100n
    if (difference <= differenceCentsMax * 100n && -difference <= differenceCentsMax * 100n) return undefined
    const expected = Number((exact + (exact < 0n ? -50n : 50n)) / 100n)
    const comparison = { expected: amount(expected), found: amount(row.amountCents) }
    return { field: 'amountCents', values: [comparison.expected, comparison.found], ...comparison, fix: expected / 100 }
  },
  message: {
    nl: 'Uren x tarief = {verwacht}, maar bedrag is {bedrag}.',
    en: 'Hours x rate = {expected}, but amount is {amount}.',
  },
}

/** With the surcharge for overhead is a rate of the table too; where that may not be charged is GB-513. */
const rateOfTable: RowRule<'inzet'> = {
  id: 'GB-304',
  severity: 'error',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['inzet'],
  reads: ['role', 'year', 'rateCents'],
  check({ row: { role, year, rateCents } }, facts) {
    if (role === null || year === null || rateCents === null) return undefined
    const rates = ratesOf(role, year, facts)
    const [norm] = rates
    const isKnown = rates.some((rate) => isPlainRate(rateCents, rate) || isRateWithOverhead(rateCents, rate))
    if (norm === undefined || isKnown) return undefined
    const [expected, found] = [amount(norm.centsPerHour), amount(rateCents)]
    return { field: 'rateCents', values: [found, year, expected], expected, found, fix: norm.centsPerHour / 100 }
  },
  message: {
    nl: 'Tarief {tarief} wijkt af van de tarieventabel {jaar} ({norm}).',
    en: 'Rate {rate} differs from the {year} rate table ({norm}).',
  },
}

/** Hours of one person in one year, at the first of the rows; without a person a row may stand for several people. */
const hoursOfPerson: WorkbookRule = {
  id: 'GB-305',
  severity: 'warning',
  scope: 'row',
  where: 'both',
  on: 'workbook',
  reads: { inzet: ['lineNumber', 'person', 'year', 'hours'] },
  check({ workbook, lists }) {
    const sums = new Map<string, { row: PlacedRow<'inzet'>; hundredths: number }>()
    for (const row of workbook.rows.inzet) {
      const { person, year, hours: hundredths } = row.row
      if (person === null || year === null || hundredths === null) continue
      const key = `${person}\n${year}`
      const sum = sums.get(key)
      if (sum === undefined) sums.set(key, { row, hundredths })
      else sum.hundredths += hundredths
    }
    const norm = lists.reference.parameters.hoursNormPerFte
    return [...sums.values()].flatMap(({ row, hundredths }): readonly PlacedHit[] => {
      if (hundredths <= norm) return []
      const [expected, found] = [hours(norm), hours(hundredths)]
      return [{ row, field: 'hours', values: [found, expected], expected, found }]
    })
  },
  message: {
    nl: '{uren} uur is meer dan de jaarnorm ({norm}) voor een fte.',
    en: '{hours} hours exceed the yearly norm ({norm}) of one fte.',
  },
}

/**
 * The area's own proposal against the hours on lines that name it. The decision as finance keeps it counts the hours of all
 * areas, so one workbook says nothing about it.
 */
const hoursOfDecision: WorkbookRule = {
  id: 'GB-306',
  severity: 'warning',
  scope: 'workbook',
  where: 'both',
  on: 'workbook',
  reads: {
    begroting: ['lineNumber', 'decisionNumber'],
    inzet: ['hours', 'budgetLineNumber'],
    besluiten: ['lineNumber', 'decisionNumber', 'hours'],
  },
  check(facts) {
    const share = facts.lists.reference.parameters.hoursDeviationPercent
    const sums = hoursByDecision(facts)
    return facts.workbook.rows.besluiten.flatMap((row): readonly PlacedHit[] => {
      const { decisionNumber, hours: decided } = row.row
      if (sums === undefined || decisionNumber === null || decided === null || decided === 0) return []
      const sum = sums.get(decisionNumber) ?? 0
      if (Math.abs(sum - decided) * 100 <= share * decided) return []
      const [expected, found] = [hours(decided), hours(sum)]
      return [{ row, field: 'hours', values: [found, percent(share), expected], expected, found }]
    })
  },
  message: {
    nl: 'Totaal uren {uren} wijkt meer dan {pct}% af van het besluit ({besluit}).',
    en: 'Total hours {hours} differ more than {pct}% from the decision ({decision}).',
  },
}

const roleOfDecision: RowRule<'inzet'> = {
  id: 'GB-307',
  severity: 'warning',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['inzet'],
  reads: ['role', 'budgetLineNumber'],
  check({ row }, facts) {
    const decisionNumber = lineOf(facts, row.budgetLineNumber)?.decisionNumber ?? null
    if (row.role === null || decisionNumber === null) return undefined
    const roles = rolesOf(decisionNumber, facts)
    if (roles.length === 0) return undefined
    const name = roleName(row.role, facts)
    return roles.some((role) => roleName(role, facts) === name) ? undefined : { field: 'role', values: [row.role] }
  },
  message: {
    nl: 'Functie {functie} komt niet voor in het kernteam van dit besluit.',
    en: "Role {role} is not in this decision's core team.",
  },
}

const yearOutsideHorizon: RowRule<'inzet' | 'dekking'> = {
  id: 'GB-308',
  severity: 'error',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['inzet', 'dekking'],
  reads: ['year'],
  check({ row: { year } }, { budget }) {
    const last = budget.year + horizonYears - 1
    if (year === null || (year >= budget.year && year <= last)) return undefined
    return { field: 'year', values: [year, budget.year, last] }
  },
  message: {
    nl: 'Jaar {jaar} valt buiten de begrotingshorizon {van}–{tot}.',
    en: 'Year {year} is outside the budget horizon {from}–{to}.',
  },
}

/**
 * Judged by Van and Tot of the line; a line that gives neither says nothing about its period. A line of the implementation
 * that begins after its end is GB-906.
 */
const phaseAndPeriod: RowRule<'begroting'> = {
  id: 'GB-309',
  severity: 'warning',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting'],
  reads: ['phase', 'from', 'to'],
  check({ row }, { lists, budget }) {
    const phase = row.phase === null ? undefined : itemIn(lists.phases, row.phase, budget.year)
    if (phase === undefined || (phase.code === 'implementatie' && (row.from ?? '') > phase.to)) return undefined
    const fits = (date: string | null) => date === null || (phase.from <= date && date <= phase.to)
    if (fits(row.from) && fits(row.to)) return undefined
    return { field: fits(row.from) ? 'to' : 'from', values: [phase.code, period(row.from, row.to)] }
  },
  message: {
    nl: 'Fase {fase} past niet bij periode {periode}.',
    en: 'Phase {phase} does not match period {period}.',
  },
}

export const hoursRules: readonly Rule[] = [
  hoursTimesRate,
  rateOfTable,
  hoursOfPerson,
  hoursOfDecision,
  roleOfDecision,
  yearOutsideHorizon,
  phaseAndPeriod,
]

/** Hundredths of an hour on lines that name a decision; undefined when a cell that counts could not be read. */
function hoursByDecision({ workbook, lineByNumber }: Facts): ReadonlyMap<string, number> | undefined {
  const sums = new Map<string, number>()
  for (const { row, unreadable } of workbook.rows.inzet) {
    if (unreadable.has('hours') || unreadable.has('budgetLineNumber')) return undefined
    const line = row.budgetLineNumber === null ? undefined : lineByNumber.get(row.budgetLineNumber)
    if (line?.unreadable.has('decisionNumber')) return undefined
    const number = line?.row.decisionNumber ?? null
    if (number !== null) sums.set(number, (sums.get(number) ?? 0) + (row.hours ?? 0))
  }
  return sums
}

/** Roles that the area's own proposal names; when it names none, those of the decision as finance keeps it. */
function rolesOf(decisionNumber: string, { decisionsByNumber, lists, budget }: Facts): readonly string[] {
  const proposed = (decisionsByNumber.get(decisionNumber) ?? []).flatMap((decision: Decision) =>
    listedWords(decision.roles),
  )
  return proposed.length > 0 ? proposed : (itemIn(lists.decisions, decisionNumber, budget.year)?.roles ?? [])
}

function roleName(role: string, { lists, budget }: Facts): string {
  return (itemIn(lists.roles, role.toLowerCase(), budget.year)?.code ?? role).toLowerCase()
}
