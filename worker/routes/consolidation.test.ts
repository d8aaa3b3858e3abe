import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { consolidate, type Grouping, groupings, totalsOf } from '#shared/consolidation/index.ts'
import { exampleWorkbooks, exampleYear } from '#shared/example/index.ts'
import { type BudgetLine, type Total, yearsOf } from '#shared/model/index.ts'
import {
  budgetLine,
  newRow,
  request,
  startWorkerUnderTest,
  type WorkerUnderTest,
} from '../worker-under-test.test-data.ts'

let worker: WorkerUnderTest
const areas = [...exampleWorkbooks.keys()]
const amendmentLines: Readonly<Record<string, readonly BudgetLine[]>> = {
  HOL: [
    budgetLine('HOL-W1', -4_500_00, { domain: 'publiek' }),
    budgetLine('HOL-W2', 1_000_00, { domain: 'sociaal' }),
    budgetLine('HOL-W3', 333_00, { domain: 'zonder lasten of baten', side: null }),
  ],
  SPZ: [budgetLine('SPZ-W1', 70_000_00, { domain: 'fysiek', taakveldCode: '2.1' })],
}

/** The five example workbooks, and adopted amendments of two areas. */
beforeAll(async () => {
  worker = await startWorkerUnderTest()
  for (const [area, tables] of exampleWorkbooks) {
    const rows = Object.values(tables)
      .flat()
      .map((row) => newRow(row))
    const { status } = await worker.sync(area, request({ jaar: exampleYear, rows }))
    expect(status).toBe(200)
  }
  for (const [area, lines] of Object.entries(amendmentLines)) {
    const rows = lines.map((line) => newRow(line))
    await worker.sync(area, request({ jaar: exampleYear, versie: 'wijziging-1', rows }))
  }
  await setState('HOL', 'vastgesteld')
  await setState('SPZ', 'vastgesteld')
})
afterAll(() => worker.stop())

const setState = (area: string, state: string) =>
  worker.db
    .prepare("UPDATE budget SET state = ?1 WHERE area_code = ?2 AND version = 'wijziging-1'")
    .bind(state, area)
    .run()

interface YearCents {
  readonly lastenCents: string
  readonly batenCents: string
  readonly saldoCents: string
}
interface MatrixJson {
  readonly versie: string
  readonly uit: readonly { readonly gebied: string; readonly versie: string }[]
  readonly rijen: readonly {
    readonly code: string
    readonly regels: number
    readonly jaren: Record<string, YearCents>
  }[]
  readonly zonderKantCents: string
  readonly totaal: { readonly regels: number; readonly jaren: Record<string, YearCents> }
}

const matrix = (per: string, versie: string) =>
  worker.json('wethouder', `/v1/consolidatie/${per}?jaar=${exampleYear}&versie=${versie}`) as Promise<MatrixJson>

const key = (areaCode: string, version: string) => ({ areaCode, year: exampleYear, version })

function totals(versie: string, ofAreas = areas): readonly Total[] {
  return ofAreas.flatMap((area) => [
    ...totalsOf(key(area, 'primitief'), exampleWorkbooks.get(area)?.begroting ?? []),
    ...(versie === 'na-wijziging' ? totalsOf(key(area, 'wijziging-1'), amendmentLines[area] ?? []) : []),
  ])
}

/** What the route must answer, from the pure function. */
function expectedRows(per: Grouping, versie: string, ofAreas = areas) {
  const { rows } = consolidate(totals(versie, ofAreas), per, yearsOf(exampleYear))
  return rows.map(({ key, lineCount, years }) => ({
    code: key,
    regels: lineCount,
    jaren: Object.fromEntries(
      years.map((amounts) => [
        amounts.year,
        {
          lastenCents: String(amounts.lastenCents),
          batenCents: String(amounts.batenCents),
          saldoCents: String(amounts.saldoCents),
        },
      ]),
    ),
  }))
}

describe('[S-62] consolidation', () => {
  test.for(groupings.flatMap((per) => ['primitief', 'na-wijziging'].map((versie) => [per, versie] as const)))(
    'per %s of %s equals the pure function and adds up to the areas',
    async ([per, versie]) => {
      const answer = await matrix(per, versie)
      expect(answer.rijen).toEqual(expectedRows(per, versie))
      const perArea = await matrix('gebied', versie)
      expect(answer.totaal).toEqual(perArea.totaal)
      for (const year of yearsOf(exampleYear)) {
        const sum = perArea.rijen.reduce((cents, row) => cents + BigInt(row.jaren[year]?.lastenCents ?? '0'), 0n)
        expect(answer.totaal.jaren[year]?.lastenCents).toBe(String(sum))
      }
    },
  )

  test('tells amounts of lines without L or B apart, in no row', async () => {
    expect((await matrix('domein', 'na-wijziging')).zonderKantCents).toBe('33300')
    expect((await matrix('domein', 'primitief')).zonderKantCents).toBe('0')
  })

  test('names the budgets that it was made from', async () => {
    const { uit } = await matrix('gebied', 'na-wijziging')
    expect(uit.filter(({ versie }) => versie === 'wijziging-1').map(({ gebied }) => gebied)).toEqual(['HOL', 'SPZ'])
    expect(uit).toHaveLength(areas.length + 2)
  })

  test('is of the original budgets when no version is asked and no amendment is adopted', async () => {
    const versionOf = async () =>
      ((await worker.json('griffie', `/v1/consolidatie/gebied?jaar=${exampleYear}`)) as MatrixJson).versie
    expect(await versionOf()).toBe('na-wijziging')
    for (const area of ['HOL', 'SPZ']) await setState(area, 'ingediend')
    expect(await versionOf()).toBe('primitief')
    for (const area of ['HOL', 'SPZ']) await setState(area, 'vastgesteld')
  })

  test.for(['concept', 'ingediend', 'goedgekeurd', 'aangehouden'])(
    '[S-100] na-wijziging leaves out an amendment that is %s, and only that one',
    async (state) => {
      const path = `/v1/consolidatie/gebied?jaar=${exampleYear}&versie=na-wijziging`
      const before = (await worker.ask('griffie', path)).headers.get('etag') ?? ''
      await setState('SPZ', state)
      const response = await worker.ask('griffie', path, { headers: { 'if-none-match': before } })
      expect(response.status).toBe(200)
      const { rijen } = (await response.json()) as MatrixJson
      expect(rijen.filter(({ code }) => code === 'SPZ')).toEqual(expectedRows('gebied', 'primitief', ['SPZ']))
      expect(rijen.filter(({ code }) => code === 'HOL')).toEqual(expectedRows('gebied', 'na-wijziging', ['HOL']))
      await setState('SPZ', 'vastgesteld')
    },
  )

  test('is answered with 304 until something of it changes', async () => {
    const path = `/v1/consolidatie/domein?jaar=${exampleYear}&versie=primitief`
    const response = await worker.ask('griffie', path)
    const etag = response.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"v7-[0-9a-f]{16}"$/)
    const ask = () => worker.ask('griffie', path, { headers: { 'if-none-match': etag } })
    const unchanged = await ask()
    expect([unchanged.status, await unchanged.text(), unchanged.headers.get('etag')]).toEqual([304, '', etag])
    await worker.sync('STH', request({ jaar: 2029, rows: [newRow(budgetLine('STH-900', 1))] }))
    expect((await ask()).status).toBe(200)
  })
})

interface SourceJson {
  readonly bronnen: readonly Readonly<Record<string, unknown>>[]
}

const stelpost = async (versie = 'primitief') => {
  const path = `/v1/consolidatie/bron?jaar=${exampleYear}&versie=${versie}`
  const { bronnen } = (await worker.json('wethouder', path)) as SourceJson
  return bronnen.filter(({ bron }) => bron === 'SP-GGW-2023')
}
const row = (onderdeel: string | null, plafondCents: string, beroepCents: string, restantCents: string) => ({
  bron: 'SP-GGW-2023',
  onderdeel,
  jaar: 2023,
  plafondCents,
  beroepCents,
  restantCents,
})

describe('[S-60] the stelpost of 500,000', () => {
  test('is used up exactly: 318,880 by the core team and 181,120 by the experiments', async () => {
    expect(await stelpost()).toEqual([
      row(null, '50000000', '50000000', '0'),
      row('kernteam', '31888000', '31888000', '0'),
      row('experimenten', '18112000', '18112000', '0'),
    ])
  })

  test('a second area that draws on it too is accepted and told with source, draw and ceiling; so is the first', async () => {
    const line = budgetLine('STH-090', 12_500_00, { sourceCode: 'SP-GGW-2023' })
    const overdrawing = await worker.sync('STH', request({ jaar: exampleYear, rows: [newRow(line)] }))
    expect(overdrawing.status).toBe(200)
    expect(overdrawing.answer.results.map(({ kind }) => kind)).toEqual(['accepted'])
    const finding = {
      rule: 'GB-701',
      severity: 'error',
      message: {
        nl: 'SP-GGW-2023 is over alle gebieden heen overschreden: 512.500 van 500.000.',
        en: 'SP-GGW-2023 is overdrawn across all areas: 512,500 of 500,000.',
      },
    }
    expect(overdrawing.answer.findings).toEqual([finding])
    expect((await worker.sync('HOL', request({ jaar: exampleYear }))).answer.findings).toEqual([finding])
    expect((await worker.sync('STAD', request({ jaar: exampleYear }))).answer.findings).toEqual([finding])
    expect((await worker.sync('SHT', request({ jaar: exampleYear }))).answer.findings).toEqual([])
    expect((await stelpost())[0]).toEqual(row(null, '50000000', '51250000', '-1250000'))
  })

  test('a ceiling that is raised is seen at once, without a commit', async () => {
    const path = `/v1/consolidatie/bron?jaar=${exampleYear}&versie=primitief`
    const etag = (await worker.ask('wethouder', path)).headers.get('etag') ?? ''
    const { sources } = (await worker.json('beheer', `/v1/referentie?jaar=${exampleYear}`)) as {
      sources: { code: string; ceilings: { component: string | null; cents: number }[] }[]
    }
    const source = sources.find(({ code }) => code === 'SP-GGW-2023')
    const ceilings = source?.ceilings.map((c) => (c.component === null ? { ...c, cents: 51_250_000 } : c))
    const body = JSON.stringify({ ...source, ceilings })
    await worker.ask('beheer', '/v1/referentie/bronnen/SP-GGW-2023', { method: 'PUT', body })
    expect((await worker.ask('wethouder', path, { headers: { 'if-none-match': etag } })).status).toBe(200)
    expect((await stelpost())[0]).toEqual(row(null, '51250000', '51250000', '0'))
  })
})

describe('[S-61] sums beyond 2^53 cents', () => {
  test('stay exact, in one area and over all', async () => {
    const jaar = 2040
    for (const area of ['HOL', 'SPZ']) {
      await worker.sync(area, request({ jaar, rows: [newRow(budgetLine(`${area}-001`, 1))] }))
      await worker.db
        .prepare(
          `UPDATE total SET cents0 = 9007199254740991
            WHERE budget_id = (SELECT budget_id FROM budget WHERE area_code = ?1 AND budget_year = ?2)`,
        )
        .bind(area, jaar)
        .run()
    }
    await worker.sync('SHT', request({ jaar, rows: [newRow(budgetLine('SHT-001', 11))] }))
    const answer = (await worker.json('financien', `/v1/consolidatie/gebied?jaar=${jaar}`)) as MatrixJson
    expect(answer.rijen.map(({ jaren }) => jaren[jaar]?.lastenCents)).toEqual([
      '9007199254740991',
      '11',
      '9007199254740991',
    ])
    // A double cannot hold this odd sum.
    expect(answer.totaal.jaren[jaar]).toEqual({
      lastenCents: '18014398509481993',
      batenCents: '0',
      saldoCents: '-18014398509481993',
    })
    const perTaakveld = (await worker.json('financien', `/v1/consolidatie/taakveld?jaar=${jaar}`)) as MatrixJson
    expect(perTaakveld.rijen[0]?.jaren[jaar]?.lastenCents).toBe('18014398509481993')
  })
})
