/** Rules about reserves and voorzieningen: a reserve moves through taakveld 0.10, a voorziening on the taakveld itself. */
import type { BudgetLine, Reserve } from '#shared/model/index.ts'
import { useOf } from './coverage.ts'
import { type Facts, sourceOf } from './facts.ts'
import { itemIn } from './lists.ts'
import type { RowRule, Rule } from './rule.ts'

const reserveTaakveld = '0.10'
const provisionCategory = '7.2'

/**
 * The reserve is that of the line, or else of its source. A line that names none is a movement of an unknown reserve, and
 * incidental in principle; one that names a reserve outside the list cannot be judged.
 */
const structuralMovement: RowRule<'begroting'> = {
  id: 'GB-504',
  severity: 'warning',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting'],
  reads: ['taakveldCode', 'nature', 'reserveCode', 'sourceCode'],
  check({ row }, facts) {
    if (row.taakveldCode !== reserveTaakveld || row.nature !== 'S') return undefined
    const code = row.reserveCode ?? sourceOf(facts, row.sourceCode)?.reserveCode ?? null
    const reserve = code === null ? undefined : itemIn(facts.lists.reserves, code, facts.budget.year)
    if (code !== null && (reserve === undefined || reserve.type === 'kapitaallasten')) return undefined
    return { field: 'nature' }
  },
  message: {
    nl: 'Reservemutatie is in beginsel incidenteel (uitzondering: dekking kapitaallasten).',
    en: 'A reserve movement is incidental in principle (exception: capital-cost reserve).',
  },
}

/**
 * A line refers to a reserve by its column Reserve. A bate does so too when its Dekking is a reserve: it would be the
 * withdrawal itself. A last with such a Dekking is covered by the reserve, which is right where it stands.
 */
const reserveOffTaakveld: RowRule<'begroting'> = {
  id: 'GB-506',
  severity: 'error',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting'],
  reads: ['taakveldCode', 'reserveCode', 'side', 'sourceCode'],
  check({ row }, facts) {
    if (row.taakveldCode === null || row.taakveldCode === reserveTaakveld) return undefined
    if (reserveOf(row, facts)?.kind !== 'reserve' && !isBateOfReserve(row, facts)) return undefined
    return { field: 'taakveldCode', expected: reserveTaakveld, found: row.taakveldCode }
  },
  message: {
    nl: 'Onttrekking/toevoeging aan reserve loopt via 0.10, niet als bate/last op het programma-taakveld.',
    en: 'Reserve movements go through 0.10, not as income/cost on the task field.',
  },
}

/** What is spent from a voorziening is GB-508, so a line whose Dekking is one is judged there. */
const additionToProvision: RowRule<'begroting'> = {
  id: 'GB-507',
  severity: 'error',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting'],
  reads: ['taakveldCode', 'categoryCode', 'reserveCode', 'sourceCode'],
  check({ row }, facts) {
    if (reserveOf(row, facts)?.kind !== 'voorziening') return undefined
    if (row.taakveldCode === reserveTaakveld) return { field: 'taakveldCode' }
    if (row.categoryCode === null || row.categoryCode === provisionCategory) return undefined
    if (sourceOf(facts, row.sourceCode)?.type === 'voorziening') return undefined
    return { field: 'categoryCode', expected: provisionCategory, found: row.categoryCode }
  },
  message: {
    nl: 'Dotatie aan voorziening hoort op het taakveld zelf (categorie 7.2), niet op 0.10.',
    en: 'An addition to a provision belongs on the task field itself (category 7.2), not on 0.10.',
  },
}

const spendingOfProvision: RowRule<'begroting' | 'dekking'> = {
  id: 'GB-508',
  severity: 'error',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting', 'dekking'],
  reads: ['sourceCode', 'side', 'categoryCode'],
  check({ row }, facts) {
    const { source, line } = useOf(row, facts) ?? {}
    if (source?.type !== 'voorziening' || line?.side !== 'L') return undefined
    if (line.categoryCode === null || line.categoryCode === provisionCategory) return undefined
    return { field: 'sourceCode' }
  },
  message: {
    nl: 'Uitgave ten laste van voorziening loopt niet via de exploitatie.',
    en: 'Spending charged to a provision does not pass through operations.',
  },
}

export const reserveRules: readonly Rule[] = [
  structuralMovement,
  reserveOffTaakveld,
  additionToProvision,
  spendingOfProvision,
]

/** What the line says that it moves; undefined when it names nothing, or something that is not in the list. */
function reserveOf({ reserveCode }: BudgetLine, { lists, budget }: Facts): Reserve | undefined {
  return reserveCode === null ? undefined : itemIn(lists.reserves, reserveCode, budget.year)
}

function isBateOfReserve({ side, sourceCode }: BudgetLine, facts: Facts): boolean {
  return side === 'B' && sourceOf(facts, sourceCode)?.type === 'reserve'
}
