/**
 * What the rows of one budget are in the subjects that rules over areas judge. Parts are sums over rows, so the store keeps
 * them by adding the difference that a push makes, and judging a subject never reads rows.
 */
import {
  amountFields,
  type BudgetKey,
  type BudgetLine,
  citywideAreaCode,
  concernAreaCode,
  type HoursLine,
  needOf,
  type ReserveMovement,
  yearsOf,
} from '#shared/model/index.ts'
import { listedWords } from './row-fields.ts'
import {
  type AreaPart,
  type KeyPart,
  nameText,
  normalised,
  type Part,
  type SubjectKind,
  subjectKey,
} from './subject.ts'

/** Without those that come to no row. Of lines with the same number the first is the one that hours are spent on. */
export function partsOf(
  budget: BudgetKey,
  lines: readonly BudgetLine[],
  hoursLines: readonly HoursLine[],
): readonly Part[] {
  const parts: Parts = new Map()
  for (const line of lines) addLine(parts, budget, line)
  const taakveldByNumber = new Map<string, string | null>()
  for (const { lineNumber, taakveldCode } of lines) {
    if (!taakveldByNumber.has(lineNumber)) taakveldByNumber.set(lineNumber, taakveldCode)
  }
  for (const row of hoursLines) addHours(parts, row, taakveldByNumber.get(row.budgetLineNumber ?? '') ?? null)
  return [...parts.values()]
}

/** What a part of a reserve is, as `partsOf` made it. */
export function reserveMovement({ areaCode, part: [year, side], value }: AreaPart): ReserveMovement {
  return { areaCode, year: Number(year), side: String(side), cents: value }
}

/** What must be added to the kept parts when `before` becomes `after`; parts that stay the same are left out. */
export function partsDelta(before: readonly Part[], after: readonly Part[]): readonly Part[] {
  const delta: Parts = new Map()
  for (const part of after) put(delta, part, 1)
  for (const part of before) put(delta, part, -1)
  return [...delta.values()].filter(({ count, value }) => count !== 0 || value !== 0)
}

type Parts = Map<string, Part>

function put(parts: Parts, part: Part, sign: 1 | -1): void {
  const text = `${nameText(part)} ${part.part}`
  const found = parts.get(text)
  const count = (found?.count ?? 0) + sign * part.count
  parts.set(text, { ...part, count, value: (found?.value ?? 0) + sign * part.value })
}

function add(parts: Parts, kind: SubjectKind, key: readonly KeyPart[], part: readonly KeyPart[], value: number): void {
  put(parts, { kind, key: subjectKey(...key), part: JSON.stringify(part), count: 1, value }, 1)
}

function addLine(parts: Parts, budget: BudgetKey, line: BudgetLine): void {
  addAmounts(parts, budget, line)
  addClaims(parts, line)
  const { description, allocationKeyCode, taakveldCode, experiment } = line
  const activity = normalised(description ?? '')
  const cents = horizonCents(line)
  if (allocationKeyCode !== null && activity !== '') {
    add(parts, 'share', [allocationKeyCode, activity], [description ?? ''], cents)
  }
  if (line.side === 'L' && taakveldCode !== null && activity !== '') {
    add(parts, 'activity', ['activiteit', activity], [taakveldCode, description ?? ''], 0)
  }
  if (isCitywide(budget.areaCode, line)) add(parts, 'citywide', [budget.areaCode], [], cents)
  const name = normalised(experiment ?? '')
  if (name !== '') add(parts, 'experiment', [name], [experiment ?? ''], cents)
}

/** What counts by calendar year. */
function addAmounts(parts: Parts, { areaCode, year: budgetYear }: BudgetKey, line: BudgetLine): void {
  const { side, programmeCode, counterpartAreaCode, taakveldCode, reserveCode, sourceCode } = line
  if (side !== 'L' && side !== 'B') return
  const isConcern = areaCode === concernAreaCode
  const isInternal = isInternalCharge(line) && counterpartAreaCode !== null && counterpartAreaCode !== areaCode
  yearsOf(budgetYear).forEach((year, offset) => {
    const field = amountFields[offset]
    const cents = field === undefined ? null : line[field]
    if (cents === null) return
    if (!isConcern) add(parts, 'round', [], [year, side, isInternal ? 1 : 0], cents)
    if (!isConcern && side === 'L' && programmeCode !== null) add(parts, 'programme', [programmeCode], [year], cents)
    if (isInternal) add(parts, 'pair', pairOf(areaCode, counterpartAreaCode, side), [year, side], cents)
    if (taakveldCode === '0.10' && reserveCode !== null) add(parts, 'reserve', [reserveCode], [year, side], cents)
    if (isConcern && taakveldCode === '0.8' && sourceCode !== null) {
      add(parts, 'source', [sourceCode], [year], needOf(line, offset))
    }
  })
}

/** Baten charge the other area, lasten are charged by it. */
function pairOf(areaCode: string, counterpart: string, side: 'L' | 'B'): readonly [from: string, to: string] {
  return side === 'B' ? [areaCode, counterpart] : [counterpart, areaCode]
}

/** Lasten that one area bears: what is divided by a key or charged between areas stands in several on purpose. */
function addClaims(parts: Parts, line: BudgetLine): void {
  const { contractNumber, costCentreCode, description, allocationKeyCode } = line
  const cents = horizonCents(line)
  if (line.side !== 'L' || allocationKeyCode !== null || isInternalCharge(line) || cents === 0) return
  const contract = normalised(contractNumber ?? '')
  if (contract !== '') add(parts, 'claim', ['contract', contract], [description ?? contractNumber ?? ''], cents)
  const activity = normalised(description ?? '')
  if (costCentreCode === null || activity === '') return
  const amounts = amountFields.map((field) => line[field] ?? 0)
  add(parts, 'claim', ['kosten', costCentreCode, activity, ...amounts], [description ?? '', contract], cents)
}

function addHours(parts: Parts, row: HoursLine, taakveldCode: string | null): void {
  const role = normalised(row.role ?? '')
  if (row.person !== null && row.year !== null && row.hours !== null) {
    add(parts, 'person', [row.person, row.year], [], row.hours)
  }
  if (role === '') return
  if (row.year !== null && row.rateCents !== null)
    add(parts, 'rate', [role, row.year], [row.rateCents, row.role ?? ''], 0)
  if (taakveldCode !== null) add(parts, 'activity', ['functie', role], [taakveldCode, row.role ?? ''], 0)
}

function isInternalCharge({ lineType }: BudgetLine): boolean {
  return lineType?.toLowerCase() === 'intern'
}

function isCitywide(areaCode: string, { tags, allocationKeyCode }: BudgetLine): boolean {
  if (areaCode === citywideAreaCode || areaCode === concernAreaCode || allocationKeyCode !== null) return false
  return listedWords(tags).includes('stadsbreed')
}

/** Of the four years together. */
function horizonCents(line: BudgetLine): number {
  return amountFields.reduce((sum, field) => sum + (line[field] ?? 0), 0)
}
