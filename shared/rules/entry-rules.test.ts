import { describe, expect, test } from 'vitest'
import { details, found, hoursLine, line, workbook } from './sample-workbook.test-data.ts'

const euros = (amount: number) => amount * 100

const unit = (judged: ReturnType<typeof workbook>, previous?: Parameters<typeof found>[3]) =>
  found('GB-104', judged, undefined, previous)
const numbered = (amounts: readonly number[]) =>
  amounts.map((amount, i) => line({ lineNumber: `HOL-00${i}`, amount0: euros(amount) }))

describe('unit', () => {
  test('[GB-104] whole euros under "x € 1.000" are a factor 1,000 too high', () => {
    const rows = [line({ amount0: euros(4_716_222_000) })]
    expect(unit(workbook({ unit: 'duizend', rows }))).toEqual([
      {
        rule: 'GB-104',
        field: null,
        nl: 'Eenheid klopt niet: bedragen lijken een factor 1.000 te hoog/laag t.o.v. "x € 1.000".',
        en: 'Unit looks wrong: amounts seem a factor 1,000 off from "x € 1.000".',
      },
    ])
    expect(unit(workbook({ unit: 'euro', rows }))).toEqual([])
    expect(unit(workbook({ unit: 'duizend', rows: [line({ amount0: euros(4_716_000) })] }))).toEqual([])
    const oneLarge = workbook({ unit: 'duizend', rows: numbered([7_000, 4_716_222_000, 50_000]) })
    expect(unit(oneLarge)).toEqual([])
  })

  test('[GB-104] half of the lines a thousand times smaller than before is the wrong unit too', () => {
    const previous = numbered([45_000, 52_500])
    const [nl] = unit(workbook({ rows: numbered([45, 52_500]) }), { previous }).map((finding) => finding.nl)
    expect(nl).toContain('factor 1.000 te hoog/laag t.o.v. "euro"')
    expect(unit(workbook({ rows: numbered([4_500, 52_500]) }), { previous })).toEqual([])
  })
})

describe('rows', () => {
  test('[GB-112] a row with an amount names what it lacks', () => {
    const judged = workbook({ rows: [line({ goalCode: null, nature: null, amount0: euros(12_500) })] })
    expect(found('GB-112', judged)).toEqual([
      {
        rule: 'GB-112',
        field: 'goalCode',
        nl: 'Rij heeft een bedrag maar geen doel, I/S.',
        en: 'Row has an amount but no goal, I/S.',
      },
    ])
    expect(details('GB-112', judged)).toMatchObject([{ severity: 'error', sheet: 'Begroting', cell: 'D5' }])
    expect(found('GB-112', workbook({ rows: [line({ goalCode: null, amount0: 0 })] }))).toEqual([])
  })

  test('[GB-112] a cell that could not be read is not missing', () => {
    const judged = workbook({ rows: [line({ taakveldCode: null })], unreadable: { 'HOL-001': ['taakveldCode'] } })
    expect(found('GB-112', judged)).toEqual([])
  })

  test('[GB-118] two rows of one table may not bear the same number', () => {
    const judged = workbook({ rows: [line({}), line({}), hoursLine({ lineNumber: 'HOL-001' })] })
    expect(found('GB-118', judged)).toEqual([
      {
        rule: 'GB-118',
        field: 'lineNumber',
        nl: 'Nummer HOL-001 komt vaker voor; geef elke rij een eigen nummer.',
        en: 'Number HOL-001 occurs more than once; give every row a number of its own.',
      },
    ])
    expect(details('GB-118', judged)).toMatchObject([{ severity: 'error', cell: 'B6' }])
    expect(found('GB-118', workbook({ rows: [line({}), line({ lineNumber: 'HOL-002' })] }))).toEqual([])
  })

  test('[GB-118] a row without a number is held back, and told so', () => {
    const judged = workbook({ rows: [{ ...line({}), lineNumber: '' }] })
    const nl = 'Rij heeft geen nummer; geef elke rij een eigen nummer.'
    const en = 'Row has no number; give every row a number of its own.'
    expect(found('GB-118', judged)).toEqual([{ rule: 'GB-118', field: 'lineNumber', nl, en }])
    expect(details('GB-118', judged)).toMatchObject([{ lineNumber: null, cell: 'B5' }])
  })
})
