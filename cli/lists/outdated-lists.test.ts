import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleReference } from '#shared/example/index.ts'
import { readState } from '#shared/workbook/index.ts'
import { connect } from '../api.ts'
import { newWorkbook } from '../commands/template.ts'
import { gebied } from '../gebied.test-data.ts'
import { type LocalServer, startLocalServer } from '../local-server/start.ts'
import { openWorkbook, saveBytes, type WorkbookFile } from '../workbook-file.ts'

let server: LocalServer
beforeAll(async () => {
  server = await startLocalServer({ port: 0, stateDir: null })
})
afterAll(() => server.stop())

const run = (...args: readonly string[]) => gebied(...args, '--server', server.url)
/** Finance halves what PB-4 may give. */
async function halveCeilings(): Promise<void> {
  const source = exampleReference.sources.find(({ code }) => code === 'PB-4')
  const ceilings = source?.ceilings.map((ceiling) => ({ ...ceiling, cents: ceiling.cents / 2 }))
  const finance = await connect(server.url, 'financien')
  await finance.put('/v1/referentie/bronnen/PB-4', { ...source, ceilings })
}

function ceilingOfPb4({ workbook }: WorkbookFile): number | undefined {
  return workbook.reference?.sources.find(({ code }) => code === 'PB-4')?.ceilings[0]?.cents
}

describe('[S-123] lists that changed on the server since a workbook was made', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gebied-lists-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const file = path.join(folder, 'HOL.xlsx')

  test('are told after sync and status, with the remedy', async () => {
    saveBytes(file, newWorkbook({ areaCode: 'HOL', year: 2023, version: 'primitief' }, true))
    expect((await run('sync', file)).stdout).not.toContain('Codes')
    await halveCeilings()
    const nl = `  Het blad Codes is verouderd: op de server zijn deze lijsten anders: bronnen. Bevindingen in het bestand kunnen dus afwijken. Maak een nieuw bestand met: gebied template --uit ${file} --server ${server.url} NIEUW.xlsx\n`
    expect((await run('sync', file)).stdout).toContain(nl)
    expect((await run('status', file)).stdout).toContain(nl)
    const english = await run('sync', file, '--taal', 'en')
    expect(english.stdout).toContain('on the server these lists are different: bronnen.')
    const synced = await run('sync', file, '--json')
    expect([synced.exitCode, JSON.parse(synced.stdout).files]).toMatchObject([0, [{ verouderdeLijsten: ['bronnen'] }]])
    expect(JSON.parse((await run('status', file, '--json')).stdout)).toMatchObject({ verouderdeLijsten: ['bronnen'] })
  })

  test('are renewed in a new file that keeps everything else', async () => {
    const fresh = path.join(folder, 'NIEUW.xlsx')
    const offline = await gebied('template', '--uit', file, fresh)
    expect(offline.exitCode).toBe(2)
    expect(offline.stderr).toContain('Noem --server URL om het blad Codes te vernieuwen met de lijsten van de server')
    const renewed = await run('template', '--uit', file, fresh)
    expect([renewed.exitCode, renewed.stderr]).toEqual([0, ''])
    expect(renewed.stdout).toContain('Lijsten: van de server')
    const [before, after] = [openWorkbook(file), openWorkbook(fresh)]
    expect([before, after].map(ceilingOfPb4)).toEqual([40_000_000, 20_000_000])
    expect(after.workbook.rows).toEqual(before.workbook.rows)
    expect(readState(after.grid)).toEqual(readState(before.grid))
    const synced = JSON.parse((await run('sync', fresh, '--json')).stdout)
    expect(synced.files).toMatchObject([{ nothingToDo: true, verouderdeLijsten: [] }])
    const again = await run('template', '--uit', fresh, path.join(folder, 'NOG.xlsx'))
    expect([again.exitCode, again.stdout]).toEqual([2, ''])
    expect(again.stderr).toContain('en de lijsten van de server: er is niets te vernieuwen')
  })
})
