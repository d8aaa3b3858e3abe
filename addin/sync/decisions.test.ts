import { describe, expect, test } from 'vitest'
import type { ConflictDecision } from '../ports/synchroniser.ts'
import { ServerError } from '../ports/server.ts'
import { WorkbookError } from '../ports/workbook.ts'
import {
  begroting,
  cellOf,
  clearLine,
  line,
  lineOf,
  newWorld,
  nothingChosen,
  openPane,
  type Pane,
  paneWith,
  tokenOf,
  type,
  type World,
} from './sync.test-data.ts'
import { parseToken } from '#shared/sync/index.ts'

/** Two workbooks with the same line, in which both people changed the amount, and one of them the note. */
async function conflicting(): Promise<{ world: World; mine: Pane; theirs: Pane }> {
  const world = newWorld()
  const mine = paneWith(world, [line('HOL-001', { amount0: 16_000_000, note: 'begin' })])
  const theirs = paneWith(world, [])
  await mine.sync.send(nothingChosen)
  await theirs.sync.send(nothingChosen)
  type(theirs, 'HOL-001', 'amount0', 170_000)
  type(theirs, 'HOL-001', 'note', 'van de ander')
  world.server.by = 'Controller Spoorzone'
  await theirs.sync.send(nothingChosen)
  type(mine, 'HOL-001', 'amount0', 165_000.5)
  await mine.sync.send(nothingChosen)
  return { world, mine, theirs }
}

const settle = ({ sync }: Pane, choice: ConflictDecision['choice']) =>
  sync.settle({ id: sync.current().conflicts[0]?.id ?? '', field: 'amount.2023', choice })

describe('[S-40] a conflict', () => {
  test('shows both values as a person writes them, where they stand, and holds back nothing else', async () => {
    const { mine } = await conflicting()
    expect(mine.sync.current()).toMatchObject({
      kind: 'asking',
      conflicts: [
        {
          lineNumber: 'HOL-001',
          field: 'amount.2023',
          heading: '2023',
          base: '160.000,00',
          mine: '165.000,50',
          theirs: '170.000,00',
          kind: 'cents',
          by: 'Controller Spoorzone',
          at: '2026-01-06T10:00:00Z',
          sheet: 'Begroting',
          cell: cellOf(mine, 'HOL-001', 'amount0'),
        },
      ],
    })
    expect(lineOf(mine, 'HOL-001')).toMatchObject({ amount0: 16_500_050, note: 'van de ander' })
  })

  test('is settled with mine', async () => {
    const { world, mine } = await conflicting()
    await settle(mine, { kind: 'mine' })
    expect(mine.sync.current()).toMatchObject({ kind: 'idle', conflicts: [] })
    expect(world.server.row('HOL-001')).toMatchObject({ amount0: 16_500_050, note: 'van de ander' })
    expect(parseToken(tokenOf(mine, 'HOL-001'))?.pend).toEqual({})
  })

  test('is settled with the value of the server', async () => {
    const { world, mine } = await conflicting()
    await settle(mine, { kind: 'theirs' })
    expect(mine.sync.current()).toMatchObject({ kind: 'idle', conflicts: [] })
    expect(lineOf(mine, 'HOL-001')).toMatchObject({ amount0: 17_000_000 })
    expect(world.server.row('HOL-001')).toMatchObject({ amount0: 17_000_000 })
    expect(parseToken(tokenOf(mine, 'HOL-001'))?.pend).toEqual({})
  })

  test('is settled with another value', async () => {
    const { world, mine } = await conflicting()
    await settle(mine, { kind: 'other', value: 16_800_000 })
    expect(mine.sync.current()).toMatchObject({ kind: 'idle', conflicts: [] })
    expect(lineOf(mine, 'HOL-001')).toMatchObject({ amount0: 16_800_000 })
    expect(world.server.row('HOL-001')).toMatchObject({ amount0: 16_800_000 })
  })

  test('comes back with the newer value when that moved since it was shown', async () => {
    const { world, mine, theirs } = await conflicting()
    type(theirs, 'HOL-001', 'amount0', 180_000)
    await theirs.sync.send(nothingChosen)
    await settle(mine, { kind: 'mine' })
    expect(mine.sync.current()).toMatchObject({ kind: 'asking', conflicts: [{ theirs: '180.000,00' }] })
    expect(world.server.row('HOL-001')).toMatchObject({ amount0: 18_000_000 })
  })

  test('keeps what the person typed after it was shown, and asks again', async () => {
    const { mine } = await conflicting()
    type(mine, 'HOL-001', 'amount0', 1)
    await settle(mine, { kind: 'theirs' })
    expect(mine.sync.current()).toMatchObject({ kind: 'asking', conflicts: [{ mine: '1,00', theirs: '170.000,00' }] })
    expect(lineOf(mine, 'HOL-001')).toMatchObject({ amount0: 100 })
  })

  test('stays open without a server, and the decision goes when it is back', async () => {
    const { world, mine } = await conflicting()
    world.server.onRequest = () => {
      throw new ServerError('offline')
    }
    await settle(mine, { kind: 'mine' })
    expect(mine.sync.current()).toMatchObject({ kind: 'waiting', conflicts: [] })
    world.server.onRequest = () => {}
    await mine.sync.send(nothingChosen)
    expect(world.server.row('HOL-001')).toMatchObject({ amount0: 16_500_050 })
  })

  test('stays when the cell cannot be written, and says why', async () => {
    const { mine } = await conflicting()
    mine.workbook.before = (step) => {
      if (step === 'write') throw new WorkbookError('protected', 'Begroting')
    }
    await settle(mine, { kind: 'theirs' })
    expect(mine.sync.current()).toMatchObject({ kind: 'asking', conflicts: [{}], error: { reason: 'protected' } })
  })

  test('several decisions shortly after each other go with one request', async () => {
    const { world, mine, theirs } = await conflicting()
    type(theirs, 'HOL-001', 'note', 'nog eens')
    type(mine, 'HOL-001', 'note', 'van mij')
    await theirs.sync.send(nothingChosen)
    await mine.sync.send(nothingChosen)
    const { conflicts } = mine.sync.current()
    expect(conflicts.map(({ field }) => field)).toEqual(['amount.2023', 'note'])
    const before = world.server.requests.length
    await Promise.all(conflicts.map(({ id, field }) => mine.sync.settle({ id, field, choice: { kind: 'mine' } })))
    expect(world.server.requests.length - before).toBe(1)
    expect(world.server.row('HOL-001')).toMatchObject({ amount0: 16_500_050, note: 'van mij' })
  })

  test('comes back after a restart', async () => {
    const { world, mine } = await conflicting()
    const again = openPane(world, mine.workbook, mine.workbookId)
    expect(again.sync.current().conflicts).toEqual([])
    await again.sync.send(nothingChosen)
    expect(again.sync.current()).toMatchObject({ kind: 'asking', conflicts: [{ mine: '165.000,50' }] })
  })
})

const decide = ({ sync }: Pane, choice: 'keep' | 'drop') =>
  sync.answer({ id: sync.current().questions[0]?.id ?? '', choice })

describe('a question', () => {
  /** The other person deleted the line that was changed here. */
  async function goneElsewhere() {
    const world = newWorld()
    const [mine, theirs] = [paneWith(world, [line('HOL-001'), line('HOL-002')]), paneWith(world, [])]
    await mine.sync.send(nothingChosen)
    await theirs.sync.send(nothingChosen)
    const id = parseToken(tokenOf(theirs, 'HOL-001'))?.id ?? ''
    clearLine(theirs, 'HOL-001')
    await theirs.sync.send({ deletions: [id], returns: [] })
    type(mine, 'HOL-001', 'note', 'gewijzigd')
    await mine.sync.send(nothingChosen)
    return { world, mine, theirs, id }
  }

  test('about a line that somebody else deleted: it is brought back', async () => {
    const { world, mine, id } = await goneElsewhere()
    expect(mine.sync.current()).toMatchObject({
      kind: 'asking',
      questions: [
        {
          kind: 'gone',
          id,
          lineNumber: 'HOL-001',
          description: 'Regel HOL-001',
          by: 'Controller Holtenbroek',
          canKeep: true,
        },
      ],
    })
    await decide(mine, 'keep')
    expect(mine.sync.current()).toMatchObject({ kind: 'idle', questions: [] })
    expect(world.server.row('HOL-001')).toMatchObject({ note: 'gewijzigd' })
  })

  test('about a line that somebody else deleted: it goes here too', async () => {
    const { world, mine } = await goneElsewhere()
    await decide(mine, 'drop')
    expect(mine.sync.current()).toMatchObject({ kind: 'idle', questions: [], preview: { missing: [] } })
    expect(begroting(mine).map(({ row }) => row.lineNumber)).toEqual(['HOL-002'])
    expect(world.server.liveRows()).toHaveLength(1)
  })

  /** Two people used one number for two different lines. */
  async function sameNumber() {
    const world = newWorld()
    const mine = paneWith(world, [line('HOL-001', { note: 'van mij' })])
    await paneWith(world, [line('HOL-001', { note: 'van de ander' })]).sync.send(nothingChosen)
    await mine.sync.send(nothingChosen)
    return { world, mine }
  }

  test('about a number that another line bears: removed here, the other line comes in its place', async () => {
    const { mine } = await sameNumber()
    expect(mine.sync.current().questions).toMatchObject([{ kind: 'duplicate', lineNumber: 'HOL-001', canKeep: false }])
    await decide(mine, 'keep')
    expect(mine.sync.current().questions).toMatchObject([{ kind: 'duplicate' }])
    await decide(mine, 'drop')
    expect(begroting(mine).map(({ row }) => row.note)).toEqual(['van de ander'])
    expect(mine.sync.current()).toMatchObject({ kind: 'idle', questions: [] })
  })

  test('about a number that another line bears: a number of its own in the sheet settles it', async () => {
    const { world, mine } = await sameNumber()
    type(mine, 'HOL-001', 'lineNumber', 'HOL-007')
    await mine.sync.send(nothingChosen)
    expect(mine.sync.current()).toMatchObject({ kind: 'idle', questions: [] })
    expect(world.server.liveRows().map(({ lineNumber }) => lineNumber)).toEqual(['HOL-001', 'HOL-007'])
  })

  test('about a new line with the content that another once had: it is a line of its own', async () => {
    const world = newWorld()
    const [mine, theirs] = [paneWith(world, [line('HOL-001', { note: 'gelijk' })]), paneWith(world, [])]
    await mine.sync.send(nothingChosen)
    await theirs.sync.send(nothingChosen)
    type(theirs, 'HOL-001', 'lineNumber', 'HOL-009')
    await theirs.sync.send(nothingChosen)
    const third = paneWith(world, [line('HOL-001', { note: 'gelijk' })])
    await third.sync.send(nothingChosen)
    expect(third.sync.current().questions).toMatchObject([{ kind: 'duplicate', canKeep: true }])
    await decide(third, 'keep')
    expect(world.server.liveRows().map(({ lineNumber }) => lineNumber)).toEqual(['HOL-009', 'HOL-001'])
    expect(third.sync.current()).toMatchObject({ kind: 'idle', questions: [] })
  })

  /** The deletion was confirmed here while somebody else changed the line. */
  async function changedBeforeDeletion() {
    const world = newWorld()
    const [mine, theirs] = [paneWith(world, [line('HOL-001'), line('HOL-002')]), paneWith(world, [])]
    await mine.sync.send(nothingChosen)
    await theirs.sync.send(nothingChosen)
    const id = parseToken(tokenOf(mine, 'HOL-001'))?.id ?? ''
    clearLine(mine, 'HOL-001')
    await mine.sync.preview()
    type(theirs, 'HOL-001', 'note', 'toch nodig')
    await theirs.sync.send(nothingChosen)
    await mine.sync.send({ deletions: [id], returns: [] })
    return { world, mine }
  }

  test('about a deletion of a line that changed since: it comes back into the sheet', async () => {
    const { world, mine } = await changedBeforeDeletion()
    expect(mine.sync.current()).toMatchObject({
      kind: 'asking',
      questions: [{ kind: 'delete-conflict', canKeep: true }],
    })
    await decide(mine, 'keep')
    expect(lineOf(mine, 'HOL-001')).toMatchObject({ note: 'toch nodig' })
    expect([world.server.liveRows().length, mine.sync.current().kind]).toEqual([2, 'idle'])
  })

  test('about a deletion of a line that changed since: it is deleted all the same', async () => {
    const { world, mine } = await changedBeforeDeletion()
    await decide(mine, 'drop')
    expect(world.server.liveRows().map(({ lineNumber }) => lineNumber)).toEqual(['HOL-002'])
    expect(mine.sync.current()).toMatchObject({ kind: 'idle', questions: [], preview: { missing: [] } })
  })
})
