/** What the people of the simulation do with the questions of a synchronisation: they see both values, and choose. */
import { type FieldValue, fieldValue } from '#shared/model/index.ts'
import {
  adoptedIdentity,
  type AnswerPlan,
  type Decisions,
  type KnownRow,
  type OpenConflict,
  parseToken,
  type Question,
  type ServerRow,
  stampOf,
} from '#shared/sync/index.ts'
import { cellsOf, removalCells } from './sheet-cells.ts'
import { budgetYear, fieldOf, type ReadRow, shownFields, tableOfKey } from './sheet-rows.ts'
import { replicaWrites } from './hidden-sheet.ts'
import type { Instance } from './workbook.ts'
import type { World } from './world.ts'

/** Most answer at once; some go for coffee first. */
const thinkingTime = 20
const coffeeTime = 200

export function decideAfterAnswer(world: World, instance: Instance, plan: AnswerPlan<ReadRow>): void {
  for (const conflict of plan.conflicts) {
    world.count('conflicts')
    const field = fieldOf(conflict.source.row.table, conflict.field)
    instance.workbook.show(conflict.id, `listed.${field}`, conflict.theirs)
    later(world, instance, () => chooseValue(world, instance, conflict))
  }
  for (const question of plan.questions) {
    world.count('questions')
    if ('row' in question) showRow(instance, question.row)
    later(world, instance, () => answerQuestion(world, instance, question))
  }
}

/** The person is shown the list of missing rows: most are meant to be deleted, some are put back. */
export function askAboutMissing(world: World, instance: Instance, missing: readonly KnownRow[]): void {
  for (const entry of missing) {
    const { deletions, returns } = instance.decisions
    if (deletions.has(entry.id) || returns.has(entry.id)) continue
    later(world, instance, () => {
      if (world.random.chance(0.7)) confirmDeletion(world, instance, entry.id, stampOf(entry))
      else setDecisions(instance, { returns: new Set([...instance.decisions.returns, entry.id]) })
    })
  }
}

/** Two rows with one number: the same line twice, or another line that needs a number of its own. */
export function askAboutTwins(world: World, instance: Instance, twins: readonly ReadRow[]): void {
  for (const twin of twins) {
    world.count('twins')
    later(world, instance, () => {
      const now = instance.row(twin.key)
      const number = now?.row.lineNumber
      const others = instance.rows().filter((row) => row.key !== twin.key && row.row.lineNumber === number)
      if (now === undefined || number !== twin.row.lineNumber || others.length === 0) return undefined
      if (others.some(({ uid }) => uid !== undefined && uid === now.uid)) instance.write(removalCells(twin.key))
      else instance.write([renumbering(world, twin.key)])
    })
  }
}

function chooseValue(world: World, instance: Instance, conflict: OpenConflict<ReadRow>): void {
  const row = rowWithId(instance, conflict.source.key, conflict.id)
  if (row === undefined) return undefined
  const field = fieldOf(row.row.table, conflict.field)
  instance.workbook.show(conflict.id, field, conflict.theirs)
  if (world.random.chance(0.5)) return instance.write(cellsOf(row.key, { [field]: conflict.theirs }))
  // The number is another line's: "mine" would be refused for ever, so the row gets a third one.
  if (field === 'lineNumber' && conflict.base === conflict.theirs) return instance.write([renumbering(world, row.key)])
  const chosen = { ...instance.decisions.resolves.get(conflict.id), [conflict.field]: conflict.shown }
  setDecisions(instance, { resolves: new Map([...instance.decisions.resolves, [conflict.id, chosen]]) })
}

function answerQuestion(world: World, instance: Instance, question: Question<ReadRow>): void {
  const { decisions } = instance
  if (question.kind === 'delete-conflict') {
    if (world.random.chance(0.5)) confirmDeletion(world, instance, question.id, stampOf(question.row))
    else setDecisions(instance, { returns: new Set([...decisions.returns, question.id]) })
    return undefined
  }
  const row = rowWithId(instance, question.source.key, question.id)
  if (row === undefined) return undefined
  if (question.kind === 'duplicate') return answerDuplicate(world, instance, row, question)
  if (world.random.chance(0.4)) return instance.write(removalCells(row.key))
  if (question.kind === 'lost') setDecisions(instance, { orphans: new Set([...decisions.orphans, question.id]) })
  else {
    const revivals = new Map([...decisions.revivals, [question.id, stampOf(question.row)]])
    setDecisions(instance, { revivals })
  }
}

function answerDuplicate(
  world: World,
  instance: Instance,
  row: ReadRow,
  question: Extract<Question<ReadRow>, { kind: 'duplicate' }>,
): void {
  const isSameLine = row.uid !== undefined && world.uidById.get(question.row.id) === row.uid
  const isPresent = instance.rows().some(({ token }) => parseToken(token)?.id === question.row.id)
  if (isSameLine && isPresent) return instance.write(removalCells(row.key))
  if (isSameLine) {
    const { token, known } = adoptedIdentity(row.row, question.row, budgetYear)
    const replica = instance.replica()
    const adopted = { ...replica, known: new Map([...replica.known, [known.id, known]]) }
    return instance.write([{ cell: `${row.key}:token`, value: token }, ...replicaWrites(replica, adopted)])
  }
  if (!question.isEarlierContent) return instance.write([renumbering(world, row.key)])
  const confirmedNew = new Set([...instance.decisions.confirmedNew, question.id])
  setDecisions(instance, { confirmedNew })
}

function confirmDeletion(world: World, instance: Instance, id: string, stamp: string): void {
  world.confirmedDeletions.add(`${id}/${stamp}`)
  setDecisions(instance, { deletions: new Map([...instance.decisions.deletions, [id, stamp]]) })
}

function setDecisions(instance: Instance, changed: Partial<Decisions>): void {
  instance.decisions = { ...instance.decisions, ...changed }
}

/** A person answers a while later, unless the instance was closed meanwhile. */
function later(world: World, instance: Instance, decide: () => void): void {
  const { life } = instance
  const delay = world.random.below(world.random.chance(0.3) && !world.isCalm ? coffeeTime : thinkingTime)
  world.clock.after(delay, () => {
    if (instance.life === life) decide()
  })
}

function rowWithId(instance: Instance, key: string, id: string): ReadRow | undefined {
  const row = instance.row(key)
  return parseToken(row?.token ?? null)?.id === id ? row : undefined
}

function renumbering(world: World, key: string): { cell: string; value: FieldValue } {
  return { cell: `${key}:lineNumber`, value: `HOL-${world.next()}` }
}

function showRow(instance: Instance, { id, fields }: ServerRow): void {
  for (const field of shownFields[tableOfKey(fields.table)])
    instance.workbook.show(id, field, fieldValue(fields, field))
}
