import { describe, expect, test } from 'vitest'
import type { ChangeHint } from '../ports/workbook.ts'
import { type MakeExcel, openedTemplate, sample, sheetId, type, valueAt } from './excel-under-test.test-data.ts'

const edit = { sheet: 'Begroting', cells: [{ row: 4, column: 5, value: 'Kernteam' }] }

export function commandsContract(make: MakeExcel): void {
  describe('working beside a person', () => {
    test('a command waits until the person has left the cell', async () => {
      const { workbook, host, book } = await openedTemplate(make, sample())
      host.faults.cellEdit = true
      const before = host.statistics.batches
      const writing = workbook.write([edit])
      await expect.poll(() => host.statistics.batches).toBe(before + 1)
      expect(valueAt(book, 'Begroting', 4, 5)).toBe('Regel 1')
      host.faults.cellEdit = false
      await writing
      expect(valueAt(book, 'Begroting', 4, 5)).toBe('Kernteam')
    })

    test('what happens by itself does not wait', async () => {
      const { workbook, host } = await openedTemplate(make, sample())
      host.faults.cellEdit = true
      await expect(workbook.busyCells()).rejects.toMatchObject({
        reason: 'cell-edit',
        code: expect.stringContaining('InvalidOperationInCellEditMode'),
      })
      host.faults.cellEdit = false
    })

    test('what Excel refuses is told by its reason, with the code of Excel and not with its words', async () => {
      const { workbook, host } = await openedTemplate(make, sample())
      host.faults.accessDenied = true
      const denied = workbook.read()
      await expect(denied).rejects.toMatchObject({ name: 'WorkbookError', reason: 'protected' })
      await expect(denied).rejects.toThrow(/AccessDenied/)
      await expect(denied).rejects.not.toThrow(/cannot perform/)
      host.faults.accessDenied = false
      host.faults.payloadMaxBytes = 200
      await expect(workbook.write([edit])).rejects.toMatchObject({ reason: 'too-large' })
    })

    test('after a refusal the events are on again', async () => {
      const { workbook, host, book } = await openedTemplate(make, sample())
      const hints: ChangeHint[] = []
      const stop = await workbook.watch((hint) => hints.push(hint))
      const cells = Array.from({ length: 2_000 }, (_, row) => ({ row: 4 + row, column: 5, value: `Tekst ${row}` }))
      host.faults.payloadMaxBytes = 20_000
      await expect(workbook.write([{ sheet: 'Begroting', cells }])).rejects.toMatchObject({ reason: 'too-large' })
      host.faults.payloadMaxBytes = 5_000_000
      type(book, 'Inzet', 6, 1, 'HOL-002')
      await expect.poll(() => hints).toEqual([{ sheet: 'Inzet', address: 'B7', isRemote: false }])
      await stop()
    })

    test('edits of the person and of others are told, until watching stops', async () => {
      const { workbook, book } = await openedTemplate(make, sample())
      const hints: ChangeHint[] = []
      const stop = await workbook.watch((hint) => hints.push(hint))
      type(book, 'Begroting', 4, 5, 'Kernteam')
      await expect.poll(() => hints).toEqual([{ sheet: 'Begroting', address: 'F5', isRemote: false }])
      const input = [[{ kind: 'value' as const, value: 'Van elders' }]]
      book.transact('remote', () => book.write(sheetId(book, 'Inzet'), { row: 5, column: 0 }, input))
      await expect.poll(() => hints.at(-1)).toEqual({ sheet: 'Inzet', address: 'A6', isRemote: true })
      await stop()
      const later: ChangeHint[] = []
      const stopLater = await workbook.watch((hint) => later.push(hint))
      type(book, 'Begroting', 4, 5, 'Nog eens')
      await expect.poll(() => later).toHaveLength(1)
      expect(hints).toHaveLength(2)
      await stopLater()
    })

    test('a cell is shown and selected', async () => {
      const { workbook, book } = await openedTemplate(make, sample())
      await workbook.select('Inzet', 'C7')
      expect(book.selection()).toMatchObject({ sheet: sheetId(book, 'Inzet'), box: { row: 6, column: 2 } })
    })

    test.for(['Weg', '_gebied'])('the sheet %s cannot be shown', async (sheet) => {
      const { workbook } = await openedTemplate(make, sample())
      await expect(workbook.select(sheet, 'A1')).rejects.toMatchObject({ reason: 'missing-sheet', place: sheet })
    })
  })
}
