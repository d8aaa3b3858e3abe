import { describe, expect, test } from 'vitest'
import {
  coverage,
  decision,
  details,
  found,
  line,
  lists,
  source,
  stelpost,
  valid,
  workbook,
} from './sample-workbook.test-data.ts'

const euros = (amount: number) => amount * 100
const proposal = source({ code: 'PPN-2024', status: 'nog te besluiten' })
const formation = source({ code: 'LF-2023', type: 'lopende formatie' })
const reference = lists({ sources: [source({}), stelpost, proposal, formation] })
const one = (rule: string, ...rows: readonly (ReturnType<typeof line> | ReturnType<typeof coverage>)[]) =>
  found(rule, workbook({ rows }), reference)

describe('cover of a line', () => {
  const experiment = line({ sourceCode: null, amount0: euros(181_120) })

  test('[GB-401] what no source covers is named per year', () => {
    const rows = [experiment, coverage({ amountCents: euros(180_000) })]
    expect(one('GB-401', ...rows)).toEqual([
      {
        rule: 'GB-401',
        field: 'amount.2023',
        nl: 'Regel is voor 1.120 niet gedekt in 2023.',
        en: 'Line lacks coverage of 1,120 in 2023.',
      },
    ])
    expect(details('GB-401', workbook({ rows }), reference)).toMatchObject([{ severity: 'error', cell: 'S5' }])
    expect(one('GB-401', experiment, coverage({ amountCents: euros(181_120) }))).toEqual([])
  })

  test("[GB-401] [S-31] the line's own source covers what tblDekking leaves", () => {
    expect(one('GB-401', line({ amount0: euros(181_120) }), coverage({ amountCents: euros(180_000) }))).toEqual([])
    expect(one('GB-401', line({ sourceCode: null, amount0: null, amount1: 500, amount2: 700 }))).toMatchObject([
      { nl: 'Regel is voor 5 niet gedekt in 2024.' },
      { nl: 'Regel is voor 7 niet gedekt in 2025.' },
    ])
  })

  test('[GB-401] baten, reserve movements, internal charges and savings targets need no cover', () => {
    expect(one('GB-401', line({ sourceCode: null, side: 'B' }))).toEqual([])
    for (const lineType of ['reserve', 'intern', 'taakstelling']) {
      expect(one('GB-401', line({ sourceCode: null, lineType }))).toEqual([])
    }
    expect(one('GB-401', line({ sourceCode: null, lineType: 'investering' }))).toHaveLength(1)
  })

  test('[GB-401] a cell of tblDekking that could not be read leaves the line unjudged', () => {
    const rows = [experiment, coverage({})]
    for (const field of ['amountCents', 'budgetLineNumber']) {
      expect(found('GB-401', workbook({ rows, unreadable: { 'HOL-D001': [field] } }), reference)).toEqual([])
    }
    expect(one('GB-401', ...rows)).toHaveLength(1)
  })

  test('[GB-401] [GB-412] money that is still to be decided does not count', () => {
    const undecided = line({ sourceCode: 'PPN-2024', amount0: euros(100) })
    expect(one('GB-412', undecided)).toEqual([
      {
        rule: 'GB-412',
        field: 'sourceCode',
        nl: 'Dekking "nog te besluiten" telt niet als dekking.',
        en: 'Coverage "to be decided" does not count as coverage.',
      },
    ])
    expect(one('GB-401', undecided)).toMatchObject([{ nl: 'Regel is voor 100 niet gedekt in 2023.' }])
    const partly = [line({ amount0: euros(100) }), coverage({ sourceCode: 'PPN-2024', amountCents: euros(40) })]
    expect(one('GB-401', ...partly)).toMatchObject([{ nl: 'Regel is voor 40 niet gedekt in 2023.' }])
    expect(details('GB-412', workbook({ rows: partly }), reference)).toMatchObject([
      { severity: 'info', sheet: 'Dekking' },
    ])
    expect(one('GB-412', line({}))).toEqual([])
  })

  test('[GB-413] 318,880 on the stelpost and 20,000 from staff is more than the line needs', () => {
    const team = line({ sourceCode: null, amount0: euros(318_880) })
    const stelpostPart = coverage({ sourceCode: 'SP-GGW-2023', amountCents: euros(318_880) })
    const staffPart = coverage({ lineNumber: 'HOL-D002', sourceCode: 'LF-2023', amountCents: euros(20_000) })
    expect(one('GB-413', team, stelpostPart, staffPart)).toEqual([
      {
        rule: 'GB-413',
        field: 'amount.2023',
        nl: 'Regel is voor meer dan 100% gedekt (106,3%).',
        en: 'Line is covered for more than 100% (106.3%).',
      },
    ])
    expect(one('GB-413', team, stelpostPart)).toEqual([])
    expect(one('GB-413', line({ amount0: euros(400_000) }), stelpostPart, staffPart)).toEqual([])
    const judged = workbook({ version: 'wijziging-1', rows: [team, stelpostPart, staffPart] })
    expect(found('GB-413', judged, reference)).toEqual([])
  })

  test('[GB-413] cover in a year without an amount is too much of nothing', () => {
    expect(one('GB-413', line({ amount0: null }), coverage({ amountCents: 1 }))).toMatchObject([
      { nl: 'Regel is voor meer dan 100% gedekt (∞%).' },
    ])
    const baten = line({ side: 'B', amount0: euros(10), amount1: euros(10) })
    expect(one('GB-413', baten, coverage({ year: 2024, amountCents: euros(-10) }))).toEqual([])
  })
})

describe('sources and their years', () => {
  test('[GB-402] a source stands in the list', () => {
    const [nl, en] = ['Dekkingsbron SP-9999 bestaat niet.', 'Funding source SP-9999 does not exist.']
    const finding = { rule: 'GB-402', field: 'sourceCode', nl, en }
    const rows = [
      line({ sourceCode: 'SP-9999' }),
      coverage({ sourceCode: 'SP-9999' }),
      decision({ sourceCode: 'SP-9999' }),
    ]
    expect(found('GB-402', workbook({ rows }), reference)).toEqual([finding, finding, finding])
    expect(one('GB-402', line({}), coverage({}))).toEqual([])
    expect(found('GB-402', workbook({ rows }))).toEqual([])
  })

  const late = line({ sourceCode: 'SP-GGW-2023', amount0: euros(1), amount1: euros(1) })

  test('[GB-404] the stelpost of 2023 pays nothing in 2024', () => {
    expect(one('GB-404', late)).toEqual([
      {
        rule: 'GB-404',
        field: 'amount.2024',
        nl: 'SP-GGW-2023 geldt voor 2023; regel valt in 2024. Regel overheveling via reserve of nieuw besluit.',
        en: 'SP-GGW-2023 is valid for 2023; line falls in 2024. Arrange carry-over via a reserve or a new decision.',
      },
    ])
    expect(one('GB-404', line({ sourceCode: 'SP-GGW-2023' }))).toEqual([])
    expect(one('GB-404', line({}), coverage({ sourceCode: 'SP-GGW-2023', year: 2024, amountCents: 1 }))).toMatchObject([
      { field: 'year' },
    ])
    expect(one('GB-404', late, coverage({ year: 2024, amountCents: euros(1) }))).toEqual([])
  })

  test.for([
    [2024, null, 0],
    [2024, 'conform', 0],
    [2023, null, 1],
    [2024, 'teruggenomen', 1],
  ] as const)('[GB-404] a carry-over to %d with outcome %s leaves %d findings', ([carriesOverTo, outcome, count]) => {
    const rows = [late, decision({ sourceCode: 'SP-GGW-2023', carriesOverTo, outcome })]
    expect(found('GB-404', workbook({ rows }), reference)).toHaveLength(count)
    const known = valid({
      code: 'B-9',
      name: 'b',
      body: 'raad',
      date: null,
      outcome,
      amountCents: null,
      hours: null,
      roles: [],
    })
    const decisions = [{ ...known, carriesOver: { sourceCode: 'SP-GGW-2023', toYear: carriesOverTo } }]
    expect(
      found('GB-404', workbook({ rows: [late] }), { ...reference, ...lists({ decisions, sources: [stelpost] }) }),
    ).toHaveLength(count)
  })

  test('[GB-410] a grant has an award letter and a term', () => {
    const grant = source({ code: 'SUB', type: 'subsidie', years: [2023], awardReference: 'WBI-2022' })
    const late = workbook({ rows: [line({ sourceCode: 'SUB', amount1: euros(1) })] })
    const inTerm = workbook({ rows: [line({ sourceCode: 'SUB' })] })
    const [nl, en] = [
      'Subsidie zonder beschikking, of buiten de looptijd.',
      'Grant without award letter, or outside its term.',
    ]
    expect(found('GB-410', late, lists({ sources: [grant] }))).toEqual([
      { rule: 'GB-410', field: 'amount.2024', nl, en },
    ])
    expect(found('GB-404', late, lists({ sources: [grant] }))).toEqual([])
    expect(found('GB-410', inTerm, lists({ sources: [grant] }))).toEqual([])
    expect(found('GB-410', inTerm, lists({ sources: [{ ...grant, awardReference: null }] }))).toEqual([
      { rule: 'GB-410', field: 'sourceCode', nl, en },
    ])
  })
})
