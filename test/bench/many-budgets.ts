/** A store with the budgets of many areas, and what formula cells ask about them. */
import type { D1Database } from '@cloudflare/workers-types'
import { totalsOf } from '#shared/consolidation/index.ts'
import { exampleYear } from '#shared/example/index.ts'
import { drawsOf } from '#shared/model/index.ts'
import type { CellQuestion } from '#shared/questions/index.ts'
import { addDrawsSql, addTotalsSql, drawValues, totalRows } from '../../worker/store/sums.ts'
import { makeLines } from './make-lines.ts'

/** Straight into the tables: how rows get there is another bench. */
export async function fillBudgets(db: D1Database, areas: readonly string[], rows: number): Promise<void> {
  for (const [i, areaCode] of areas.entries()) await fillBudget(db, i + 1, areaCode, rows)
}

async function fillBudget(db: D1Database, budgetId: number, areaCode: string, rows: number): Promise<void> {
  const lines = makeLines(areaCode, rows, budgetId)
  const key = { areaCode, year: exampleYear, version: 'primitief' }
  await db.batch([
    db
      .prepare(
        "INSERT INTO budget (budget_id, area_code, budget_year, version, parts_kept) VALUES (?1, ?2, ?3, 'primitief', 1)",
      )
      .bind(budgetId, areaCode, exampleYear),
    db
      .prepare(
        `INSERT INTO commit_log (area_code, area_seq, budget_id, push_id, workbook_id, actor_tid, actor_oid, at_ms,
          row_count, content_hash, prev_hash, hash) VALUES (?1, 1, ?2, ?1, '', '', '', 0, 0, '', '', ?1)`,
      )
      .bind(areaCode, budgetId),
    db.prepare(addTotalsSql).bind(JSON.stringify(totalRows(totalsOf(key, lines))), budgetId),
    db.prepare(addDrawsSql).bind(JSON.stringify(drawsOf(key, lines, []).map(drawValues)), budgetId),
  ])
}

type SumQuestion = Extract<CellQuestion, { functie: 'saldo' | 'totaal' | 'beroep' }>

const sides = ['L', 'B'] as const
const taakvelden = ['6.1', '2.1', '5.7', '8.3', '8.1', '8.2', '0.4'] as const
const part = { aard: null, taakveld: null, domein: null, kalenderjaar: null }

/** Five hundred when there are forty areas: of each area its balance, totals and draws, and as many of all together. */
export function distinctQuestions(areas: readonly string[]): readonly SumQuestion[] {
  const of = { sleutel: 'x', jaar: exampleYear, versie: null }
  return [null, ...areas]
    .flatMap((gebied): SumQuestion[] => [
      { functie: 'saldo', ...of, gebied },
      ...sides.map((kant) => ({ functie: 'totaal' as const, ...of, ...part, gebied, kant })),
      { functie: 'totaal', ...of, ...part, gebied, kant: 'L', domein: 'fysiek', aard: 'S' },
      { functie: 'totaal', ...of, ...part, gebied, kant: 'L', kalenderjaar: exampleYear + 1 },
      ...taakvelden.map((taakveld) => ({
        functie: 'totaal' as const,
        ...of,
        ...part,
        gebied,
        kant: 'L' as const,
        taakveld,
      })),
      { functie: 'beroep', sleutel: 'x', bron: 'PB-6', jaar: exampleYear, gebied, onderdeel: null },
    ])
    .slice(0, 500)
}
