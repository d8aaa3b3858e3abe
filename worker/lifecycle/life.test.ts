import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decisionsSchema } from '#shared/lifecycle/index.ts'
import { decisionSchema, findingKey } from '#shared/model/index.ts'
import {
  newRow,
  problemName,
  request,
  startWorkerUnderTest,
  type WorkerUnderTest,
} from '../worker-under-test.test-data.ts'
import { askCells } from '../cells/ask-cells.test-data.ts'
import { verifyChain } from '../store/verify-chain.ts'
import { livesOf, rulesIn, soundLine } from './life-under-test.test-data.ts'

let worker: WorkerUnderTest
let lives: ReturnType<typeof livesOf>

beforeAll(async () => {
  worker = await startWorkerUnderTest()
  lives = livesOf(worker)
})
afterAll(() => worker.stop())

const euros = (amount: number) => amount * 100

describe('[S-95] from concept to adoption', () => {
  test('a budget nobody pushed to is in concept and cannot be submitted', async () => {
    expect(await lives.life('STAD')).toEqual({ staat: 'concept', mag: ['indienen'], indieningen: [] })
    expect((await lives.submit('STAD')).status).toBe(404)
  })

  test('a budget with errors is not submitted, and hears which', async () => {
    await lives.push('HOL', [soundLine('HOL', 1, euros(100_000)), soundLine('HOL', 2, 100, { sourceCode: null })])
    const refused = await lives.submit('HOL')
    expect([refused.status, problemName(refused.problem)]).toEqual([409, 'overgang-kan-niet'])
    expect([rulesIn(refused)?.[0], refused.problem.detail]).toEqual(['GB-601', 'Indienen kan niet: nog 1 fouten.'])
    expect(rulesIn(refused)).toContain('GB-401')
    expect((await lives.life('HOL')).staat).toBe('concept')
  })

  test('control totals of the cover count too', async () => {
    await lives.push('SPZ', [soundLine('SPZ', 1, euros(10_000))])
    const voorblad = (centen: number) => ({
      voorblad: { eenheid: 'euro', controletotalen: [{ jaar: 2023, kant: 'L', centen: String(centen) }] },
    })
    expect(rulesIn(await lives.submit('SPZ', voorblad(euros(9_999))))).toEqual(['GB-601', 'GB-314'])
    const submitted = await lives.submit('SPZ', voorblad(euros(10_000)))
    expect(submitted.status).toBe(201)
    expect(submitted.life.indieningen[0]?.voorblad).toEqual(voorblad(euros(10_000)).voorblad)
  })

  test('a submission keeps what it was judged by', async () => {
    const [submission] = (await lives.life('SPZ')).indieningen
    expect(submission).toMatchObject({
      nummer: 1,
      status: 'ingediend',
      door: 'Controller Spoorzone',
      regels: 1,
      overgangen: [{ overgang: 'indienen', rol: 'gebiedscontroller' }],
      parafen: [],
    })
    expect(submission?.controlegetal).toMatch(/^[0-9a-f]{64}$/)
    expect(submission?.codesHash).toMatch(/^[0-9a-f]{64}$/)
    expect(submission?.regelsHash).toMatch(/^[0-9a-f]{64}$/)
    expect(submission?.referentieVersie).toMatch(/^2023-/)
  })

  test('[S-55] a submitted line does not change, and the refusal says what to do', async () => {
    const { problem, status } = await lives.push('SPZ', [soundLine('SPZ', 2, 100)])
    expect([status, problemName(problem)]).toEqual([409, 'begroting-vergrendeld'])
    expect(problem.detail).toContain('GB-603')
    expect(problem.detail).toContain('Trek de indiening eerst in.')
  })

  test('another person of the area cannot submit or withdraw', async () => {
    expect((await lives.submit('SPZ', {}, 'controller-hol')).status).toBe(403)
    const refused = await lives.step('controller-hol', 'SPZ', 'intrekken')
    expect([refused.status, rulesIn(refused)]).toEqual([403, ['GB-602']])
  })

  test('withdrawn, the budget is in concept again and its lines change', async () => {
    const withdrawn = await lives.step('controller-spz', 'SPZ', 'intrekken', { opmerking: 'nog een regel' })
    expect(withdrawn.life).toMatchObject({
      staat: 'concept',
      mag: ['indienen'],
      indieningen: [{ status: 'ingetrokken' }],
    })
    expect((await lives.push('SPZ', [soundLine('SPZ', 2, euros(500))])).status).toBe(200)
    expect((await lives.submit('SPZ')).life.indieningen.map(({ nummer, status }) => [nummer, status])).toEqual([
      [2, 'ingediend'],
      [1, 'ingetrokken'],
    ])
  })

  test('a step with a submission that was replaced is refused', async () => {
    const [, old] = (await lives.life('SPZ')).indieningen
    const response = await worker.ask('concerncontroller', `/v1/gebieden/SPZ/indieningen/${old?.id}/overgangen`, {
      method: 'POST',
      body: JSON.stringify({ overgang: 'goedkeuren' }),
    })
    expect(response.status).toBe(409)
  })

  test('returning needs a remark; then the controller reopens', async () => {
    expect((await lives.step('financien', 'SPZ', 'teruggeven')).status).toBe(400)
    const returned = await lives.step('financien', 'SPZ', 'teruggeven', { opmerking: 'SPZ-002 is dubbel.' })
    expect(returned.life.indieningen[0]).toMatchObject({ status: 'teruggegeven' })
    expect((await lives.push('SPZ', [soundLine('SPZ', 3, 100)])).problem.detail).toContain('Heropen')
    expect((await lives.step('controller-spz', 'SPZ', 'heropenen')).life).toMatchObject({
      staat: 'concept',
      indieningen: [{ status: 'teruggegeven' }, { status: 'ingetrokken' }],
    })
    expect((await lives.submit('SPZ')).life.indieningen[0]?.nummer).toBe(3)
  })

  test('the opdrachtgever of the area signs off, nobody else', async () => {
    const inOtherYear = livesOf(worker, 2024)
    await inOtherYear.push('HOL', [soundLine('HOL', 1, euros(1_000))])
    await inOtherYear.submit('HOL')
    const signed = await inOtherYear.signOff('opdrachtgever', 'HOL', { uitkomst: 'niet akkoord', opmerking: 'te laag' })
    expect(signed.life.indieningen[0]?.parafen).toMatchObject([
      { rol: 'opdrachtgever', door: 'Ambtelijk opdrachtgever', uitkomst: 'niet akkoord', opmerking: 'te laag' },
    ])
    await inOtherYear.step('controller-hol', 'HOL', 'intrekken')
    expect((await inOtherYear.signOff('opdrachtgever', 'HOL', { uitkomst: 'akkoord' })).status).toBe(409)
    expect((await lives.signOff('controller-spz', 'SPZ', { uitkomst: 'akkoord' })).status).toBe(403)
    expect((await lives.signOff('opdrachtgever', 'SPZ', { uitkomst: 'akkoord' })).status).toBe(403)
  })

  test('what finance keeps in CONCERN has a controller too, and another person approves it', async () => {
    await lives.push('CONCERN', [soundLine('CONCERN', 1, euros(2_000))])
    expect((await lives.submit('CONCERN')).life.indieningen[0]).toMatchObject({ door: 'Controller Concern' })
    expect((await lives.step('concerncontroller', 'CONCERN', 'goedkeuren')).life.staat).toBe('goedgekeurd')
  })

  test('finance approves, the griffie adopts on a decision of the same amount, and then it stands', async () => {
    expect(rulesIn(await lives.step('griffie', 'SPZ', 'vaststellen', { besluit: 'R-1' }))).toEqual(['GB-602'])
    const approved = await lives.step('concerncontroller', 'SPZ', 'goedkeuren')
    expect(approved.life).toMatchObject({ staat: 'goedgekeurd' })
    expect((await lives.step('griffie', 'SPZ', 'vaststellen', { besluit: 'R-1' })).status).toBe(400)
    const ofLaterYear = { amountCents: euros(10_500), outcome: 'conform', date: '2023-03-28', validFrom: 2025 }
    await lives.decide('R-9', ofLaterYear)
    expect((await lives.step('griffie', 'SPZ', 'vaststellen', { besluit: 'R-9' })).status).toBe(400)
    await lives.decide('R-1', { amountCents: euros(10_400) })
    expect(rulesIn(await lives.step('griffie', 'SPZ', 'vaststellen', { besluit: 'R-1' }))).toEqual(['GB-610', 'GB-611'])
    await lives.decide('R-1', {
      amountCents: euros(10_400),
      outcome: 'gewijzigd',
      decidedCents: euros(10_500),
      date: '2023-03-28',
    })
    const adopted = await lives.step('griffie', 'SPZ', 'vaststellen', { besluit: 'R-1' })
    expect(adopted.life).toMatchObject({ staat: 'vastgesteld', mag: [] })
    expect(adopted.life.indieningen[0]?.overgangen.at(-1)).toMatchObject({
      overgang: 'vaststellen',
      door: 'Griffie',
      besluit: { nummer: 'R-1', uitkomst: 'gewijzigd', datum: '2023-03-28', centen: '1050000' },
    })
    expect((await lives.push('SPZ', [soundLine('SPZ', 4, 100)])).problem.detail).toContain('begrotingswijziging')
    expect((await lives.step('financien', 'SPZ', 'intrekken')).status).toBe(409)
  })

  test('GEBIED.STATUS and the chain follow', async () => {
    const question = { functie: 'status', gebied: 'SPZ', versie: null, jaar: 2023 } as const
    expect(await askCells(worker, 'financien', [question])).toEqual([{ soort: 'tekst', tekst: 'vastgesteld' }])
    const report = await verifyChain(worker.db, 'SPZ')
    expect([report.commits, report.breaks]).toEqual([10, []])
  })
})

describe('[S-97] an adopted version does not change', () => {
  test('GB-617 says so when somebody alters the store', async () => {
    const before = await lives.verdict('financien', 'SPZ')
    expect(before.bevindingen.map(({ rule }) => rule)).not.toContain('GB-617')
    await worker.db
      .prepare(
        "UPDATE row_version SET hash = '0123456789abcdef' WHERE row_id = (SELECT row_id FROM line WHERE line_number = 'SPZ-001')",
      )
      .run()
    const after = await lives.verdict('financien', 'SPZ')
    expect(after.bevindingen.map(({ rule }) => rule)).toContain('GB-617')
  })

  test('an amendment can be submitted only on an adopted budget', async () => {
    await lives.push('STH', [soundLine('STH', 1, euros(1_000))])
    await lives.push('STH', [soundLine('STH', 1, euros(50))], 'wijziging-1')
    const early = await lives.submit('STH', { versie: 'wijziging-1' })
    expect([early.status, early.problem.detail]).toEqual([
      409,
      'Een wijziging kan pas worden ingediend als primitief is vastgesteld; die is nu concept.',
    ])
    await lives.submit('STH')
    await lives.step('concerncontroller', 'STH', 'goedkeuren')
    await lives.decide('R-2', { outcome: 'conform', date: '2023-02-01' })
    expect((await lives.step('beheer', 'STH', 'vaststellen', { besluit: 'R-2' })).life.staat).toBe('vastgesteld')
    expect((await lives.submit('STH', { versie: 'wijziging-1' })).status).toBe(201)
  })
})

describe('[S-95] a decision that is held over', () => {
  test('holds the budget, which goes on where it was once the decision is taken', async () => {
    await lives.push('SHT', [soundLine('SHT', 1, euros(2_000))])
    await lives.submit('SHT')
    await lives.step('concerncontroller', 'SHT', 'goedkeuren')
    await lives.decide('R-3', { outcome: 'conform', date: '2023-03-28' })
    expect((await lives.step('griffie', 'SHT', 'aanhouden', { besluit: 'R-3' })).status).toBe(409)
    await lives.decide('R-3', { outcome: 'aangehouden', date: '2023-03-28' })
    expect((await lives.step('griffie', 'SHT', 'aanhouden', { besluit: 'R-3' })).life).toMatchObject({
      staat: 'aangehouden',
      indieningen: [{ status: 'aangehouden' }],
    })
    expect((await lives.step('financien', 'SHT', 'hervatten')).status).toBe(409)
    await lives.decide('R-3', { outcome: 'conform', date: '2023-04-11' })
    expect((await lives.step('financien', 'SHT', 'hervatten')).life.staat).toBe('goedgekeurd')
    expect((await lives.step('financien', 'SHT', 'intrekken')).life.staat).toBe('concept')
  })
})

describe('[S-98] waivers', () => {
  test('an overdraw blocks approval until finance waives exactly it', async () => {
    await lives.push('STAD', [soundLine('STAD', 1, euros(595_000))])
    expect((await lives.submit('STAD')).status).toBe(201)
    const blocked = await lives.step('concerncontroller', 'STAD', 'goedkeuren')
    expect([blocked.status, rulesIn(blocked)]).toEqual([409, ['GB-701']])
    const verdict = await lives.verdict('controller-stad', 'STAD')
    const overdraw = verdict.bevindingen.find(({ rule }) => rule === 'GB-701')
    if (overdraw === undefined) throw new Error('The overdraw was not found.')
    const key = findingKey(overdraw)
    expect((await lives.waive('controller-stad', 'STAD', key)).status).toBe(403)
    expect((await lives.waive('financien', 'STAD', `${key} `)).status).toBe(409)
    const waiver = await lives.waive('financien', 'STAD', key, 'raad besluit in mei')
    expect(waiver.status).toBe(201)
    const waived = await lives.verdict('controller-stad', 'STAD')
    expect(waived.bevindingen.find(({ rule }) => rule === 'GB-701')?.waiver).toMatchObject({
      reason: 'raad besluit in mei',
      by: 'Medewerker financiën',
    })
    expect(await worker.json('financien', '/v1/bevindingen?jaar=2023')).toMatchObject({
      bevindingen: expect.arrayContaining([
        expect.objectContaining({
          rule: 'GB-701',
          waiver: waived.bevindingen.find(({ rule }) => rule === 'GB-701')?.waiver,
        }),
      ]),
    })
    expect((await lives.step('concerncontroller', 'STAD', 'goedkeuren')).life.staat).toBe('goedgekeurd')
    const remove = { method: 'DELETE' }
    const path = `/v1/gebieden/STAD/ontheffingen/${waiver.body.id}`
    expect((await worker.ask('controller-stad', path, remove)).status).toBe(403)
    expect((await worker.ask('financien', path, remove)).status).toBe(204)
    expect((await worker.ask('financien', path, remove)).status).toBe(404)
    expect((await lives.verdict('controller-stad', 'STAD')).ontheffingen).toEqual([])
  })

  test('a controller waives a warning of his own area, and no error', async () => {
    const { bevindingen } = await lives.verdict('controller-hol', 'HOL')
    const warning = bevindingen.find(({ severity }) => severity === 'warning')
    const error = bevindingen.find(({ rule }) => rule === 'GB-401')
    if (warning === undefined || error === undefined) throw new Error('HOL has no warning and error to waive.')
    expect((await lives.waive('controller-hol', 'HOL', findingKey(error))).status).toBe(409)
    expect((await lives.waive('financien', 'HOL', findingKey(warning))).status).toBe(403)
    expect((await lives.waive('controller-hol', 'HOL', findingKey(warning))).status).toBe(201)
    expect((await lives.waive('controller-hol', 'HOL', findingKey(warning))).status).toBe(409)
  })
})

describe('[S-96] judging a submission again', () => {
  test('over the rows as they were then, saying what is still the same', async () => {
    await lives.push('SHT', [soundLine('SHT', 2, 100, { sourceCode: null })])
    const [old] = (await lives.life('SHT')).indieningen
    const path = `/v1/gebieden/SHT/indieningen/${old?.id}/hercontrole`
    expect(await worker.json('controller-sht', path)).toMatchObject({
      controlegetal: { toen: old?.controlegetal, nu: old?.controlegetal },
      gelijk: { controlegetal: true, codes: true, rekenregels: true, lijsten: false },
    })
    const { bevindingen } = (await worker.json('controller-sht', path)) as { bevindingen: { severity: string }[] }
    expect(bevindingen.filter(({ severity }) => severity === 'error')).toEqual([])
    expect((await worker.ask('controller-spz', path)).status).toBe(403)
  })
})

describe('decisions', () => {
  test('finance has its list beside what areas propose', async () => {
    const proposal = decisionSchema.parse({
      table: 'besluiten',
      lineNumber: 'HOL-B001',
      decisionNumber: 'R-4',
      amountCents: euros(700),
    })
    await lives.push('HOL', [proposal])
    const numbers = async (personId: string) => {
      const decisions = decisionsSchema.parse(await worker.json(personId, '/v1/besluiten?jaar=2023'))
      return decisions.map(({ nummer, gebied, centen }) => [nummer, gebied, centen])
    }
    const own = ['R-4', 'HOL', '70000']
    expect(await numbers('financien')).toEqual(expect.arrayContaining([['B-2023-GGW', null, '50000000'], own]))
    expect(await numbers('controller-spz')).not.toContainEqual(own)
  })

  test('the griffie registers an outcome, but keeps no other list', async () => {
    const decided = { outcome: 'conform', date: '2023-05-01' }
    expect([
      await lives.decide('R-5', decided, 'griffie'),
      await lives.decide('R-5', decided, 'controller-hol'),
    ]).toEqual([200, 403])
  })
})

test('[GB-907] the alderman does not write', async () => {
  const { problem, status } = await worker.sync(
    'HOL',
    request({ rows: [newRow(soundLine('HOL', 9, 100))] }),
    'wethouder',
  )
  expect([status, problem.detail]).toEqual([403, 'Gebiedswethouder heeft alleen leesrecht.'])
})

describe('what the server alone knows', () => {
  test('[GB-904] and [GB-312] come with the verdict: who serves the area, and what last year said', async () => {
    const nextYear = livesOf(worker, 2024)
    await nextYear.push('SHT', [soundLine('SHT', 1, euros(90_000), { note: null })])
    const { bevindingen, staat } = await nextYear.verdict('controller-sht', 'SHT')
    const messages = bevindingen
      .filter(({ rule }) => rule === 'GB-904' || rule === 'GB-312')
      .map(({ message }) => message.nl)
    expect([staat, messages]).toEqual([
      'concept',
      [
        'Gebied SHT heeft geen ambtelijk opdrachtgever.',
        'Gebied SHT heeft geen gebiedswethouder.',
        'Verschil met vorige versie 88.000 (4400%) is niet toegelicht.',
      ],
    ])
  })

  test('[S-121] a transition is told like a commit, as one that changed no row', async () => {
    const before = (await worker.json('financien', '/v1/gebeurtenissen/sinds/0')) as { seq: number }
    const nextYear = livesOf(worker, 2024)
    await nextYear.push('STH', [soundLine('STH', 1, euros(100))])
    await nextYear.submit('STH')
    const { wijzigingen } = (await worker.json('financien', `/v1/gebeurtenissen/sinds/${before.seq}`)) as {
      wijzigingen: readonly object[]
    }
    expect(wijzigingen[0]).not.toHaveProperty('stap')
    expect(await worker.json('financien', `/v1/gebeurtenissen/sinds/${before.seq + 1}`)).toMatchObject({
      wijzigingen: [{ gebied: 'STH', jaar: 2024, versie: 'primitief', stap: true }],
    })
  })
})
