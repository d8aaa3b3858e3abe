/** Invariants that hold when everything has become quiet: all workbooks and the server say the same. */
import { fieldValue, type Row } from '#shared/model/index.ts'
import { isSameContent, parseToken, type RowVersion, stampOf } from '#shared/sync/index.ts'
import { chainHash } from './server.ts'
import { isAmount, shownFields, tableOfKey } from './sheet-rows.ts'
import type { Instance } from './workbook.ts'
import type { World } from './world.ts'

export function checkEnd(world: World): void {
  const live = new Map(world.server.liveRows().map((row) => [row.id, row]))
  for (const workbook of world.workbooks)
    for (const instance of workbook.instances) {
      checkConvergence(world, instance, live)
      checkTotals(world, instance, [...live.values()])
    }
  checkAudit(world)
  checkLines(world, [...live.values()])
}

function checkConvergence(world: World, instance: Instance, live: ReadonlyMap<string, RowVersion>): void {
  const seen = new Set<string>()
  for (const { key, row, token } of instance.rows()) {
    const id = parseToken(token)?.id
    const server = live.get(id ?? '')
    if (id === undefined) world.violate('I1', `${instance.name} ${key} has no identity`)
    else if (seen.has(id)) world.violate('I1', `${instance.name} ${key} has an id twice`)
    else if (server === undefined) world.violate('I1', `${instance.name} ${key} is not on the server`)
    else if (!isSameContent(row, server.fields)) world.violate('I1', `${instance.name} ${key} differs from the server`)
    if (id !== undefined) seen.add(id)
  }
  for (const id of live.keys()) if (!seen.has(id)) world.violate('I1', `${instance.name} lacks ${id}`)
}

function checkTotals(world: World, instance: Instance, live: readonly RowVersion[]): void {
  const here = instance.rows().reduce((sum, { row }) => sum + centsOf(row), 0)
  const there = live.reduce((sum, { fields }) => sum + centsOf(fields), 0)
  if (here !== there) world.violate('I6', `${instance.name} adds up to ${here} cents, the server to ${there}`)
}

function centsOf(row: Row): number {
  const amounts = shownFields[tableOfKey(row.table)].filter(isAmount)
  return amounts.reduce((sum, field) => sum + Number(fieldValue(row, field) ?? 0), 0)
}

function checkAudit(world: World): void {
  const { commits, versions } = world.server.state
  const last = new Map<string, string>()
  for (const [at, commit] of commits.entries()) {
    const previous = commits[at - 1]
    if (previous !== undefined && commit.hash !== chainHash(previous.hash, commit))
      world.violate('I7', `chain broken at ${commit.seq}`)
    if (commit.seq !== at) world.violate('I7', `commit ${at} has number ${commit.seq}`)
    for (const stamp of commit.stamps) last.set(stamp.split('/')[0] ?? '', stamp)
  }
  for (const [id, rows] of versions) {
    if (rows.some(({ rev }, at) => rev !== at + 1)) world.violate('I5', `${id} misses a version`)
    const current = rows.at(-1)
    if (current !== undefined && last.get(id) !== `${id}/${stampOf(current)}`)
      world.violate('I7', `${id} is not what the log says`)
  }
  if (last.size !== versions.size) world.violate('I7', 'the log tells of other rows than the server has')
}

function checkLines(world: World, live: readonly RowVersion[]): void {
  const uids = new Set<string>()
  const numbers = new Set<string>()
  for (const { id, fields } of live) {
    const uid = world.uidById.get(id)
    if (uid !== undefined && uids.has(uid) && !world.ambiguousUids.has(uid) && !isNamedTwice(world, uid))
      world.violate('I11', `${uid} stands on the server twice`)
    if (uid !== undefined) uids.add(uid)
    const number = `${fields.table}:${fields.lineNumber}`
    if (numbers.has(number)) world.violate('I11', `number ${number} stands on the server twice`)
    numbers.add(number)
  }
}

/**
 * The one known limit: two instances of one file name the same new row at the same moment, and somebody renumbers it
 * before either is answered. Then the line stands there twice, in sight of everybody, and no value is lost.
 */
function isNamedTwice(world: World, uid: string): boolean {
  return (world.namersByUid.get(uid)?.size ?? 0) > 1 && world.renumberedUids.has(uid)
}
