import { describe, expect, test } from 'vitest'
import { exampleWorkbooks } from '#shared/example/index.ts'
import { tableIds } from '#shared/model/index.ts'
import { templateVersion } from '#shared/sync/index.ts'
import { readAreaWorkbook, readState } from '#shared/workbook/index.ts'
import { MemoryServer } from '../ports/memory-server.test-data.ts'
import { MemoryWorkbook } from '../ports/memory-workbook.test-data.ts'
import { newWorld, nothingChosen, openPane, paneWith, line } from '../sync/sync.test-data.ts'
import { createLinker } from './linker.ts'

const workbookId = '0190a2b4-0000-7000-8000-000000000001'
const holtenbroek = { areaCode: 'HOL', year: 2023, version: 'primitief' }

function opened() {
  const workbook = new MemoryWorkbook()
  const linker = createLinker({ workbook, server: new MemoryServer(), newId: () => workbookId })
  const rowsIn = () => {
    const { rows } = readAreaWorkbook(workbook.grid)
    return tableIds.map((table) => rows[table].map(({ row }) => row))
  }
  return { workbook, linker, rowsIn }
}

describe('linking', () => {
  test('another workbook is no budget', async () => {
    expect(await opened().linker.linked()).toBeNull()
  })

  test('writes the functions of another version of the add-in under its own namespace', async () => {
    const workbook = new MemoryWorkbook()
    const parts = { workbook, server: new MemoryServer(), newId: () => workbookId, functionNamespace: 'GEBIEDDEV' }
    await createLinker(parts).create(holtenbroek, false)
    const formulas = workbook.grid.sheets.flatMap((sheet) => [...sheet.formulas.values()])
    expect(formulas.filter((formula) => formula.startsWith('GEBIED.'))).toEqual([])
    expect(formulas.filter((formula) => formula.startsWith('GEBIEDDEV.RESTANT('))).not.toEqual([])
  })

  test('makes an empty template with the lists of the server, and knows it again', async () => {
    const { workbook, linker, rowsIn } = opened()
    await linker.create(holtenbroek, false)
    expect(await linker.linked()).toEqual({
      ...holtenbroek,
      workbookId,
      areaName: 'Holtenbroek',
      state: 'concept',
      headSeq: null,
      referenceVersion: 'voorbeeld-2023-1',
    })
    expect(rowsIn().flat()).toEqual([])
    expect(readState(workbook.grid)).toMatchObject({ workbookId, head: null, known: [], templateVersion })
  })

  test('fills in the example of the area', async () => {
    const { linker, rowsIn } = opened()
    await linker.create(holtenbroek, true)
    const example = exampleWorkbooks.get('HOL')
    expect(rowsIn()).toEqual(tableIds.map((table) => example?.[table]))
  })

  test.for([
    { ...holtenbroek, year: 2024 },
    { ...holtenbroek, version: 'wijziging-1' },
    { ...holtenbroek, areaCode: 'CONCERN' },
  ])('makes an empty template where there is no example: $areaCode $year $version', async (budget) => {
    const { linker, rowsIn } = opened()
    await linker.create(budget, true)
    expect(rowsIn().flat()).toEqual([])
    expect(await linker.linked()).toMatchObject(budget)
  })

  test('refuses where a sheet of the template stands already, and keeps the workbook as it was', async () => {
    const { workbook, linker } = opened()
    await linker.create(holtenbroek, false)
    const before = workbook.grid
    await expect(linker.create(holtenbroek, false)).rejects.toMatchObject({ reason: 'sheet-exists', place: 'Voorblad' })
    expect(workbook.grid).toBe(before)
  })

  test.for([
    ['an empty one', false, ['HOL-001', 'HOL-900']],
    ['the example, whose lines the server has already', true, ['HOL-001', 'HOL-002', 'HOL-900']],
  ] as const)('%s takes the lines of the server at its first synchronisation', async ([, isExample, numbers]) => {
    const world = newWorld()
    const [first] = exampleWorkbooks.get('HOL')?.begroting ?? []
    if (first === undefined) throw new Error('The example has no lines.')
    await paneWith(world, [first, line('HOL-900')]).sync.send(nothingChosen)
    const { workbook, linker } = opened()
    await linker.create(holtenbroek, isExample)
    const pane = openPane(world, workbook, workbookId)
    await pane.sync.send(nothingChosen)
    const { rows } = readAreaWorkbook(workbook.grid)
    const found = rows.begroting.map(({ row }) => row.lineNumber)
    expect(found).toEqual(expect.arrayContaining([...numbers]))
    expect(new Set(found).size).toBe(found.length)
    expect(pane.sync.current()).toMatchObject({ kind: 'idle', conflicts: [], questions: [] })
    expect(await linker.linked()).toMatchObject({ headSeq: isExample ? 2 : 1 })
  })

  test('names the area by its code when the lists are gone, and no budget when the hidden sheet is', async () => {
    const { workbook, linker } = opened()
    await linker.create(holtenbroek, false)
    workbook.change('Codes', (sheet) => ({ ...sheet, rows: [], tables: [] }))
    expect(await linker.linked()).toMatchObject({ areaName: 'HOL', referenceVersion: null })
    workbook.grid = { ...workbook.grid, sheets: workbook.grid.sheets.filter(({ name }) => name !== '_gebied') }
    expect(await linker.linked()).toBeNull()
  })
})
