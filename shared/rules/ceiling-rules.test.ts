import { describe, expect, test } from 'vitest'
import {
  ceiling,
  coverage,
  details,
  found,
  line,
  lists,
  source,
  stelpost,
  workbook,
} from './sample-workbook.test-data.ts'

const euros = (amount: number) => amount * 100
const reference = lists({ sources: [stelpost] })
const drawing = (component: string, amount: number) =>
  workbook({ rows: [line({ sourceCode: 'SP-GGW-2023', component, amount0: euros(amount) })] })
const ofArea = (...ceilings: readonly ReturnType<typeof ceiling>[]) =>
  lists({ sources: [source({ ...stelpost, ceilings: [...ceilings] })] })

const closing = (version: string, remainderDestination: 'vrijval' | null = null, drawn = 460_000) =>
  found(
    'GB-411',
    workbook({ version, rows: [line({ sourceCode: 'SP-GGW-2023', amount0: euros(drawn) })] }),
    lists({
      sources: [source({ ...stelpost, remainderDestination, ceilings: [ceiling(2023, 500_000, null, 'HOL')] })],
    }),
  )

describe('ceilings', () => {
  test('[GB-403] Holtenbroek may not draw more than its ceiling', () => {
    const judged = drawing('overig', 520_000)
    expect(found('GB-403', judged, ofArea(ceiling(2023, 900_000), ceiling(2023, 500_000, null, 'HOL')))).toEqual([
      {
        rule: 'GB-403',
        field: 'sourceCode',
        nl: 'Beroep op SP-GGW-2023 (520.000) is hoger dan het plafond voor dit gebied (500.000).',
        en: "Draw on SP-GGW-2023 (520,000) exceeds this area's ceiling (500,000).",
      },
    ])
    expect(found('GB-403', judged, ofArea(ceiling(2023, 520_000, null, 'HOL')))).toEqual([])
    expect(details('GB-403', judged, reference)).toMatchObject([{ severity: 'error', sheet: 'Begroting', cell: null }])
  })

  test('[GB-403] without a ceiling of its own an area may draw the whole source and no more', () => {
    expect(found('GB-403', drawing('overig', 520_000), reference)).toHaveLength(1)
    expect(found('GB-403', drawing('overig', 500_000), reference)).toEqual([])
    expect(found('GB-403', drawing('overig', 520_000), ofArea())).toEqual([])
  })

  test('[GB-403] rows of tblDekking and all components count together', () => {
    const rows = [
      line({ sourceCode: 'SP-GGW-2023', component: 'kernteam', amount0: euros(300_000) }),
      line({ lineNumber: 'HOL-002', amount0: euros(300_000) }),
      coverage({ budgetLineNumber: 'HOL-002', sourceCode: 'SP-GGW-2023', amountCents: euros(200_001) }),
    ]
    expect(found('GB-403', workbook({ rows }), reference)).toMatchObject([
      { nl: 'Beroep op SP-GGW-2023 (500.001) is hoger dan het plafond voor dit gebied (500.000).' },
    ])
  })

  test('[GB-408] a component has a ceiling of its own', () => {
    expect(found('GB-408', drawing('kernteam', 330_000), reference)).toEqual([
      {
        rule: 'GB-408',
        field: 'component',
        nl: 'Onderdeel kernteam van SP-GGW-2023 overschreden: 330.000 van 318.880.',
        en: 'Component kernteam of SP-GGW-2023 exceeded: 330,000 of 318,880.',
      },
    ])
    expect(found('GB-408', drawing('kernteam', 318_880), reference)).toEqual([])
    expect(found('GB-408', drawing('experimenten', 181_120), reference)).toEqual([])
    const own = ofArea(ceiling(2023, 100_000, 'kernteam', 'HOL'), ceiling(2023, 1, 'kernteam', 'STH'))
    expect(found('GB-408', drawing('kernteam', 110_000), own)).toMatchObject([
      { nl: 'Onderdeel kernteam van SP-GGW-2023 overschreden: 110.000 van 100.000.' },
    ])
  })

  test('[GB-411] what is left at the end of the year has a destination', () => {
    expect(closing('realisatie')).toEqual([
      {
        rule: 'GB-411',
        field: 'sourceCode',
        nl: 'Restant 40.000 van SP-GGW-2023 is niet bestemd (vrijval of overheveling?).',
        en: 'Remainder 40,000 of SP-GGW-2023 has no destination (release or carry-over?).',
      },
    ])
    expect(closing('prognose')).toHaveLength(1)
    expect(closing('primitief')).toEqual([])
    expect(closing('realisatie', 'vrijval')).toEqual([])
    expect(closing('realisatie', null, 500_000)).toEqual([])
  })
})
