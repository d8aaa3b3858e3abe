import { findBudgetOfEvent } from '../store/life-events.ts'
import type { SubmissionLife } from './life-of.ts'
import { noSubmission } from './refusals.ts'
import { loadStanding, type Standing } from './standing.ts'

/** The submission with the budget that it is of. Throws Problem 404 when the area has no such submission. */
export async function findSubmission(
  db: D1Database,
  areaCode: string,
  id: string,
): Promise<{ readonly standing: Standing; readonly submission: SubmissionLife }> {
  const key = await findBudgetOfEvent(db, areaCode, 'indiening', id)
  if (key === undefined) throw noSubmission(id)
  const standing = await loadStanding(db, key)
  const submission = standing.submissions.find(({ event }) => event.id === id)
  if (submission === undefined) throw noSubmission(id)
  return { standing, submission }
}
