import { describe, expect, test } from 'vitest'
import type { Finding } from '#shared/model/index.ts'
import { WorkbookError } from '../ports/workbook.ts'
import { amountCell, exampleRows, found, gridOf, line, opened } from './checking.test-data.ts'
import { isFixable } from './fixes.ts'

describe('a remedy', () => {
  const fixable = (findings: readonly Finding[], rule: string) => found(findings, rule).filter(isFixable)

  test('is written in the cell, and the finding is gone', async () => {
    const { workbook, checker } = opened(gridOf(exampleRows))
    workbook.type('Begroting', amountCell, '45.000,00')
    await checker.check()
    const [finding] = fixable(checker.current().findings, 'GB-102')
    if (finding === undefined) throw new Error('There is nothing to fix.')
    await checker.fix(finding)
    expect(workbook.sheet('Begroting').rows[4]?.[18]).toMatchObject({ kind: 'number', value: 45_000 })
    expect(found(checker.current().findings, 'GB-102')).toEqual([])
    expect(checker.current()).toMatchObject({ kind: 'checked', error: null })
  })

  test('of a rule is written in all its cells in one step, and says in how many', async () => {
    const { workbook, checker } = opened(gridOf([line('HOL-001'), line('HOL-002')]))
    for (const cell of ['S5', 'T5', 'S6']) workbook.type('Begroting', cell, '1.000,50')
    await checker.check()
    expect(await checker.fixAll('GB-102')).toBe(3)
    expect(workbook.written.map((edits) => edits.map(({ cells }) => cells.length))).toEqual([[3]])
    expect(found(checker.current().findings, 'GB-102')).toEqual([])
    expect(await checker.fixAll('GB-102')).toBe(0)
  })

  test('is not written over what was typed since, and that is told', async () => {
    const { workbook, checker } = opened(gridOf([line('HOL-001')]))
    for (const cell of ['S5', 'T5']) workbook.type('Begroting', cell, '1.000,50')
    await checker.check()
    workbook.type('Begroting', 'S5', 7)
    expect(await checker.fixAll('GB-102')).toBe(1)
    expect(workbook.sheet('Begroting').rows[4]?.slice(18, 20)).toMatchObject([{ value: 7 }, { value: 1_000.5 }])
    expect(checker.current()).toMatchObject({ kind: 'checked', error: { reason: 'changed', place: 'Begroting!S5' } })
  })

  test('that Excel refuses is told, and the findings stay', async () => {
    const { workbook, checker } = opened(gridOf([line('HOL-001')]))
    workbook.type('Begroting', 'S5', '1.000,50')
    await checker.check()
    workbook.before = () => {
      throw new WorkbookError('protected', 'Begroting')
    }
    expect(await checker.fixAll('GB-102')).toBe(0)
    expect(checker.current()).toMatchObject({ kind: 'checked', error: { reason: 'protected' } })
    expect(found(checker.current().findings, 'GB-102')).toHaveLength(1)
  })
})

test('a finding is shown in its cell', async () => {
  const { workbook, checker } = opened(gridOf([line('HOL-001')]))
  workbook.type('Begroting', 'S5', 'veel')
  await checker.check()
  const [finding] = found(checker.current().findings, 'GB-101')
  if (finding === undefined) throw new Error('There is no finding.')
  await checker.goTo(finding)
  expect(workbook.selected).toBe('Begroting!S5')
  await checker.goTo({ ...finding, sheet: 'Weg' })
  expect(checker.current().error).toMatchObject({ reason: 'missing-sheet' })
})
