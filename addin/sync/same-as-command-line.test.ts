/** The pane and the command line do the same: the same rows, the same steps, over an open workbook and over a file. */
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../cli/gebied.test-data.ts'
import { newWorkbook } from '../../cli/commands/template.ts'
import { isOpen, type SyncOutcome } from '../../cli/sync/outcome.ts'
import { type SyncChoices, syncFile } from '../../cli/sync/sync-file.ts'
import { openWorkbook, saveBytes } from '../../cli/workbook-file.ts'
import { patchXlsx } from '../../xlsx/index.ts'
import { type AreaWorkbook, tableIds } from '#shared/model/index.ts'
import { parseToken } from '#shared/sync/index.ts'
import { editsForRows, readAreaWorkbook, readState, type RowWrite, type WorkbookGrid } from '#shared/workbook/index.ts'
import { examplePane, newWorld, nothingChosen, type Pane, type World } from './sync.test-data.ts'

const choices: SyncChoices = { missing: undefined, conflicts: undefined, isRecovering: false, reason: undefined }

test.for(['HOL', 'SPZ', 'STH', 'SHT', 'STAD'])('[S-72] over the example workbook of %s', async (areaCode) => {
  const inPane = newWorld()
  const inFile = newWorld()
  const pane = examplePane(inPane, areaCode)
  const file = exampleFile(areaCode)

  await pane.sync.send(nothingChosen)
  const created = await fileSync(inFile, file)
  expect(outcomeOf(pane)).toEqual(countsOf(created))
  expect(standOf(pane.workbook.grid)).toEqual(standOf(openWorkbook(file).grid))

  // Another person changes, deletes and adds; here another field of the same line, and the same field of another.
  const other = examplePane(inPane, areaCode)
  const otherFile = exampleFile(areaCode)
  await other.sync.send(nothingChosen)
  await fileSync(inFile, otherFile)
  const theirs = editing('note', 'van de ander', 'Van buiten')
  await editGrid(other, theirs)
  editFile(otherFile, theirs)
  await other.sync.send(nothingChosen)
  await fileSync(inFile, otherFile)
  const ours = editing('basis', 'van mij', undefined)
  await editGrid(pane, ours)
  editFile(file, ours)
  await pane.sync.send(nothingChosen)
  const merged = await fileSync(inFile, file)

  expect(outcomeOf(pane)).toEqual(countsOf(merged))
  expect([pane.sync.current().kind === 'asking', pane.sync.current().conflicts.length]).toEqual([isOpen(merged), 0])
  expect(standOf(pane.workbook.grid)).toEqual(standOf(openWorkbook(file).grid))
  expect(inPane.server.liveRows()).toEqual(inFile.server.liveRows())
})

function exampleFile(areaCode: string): string {
  const file = `${temporaryFolder()}/${areaCode}.xlsx`
  saveBytes(file, newWorkbook({ areaCode, year: 2023, version: 'primitief' }, true))
  return file
}

function fileSync({ server }: World, file: string): Promise<SyncOutcome> {
  const refuse = () => Promise.reject(new Error('The command line asks for nothing else.'))
  return syncFile(
    file,
    { server: '', get: refuse, put: refuse, post: refuse, synchronise: (...sent) => server.synchronise(...sent) },
    choices,
  )
}

/** One field of the first line; and a line of its own. */
function editing(field: string, value: string, added: string | undefined) {
  return ({ rows }: AreaWorkbook): readonly RowWrite[] => [
    ...rows.begroting.slice(0, 1).map(
      ({ gridRow }): RowWrite => ({
        kind: 'change',
        table: 'begroting',
        gridRow: gridRow ?? 0,
        values: { [field]: value },
      }),
    ),
    ...(added === undefined
      ? []
      : [{ kind: 'add', table: 'jaarplan', values: { lineNumber: 'X-A900', title: added }, token: null } as const]),
  ]
}

async function editGrid({ workbook }: Pane, writes: (read: AreaWorkbook) => readonly RowWrite[]): Promise<void> {
  const read = readAreaWorkbook(workbook.grid)
  await workbook.write(editsForRows(read, workbook.grid, writes(read)).edits)
}

function editFile(file: string, writes: (read: AreaWorkbook) => readonly RowWrite[]): void {
  const { bytes, grid, workbook } = openWorkbook(file)
  saveBytes(file, patchXlsx(bytes, editsForRows(workbook, grid, writes(workbook)).edits))
}

/** Rows with their tokens and what the workbook remembers, but for the ids, which are random. */
function standOf(grid: WorkbookGrid) {
  const { rows } = readAreaWorkbook(grid)
  const placed = tableIds.flatMap((table): readonly unknown[] =>
    rows[table].map(({ row, gridRow, token }) => {
      const parsed = parseToken(token)
      return { row, gridRow, rev: parsed?.rev, hash: parsed?.hash, pend: parsed?.pend }
    }),
  )
  const state = readState(grid)
  const known = state?.known.map(({ table, rev, hash, lineNumber, pend }) => ({ table, rev, hash, lineNumber, pend }))
  return { placed, headSeq: state?.head?.seq, known }
}

function outcomeOf({ sync }: Pane) {
  const { outcome } = sync.current()
  return {
    created: outcome?.created,
    changed: outcome?.changed,
    deleted: outcome?.deleted,
    pulled: outcome?.pulled,
    questions: sync.current().questions.length,
  }
}

function countsOf({ created, changed, deleted, pulled, questions }: SyncOutcome) {
  return { created, changed, deleted, pulled, questions: questions.length }
}
