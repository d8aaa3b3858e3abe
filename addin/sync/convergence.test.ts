/** Two people, two panes, one server, and everything that can go wrong in between: in the end all hold the same. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseToken } from '#shared/sync/index.ts'
import { ServerError } from '../ports/server.ts'
import { WorkbookError } from '../ports/workbook.ts'
import {
  begroting,
  cellOf,
  clearLine,
  line,
  newWorld,
  nothingChosen,
  openPane,
  type Pane,
  paneWith,
  type World,
} from './sync.test-data.ts'

const action = fc.record({
  who: fc.integer({ min: 0, max: 1 }),
  what: fc.constantFrom('type', 'type', 'type', 'add', 'clear', 'swap', 'send', 'send', 'restart'),
  at: fc.integer({ min: 0, max: 5 }),
  field: fc.constantFrom('note', 'basis', 'amount0'),
  value: fc.integer({ min: 1, max: 4 }),
  fault: fc.constantFrom('none', 'none', 'offline', 'lost', 'cell-edit', 'typing', 'late'),
})
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never

test('[I1] [I11] workbooks and server converge, and no line comes twice', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 4, maxLength: 24 }), async (actions) => {
      const world = newWorld()
      const panes = [paneWith(world, [line('HOL-001'), line('HOL-002'), line('HOL-003')]), paneWith(world, [])]
      for (const pane of panes) await pane.sync.send(nothingChosen)
      for (const step of actions) await carryOut(world, panes, step)
      await comeToRest(world, panes)
      const live = sorted(world.server.liveRows())
      for (const pane of panes) {
        expect(pane.sync.current()).toMatchObject({ kind: 'idle', conflicts: [], questions: [], error: null })
        expect(sorted(begroting(pane).map(({ row }) => row))).toEqual(live)
        expect(begroting(pane).map(({ token }) => parseToken(token)?.pend)).toEqual(live.map(() => ({})))
      }
      expect(new Set(live.map(({ lineNumber }) => lineNumber)).size).toBe(live.length)
    }),
    { numRuns: 60 },
  )
})

async function carryOut(world: World, panes: Pane[], step: Action): Promise<void> {
  const pane = panes[step.who]
  if (pane === undefined) return
  const lines = begroting(pane)
  const placed = lines[step.at % Math.max(lines.length, 1)]
  switch (step.what) {
    case 'type':
      return typeIn(pane, step)
    case 'add':
      return pane.workbook.type('Begroting', `B${20 + step.who * 10 + step.at}`, `HOL-9${step.at}${step.value}`)
    case 'clear':
      return placed && clearLine(pane, placed.row.lineNumber)
    case 'swap':
      return swapRows(pane, 4, 4 + step.at)
    case 'restart':
      panes[step.who] = openPane(world, pane.workbook, pane.workbookId)
      panes[step.who]?.sync.resume(pane.workbookId)
      return
    case 'send':
      plant(world, pane, step)
      await pane.sync.send(nothingChosen)
      // What is due waits for the next action: a retry of its own is another person's send here.
      pane.sync.cancel()
      repair(world, pane)
  }
}

function typeIn(pane: Pane, { at, field, value }: Action): void {
  const lines = begroting(pane)
  const placed = lines[at % Math.max(lines.length, 1)]
  if (placed === undefined) return
  pane.workbook.type(
    'Begroting',
    cellOf(pane, placed.row.lineNumber, field),
    field === 'amount0' ? value : `tekst ${value}`,
  )
}

function swapRows({ workbook }: Pane, one: number, other: number): void {
  workbook.change('Begroting', (sheet) => {
    const rows = [...sheet.rows]
    rows[one] = sheet.rows[other]
    rows[other] = sheet.rows[one]
    return { ...sheet, rows }
  })
}

function plant({ server }: World, pane: Pane, step: Action): void {
  const { workbook } = pane
  switch (step.fault) {
    case 'offline':
      server.onRequest = () => {
        throw new ServerError('offline')
      }
      break
    case 'lost':
      server.onAnswer = () => {
        throw new ServerError('timed-out')
      }
      break
    case 'cell-edit':
      server.onAnswer = () => {
        workbook.before = () => {
          throw new WorkbookError('cell-edit')
        }
      }
      break
    case 'typing':
      server.onAnswer = () => typeIn(pane, step)
      break
    case 'late':
      server.onAnswer = () => {
        workbook.before = (at) => {
          if (at === 'write') typeIn(pane, step)
        }
      }
  }
}

function repair({ server }: World, { workbook }: Pane): void {
  server.onRequest = () => {}
  server.onAnswer = () => {}
  workbook.before = () => {}
}

/** Both settle what is asked, in turn, until nothing is. Twins get a number of their own, as a person would give it. */
async function comeToRest(world: World, panes: readonly Pane[]): Promise<void> {
  for (let round = 0; round < 6; round++) {
    for (const pane of panes) {
      repair(world, pane)
      await pane.sync.send(nothingChosen)
      for (const { id, field } of pane.sync.current().conflicts) {
        await pane.sync.settle({ id, field, choice: { kind: round % 2 === 0 ? 'mine' : 'theirs' } })
      }
      for (const { id, canKeep } of pane.sync.current().questions) {
        await pane.sync.answer({ id, choice: canKeep ? 'keep' : 'drop' })
      }
      for (const { cell } of pane.sync.current().preview?.twins ?? []) {
        pane.workbook.type('Begroting', `B${cell.slice(1)}`, `HOL-T${round}${cell}${panes.indexOf(pane)}`)
      }
      const missing = pane.sync.current().preview?.missing ?? []
      if (missing.length > 0) await pane.sync.send({ deletions: missing.map(({ id }) => id), returns: [] })
    }
  }
}

const sorted = <R extends { readonly lineNumber: string }>(rows: readonly R[]) =>
  [...rows].sort((a, b) => (a.lineNumber < b.lineNumber ? -1 : 1))
