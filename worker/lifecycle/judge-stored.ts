/** The verdict on a budget as the store holds it: the rules that the server judges, with what only the server knows. */
import type { Cover } from '#shared/lifecycle/index.ts'
import {
  type AreaWorkbook,
  type BudgetKey,
  type BudgetLine,
  type BudgetState,
  type Finding,
  type Reference,
  workbookOfRows,
} from '#shared/model/index.ts'
import { checkOnServer, type ServerFacts } from '#shared/rules/index.ts'
import { loadLinesOfOtherAreas, loadStaffing } from '../store/area-facts.ts'
import { findBudget } from '../store/budget.ts'
import { checksumOf, loadBudgetRows, type StoredRow } from '../store/budget-rows.ts'
import { loadReference } from '../store/reference.ts'
import { loadVersionLines } from '../store/version-lines.ts'

export interface JudgeInput {
  readonly key: BudgetKey
  readonly budgetId: number
  readonly state: BudgetState
  /** Of the workbook, when the person has it at hand. */
  readonly cover: Cover | null
  /** Of the submission that counts now; null while nothing was submitted. */
  readonly submittedChecksum: string | null
  readonly nowMs: number
  /** Rows as of this commit of the store; left out: as they are. */
  readonly storeSeq?: number | undefined
}

export interface Judged {
  readonly rows: readonly StoredRow[]
  readonly lines: readonly BudgetLine[]
  readonly checksum: string
  readonly reference: Reference
  /** About the own rows, without waivers. */
  readonly findings: readonly Finding[]
}

export async function judgeStored(db: D1Database, input: JudgeInput): Promise<Judged> {
  const { key, budgetId, storeSeq } = input
  const rows = await loadBudgetRows(db, budgetId, storeSeq)
  const lines = linesIn(rows)
  const checksum = await checksumOf(rows)
  const reference = await loadReference(db, key.year)
  const server = await serverFacts(db, input, rows, checksum)
  const versions = await loadVersionLines(db, key)
  const previous = await loadLastYear(db, key)
  const findings = checkOnServer(storedWorkbook(key, rows, input.cover), reference, { previous, versions, server })
  return { rows, lines, checksum, reference, findings: findings.map(withoutPlace) }
}

async function serverFacts(
  db: D1Database,
  { key, state, submittedChecksum, nowMs }: JudgeInput,
  rows: readonly StoredRow[],
  checksum: string,
): Promise<ServerFacts> {
  const named = rows.flatMap(({ fields }) => ('decisionNumber' in fields ? (fields.decisionNumber ?? []) : []))
  return {
    today: dayFormat.format(nowMs),
    state,
    staffing: await loadStaffing(db, key.areaCode),
    checksum: submittedChecksum === null ? null : { submitted: submittedChecksum, current: checksum },
    linesOfOtherAreas: await loadLinesOfOtherAreas(db, key, [...new Set(named)]),
  }
}

/** Deadlines are days in the Netherlands; this locale writes a day as `2023-03-28`. */
const dayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' })

/** Last year's budget, which an original budget follows; every other version is held against those of its own year. */
async function loadLastYear(db: D1Database, key: BudgetKey): Promise<readonly BudgetLine[] | undefined> {
  if (key.version !== 'primitief') return undefined
  const budget = await findBudget(db, { ...key, year: key.year - 1 })
  return budget && linesIn(await loadBudgetRows(db, budget.budgetId))
}

function linesIn(rows: readonly StoredRow[]): readonly BudgetLine[] {
  return rows.map(({ fields }) => fields).filter((fields) => fields.table === 'begroting')
}

/** What rules judge: the rows, and the unit and totals that the cover promises. */
function storedWorkbook(budget: BudgetKey, rows: readonly StoredRow[], cover: Cover | null): AreaWorkbook {
  return {
    ...workbookOfRows(
      budget,
      rows.map(({ fields }) => fields),
    ),
    unit: cover?.eenheid ?? 'euro',
    controlTotals: (cover?.controletotalen ?? []).map(({ jaar, kant, centen }) => ({
      year: jaar,
      side: kant,
      cents: Number(centen),
      ...coverPlace,
    })),
  }
}

/** The server does not know where on the cover a total stands; findings leave it out again. */
const coverPlace = { sheet: '', gridRow: 0, gridColumn: 0 }

function withoutPlace(finding: Finding): Finding {
  return { ...finding, sheet: null, cell: null }
}
