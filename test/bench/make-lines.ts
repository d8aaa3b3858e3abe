/** Budget lines as a real area has them, from a seed: valid for the example lists, eighteen filled cells a row. */
import { taakvelden } from '#shared/codes/index.ts'
import { type BudgetLine, budgetLineSchema } from '#shared/model/index.ts'

/** Numbers between 0 and 1 that are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A goal is about one domain and a few policy fields, and those about a few taakvelden, as in a real budget. */
const goals = [
  { programmeCode: '4', goalCode: '4.1.1', sourceCode: 'PB-4', domain: 'sociaal' },
  { programmeCode: '5', goalCode: '5.1.1', sourceCode: 'PB-5', domain: 'fysiek' },
  { programmeCode: '6', goalCode: '6.1.1', sourceCode: 'PB-6', domain: 'fysiek' },
] as const
const policyFieldsByGoal: Readonly<
  Record<string, readonly (readonly [name: string, taakvelden: readonly string[]])[]>
> = {
  '4.1.1': [['Sociale basis', ['6.1']]],
  '5.1.1': [['Beheer Openbare Ruimte', ['2.1', '5.7']]],
  '6.1.1': [
    ['Wonen', ['8.3', '8.1']],
    ['Ruimtelijke ordening', ['8.1', '8.2', '0.4']],
  ],
}
const costCategories = ['3.8', '1.1', '3.5.1'] as const
const works = ['Bijdrage', 'Onderhoud', 'Programma', 'Voorbereiding', 'Inzet', 'Beheer'] as const
const places = ['wijkcentrum', 'park', 'stationsplein', 'schoolroute', 'straat', 'speelplek'] as const

/** `count` lines of one area; the same seed gives the same lines. One in twenty has a taakveld that is unusual. */
export function makeLines(areaCode: string, count: number, seed: number): readonly BudgetLine[] {
  const random = seededRandom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const codes = taakvelden(2023)
    .map((taakveld) => taakveld.code)
    .filter((code) => !['0.10', '0.11', '0.8', '0.9', '0.7', '0.5'].includes(code))
  return Array.from({ length: count }, (_, i) => {
    const { sourceCode, ...goal } = pick(goals)
    const [policyField, usualTaakvelden] = pick(policyFieldsByGoal[goal.goalCode] ?? [])
    const isIncome = random() < 0.1
    const first = Math.round(100 + random() * 49_000) * 100 + Math.round(random() * 99)
    const amounts = [0, 1, 2, 3].map((year) => Math.round(first * (1 + year * 0.021)))
    return budgetLineSchema.parse({
      table: 'begroting',
      areaCode,
      lineNumber: `${areaCode}-${String(i + 1).padStart(4, '0')}`,
      ...goal,
      description: `${pick(works)} ${pick(places)} ${areaCode} ${i + 1}`,
      policyField,
      lineType: 'exploitatie',
      side: isIncome ? 'B' : 'L',
      nature: 'S',
      taakveldCode: random() < 0.05 ? pick(codes) : pick(usualTaakvelden),
      categoryCode: isIncome ? '3.6' : pick(costCategories),
      amount0: amounts[0],
      amount1: amounts[1],
      amount2: amounts[2],
      amount3: amounts[3],
      sourceCode: isIncome ? null : sourceCode,
      note: 'zie toelichting bij het programma',
    })
  })
}
