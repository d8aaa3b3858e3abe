/** Invariants that hold at the moment of a commit. They are written against the store, not against the protocol's code. */
import { fieldValue } from '#shared/model/index.ts'
import { noStamp, type PushBasis, type PushPlan, rowHash, stampOf, type SyncRequest } from '#shared/sync/index.ts'
import { fieldOf, shownFields, tableOfKey } from './sheet-rows.ts'
import type { World } from './world.ts'

type Write = PushPlan['writes'][number]

export function checkCommit(world: World, request: SyncRequest, plan: PushPlan, basis: PushBasis): void {
  const { server } = world
  if (basis.isReplay) world.count('replays')
  if (request.head !== null && !request.isRecovering && !isInHistory(world, request.head.seq, request.head.hash))
    world.violate('I10', `server was put back and ${request.pushId} went through silently`)
  if (plan.writes.length > 0 && server.isLocked) world.violate('I9', `${request.pushId} written while locked`)
  if (plan.writes.length > 0 && server.state.pushIds.has(request.pushId))
    world.violate('I4', `${request.pushId} written twice`)
  world.unknownBasesByPush.set(request.pushId, unknownBases(world, request))
  for (const result of plan.results) checkResult(world, plan, result)
  for (const write of plan.writes) checkWrite(world, request, write)
  for (const result of plan.results)
    if (result.kind === 'conflict') for (const field of result.fields) checkConflict(world, request, result.id, field)
}

function isInHistory(world: World, seq: number, hash: string): boolean {
  return world.server.state.commits[seq]?.hash === hash
}

/** What an answer says about a row is what the server has after this commit. */
function checkResult(world: World, plan: PushPlan, result: PushPlan['results'][number]): void {
  if (result.kind !== 'accepted' && result.kind !== 'conflict') return undefined
  const written = plan.writes.find(({ version }) => version.id === result.id)?.version
  const standing = written ?? world.server.current(result.id)
  if (standing === undefined || stampOf(standing) !== stampOf(result.row))
    world.violate('I2', `${result.id} acknowledged as ${stampOf(result.row)}, which is not on the server`)
}

function unknownBases(world: World, request: SyncRequest): ReadonlySet<string> {
  const pushed = request.rows.flatMap((row) =>
    [stampOf(row), ...Object.values(row.pend)].map((stamp) => [row.id, stamp]),
  )
  const named = [...request.known, ...pushed].filter(([, stamp]) => stamp !== noStamp)
  return new Set(
    named.filter(([id = '', stamp = '']) => !world.server.hasVersion(id, stamp)).map(([id, stamp]) => `${id}/${stamp}`),
  )
}

function checkWrite(world: World, request: SyncRequest, { version, before }: Write): void {
  const current = world.server.current(version.id)
  if (version.rev !== (current?.rev ?? 0) + 1 || current?.hash !== before?.hash)
    world.violate('I5', `${version.id} rev ${version.rev} written over rev ${current?.rev ?? 0}`)
  if (!version.isDeleted && version.hash !== rowHash(version.fields))
    world.violate('I7', `${version.id} has a wrong hash`)
  noteLine(world, version.id, world.senderByPush.get(request.pushId)?.uidById.get(version.id))
  const confirmed = `${version.id}/${before === undefined ? '' : stampOf(before)}`
  if (version.isDeleted && !world.confirmedDeletions.has(confirmed))
    world.violate('I3', `${version.id} deleted without a person's word`)
  for (const field of shownFields[tableOfKey(version.fields.table)])
    checkField(world, request, { version, before }, field)
}

/** Copies of a row with its token are alike: an id can pass from one to the other, and then neither tells a line apart. */
function noteLine(world: World, id: string, uid: string | undefined): void {
  const former = world.uidById.get(id)
  if (uid === undefined) return undefined
  world.uidById.set(id, uid)
  if (former !== undefined && former !== uid) for (const line of [former, uid]) world.ambiguousUids.add(line)
}

/** Overwriting takes that the person chose or saw the old value; deleting a row that its values were at least listed. */
function checkField(world: World, request: SyncRequest, { version, before }: Write, field: string): void {
  const workbook = world.senderByPush.get(request.pushId)?.instance.workbook
  const now = fieldValue(version.fields, field)
  const old = before === undefined || before.isDeleted ? now : fieldValue(before.fields, field)
  const isListed = workbook?.wasShown(version.id, `listed.${field}`, old)
  const isShown = workbook?.wasShown(version.id, field, old) || (version.isDeleted && isListed)
  if ((version.isDeleted || old !== now) && !isShown)
    world.violate('I3', `${version.id}.${field}: ${old} overwritten by ${now}, never shown`)
  if (old !== now && !workbook?.wasShown(version.id, field, now))
    world.violate('I3', `${version.id}.${field}: ${now} written, which nobody typed`)
}

/** An own edit that had landed and was replaced since is no conflict: the workbook only never heard of it. */
function checkConflict(world: World, request: SyncRequest, id: string, name: string): void {
  const row = request.rows.find((pushed) => pushed.id === id)
  const versions = world.server.state.versions.get(id) ?? []
  if (row === undefined || name === 'lineNumber') return undefined
  const stamp = row.pend[name] ?? stampOf(row)
  const base = versions.findIndex((version) => stampOf(version) === stamp)
  if (base < 0 && (row.rev > 0 || row.pend[name] === noStamp)) return undefined
  const field = fieldOf(row.fields.table, name)
  const landed = versions.slice(base + 1).some(({ workbookId, fields }, at, later) => {
    const previous = later[at - 1] ?? versions[base]
    const isNew = previous === undefined || fieldValue(previous.fields, field) !== fieldValue(fields, field)
    return isNew && workbookId === request.workbookId && fieldValue(fields, field) === fieldValue(row.fields, field)
  })
  if (landed) world.violate('I4', `${id}.${name}: an own edit that had landed came back as a conflict`)
}
