/** Rules about lines against each other: allocation keys, control totals, duplicates. */
import { amountFields, type BudgetLine, numberIn, wholeBasisPoints } from '#shared/model/index.ts'
import { sumIn } from './facts.ts'
import { itemIn } from './lists.ts'
import type { PlacedHit, RowSum, WorkbookRule } from './rule.ts'
import { amount, percent } from './wording.ts'

/** Of the keys that the lines use; at the first line that uses it. */
const allocationKey: WorkbookRule = {
  id: 'GB-313',
  severity: 'error',
  scope: 'table',
  where: 'both',
  on: 'workbook',
  reads: { begroting: ['lineNumber', 'allocationKeyCode'] },
  check({ workbook, lists, budget }) {
    const hits: PlacedHit[] = []
    const seen = new Set<string>()
    for (const row of workbook.rows.begroting) {
      const code = row.row.allocationKeyCode
      if (code === null || seen.has(code)) continue
      seen.add(code)
      const key = itemIn(lists.allocationKeys, code, budget.year)
      const sum = key?.shares.reduce((points, share) => points + share.basisPoints, 0) ?? wholeBasisPoints
      if (sum === wholeBasisPoints) continue
      hits.push({ row, field: 'allocationKeyCode', values: [key?.name ?? code, percent(sum / 100)] })
    }
    return hits
  },
  message: {
    nl: 'Verdeelsleutel {naam} telt op tot {pct}% in plaats van 100%.',
    en: 'Allocation key {name} adds up to {pct}% instead of 100%.',
  },
}

const unread = 'unread'

/** Cents by side and year, and by year the lines of which side or amount could not be read. */
const centsBySide: RowSum = {
  begroting({ row, unreadable }, { workbook }, add) {
    if (workbook.controlTotals.length === 0) return
    for (const [offset, field] of amountFields.entries()) {
      if (unreadable.has(field) || unreadable.has('side')) add(unread, offset, 1)
      else if (row.side === 'L' || row.side === 'B') add(row.side, offset, row[field] ?? 0)
    }
  },
}

/** A sum in which a cell could not be read is not compared: the difference would be that cell. */
const controlTotals: WorkbookRule = {
  id: 'GB-314',
  severity: 'error',
  scope: 'workbook',
  where: 'both',
  on: 'workbook',
  reads: { begroting: ['side', ...amountFields] },
  sums: [centsBySide],
  check: (facts) =>
    facts.workbook.controlTotals.flatMap((total) => {
      const offset = total.year - facts.budget.year
      const tally = sumIn(facts, centsBySide)
      if (amountFields[offset] === undefined || numberIn(tally, unread, offset) > 0) return []
      const sum = numberIn(tally, total.side, offset)
      if (sum === total.cents) return []
      const [expected, found] = [amount(total.cents), amount(sum)]
      return [{ cell: total, values: [found, expected], expected, found }]
    }),
  message: {
    nl: 'Som van de regels ({som}) wijkt af van het controletotaal op het voorblad ({controle}).',
    en: 'Sum of lines ({sum}) differs from the control total on the cover ({control}).',
  },
}

const naturalKeyFields = [
  'areaCode',
  'side',
  'goalCode',
  'taakveldCode',
  'categoryCode',
  'costCentreCode',
  'description',
] as const

/**
 * The key is that of the catalogue and the side, since lasten and baten of one activity stand apart on purpose. The other
 * row is named by its number, which the server knows too.
 */
const duplicateLine: WorkbookRule = {
  id: 'GB-316',
  severity: 'info',
  scope: 'row',
  where: 'both',
  on: 'workbook',
  reads: { begroting: ['lineNumber', ...naturalKeyFields, 'note'] },
  check({ workbook }) {
    const hits: PlacedHit[] = []
    // Few lines share a description, and only those need a key.
    const byDescription = new Map<string, BudgetLine>()
    const byKey = new Map<string, string>()
    for (const row of workbook.rows.begroting) {
      const line = row.row
      if (line.description === null || row.unreadable.size > 0) continue
      const first = byDescription.get(line.description)
      if (first === undefined) {
        byDescription.set(line.description, line)
        continue
      }
      const key = naturalKey(line)
      const other = key === naturalKey(first) ? first.lineNumber : byKey.get(key)
      if (other === undefined) byKey.set(key, line.lineNumber)
      else if (line.note === null) hits.push({ row, field: 'description', values: [other] })
    }
    return hits
  },
  message: { nl: 'Dubbele regel: zelfde sleutel als rij {rij}.', en: 'Duplicate line: same key as row {row}.' },
}

export const tableRules: readonly WorkbookRule[] = [allocationKey, controlTotals, duplicateLine]

function naturalKey(line: BudgetLine): string {
  return naturalKeyFields.map((field) => line[field]).join('\n')
}
