import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Typed } from '../ports/memory-workbook.test-data.ts'
import { WorkbookError } from '../ports/workbook.ts'
import { amountCell, exampleRows, found, gridOf, judgedAnew, line, opened, sideCell } from './checking.test-data.ts'

describe('following', () => {
  test('checks what was edited, a moment after the first of several edits', async () => {
    const { workbook, clock, checker, gathered } = opened(gridOf(exampleRows))
    await checker.check()
    await checker.follow()
    workbook.type('Begroting', amountCell, 'veel')
    clock.pass(200)
    workbook.type('Dekking', 'A5', 'HOL-D001')
    expect(workbook.rereads).toEqual([])
    clock.pass(100)
    await gathered()
    expect(workbook.rereads).toEqual([['Voorblad', 'Begroting', 'Dekking']])
    expect(found(checker.current().findings, 'GB-101')).toHaveLength(1)
    expect(workbook.counts.read).toBe(1)
  })

  test('edits during a check cause one more', async () => {
    const { workbook, clock, checker, steps, pauses, settled } = opened(gridOf([line('HOL-001')]))
    await checker.check()
    await checker.follow()
    steps.isHeld = true
    workbook.type('Begroting', amountCell, 'veel')
    clock.pass(300)
    await expect.poll(() => pauses.length).toBe(1)
    workbook.type('Begroting', amountCell, 12)
    workbook.type('Begroting', sideCell, 'L')
    clock.pass(300)
    steps.isHeld = false
    pauses[0]?.()
    await expect.poll(() => workbook.rereads.length).toBe(2)
    await settled()
    expect(found(checker.current().findings, 'GB-101')).toHaveLength(0)
    expect(workbook.rereads).toHaveLength(2)
  })

  test('waits while a person types in a cell, without saying that it failed', async () => {
    const { workbook, clock, checker, kinds, settled, gathered } = opened(gridOf([line('HOL-001')]))
    await checker.check()
    await checker.follow()
    workbook.before = () => {
      throw new WorkbookError('cell-edit')
    }
    workbook.type('Begroting', amountCell, 'veel')
    await gathered()
    expect(checker.current()).toMatchObject({ kind: 'checked', error: null })
    workbook.before = () => {}
    clock.pass(2_000)
    await expect.poll(() => workbook.rereads.length).toBe(2)
    await settled()
    expect(found(checker.current().findings, 'GB-101')).toHaveLength(1)
    expect(kinds).not.toContain('failed')
  })

  test('the edit that ends the typing is looked at soon', async () => {
    const { workbook, checker, gathered } = opened(gridOf([line('HOL-001')]))
    await checker.check()
    await checker.follow()
    workbook.before = () => {
      throw new WorkbookError('cell-edit')
    }
    workbook.type('Begroting', sideCell, 'L')
    await gathered()
    workbook.before = () => {}
    workbook.type('Begroting', amountCell, 'veel')
    await gathered()
    await expect.poll(() => found(checker.current().findings, 'GB-101').length).toBe(1)
  })

  test('reads everything when a sheet is gone', async () => {
    const { workbook, checker, gathered } = opened(gridOf(exampleRows))
    await checker.check()
    await checker.follow()
    workbook.type('Dekking', 'A5', 'HOL-D001')
    workbook.grid = { ...workbook.grid, sheets: workbook.grid.sheets.filter(({ name }) => name !== 'Dekking') }
    await gathered()
    await expect.poll(() => workbook.counts.read).toBe(2)
    await expect.poll(() => checker.current().findings).toEqual(judgedAnew(workbook.grid))
  })

  test('ends when it is told to, and begins once', async () => {
    const { workbook, clock, checker } = opened(gridOf([line('HOL-001')]))
    await checker.follow()
    await checker.follow()
    expect(workbook.watchers).toBe(1)
    workbook.type('Begroting', amountCell, 'veel')
    await checker.unfollow()
    await checker.unfollow()
    expect([workbook.watchers, clock.waiting]).toEqual([0, 0])
    await checker.follow()
    expect(workbook.watchers).toBe(1)
  })

  test('whatever is edited, it finds what a whole check finds', async () => {
    const values = fc.oneof(
      fc.constantFrom<Typed>(null, '', 'X', 'L', 'B', '0.1', '8.1', 'HOL-001', '1.000', 'ca. 5', 45_000, -1, 0.1, true),
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
    )
    const edits = fc.array(
      fc.record({
        sheet: fc.constantFrom('Voorblad', 'Begroting', 'Inzet', 'Dekking', 'Besluiten', 'Jaarplan'),
        row: fc.integer({ min: 3, max: 14 }),
        column: fc.integer({ min: 0, max: 25 }),
        value: values,
        isPause: fc.boolean(),
      }),
      { minLength: 1, maxLength: 12 },
    )
    await fc.assert(
      fc.asyncProperty(edits, async (steps) => {
        const { workbook, checker, clock, settled } = opened(gridOf(exampleRows))
        await checker.check()
        await checker.follow()
        for (const { sheet, row, column, value, isPause } of steps) {
          workbook.type(sheet, `${String.fromCharCode(65 + column)}${row + 1}`, value)
          if (isPause) clock.pass(300)
        }
        clock.pass(300)
        await settled()
        expect(checker.current().findings).toEqual(judgedAnew(workbook.grid))
        expect(workbook.counts.read).toBe(1)
      }),
      { numRuns: 60 },
    )
  })
})
