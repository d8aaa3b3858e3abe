/** Decisions by their number: as finance keeps them, and as areas propose them. */
import * as z from 'zod/mini'
import { referenceLists } from '#shared/model/index.ts'

/** Null: not filled in. */
export interface DecisionFacts {
  readonly number: string
  /** Area whose table it stands in; null: finance's list. */
  readonly areaCode: string | null
  readonly description: string | null
  readonly body: string | null
  /** `2023-03-28` */
  readonly date: string | null
  readonly outcome: string | null
  readonly cents: number | null
  /** Hundredths. */
  readonly hours: number | null
}

const itemRecordSchema = z.object({ body: z.string() })
const text = z.nullable(z.string())
const rowRecordSchema = z.object({
  number: z.string(),
  area_code: z.string(),
  description: text,
  body: text,
  date: text,
  outcome: text,
  amount_cents: z.nullable(z.int()),
  hours: z.nullable(z.int()),
})

/** A decision of an area's table goes by the decision's number and by its own visible number. */
export async function loadDecisions(db: D1Database, numbers: readonly string[]): Promise<readonly DecisionFacts[]> {
  const asked = JSON.stringify(numbers)
  const [items, rows] = await db.batch([
    db
      .prepare(
        `SELECT r.body FROM json_each(?1) j
          CROSS JOIN reference_item r ON r.kind = 'besluiten' AND r.code = j.value`,
      )
      .bind(asked),
    db
      .prepare(
        `SELECT j.value AS number, b.area_code, d.description, d.body, d.date, d.outcome, d.amount_cents, d.hours
          FROM decision d CROSS JOIN budget b ON b.budget_id = d.budget_id
          CROSS JOIN json_each(?1) j ON j.value IN (d.decision_number, d.line_number)
          WHERE d.deleted = 0 ORDER BY b.area_code, b.budget_year`,
      )
      .bind(asked),
  ])
  return [...(items?.results ?? []).map(listedDecision), ...(rows?.results ?? []).map(proposedDecision)]
}

function listedDecision(record: unknown): DecisionFacts {
  const json: unknown = JSON.parse(itemRecordSchema.parse(record).body)
  const { code, name, body, date, outcome, amountCents, hours } = referenceLists.besluiten.schema.parse(json)
  return { number: code, areaCode: null, description: name, body, date, outcome, cents: amountCents, hours }
}

function proposedDecision(record: unknown): DecisionFacts {
  const { area_code: areaCode, amount_cents: cents, ...read } = rowRecordSchema.parse(record)
  return { ...read, areaCode, cents }
}
