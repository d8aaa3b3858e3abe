/** Rules about where a budget stands: its decisions, its deadline, its people, and that nobody altered it. */
import { type BudgetState, isHandedIn, type PersonRole } from '#shared/model/index.ts'
import { type DecisionTerms, decisionTerms, readsOfTerms, sourceDecisions } from './decision-terms.ts'
import { lookingAtDraws } from './draws.ts'
import { roleNames } from './names.ts'
import type { PlacedHit, Wording, WorkbookRule } from './rule.ts'
import { dutchDate } from './wording.ts'

const held: Readonly<Record<string, Wording>> = {
  aangehouden: { nl: 'aangehouden', en: 'held over' },
  teruggenomen: { nl: 'teruggenomen', en: 'withdrawn' },
}
const notTaken: Wording = { nl: 'nog niet genomen', en: 'not taken yet' }
const decidedStates: ReadonlySet<BudgetState> = new Set(['goedgekeurd', 'vastgesteld', 'aangehouden'])

/**
 * Of every decision that a line names, and of those that free a source on which the budget draws. A proposal has no date
 * before it is decided on, so a date or outcome may lack until finance has approved.
 */
export const notReleased: WorkbookRule = {
  id: 'GB-610',
  severity: 'error',
  scope: 'workbook',
  where: 'server',
  needs: 'server',
  on: 'workbook',
  reads: {
    begroting: [...readsOfTerms.begroting, ...lookingAtDraws.reads.begroting],
    dekking: lookingAtDraws.reads.dekking,
    besluiten: readsOfTerms.besluiten,
  },
  sums: lookingAtDraws.sums,
  check(facts) {
    const { server } = facts
    if (server === null) return []
    const byNumber = new Map([...sourceDecisions(facts), ...decisionTerms(facts)].map((terms) => [terms.number, terms]))
    return [...byNumber.values()].flatMap((terms): readonly PlacedHit[] => {
      const why = whyNotReleased(terms, decidedStates.has(server.state))
      if (why === undefined) return []
      const place: PlacedHit = terms.row === undefined ? {} : { row: terms.row, field: 'outcome' }
      return [{ ...place, values: [terms.number, why] }]
    })
  },
  message: {
    nl: 'Besluit {nr} is {uitkomst}; budget is niet vrijgegeven.',
    en: 'Decision {nr} is {outcome}; budget not released.',
  },
}

/** Undefined: the decision stands in the way of nothing. */
export function whyNotReleased(
  { outcome, date }: Pick<DecisionTerms, 'outcome' | 'date'>,
  mustBeTaken: boolean,
): Wording | undefined {
  return held[outcome ?? ''] ?? (mustBeTaken && (date === null || outcome === null) ? notTaken : undefined)
}

/** Until the budget is submitted; the day itself is still in time. */
const deadlinePassed: WorkbookRule = {
  id: 'GB-613',
  severity: 'warning',
  scope: 'workbook',
  where: 'server',
  needs: 'server',
  on: 'workbook',
  reads: {},
  check({ server, budget, lists }) {
    if (server === null || isHandedIn(server.state)) return []
    return lists.reference.deadlines
      .filter(({ year, version }) => year === budget.year && (version === null || version === budget.version))
      .filter(({ date }) => server.today > date)
      .map(({ name, date }) => ({ values: [name, { nl: dutchDate(date), en: date }] }))
  },
  message: {
    nl: 'Deadline {moment} ({datum}) is verstreken.',
    en: 'Deadline {moment} ({date}) has passed.',
  },
}

/** From the submission on the rows are locked, so another checksum means that the store was altered around the Worker. */
export const adoptedChanged: WorkbookRule = {
  id: 'GB-617',
  severity: 'error',
  scope: 'workbook',
  where: 'server',
  needs: 'server',
  on: 'workbook',
  reads: {},
  check({ server }) {
    if (server === null || server.state !== 'vastgesteld') return []
    const { checksum } = server
    if (checksum === null || checksum.submitted === checksum.current) return []
    return [{ expected: checksum.submitted, found: checksum.current }]
  },
  message: {
    nl: 'Vastgestelde versie mag niet wijzigen (controlegetal wijkt af).',
    en: 'An adopted version may not change (checksum differs).',
  },
}

const neededRoles: readonly PersonRole[] = ['gebiedscontroller', 'opdrachtgever', 'wethouder']

const unstaffed: WorkbookRule = {
  id: 'GB-904',
  severity: 'warning',
  scope: 'table',
  where: 'server',
  needs: 'server',
  on: 'workbook',
  reads: {},
  check({ server, budget }) {
    if (server === null) return []
    return neededRoles
      .filter((role) => !server.staffing.has(role))
      .map((role) => ({ values: [budget.areaCode, roleNames[role]] }))
  },
  message: {
    nl: 'Gebied {gebied} heeft geen {rol}.',
    en: 'Area {area} has no {role}.',
  },
}

export const standingRules: readonly WorkbookRule[] = [notReleased, deadlinePassed, adoptedChanged, unstaffed]
