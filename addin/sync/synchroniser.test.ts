import { describe, expect, test } from 'vitest'
import { parseToken } from '#shared/sync/index.ts'
import {
  begroting,
  cellOf,
  clearLine,
  examplePane,
  line,
  lineOf,
  newWorld,
  nothingChosen,
  paneWith,
  tokenOf,
  type,
} from './sync.test-data.ts'

describe('a preview', () => {
  test('says what would be sent, and neither sends nor writes', async () => {
    const world = newWorld()
    const pane = paneWith(world, [line('HOL-001', { amount0: 100_00 }), line('HOL-002')])
    const before = pane.workbook.grid
    await pane.sync.preview()
    expect(pane.sync.current()).toMatchObject({
      kind: 'previewed',
      preview: {
        created: [
          { lineNumber: 'HOL-001', description: 'Regel HOL-001', sheet: 'Begroting', cell: 'A5' },
          { lineNumber: 'HOL-002', cell: 'A6' },
        ],
        changed: [],
        missing: [],
        heldBack: [],
        twins: [],
      },
      headSeq: null,
    })
    expect([world.server.requests.length, pane.workbook.grid === before]).toEqual([0, true])
  })

  test('names changed rows, rows that vanished, rows that cannot be read, and numbers that stand twice', async () => {
    const world = newWorld()
    const pane = paneWith(
      world,
      ['HOL-001', 'HOL-002', 'HOL-003', 'HOL-004'].map((number) => line(number)),
    )
    await pane.sync.send(nothingChosen)
    type(pane, 'HOL-001', 'note', 'Aangepast')
    type(pane, 'HOL-003', 'amount0', 'ca. 45.000')
    clearLine(pane, 'HOL-002')
    pane.workbook.type('Begroting', 'B20', 'HOL-004')
    await pane.sync.preview()
    const { preview } = pane.sync.current()
    expect({
      changed: preview?.changed.map(({ lineNumber }) => lineNumber),
      missing: preview?.missing.map(({ lineNumber, table }) => [lineNumber, table]),
      heldBack: preview?.heldBack.map(({ lineNumber }) => lineNumber),
      twins: preview?.twins.map(({ cell }) => cell),
    }).toEqual({
      changed: ['HOL-001'],
      missing: [['HOL-002', 'begroting']],
      heldBack: ['HOL-003'],
      twins: ['A20'],
    })
  })
})

describe('synchronising', () => {
  test('[S-72] [S-47] creates the rows, writes their tokens, and finds nothing to do the next time', async () => {
    const world = newWorld()
    const pane = examplePane(world, 'STH')
    await pane.sync.send(nothingChosen)
    expect(pane.sync.current()).toMatchObject({
      kind: 'idle',
      outcome: { created: 3, changed: 0, deleted: 0, pulled: 0, findings: [], skippedCells: [] },
      preview: { created: [], changed: [], missing: [], heldBack: [], twins: [] },
      headSeq: 1,
      error: null,
      progress: null,
      syncedAtMs: world.clock.nowMs,
    })
    expect(parseToken(tokenOf(pane, 'STH-001'))).toMatchObject({ rev: 1, pend: {} })
    const settled = pane.workbook.grid
    await pane.sync.send(nothingChosen)
    expect(pane.sync.current()).toMatchObject({ kind: 'idle', outcome: { created: 0, changed: 0 }, headSeq: 1 })
    expect([world.server.requests[1]?.rows.length, pane.workbook.grid === settled]).toEqual([0, true])
  })

  test('shows reading, sending and writing with the count of rows', async () => {
    const world = newWorld()
    const pane = paneWith(world, [line('HOL-001'), line('HOL-002')])
    await pane.sync.send(nothingChosen)
    expect(pane.views.map(({ kind, progress }) => [kind, progress?.done ?? null, progress?.total ?? null])).toEqual(
      expect.arrayContaining([
        ['reading', null, null],
        ['sending', 0, 2],
        ['writing', 2, 2],
        ['idle', null, null],
      ]),
    )
  })

  test('brings what another workbook synchronised, and says which rows that are', async () => {
    const world = newWorld()
    const [mine, theirs] = [paneWith(world, [line('HOL-001')]), paneWith(world, [])]
    await mine.sync.send(nothingChosen)
    await theirs.sync.send(nothingChosen)
    expect(theirs.sync.current().outcome).toMatchObject({ pulled: 1, pulledRows: [{ lineNumber: 'HOL-001' }] })
    type(theirs, 'HOL-001', 'note', 'van de ander')
    await theirs.sync.send(nothingChosen)
    await mine.sync.send(nothingChosen)
    expect(lineOf(mine, 'HOL-001')).toMatchObject({ note: 'van de ander' })
    expect(mine.sync.current().outcome?.pulledRows).toMatchObject([{ lineNumber: 'HOL-001', note: 'van de ander' }])
  })

  test('tells of news until it has fetched it, and not of its own', async () => {
    const world = newWorld()
    const pane = paneWith(world, [line('HOL-001')])
    world.server.onAnswer = (answer) => pane.sync.serverChanged(answer?.seq ?? 0)
    await pane.sync.send(nothingChosen)
    expect(pane.sync.current().hasNews).toBe(false)
    pane.sync.serverChanged(2_000)
    expect(pane.sync.current().hasNews).toBe(true)
    await pane.sync.send(nothingChosen)
    expect(pane.sync.current().hasNews).toBe(false)
  })

  test('knows of edits until they were sent, and of those typed while they were', async () => {
    const world = newWorld()
    const pane = paneWith(world, [line('HOL-001')])
    pane.sync.workbookChanged()
    expect(pane.sync.current().hasEdits).toBe(true)
    await pane.sync.send(nothingChosen)
    expect(pane.sync.current().hasEdits).toBe(false)
    world.server.onAnswer = () => pane.sync.workbookChanged()
    type(pane, 'HOL-001', 'note', 'nog een keer')
    await pane.sync.send(nothingChosen)
    expect(pane.sync.current().hasEdits).toBe(true)
  })

  test('[I14] what is typed while the answer is under way stays, and goes with the next one', async () => {
    const world = newWorld()
    const pane = paneWith(world, [line('HOL-001', { note: 'eerst' })])
    world.server.onAnswer = () => type(pane, 'HOL-001', 'note', 'tijdens')
    await pane.sync.send(nothingChosen)
    world.server.onAnswer = () => {}
    expect([lineOf(pane, 'HOL-001')?.note, world.server.row('HOL-001')]).toMatchObject(['tijdens', { note: 'eerst' }])
    await pane.sync.send(nothingChosen)
    expect(world.server.row('HOL-001')).toMatchObject({ note: 'tijdens' })
  })

  test('[I3] what is typed between reading and writing is kept, and held against the value that nobody saw', async () => {
    const world = newWorld()
    const [mine, theirs] = [paneWith(world, [line('HOL-001', { note: 'begin' })]), paneWith(world, [])]
    await mine.sync.send(nothingChosen)
    await theirs.sync.send(nothingChosen)
    type(theirs, 'HOL-001', 'note', 'van de ander')
    await theirs.sync.send(nothingChosen)
    const cell = cellOf(mine, 'HOL-001', 'note')
    mine.workbook.before = (step) => {
      if (step !== 'write') return
      mine.workbook.before = () => {}
      type(mine, 'HOL-001', 'note', 'op het nippertje')
    }
    await mine.sync.send(nothingChosen)
    expect(mine.sync.current()).toMatchObject({
      kind: 'asking',
      outcome: { skippedCells: [`Begroting!${cell}`] },
      conflicts: [{ field: 'note', base: 'begin', mine: 'op het nippertje', theirs: 'van de ander' }],
    })
    expect(world.server.row('HOL-001')).toMatchObject({ note: 'van de ander' })
    await mine.sync.settle({ id: mine.sync.current().conflicts[0]?.id ?? '', field: 'note', choice: { kind: 'mine' } })
    expect(world.server.row('HOL-001')).toMatchObject({ note: 'op het nippertje' })
  })

  test('a token that is changed while tokens are written makes it look again', async () => {
    const world = newWorld()
    const pane = paneWith(world, [line('HOL-001'), line('HOL-002')])
    pane.workbook.before = (step) => {
      if (step !== 'write') return
      pane.workbook.before = () => {}
      pane.workbook.type('Begroting', cellOf(pane, 'HOL-001', 'token'), 'iets anders')
    }
    await pane.sync.send(nothingChosen)
    expect(world.server.liveRows()).toHaveLength(2)
    expect(begroting(pane).map(({ token }) => parseToken(token)?.rev)).toEqual([1, 1])
  })

  test('[S-42] rows that vanished are asked about, then deleted or put back as the person says', async () => {
    const world = newWorld()
    const pane = paneWith(world, [line('HOL-001'), line('HOL-002'), line('HOL-003')])
    await pane.sync.send(nothingChosen)
    clearLine(pane, 'HOL-001')
    clearLine(pane, 'HOL-002')
    await pane.sync.send(nothingChosen)
    const missing = pane.sync.current().preview?.missing ?? []
    expect(missing.map(({ lineNumber }) => lineNumber)).toEqual(['HOL-001', 'HOL-002'])
    expect(world.server.liveRows()).toHaveLength(3)
    await pane.sync.send({ deletions: [missing[0]?.id ?? ''], returns: [missing[1]?.id ?? ''] })
    expect(world.server.liveRows().map(({ lineNumber }) => lineNumber)).toEqual(['HOL-002', 'HOL-003'])
    expect(begroting(pane).map(({ row }) => row.lineNumber)).toEqual(['HOL-003', 'HOL-002'])
    expect(pane.sync.current()).toMatchObject({ outcome: { deleted: 1, pulled: 1 }, preview: { missing: [] } })
  })

  test('a deletion that was chosen without a preview is looked up first', async () => {
    const world = newWorld()
    const pane = paneWith(world, [line('HOL-001')])
    await pane.sync.send(nothingChosen)
    const id = parseToken(tokenOf(pane, 'HOL-001'))?.id ?? ''
    clearLine(pane, 'HOL-001')
    await pane.sync.send({ deletions: [id], returns: [] })
    expect(world.server.liveRows()).toEqual([])
  })

  test('rows beyond one request go in the rounds after it', { timeout: 120_000 }, async () => {
    const world = newWorld()
    const numbers = Array.from({ length: 4_990 }, (_, index) => `HOL-${String(index + 1).padStart(4, '0')}`)
    const actions = Array.from({ length: 30 }, (_, index) => ({
      ...planAction,
      lineNumber: `HOL-A${String(index + 1).padStart(3, '0')}`,
    }))
    const pane = paneWith(world, [...numbers.map((number) => line(number, { amount0: 1_00 })), ...actions])
    await pane.sync.send(nothingChosen)
    expect(world.server.requests.map(({ rows }) => rows.length)).toEqual([5_000, 20])
    expect(world.server.liveRows()).toHaveLength(5_020)
    expect(pane.sync.current()).toMatchObject({ kind: 'idle', outcome: { created: 5_020, changed: 0 } })
    expect(pane.views.map(({ progress }) => progress)).toEqual(
      expect.arrayContaining([
        { done: 0, total: 5_020 },
        { done: 5_000, total: 5_020 },
        { done: 5_020, total: 5_020 },
      ]),
    )
  })

  test('says that a workbook is no budget', async () => {
    const world = newWorld()
    const pane = paneWith(world, [])
    pane.workbook.grid = { sheets: [], names: new Map() }
    await pane.sync.send(nothingChosen)
    expect(pane.sync.current()).toMatchObject({ kind: 'unlinked', error: null, retryAtMs: null })
    await pane.sync.preview()
    expect(pane.sync.current().kind).toBe('unlinked')
  })

  test.for([
    ['a cover that names another area', 'Voorblad', 'B4', 'SPZ', 'other-budget', 'Voorblad'],
    ['a hidden sheet that is damaged', '_gebied', 'B1', null, 'missing-sheet', '_gebied'],
  ] as const)('refuses %s, and changes nothing', async ([, sheet, cell, value, reason, place]) => {
    const world = newWorld()
    const pane = paneWith(world, [line('HOL-001')])
    pane.workbook.type(sheet, cell, value)
    await pane.sync.preview()
    expect(pane.sync.current()).toMatchObject({ kind: 'refused', error: { reason, place } })
    await pane.sync.send(nothingChosen)
    expect(pane.sync.current()).toMatchObject({ kind: 'refused', error: { reason, place }, retryAtMs: null })
    expect([world.server.requests.length, pane.workbook.counts.write]).toEqual([0, 0])
  })

  test('refuses a workbook of which a table is gone: its rows would look deleted', async () => {
    const world = newWorld()
    const pane = paneWith(world, [line('HOL-001')])
    await pane.sync.send(nothingChosen)
    pane.workbook.change('Begroting', (sheet) => ({ ...sheet, rows: [], tables: [] }))
    await pane.sync.send(nothingChosen)
    expect(pane.sync.current()).toMatchObject({
      kind: 'refused',
      error: { reason: 'missing-table', place: 'tblBegroting' },
    })
    expect(world.server.requests).toHaveLength(1)
  })

  test('[S-113] refuses a workbook without a column: a row of the server written into it would lose that field', async () => {
    const world = newWorld()
    const [mine, theirs] = [paneWith(world, [line('HOL-001')]), paneWith(world, [line('HOL-002')])]
    await theirs.sync.send(nothingChosen)
    mine.workbook.change('Begroting', (sheet) => ({
      ...sheet,
      tables: sheet.tables.map((place) => ({
        ...place,
        headings: place.headings.map((heading) => (heading === 'Contract' ? 'x' : heading)),
      })),
    }))
    await mine.sync.send(nothingChosen)
    expect(mine.sync.current()).toMatchObject({
      kind: 'refused',
      error: { reason: 'missing-column', place: 'Begroting: Contract' },
    })
    expect([world.server.requests.length, mine.workbook.counts.write]).toEqual([1, 0])
  })

  test('says so when there is no room for a row, and has changed nothing', async () => {
    const world = newWorld()
    const [mine, theirs] = [paneWith(world, [line('HOL-001')]), paneWith(world, [line('HOL-002')])]
    await theirs.sync.send(nothingChosen)
    mine.workbook.change('Begroting', (sheet) => ({
      ...sheet,
      tables: sheet.tables.map((table) => ({ ...table, area: { ...table.area, bottom: 5 }, hasTotalsRow: true })),
    }))
    await mine.sync.send(nothingChosen)
    expect(mine.sync.current()).toMatchObject({ kind: 'refused', error: { reason: 'no-room', place: 'begroting' } })
    expect(begroting(mine).map(({ row }) => row.lineNumber)).toEqual(['HOL-001'])
  })
})

const planAction = {
  table: 'jaarplan',
  lineNumber: '',
  instrument: null,
  title: 'Actie',
  goalCode: null,
  domain: null,
  owner: null,
  from: null,
  to: null,
  status: null,
} as const
