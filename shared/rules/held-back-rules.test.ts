import { describe, expect, test } from 'vitest'
import { details, found, hoursLine, line, workbook } from './sample-workbook.test-data.ts'

describe('what waits for a cell', () => {
  test('[GB-119] [S-33] a row that was not wholly read names the rules that did not judge it', () => {
    const judged = workbook({ rows: [hoursLine({ year: null })], unreadable: { 'HOL-I001': ['hours'] } })
    expect(found('GB-303', judged)).toEqual([])
    expect(found('GB-119', judged)).toEqual([
      {
        rule: 'GB-119',
        field: 'hours',
        nl: '1 controle van deze regel wacht tot de cel leesbaar is: GB-303.',
        en: '1 check of this row waits until the cell can be read: GB-303.',
      },
    ])
    expect(details('GB-119', judged)).toMatchObject([{ severity: 'info', sheet: 'Inzet', cell: 'F5' }])
  })

  test('[GB-119] several rules are counted, in their order', () => {
    const judged = workbook({ rows: [line({})], unreadable: { 'HOL-001': ['domain', 'policyField'] } })
    expect(found('GB-119', judged)).toMatchObject([
      {
        field: 'domain',
        nl: '3 controles van deze regel wachten tot de cel leesbaar is: GB-212, GB-213, GB-214.',
        en: '3 checks of this row wait until the cell can be read: GB-212, GB-213, GB-214.',
      },
    ])
  })

  test('[GB-119] a whole row, and a cell that no rule reads, say nothing', () => {
    expect(found('GB-119', workbook({ rows: [line({})] }))).toEqual([])
    const untouched = workbook({ rows: [line({})], unreadable: { 'HOL-001': ['experiment'] } })
    expect(found('GB-119', untouched)).toEqual([])
  })
})
