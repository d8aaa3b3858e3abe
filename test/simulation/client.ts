/** The add-in of one instance: read, plan, write tokens, send, and carry out the answer. Faults strike between the steps. */
import { fieldName, type FieldValue, fieldValue } from '#shared/model/index.ts'
import { identify, type OwnedRow, parseToken, stampOf, type SyncPreview } from '#shared/sync/index.ts'
import { askAboutMissing, askAboutTwins, decideAfterAnswer } from './person-decides.ts'
import type { Outcome } from './server.ts'
import { budgetYear, type ReadRow, shownFields, tableOfKey } from './sheet-rows.ts'
import { cellsOf, newRowCells, removalCells } from './sheet-cells.ts'
import { replicaWrites } from './hidden-sheet.ts'
import type { Instance } from './workbook.ts'
import type { World } from './world.ts'

type Preview = SyncPreview<ReadRow>

const faultChance = 0.12
const travelTime = 10
const patience = 30
const commitsMax = 6

export function synchronise(world: World, instance: Instance): void {
  if (instance.busy !== undefined) return undefined
  world.count('syncs')
  const reading = instance.reading()
  const preview = world.protocol.planSync({
    ...reading,
    replica: instance.replica(),
    decisions: instance.decisions,
    workbookId: instance.workbook.workbookId,
    budgetYear,
    version: 'primitief',
    pushId: world.newId(),
    newId: () => world.newId(),
  })
  checkMissing(world, instance, preview)
  instance.write(
    preview.tokenWrites.map(({ source, token }) => ({ cell: `${source.key}:token`, value: token ?? undefined })),
    false,
  )
  noteNamers(world, instance, preview)
  askAboutMissing(world, instance, preview.missing)
  askAboutTwins(world, instance, preview.twins)
  instance.busy = preview.request.pushId
  world.senderByPush.set(preview.request.pushId, { instance, uidById: uidsOf(instance) })
  sendWithFaults(world, instance, preview)
}

function noteNamers(world: World, instance: Instance, preview: Preview): void {
  for (const { uid } of preview.created)
    if (uid !== undefined) world.namersByUid.set(uid, (world.namersByUid.get(uid) ?? new Set()).add(instance.name))
}

function uidsOf(instance: Instance): ReadonlyMap<string, string> {
  const { rows, completeTables } = instance.reading()
  const { owned } = identify(rows, instance.replica().known, completeTables)
  return new Map(owned.flatMap(({ source, token }) => (source.uid === undefined ? [] : [[token.id, source.uid]])))
}

/** A row that stands in the sheet with its own token and number, hidden or not, is not missing. */
function checkMissing(world: World, instance: Instance, preview: Preview): void {
  for (const { id, table, lineNumber } of preview.missing) {
    const stands = instance
      .rows()
      .some(({ row, token }) => row.table === table && row.lineNumber === lineNumber && parseToken(token)?.id === id)
    if (stands) world.violate('I11', `${id} ${lineNumber} is called missing although it stands in the sheet`)
  }
}

function sendWithFaults(world: World, instance: Instance, preview: Preview): void {
  const { clock, random, isCalm } = world
  const { pushId } = preview.request
  const { life } = instance
  const isWaiting = () => instance.busy === pushId && instance.life === life
  const reply = (outcome: Outcome) => {
    if (isLost(world)) return undefined
    clock.after(random.below(travelTime), () => {
      if (isWaiting()) receive(world, instance, preview, outcome)
    })
  }
  const send = () => {
    if (isLost(world)) return undefined
    clock.after(random.below(travelTime), () => serve(world, instance, preview, reply))
  }
  send()
  if (!isCalm && random.chance(0.1)) repeat(world, 0, send)
  if (!isCalm && random.chance(0.08)) repeat(world, 20 + random.below(60), send)
  clock.after(patience, () => {
    if (isWaiting()) instance.busy = undefined
  })
}

function repeat(world: World, delay: number, send: () => void): void {
  world.count('duplicates')
  world.clock.after(delay, send)
}

function isLost(world: World): boolean {
  const isDropped = !world.isCalm && world.random.chance(faultChance)
  if (isDropped) world.count('drops')
  return isDropped
}

/** The server reads now and commits a moment later; when the head has moved it reads and decides again. */
function serve(world: World, instance: Instance, preview: Preview, reply: (outcome: Outcome) => void): void {
  const { request } = preview
  const { server, clock } = world
  const refused = server.refuseWithoutLease(request.workbookId, instance.name, clock.now)
  if (refused !== undefined) return reply(refused)
  const attempt = (tries: number): void => {
    const basis = server.read(request)
    const decided = server.decide(request, basis, instance.name)
    if ('kind' in decided) return reply(decided)
    clock.after(world.random.below(6), () => {
      const outcome = server.commit(request, decided, basis)
      if (outcome !== 'moved') return reply(outcome)
      world.count('collisions')
      return tries < commitsMax ? attempt(tries + 1) : reply({ kind: 'refused', problem: 'te-druk' })
    })
    return undefined
  }
  attempt(1)
}

function receive(world: World, instance: Instance, preview: Preview, outcome: Outcome): void {
  instance.busy = undefined
  if (outcome.kind === 'refused') {
    // The person is told that the server was put back, and goes on.
    if (outcome.problem === 'geschiedenis-wijkt-af') instance.decisions = { ...instance.decisions, isRecovering: true }
    return undefined
  }
  const { answer } = outcome
  const before = instance.replica()
  const reading = instance.reading()
  const { decisions } = instance
  const plan = world.protocol.applyAnswer({ ...reading, answer, preview, replica: before, decisions })
  const { owned } = identify(reading.rows, before.known, reading.completeTables)
  const rowOf = ({ key }: ReadRow) => owned.find(({ source }) => source.key === key)
  for (const { source, values } of plan.cellWrites) checkCellWrite(world, preview, rowOf(source), values)
  for (const row of plan.removals) checkRemoval(world, rowOf(row))
  const cells = plan.cellWrites.flatMap(({ source, values }) => cellsOf(source.key, values))
  const tokens = plan.tokenWrites.map(({ source, token }) => ({
    cell: `${source.key}:token`,
    value: token ?? undefined,
  }))
  const inserts = plan.inserts.flatMap(({ row, token }) => newRowCells(world, row, token))
  const removals = plan.removals.flatMap(({ key }) => removalCells(key))
  const hidden = replicaWrites(before, plan.replica)
  instance.decisions = plan.decisions
  if (world.protocol.writesCellsFirst) instance.write([...cells, ...tokens, ...inserts, ...removals, ...hidden])
  else {
    instance.write([...tokens, ...hidden])
    const { life } = instance
    world.clock.after(world.random.below(20), () => {
      if (instance.life === life) instance.write([...cells, ...inserts, ...removals])
    })
  }
  decideAfterAnswer(world, instance, plan)
}

/** A value that a synchronisation overwrites must have been on the server, and its base must be known there. */
function checkCellWrite(
  world: World,
  preview: Preview,
  owned: OwnedRow<ReadRow> | undefined,
  values: Readonly<Record<string, FieldValue>>,
): void {
  if (owned === undefined) return undefined
  const { source, token } = owned
  for (const field of Object.keys(values)) {
    const old = fieldValue(source.row, field)
    if (old !== null && !world.server.hadValue(token.id, field, old))
      world.violate('I14', `${token.id}.${field}: typed ${old} overwritten by a synchronisation`)
    const stamp = token.pend[fieldName(field, budgetYear)] ?? stampOf(token)
    if (world.unknownBasesByPush.get(preview.request.pushId)?.has(`${token.id}/${stamp}`))
      world.violate('I10', `${token.id}.${field}: overwritten although the server does not know its base`)
  }
}

function checkRemoval(world: World, owned: OwnedRow<ReadRow> | undefined): void {
  if (owned === undefined) return undefined
  const { source, token } = owned
  for (const field of shownFields[tableOfKey(source.key)])
    if (!world.server.hadValue(token.id, field, fieldValue(source.row, field)))
      world.violate('I14', `${token.id}.${field}: row removed with a value that never reached the server`)
}
