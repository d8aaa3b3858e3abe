import { describe, expect, test } from 'vitest'
import { WorkbookError } from '../ports/workbook.ts'
import { amountCell, exampleRows, found, gridOf, judgedAnew, line, opened } from './checking.test-data.ts'

describe('a check', () => {
  test('[S-81] finds what the command line finds in the same workbook', async () => {
    const { workbook, clock, checker, kinds } = opened(gridOf(exampleRows))
    workbook.type('Begroting', amountCell, '45.000,00')
    await checker.check()
    expect(checker.current()).toMatchObject({
      kind: 'checked',
      rowCount: exampleRows.length,
      checkedAtMs: clock.nowMs,
      isWithoutLists: false,
      isOtherWorkbook: false,
      notJudged: expect.arrayContaining(['GB-312', 'GB-608', 'GB-613']),
      isMarked: true,
      error: null,
    })
    expect(checker.current().findings).toEqual(judgedAnew(workbook.grid))
    expect(found(checker.current().findings, 'GB-102')).toHaveLength(1)
    expect(kinds[0]).toBe('checking')
  })

  test('says when the lists are missing, and when the workbook is another one', async () => {
    const { workbook, checker } = opened(gridOf(exampleRows))
    workbook.change('Codes', (sheet) => ({ ...sheet, rows: [], tables: [] }))
    await checker.check()
    expect(checker.current()).toMatchObject({ isWithoutLists: true, isOtherWorkbook: false })
    workbook.grid = { sheets: [], names: new Map() }
    await checker.check()
    expect(checker.current()).toMatchObject({
      kind: 'checked',
      isWithoutLists: false,
      isOtherWorkbook: true,
      rowCount: 0,
    })
  })

  test('leaves another workbook unmarked', async () => {
    const { workbook, checker } = opened({ sheets: [], names: new Map() })
    await checker.check()
    expect([workbook.counts.mark, checker.current().isMarked]).toEqual([0, false])
  })

  test('that cannot read says why, and the next one can', async () => {
    const { workbook, checker } = opened(gridOf(exampleRows))
    workbook.before = () => {
      throw new WorkbookError('cell-edit')
    }
    await checker.check()
    expect(checker.current()).toMatchObject({ kind: 'failed', error: { reason: 'cell-edit' } })
    workbook.before = () => {}
    await checker.check()
    expect(checker.current()).toMatchObject({ kind: 'checked', error: null })
  })

  test.for([1, 2, 3])('that is overtaken is dropped at step %i: its findings are never shown', async (step) => {
    const { workbook, checker, steps, pauses } = opened(gridOf([line('HOL-001')]))
    const shown: number[] = []
    checker.subscribe(({ kind, findings }) => kind === 'checked' && shown.push(found(findings, 'GB-101').length))
    steps.isHeld = true
    const first = checker.check()
    for (let at = 1; at <= step; at++) {
      pauses[at - 2]?.()
      await expect.poll(() => pauses.length).toBe(at)
    }
    workbook.type('Begroting', amountCell, 'veel')
    steps.isHeld = false
    const second = checker.check()
    pauses.at(-1)?.()
    await Promise.all([first, second])
    expect(shown).toEqual([1, 1])
    expect([workbook.counts.read, workbook.counts.mark]).toEqual([2, 1])
  })

  test('lets the page do other things between its steps', async () => {
    const { checker, steps, pauses } = opened(gridOf(exampleRows))
    steps.isHeld = true
    const checked = checker.check()
    for (const at of [1, 2, 3]) {
      await expect.poll(() => pauses.length).toBe(at)
      expect(checker.current().kind).toBe('checking')
      pauses.at(-1)?.()
    }
    await checked
    expect([checker.current().kind, pauses.length]).toEqual(['checked', 3])
  })
})

describe('marks', () => {
  test('are one text a row, the worst first, and only where a row stands', async () => {
    const { workbook, checker } = opened(gridOf([line('HOL-001', { side: 'X' }), line('HOL-002')]))
    workbook.type('Begroting', amountCell, '1.000,50')
    await checker.check()
    expect(workbook.marks?.[0]).toEqual({
      sheet: 'Begroting',
      gridRow: 4,
      text:
        'fout: GB-112 Rij heeft een bedrag maar geen gebied, doel, I/S, taakveld, categorie; fout: GB-301 L/B ontbreekt; ' +
        'fout: GB-501 I/S (incidenteel/structureel) ontbreekt; ' +
        'let op: GB-102 Bedrag staat als tekst; gelezen als 1.000,50; ' +
        'let op: GB-903 Regel is niet gekoppeld aan een actie uit het gebiedsjaarplan',
    })
    expect(workbook.marks?.map(({ gridRow }) => gridRow)).toEqual([4, 5])
  })

  test('are written again only when they changed', async () => {
    const { workbook, checker } = opened(gridOf([line('HOL-001')]))
    await checker.check()
    await checker.check()
    expect(workbook.counts.mark).toBe(1)
    workbook.type('Begroting', amountCell, 'veel')
    await checker.check()
    expect(workbook.counts.mark).toBe(2)
  })

  test('are taken away on request, while the findings stay, and come back with the next check', async () => {
    const { workbook, checker } = opened(gridOf([line('HOL-001')]))
    await checker.check()
    const { findings } = checker.current()
    await checker.cleanUp()
    expect([workbook.marks, checker.current().isMarked, checker.current().findings]).toEqual([null, false, findings])
    await checker.check()
    expect(checker.current().isMarked).toBe(true)
  })

  test('that cannot be written are told, and the findings are shown all the same', async () => {
    const { workbook, checker } = opened(gridOf([line('HOL-001')]))
    workbook.before = (step) => {
      if (step === 'mark') throw new WorkbookError('protected', 'Begroting')
    }
    await checker.check()
    expect(checker.current()).toMatchObject({ kind: 'checked', isMarked: false, error: { reason: 'protected' } })
    expect(checker.current().findings.length).toBeGreaterThan(0)
    workbook.before = () => {}
    await checker.check()
    expect(checker.current()).toMatchObject({ isMarked: true, error: null })
  })
})
