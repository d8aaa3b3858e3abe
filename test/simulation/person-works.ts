/** One step of somebody at work: typing, copying, sorting, undoing, and everything else that a spreadsheet invites to. */
import { parseToken } from '#shared/sync/index.ts'
import { synchronise } from './client.ts'
import { removalCells } from './sheet-cells.ts'
import {
  type CellWrite,
  editedFields,
  isAmount,
  type ReadRow,
  shownFields,
  simulatedTables,
  tableOfKey,
} from './sheet-rows.ts'
import type { Instance, Workbook, WorkbookFile } from './workbook.ts'
import type { World } from './world.ts'

const rowsMax = 8
const workbooksMax = 3
/** A row that lost its token is found again by its number, so the two are not damaged shortly after each other. */
const renumberRest = 120
const lockTime = 60

interface Scene {
  readonly world: World
  readonly workbook: Workbook
  readonly instance: Instance
  readonly rows: readonly ReadRow[]
}

const renamedAt = new WeakMap<Workbook, Map<string, number>>()
const damagedKeys = new WeakMap<Workbook, Set<string>>()

/** What people do, with how often of a thousand steps; in the remaining steps they synchronise. */
const habits: readonly (readonly [perMille: number, act: (scene: Scene) => void])[] = [
  [100, create],
  [430, edit],
  [30, rename],
  [45, removeRow],
  [40, copyRow],
  [45, damageToken],
  [15, sort],
  [20, filter],
  [15, typeNonsense],
  [45, ({ world, instance }) => (world.count('undos'), instance.undo())],
  [20, copyFile],
  [13, putBackOldVersion],
  [15, ({ world, workbook }) => remember(workbook.savedVersions, save(world, workbook))],
  [15, ({ world }) => remember(world.snapshots, world.server.snapshot())],
  [10, restoreServer],
  [25, lockArea],
  [20, ({ world, instance }) => (world.count('crashes'), instance.crash())],
]

export function workOneStep(world: World): void {
  const workbook = world.random.pick(world.workbooks)
  const instance = world.random.pick(workbook.instances)
  const scene = { world, workbook, instance, rows: instance.rows() }
  if (scene.rows.length === 0) return create(scene)
  let dice = world.random.below(1_170)
  for (const [perMille, act] of habits) {
    if (dice < perMille) return act(scene)
    dice -= perMille
  }
  return synchronise(world, instance)
}

/** Somebody corrects what cannot be read, so that the row synchronises again. */
export function correctNonsense(world: World, instance: Instance): void {
  for (const { key, isHeldBack, row } of instance.rows())
    if (isHeldBack)
      for (const field of shownFields[tableOfKey(key)])
        if (isAmount(field) && typeof instance.cell(`${key}:${field}`) === 'string')
          instance.write([{ cell: `${row.table.slice(0, 1)}${key.slice(1)}:${field}`, value: world.next() }])
}

function create({ world, instance, rows }: Scene): void {
  if (rows.length >= rowsMax) return undefined
  world.count('creations')
  const table = world.random.pick(simulatedTables)
  const key = world.newRowKey(table)
  const values = editedFields[table].map((field) => ({ cell: `${key}:${field}`, value: newValue(world, field) }))
  instance.write([
    { cell: `${key}:lineNumber`, value: newNumber(world) },
    ...values,
    ...labels(world, key, newUid(world)),
  ])
}

function edit({ world, instance, rows }: Scene): void {
  world.count('edits')
  const { key } = world.random.pick(rows)
  const field: string = world.random.pick(editedFields[tableOfKey(key)])
  instance.write([{ cell: `${key}:${field}`, value: newValue(world, field) }])
}

function rename({ world, workbook, instance, rows }: Scene): void {
  const row = world.random.pick(rows)
  const isCopied = rows.filter(({ token }) => token === row.token).length > 1
  if (parseToken(row.token) === undefined || isCopied || damagedOf(workbook).has(row.key)) return undefined
  renamedOf(workbook).set(row.key, world.clock.now)
  if (row.uid !== undefined) world.renumberedUids.add(row.uid)
  instance.write([{ cell: `${row.key}:lineNumber`, value: newNumber(world) }])
}

function removeRow({ world, instance, rows }: Scene): void {
  world.count('deletions')
  instance.write(removalCells(world.random.pick(rows).key))
}

/** Copies a row with its hidden token; the person mostly gives the copy its own number. */
function copyRow({ world, instance, rows }: Scene): void {
  world.count('rowCopies')
  const source = world.random.pick(rows)
  const key = world.newRowKey(tableOfKey(source.key))
  const copied = [...editedFields[tableOfKey(source.key)], 'token'].map((column) => ({
    cell: `${key}:${column}`,
    value: instance.cell(`${source.key}:${column}`),
  }))
  const isRenumbered = world.random.chance(0.7)
  const number = isRenumbered ? newNumber(world) : source.row.lineNumber
  const uid = newUid(world)
  // Equal to the hidden token, the two rows are the same to anybody but the person who made the copy.
  if (!isRenumbered) for (const line of [uid, source.uid ?? uid]) world.ambiguousUids.add(line)
  instance.write([{ cell: `${key}:lineNumber`, value: number }, ...copied, ...labels(world, key, uid)])
}

/** Clears a token, damages it, pastes another row's token over it, or clears the whole column. */
function damageToken({ world, workbook, instance, rows }: Scene): void {
  const row = world.random.pick(rows)
  const other = world.random.pick(rows)
  const known = instance.replica().known
  const isRestful = ({ key, row, token }: ReadRow) => {
    const parsed = parseToken(token)
    const isRecent = world.clock.now - (renamedOf(workbook).get(key) ?? -renumberRest) < renumberRest
    return parsed !== undefined && parsed.rev > 0 && known.get(parsed.id)?.lineNumber === row.lineNumber && !isRecent
  }
  if (!isRestful(row)) return undefined
  world.count('tokenDamages')
  const kind = world.random.below(4)
  const column = rows.filter(isRestful).map(({ key }): CellWrite => ({ cell: `${key}:token`, value: undefined }))
  const damaged = [
    { cell: `${row.key}:token`, value: undefined },
    { cell: `${row.key}:token`, value: withOtherCharacter(world, String(row.token)) },
    { cell: `${row.key}:token`, value: other.token ?? undefined },
  ][kind]
  const writes = damaged === undefined ? column : [damaged]
  for (const { cell } of writes) damagedOf(workbook).add(cell.split(':')[0] ?? '')
  if (kind === 2) damagedOf(workbook).add(other.key)
  instance.write(writes)
}

function sort({ world, instance, rows }: Scene): void {
  world.count('sorts')
  instance.write(rows.map(({ key }) => ({ cell: `${key}:order`, value: world.random.below(100) })))
}

function filter({ world, instance }: Scene): void {
  world.count('filters')
  const isOn = instance.filter === undefined
  instance.filter = isOn ? { table: world.random.pick(simulatedTables), hidesAll: world.random.chance(0.3) } : undefined
}

/** Types text in an amount, or corrects it. */
function typeNonsense({ world, instance, rows }: Scene): void {
  if (rows.some(({ isHeldBack }) => isHeldBack)) return correctNonsense(world, instance)
  world.count('unreadable')
  const { key } = world.random.pick(rows)
  const field = editedFields[tableOfKey(key)].find(isAmount) ?? ''
  instance.write([{ cell: `${key}:${field}`, value: 'volgt' }])
}

function copyFile({ world, workbook }: Scene): void {
  if (world.workbooks.length >= workbooksMax) return undefined
  world.count('fileCopies')
  world.open(save(world, workbook), 1)
}

function putBackOldVersion({ world, workbook }: Scene): void {
  if (workbook.savedVersions.length === 0) return undefined
  world.count('oldVersions')
  workbook.putBack(world.random.pick(workbook.savedVersions))
}

/** The area is submitted, and given back a while later. */
function lockArea({ world }: Scene): void {
  world.count('locks')
  world.server.isLocked = true
  world.clock.after(world.random.below(lockTime), () => (world.server.isLocked = false))
}

function restoreServer({ world }: Scene): void {
  if (world.snapshots.length === 0) return undefined
  world.count('restores')
  world.server.restore(world.random.pick(world.snapshots))
}

/** Saves the file as it is. Rows without an id of their own get one in each file, so their line may be created twice. */
function save(world: World, workbook: Workbook): WorkbookFile {
  for (const rows of [workbook.cloudRows(), ...workbook.instances.map((instance) => instance.rows())])
    for (const { token, uid } of rows) {
      const parsed = parseToken(token)
      const isCopied = rows.filter((row) => row.token === token).length > 1
      const isOwn = parsed !== undefined && parsed.rev > 0 && world.uidById.get(parsed.id) === uid
      if (uid !== undefined && (isCopied || !isOwn)) world.ambiguousUids.add(uid)
    }
  return workbook.toFile()
}

function labels(world: World, key: string, uid: string): readonly CellWrite[] {
  return [
    { cell: `${key}:uid`, value: uid },
    { cell: `${key}:order`, value: world.next() },
  ]
}

function newUid(world: World): string {
  return `line${world.next()}`
}

function newNumber(world: World): string {
  return `HOL-${world.next()}`
}

function newValue(world: World, field: string): string | number {
  return isAmount(field) ? world.next() : `v${world.next()}`
}

function withOtherCharacter(world: World, token: string): string {
  const at = world.random.below(token.length)
  return `${token.slice(0, at)}${token[at] === '3' ? '4' : '3'}${token.slice(at + 1)}`
}

/** Keeps the last three. */
function remember<Item>(list: Item[], item: Item): void {
  list.push(item)
  if (list.length > 3) list.shift()
}

function renamedOf(workbook: Workbook): Map<string, number> {
  const renamed = renamedAt.get(workbook) ?? new Map<string, number>()
  renamedAt.set(workbook, renamed)
  return renamed
}

function damagedOf(workbook: Workbook): Set<string> {
  const damaged = damagedKeys.get(workbook) ?? new Set<string>()
  damagedKeys.set(workbook, damaged)
  return damaged
}
