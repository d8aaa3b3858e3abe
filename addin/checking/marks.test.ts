import { describe, expect, test } from 'vitest'
import type { Finding } from '#shared/model/index.ts'
import { isSameMarks, marksOf } from './marks.ts'

const finding = (rule: string, more: Partial<Finding> = {}): Finding => ({
  rule,
  severity: 'error',
  sheet: 'Begroting',
  cell: 'T7',
  table: 'begroting',
  lineNumber: 'HOL-001',
  field: null,
  message: { nl: `Bericht ${rule}.`, en: `Message ${rule}.` },
  ...more,
})
const rows = new Map([
  ['Begroting', new Set([4, 6])],
  ['Inzet', new Set([6])],
])

describe('marks', () => {
  test('gather the findings of a row, the worst first', () => {
    const findings = [
      finding('GB-1', { severity: 'info' }),
      finding('GB-2', { severity: 'warning', cell: 'A7' }),
      finding('GB-3'),
      finding('GB-4', { sheet: 'Inzet', table: 'inzet' }),
      finding('GB-5', { cell: 'A5' }),
    ]
    expect(marksOf(findings, rows)).toEqual([
      {
        sheet: 'Begroting',
        gridRow: 6,
        text: 'fout: GB-3 Bericht GB-3; let op: GB-2 Bericht GB-2; info: GB-1 Bericht GB-1',
      },
      { sheet: 'Inzet', gridRow: 6, text: 'fout: GB-4 Bericht GB-4' },
      { sheet: 'Begroting', gridRow: 4, text: 'fout: GB-5 Bericht GB-5' },
    ])
  })

  test.for([
    ['the whole workbook', { table: null }],
    ['a table', { cell: null }],
    ['a row that holds nothing', { cell: 'T6' }],
    ['a sheet that was not read', { sheet: 'Kladblad' }],
  ] as const)('leave out a finding about %s', ([, more]) => {
    expect(marksOf([finding('GB-1', more)], rows)).toEqual([])
  })

  test('stay short enough to read', () => {
    const [mark] = marksOf(
      Array.from({ length: 200 }, (_, index) => finding(`GB-${index}`)),
      rows,
    )
    expect([mark?.text.length, mark?.text.at(-1)]).toEqual([1_000, '…'])
  })

  test('are the same when sheet, row and text are', () => {
    const [one] = marksOf([finding('GB-1')], rows)
    if (one === undefined) throw new Error('There is no mark.')
    expect(isSameMarks([one], [{ ...one }])).toBe(true)
    for (const other of [[], [one, one], [{ ...one, text: 'x' }], [{ ...one, gridRow: 1 }], [{ ...one, sheet: 'x' }]]) {
      expect(isSameMarks([one], other)).toBe(false)
    }
  })
})
