import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { exampleReference, exampleWorkbooks } from '#shared/example/index.ts'
import type { Reference } from '#shared/model/index.ts'
import { formatToken } from '#shared/sync/index.ts'
import { readState, templateDesign } from '#shared/workbook/index.ts'
import { olderDesign } from '#shared/workbook/older-template.test-data.ts'
import { sampleRow } from '#shared/workbook/sample-workbook.ts'
import { writeXlsx } from '../../xlsx/index.ts'
import { gebied, temporaryFolder } from '../gebied.test-data.ts'
import { startLocalServer } from '../local-server/start.ts'
import { openWorkbook } from '../workbook-file.ts'
import { newWorkbook } from './template.ts'

const budget = { areaCode: 'HOL', year: 2023, version: 'primitief' }
const token = formatToken({ id: '01900000-0000-7000-8000-000000000001', rev: 3, hash: '00000000000000aa', pend: {} })

/** The workbook of HOL, as it is or as an older template made it. */
function designOf(lines: Parameters<typeof sampleRow>[1][], reference: Reference = exampleReference) {
  return templateDesign({
    budget,
    state: 'concept',
    reference,
    templateVersion: 2,
    workbookId: '01900000-0000-7000-8000-000000000009',
    rows: {
      begroting: lines.map((fields, index) => ({
        row: sampleRow('begroting', { areaCode: 'HOL', lineNumber: `HOL-00${index + 1}`, side: 'L', ...fields }),
        token,
      })),
    },
    controlTotals: null,
    head: { seq: 4, hash: 'h' },
    known: [],
  })
}

function files(bytes: Uint8Array) {
  const folder = temporaryFolder()
  const old = path.join(folder, 'oud.xlsx')
  writeFileSync(old, bytes)
  return { old, fresh: path.join(folder, 'nieuw.xlsx') }
}

const from = (old: string, ...args: readonly string[]) => gebied('template', '--uit', old, ...args)

describe('a workbook from another one', () => {
  test('[S-110] for the next year, with what was left out and what is still to do', async () => {
    const { old, fresh } = files(newWorkbook(budget, true))
    const before = readFileSync(old)
    const run = await from(old, '--jaar', '2024', fresh)
    expect([run.exitCode, run.stderr]).toEqual([0, ''])
    expect(run.stdout).toContain('HOL 2024 primitief')
    expect(run.stdout).toContain('vanaf 2024 is er geen bedrag meer: HOL-001, HOL-002, HOL-003, HOL-004.')
    expect(run.stdout).toContain('2027 is nog leeg. Vul het bedrag in bij: HOL-005.')
    expect(run.stdout).toContain('uit het blad Codes')
    const { workbook, grid } = openWorkbook(fresh)
    const line = exampleWorkbooks.get('HOL')?.begroting.find(({ lineNumber }) => lineNumber === 'HOL-005')
    expect(workbook.budget).toEqual({ ...budget, year: 2024 })
    expect(workbook.rows.begroting).toMatchObject([
      { row: { lineNumber: 'HOL-005', amount0: line?.amount1, amount2: line?.amount3, amount3: null }, token: null },
    ])
    expect(readState(grid)).toMatchObject({ year: 2024, head: null, known: [] })
    expect(readFileSync(old)).toEqual(before)
  })

  test('[S-110] with codes renumbered when asked, and in English', async () => {
    const until = { validFrom: 2023, validTo: 2023 }
    const since = { validFrom: 2024, validTo: 2026 }
    const programmes = [
      { code: '6', name: 'Stad', ...until },
      { code: '7', name: 'Stad', ...since },
    ]
    const lines = [{ programmeCode: '6', amount1: 100 }]
    const { old, fresh } = files(writeXlsx(designOf(lines, { ...exampleReference, programmes })))
    const listed = await from(old, '--jaar', '2024', fresh)
    expect(listed.stdout).toContain('HOL-001, Programma: 6 is in 2024 geworden 7. Met --hernummer wordt dat ingevuld.')
    expect(openWorkbook(fresh).workbook.rows.begroting[0]?.row.programmeCode).toBe('6')
    const done = await from(old, '--jaar', '2024', '--hernummer', '--overschrijf', '--taal', 'en', fresh)
    expect(done.stdout).toContain('HOL-001, Programma: 6 was renumbered to 7.')
    expect(openWorkbook(fresh).workbook.rows.begroting[0]?.row.programmeCode).toBe('7')
  })

  test('[S-111] for an amendment, with the chosen lines prepared', async () => {
    const { old, fresh } = files(newWorkbook(budget, true))
    const run = await from(old, '--versie', 'wijziging-1', '--regels', 'HOL-002, HOL-005', fresh)
    expect(run.stdout).toContain('Klaargezette regels: 2.')
    const { workbook } = openWorkbook(fresh)
    expect(workbook.budget).toEqual({ ...budget, version: 'wijziging-1' })
    expect(workbook.rows.begroting.map(({ row }) => [row.lineNumber, row.changesNumber, row.amount0])).toEqual([
      ['HOL-006', 'HOL-002', null],
      ['HOL-007', 'HOL-005', null],
    ])
  })

  test('[S-112] in the present template, after which it checks as one and keeps its link to the server', async () => {
    const { old, fresh } = files(writeXlsx(olderDesign(designOf([{ amount0: 100, note: 'uitleg' }]))))
    expect((await gebied('check', old)).stdout).toContain('GB-111')
    const run = await from(old, fresh)
    expect([run.exitCode, run.stderr]).toEqual([0, ''])
    expect(run.stdout).toContain('met sjabloon 2')
    const { workbook, grid } = openWorkbook(fresh)
    expect(workbook.gridIssues).toEqual([])
    expect(workbook.rows.begroting).toMatchObject([{ row: { amount0: 100, note: 'uitleg' }, isHeldBack: false }])
    expect(workbook.rows.begroting[0]?.token).toContain(token.slice(0, 36))
    expect(readState(grid)).toMatchObject({
      workbookId: '01900000-0000-7000-8000-000000000009',
      templateVersion: 2,
      head: { seq: 4, hash: 'h' },
    })
    expect((await gebied('check', fresh)).stdout).not.toContain('GB-111')
  })

  test('[S-113] an older workbook is not synchronised, and the answer says what to do', async () => {
    const { old } = files(writeXlsx(olderDesign(designOf([{ amount0: 100 }]))))
    const run = await gebied('sync', '--proef', old)
    expect(run.exitCode).toBe(2)
    expect(run.stderr).toContain('ontbreekt de kolom "Reserve"')
    expect(run.stderr).toContain('gebied template --uit')
  })

  test('takes the lists of a server that is named, and refuses when it is not there', async () => {
    const server = await startLocalServer({ port: 0, stateDir: null })
    const { old, fresh } = files(newWorkbook(budget, true))
    const run = await from(old, '--jaar', '2024', '--server', server.url, fresh)
    expect(run.stdout).toContain('Lijsten: van de server')
    await server.stop()
    const refused = await from(old, '--jaar', '2024', '--overschrijf', '--server', server.url, fresh)
    expect([refused.exitCode, refused.stdout]).toEqual([2, ''])
    expect(refused.stderr).toContain('is niet bereikbaar')
  })

  test('says of lists from nowhere that they are the example’s', async () => {
    const design = designOf([{ amount1: 100 }])
    const withoutLists = design.sheets.map((sheet) =>
      sheet.name === 'Codes' ? { ...sheet, tables: [], cells: [] } : sheet,
    )
    const { old, fresh } = files(writeXlsx({ ...design, sheets: withoutLists }))
    expect((await from(old, '--jaar', '2024', fresh)).stdout).toContain('Lijsten: van de voorbeeldgemeente')
  })

  test.for([
    [['--jaar', '2025'], 'gaat naar 2024, niet naar 2025'],
    [['--jaar', '2024', '--versie', 'wijziging-1'], 'Een nieuw jaar begint met de primitieve begroting'],
    [['--jaar', '2024', '--regels', 'HOL-001'], '--regels hoort bij een wijziging'],
    [['--versie', 'wijziging-1', '--hernummer'], '--hernummer hoort bij het volgende jaar'],
    [['--versie', 'prognose'], 'alleen een wijziging'],
    [['--versie', 'wijziging-1', '--regels', 'HOL-099'], 'geen regel HOL-099'],
    [['--gebied', 'HOL'], '--gebied gaat niet samen met --uit'],
    [[], 'heeft al het sjabloon van nu'],
  ] as const)('%o is refused in a sentence, and nothing is written', async ([args, sentence]) => {
    const { old, fresh } = files(newWorkbook(budget, true))
    const run = await from(old, ...args, fresh)
    expect(run.exitCode).toBe(2)
    expect(run.stderr).toContain(sentence)
    expect(existsSync(fresh)).toBe(false)
  })

  test('the old file is never written, and a row that cannot be read is not left behind', async () => {
    const { old, fresh } = files(newWorkbook(budget, true))
    expect((await from(old, '--jaar', '2024', '--overschrijf', old)).stderr).toContain('blijft zoals het is')
    const design = designOf([{ amount0: 100 }])
    const unreadable = design.sheets.map((sheet) =>
      sheet.name === 'Begroting'
        ? { ...sheet, cells: sheet.cells.map((cell) => (cell.value === 1 ? { ...cell, value: 'ca. 1' } : cell)) }
        : sheet,
    )
    writeFileSync(old, writeXlsx({ ...design, sheets: unreadable }))
    const run = await from(old, '--jaar', '2024', fresh)
    expect(run.stderr).toContain('HOL-001 (Begroting, rij 5)')
    expect(existsSync(fresh)).toBe(false)
    const other = await gebied('template', '--regels', 'HOL-001', fresh)
    expect(other.stderr).toContain('--regels hoort bij --uit')
  })
})
