/** Rules about a line's place in the municipality's own lists: goal, domain, policy field, cost centre, area, role. */
import type { BudgetLine } from '#shared/model/index.ts'
import { lineOf } from './facts.ts'
import { itemIn } from './lists.ts'
import type { RowRule, Rule } from './rule.ts'

const roleOnTaakveld: RowRule<'inzet'> = {
  id: 'GB-209',
  severity: 'warning',
  scope: 'row',
  where: 'addin',
  on: 'row',
  tables: ['inzet'],
  reads: ['role', 'budgetLineNumber'],
  check({ row }, facts) {
    const line = lineOf(facts, row.budgetLineNumber)
    if (row.role === null || line === undefined || line.taakveldCode === null || line.note !== null) return undefined
    const role = itemIn(facts.lists.roles, row.role.toLowerCase(), facts.budget.year)
    if (role === undefined || role.isOverhead === (line.taakveldCode === '0.4')) return undefined
    return { field: 'role', values: [row.role] }
  },
  message: {
    nl: 'Functie {functie}: overhead (0.4) en primair taakveld lijken verwisseld.',
    en: 'Role {role}: overhead (0.4) and primary taakveld seem swapped.',
  },
}

const goalOfProgramme: RowRule<'begroting'> = {
  id: 'GB-210',
  severity: 'error',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting'],
  reads: ['goalCode', 'programmeCode'],
  check({ row: { goalCode, programmeCode } }, { lists, budget }) {
    if (goalCode === null || programmeCode === null) return undefined
    const goal = itemIn(lists.goals, goalCode, budget.year)
    if (goal === undefined || goal.programmeCode === programmeCode) return undefined
    return { field: 'goalCode', values: [goalCode, programmeCode], expected: goal.programmeCode, found: programmeCode }
  },
  message: {
    nl: 'Doel {doel} hoort niet bij programma {programma}.',
    en: 'Goal {goal} does not belong to programme {programme}.',
  },
}

const goalUnknown: RowRule<'begroting'> = {
  id: 'GB-211',
  severity: 'error',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting'],
  reads: ['goalCode'],
  check({ row: { goalCode } }, { lists, budget }) {
    if (goalCode === null || lists.goals.size === 0) return undefined
    if (itemIn(lists.goals, goalCode, budget.year) !== undefined) return undefined
    return { field: 'goalCode', values: [goalCode, budget.year] }
  },
  message: {
    nl: 'Doel {doel} bestaat niet in begroting {jaar}.',
    en: 'Goal {goal} does not exist in budget {year}.',
  },
}

const domains: ReadonlySet<string> = new Set(['sociaal', 'fysiek', 'bedrijfsvoering', 'publiek'])

const domainUnknown: RowRule<'begroting'> = {
  id: 'GB-212',
  severity: 'error',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting'],
  reads: ['domain'],
  check({ row: { domain } }) {
    if (domain === null || domains.has(domain)) return undefined
    const hit = { field: 'domain', values: [domain] }
    return domains.has(domain.toLowerCase()) ? { ...hit, fix: domain.toLowerCase() } : hit
  },
  message: {
    nl: 'Domein "{x}" is geen domein (sociaal, fysiek, bedrijfsvoering, publiek).',
    en: 'Domain "{x}" is not a domain.',
  },
}

const policyFieldOfArea: RowRule<'begroting'> = {
  id: 'GB-213',
  severity: 'warning',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting'],
  reads: ['policyField'],
  check({ row: { policyField } }, { lists, budget }) {
    if (policyField === null) return undefined
    const fields = itemIn(lists.areas, budget.areaCode, budget.year)?.policyFields ?? []
    return fields.length === 0 || fields.includes(policyField)
      ? undefined
      : { field: 'policyField', values: [policyField] }
  },
  message: {
    nl: 'Beleidsveld "{x}" staat niet op de lijst van dit gebied.',
    en: 'Policy field "{x}" is not on this area\'s list.',
  },
}

const unusualTaakveld: RowRule<'begroting'> = {
  id: 'GB-214',
  severity: 'info',
  scope: 'row',
  where: 'addin',
  on: 'row',
  tables: ['begroting'],
  reads: ['policyField', 'taakveldCode'],
  check({ row: { policyField, taakveldCode } }, { lists, budget }) {
    if (policyField === null || taakveldCode === null) return undefined
    const usual = itemIn(lists.policyFields, policyField, budget.year)?.usualTaakvelden ?? []
    if (usual.length === 0 || usual.includes(taakveldCode)) return undefined
    return { field: 'taakveldCode', values: [policyField, taakveldCode] }
  },
  message: {
    nl: 'Beleidsveld {veld} met taakveld {tv} is ongebruikelijk.',
    en: 'Policy field {field} with taakveld {tv} is unusual.',
  },
}

const costCentreUnknown: RowRule<'begroting'> = {
  id: 'GB-215',
  severity: 'error',
  scope: 'row',
  where: 'server',
  on: 'row',
  tables: ['begroting'],
  reads: ['costCentreCode'],
  check({ row: { costCentreCode } }, { lists, budget }) {
    if (costCentreCode === null || lists.costCentres.size === 0) return undefined
    const costCentre = itemIn(lists.costCentres, costCentreCode, budget.year)
    if (costCentre !== undefined && !costCentre.isBlocked) return undefined
    return { field: 'costCentreCode', values: [costCentreCode, budget.year] }
  },
  message: {
    nl: 'Kostenplaats {kp} bestaat niet of is geblokkeerd in {jaar}.',
    en: 'Cost centre {cc} does not exist or is blocked in {year}.',
  },
}

const categoryOfCostType: RowRule<'begroting'> = {
  id: 'GB-216',
  severity: 'warning',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting'],
  reads: ['costTypeCode', 'categoryCode'],
  check({ row }, { lists, budget }) {
    if (row.costTypeCode === null || row.categoryCode === null) return undefined
    const category = itemIn(lists.costTypes, row.costTypeCode, budget.year)?.categoryCode
    if (category === undefined || category === row.categoryCode) return undefined
    const values = categoriesShown(row, category)
    return { field: 'categoryCode', values, expected: category, found: row.categoryCode, fix: category }
  },
  message: {
    nl: 'Kostensoort {ks} hoort bij categorie {cat}, niet bij {x}.',
    en: 'Cost type {ct} maps to category {cat}, not {x}.',
  },
}

/** Whether the area is the user's own is the server's affair; here a workbook holds the lines of one area. */
const areaUnknown: RowRule<'begroting'> = {
  id: 'GB-217',
  severity: 'error',
  scope: 'row',
  where: 'both',
  on: 'row',
  tables: ['begroting'],
  reads: ['areaCode'],
  check({ row: { areaCode } }, { lists, budget }) {
    if (areaCode === null) return undefined
    const isKnown = lists.areas.size === 0 || itemIn(lists.areas, areaCode, budget.year) !== undefined
    if (isKnown && areaCode === budget.areaCode) return undefined
    return { field: 'areaCode', values: [areaCode], expected: budget.areaCode, found: areaCode }
  },
  message: {
    nl: 'Gebied {gebied} is onbekend of niet van u.',
    en: 'Area {area} is unknown or not yours.',
  },
}

export const classificationRules: readonly Rule[] = [
  roleOnTaakveld,
  goalOfProgramme,
  goalUnknown,
  domainUnknown,
  policyFieldOfArea,
  unusualTaakveld,
  costCentreUnknown,
  categoryOfCostType,
  areaUnknown,
]

function categoriesShown({ costTypeCode, side, categoryCode }: BudgetLine, category: string): readonly string[] {
  const prefix = side === 'L' || side === 'B' ? side : ''
  return [costTypeCode ?? '', `${prefix}${category}`, `${prefix}${categoryCode ?? ''}`]
}
