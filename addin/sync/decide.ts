/** Carries out what a person decides about a conflict or a question: in the cells, or for the next round. */
import { fieldValue } from '#shared/model/index.ts'
import type { RowWrite, WorkbookRow } from '#shared/workbook/index.ts'
import type { ConflictDecision, QuestionDecision } from '../ports/synchroniser.ts'
import type { Desk } from './desk.ts'
import { guardedEdits } from './guarded-writes.ts'
import { openBudget, ownedRow } from './open-budget.ts'
import { conflictKey, isToBeCleared, withAnswer, withMine } from './open-matters.ts'
import { questionView } from './row-views.ts'

/** False: there is no such conflict any more, or the person typed another value since. Throws WorkbookError. */
export async function settleConflict(desk: Desk, decision: ConflictDecision): Promise<boolean> {
  const { memory, show, view } = desk
  const { choice } = decision
  const key = conflictKey(decision)
  const conflict = memory.matters.conflicts.get(key)
  if (conflict === undefined) return false
  const { fieldId } = conflict
  if (choice.kind !== 'mine') {
    const value = choice.kind === 'theirs' ? conflict.theirs : choice.value
    const isWritten = await writeToRow(desk, conflict.id, ({ row, gridRow }) => {
      // The choice was between the two values that were shown.
      if (choice.kind === 'theirs' && fieldValue(row, fieldId) !== conflict.mine) return undefined
      return { kind: 'change', table: row.table, gridRow, values: { [fieldId]: value } }
    })
    if (!isWritten) return false
  }
  if (choice.kind !== 'theirs') memory.decisions = withMine(memory.decisions, conflict)
  const conflicts = new Map(memory.matters.conflicts)
  conflicts.delete(key)
  memory.matters = { ...memory.matters, conflicts }
  show({ conflicts: view().conflicts.filter((other) => conflictKey(other) !== key) })
  return true
}

/** False: there is no such question any more, or the row was changed since. Throws WorkbookError. */
export async function answerQuestion(desk: Desk, decision: QuestionDecision): Promise<boolean> {
  const { memory, show, view } = desk
  const question = memory.matters.questions.get(decision.id)
  if (question === undefined) return false
  if (decision.choice === 'keep' && !questionView(question).canKeep) return false
  if (isToBeCleared(question, decision)) {
    const isCleared = await writeToRow(desk, question.id, ({ row, gridRow }) => ({
      kind: 'clear',
      table: row.table,
      gridRow,
    }))
    if (!isCleared) return false
  } else memory.decisions = withAnswer(memory.decisions, question, decision)
  const questions = new Map(memory.matters.questions)
  questions.delete(question.id)
  memory.matters = { ...memory.matters, questions }
  show({ questions: view().questions.filter(({ id }) => id !== question.id) })
  return true
}

/** Writes to the row that has this id now; false when it is gone, or somebody typed in it in that very instant. */
async function writeToRow(
  { workbook, show }: Desk,
  id: string,
  writeOf: (found: WorkbookRow) => RowWrite | undefined,
): Promise<boolean> {
  show({ kind: 'writing' })
  const opened = await openBudget(workbook)
  const source = opened === null ? undefined : ownedRow(opened, id)?.source
  const write = source && writeOf(source)
  if (opened === null || write === undefined) return false
  const edits = guardedEdits(opened, [write])
  if (edits.length === 0) return true
  return (await workbook.write(edits)).skipped.length === 0
}
