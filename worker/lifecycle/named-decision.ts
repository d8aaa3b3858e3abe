import type { NamedDecision } from '#shared/lifecycle/index.ts'
import { isValidIn } from '#shared/model/index.ts'
import { loadReference } from '../store/reference.ts'

/** As finance keeps it now; null when none is named or finance's list has no such decision. */
export async function loadNamedDecision(
  db: D1Database,
  year: number,
  number: string | null,
): Promise<NamedDecision | null> {
  if (number === null) return null
  const { decisions } = await loadReference(db, year)
  const item = decisions.find((decision) => decision.code === number && isValidIn(decision, year))
  if (item === undefined) return null
  const { outcome, amountCents, decidedCents, date } = item
  const cents = outcome === 'gewijzigd' ? (decidedCents ?? amountCents) : amountCents
  return { nummer: number, uitkomst: outcome, datum: date, centen: cents === null ? null : String(cents) }
}
