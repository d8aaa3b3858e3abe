import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startWorkerUnderTest, type WorkerUnderTest } from '../worker-under-test.test-data.ts'

let worker: WorkerUnderTest

beforeAll(async () => {
  worker = await startWorkerUnderTest()
})
afterAll(() => worker.stop())

const programme = (code: string, name = `Programma ${code}`) => ({ code, name, validFrom: 2023, validTo: 2026 })

async function put(path: string, item: object, headers: Record<string, string> = {}, personId = 'financien') {
  const response = await worker.ask(personId, `/v1/referentie/${path}`, {
    method: 'PUT',
    body: JSON.stringify(item),
    headers,
  })
  return { status: response.status, etag: response.headers.get('etag'), body: await response.json() }
}

async function load(lists: object, query = '', personId = 'financien') {
  const response = await worker.ask(personId, `/v1/referentie/ladingen${query}`, {
    method: 'POST',
    body: JSON.stringify(lists),
  })
  return { status: response.status, body: await response.json() }
}

const changeCount = async () => (await worker.db.prepare('SELECT count(*) AS n FROM reference_change').first())?.['n']

describe('[S-105] an item of a list', () => {
  test('that is new is kept with version 1, and not again as new', async () => {
    const first = await put('programmas/11', programme('11'), { 'if-none-match': '*' })
    expect(first).toMatchObject({
      status: 200,
      etag: '"2023-1"',
      body: { soort: 'programmas', code: '11', vanaf: 2023, versie: 1, waarschuwingen: [] },
    })
    const again = await put('programmas/11', programme('11', 'Anders'), { 'if-none-match': '*' })
    expect(again).toMatchObject({ status: 412, etag: '"2023-1"', body: { nu: { item: programme('11') } } })
  })

  test('that somebody changed meanwhile is refused with what stands there now', async () => {
    const seen = await put('programmas/12', programme('12'))
    const theirs = await put('programmas/12', programme('12', 'Van een ander'), { 'if-match': seen.etag ?? '' })
    expect([theirs.status, theirs.etag]).toEqual([200, '"2023-2"'])
    const mine = await put('programmas/12', programme('12', 'Van mij'), { 'if-match': seen.etag ?? '' })
    expect(mine).toMatchObject({
      status: 412,
      etag: '"2023-2"',
      body: {
        title: 'Ondertussen gewijzigd',
        detail: '12 (vanaf 2023) staat er met versie 2. Bekijk wat er nu staat en leg uw wijziging opnieuw vast.',
        nu: { code: '12', vanaf: 2023, versie: 2, item: programme('12', 'Van een ander') },
      },
    })
    expect((await put('programmas/12', programme('12', 'Van mij'), { 'if-match': mine.etag ?? '' })).etag).toBe(
      '"2023-3"',
    )
  })

  test('written by many at the same time gets as many versions, and one of two that saw the same is refused', async () => {
    await put('programmas/13', programme('13'))
    const both = await Promise.all(
      ['a', 'b', 'c'].map((name) => put('programmas/13', programme('13', name), { 'if-match': '"2023-1"' })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412, 412])
  })

  test('that is the same as what stands there is no new version', async () => {
    const first = await put('programmas/14', programme('14'))
    expect((await put('programmas/14', programme('14'))).etag).toBe(first.etag)
  })

  test('that does not fit is refused with every field that is wrong', async () => {
    const { status, body } = await put('programmas/15', { code: '15', name: '', validFrom: 2023 })
    expect(status).toBe(422)
    expect(body).toMatchObject({
      detail: 'Er is niets vastgelegd: 2 keer klopt iets niet. Het eerste: programmas, 15, name: minstens 1 tekens.',
      fouten: [
        { soort: 'programmas', index: 0, code: '15', veld: 'name', en: 'at least 1 characters' },
        { veld: 'validTo', nl: 'verwacht wordt number' },
      ],
    })
    expect((await put('programmas/16', programme('15'))).status).toBe(400)
  })

  test.for([
    ['financien', 'programmas', 200],
    ['concerncontroller', 'programmas', 200],
    ['beheer', 'gebieden', 200],
    ['financien', 'gebieden', 403],
    ['griffie', 'besluiten', 200],
    ['griffie', 'programmas', 403],
    ['controller-hol', 'besluiten', 403],
    ['wethouder', 'programmas', 403],
  ] as const)('is kept by %s in %s: %i', async ([personId, kind, status]) => {
    const items = (await worker.json('beheer', `/v1/referentie/${kind}`)) as { code: string; item: object }[]
    const { code, item } = items[0] ?? { code: '', item: {} }
    expect((await put(`${kind}/${code}`, item, {}, personId)).status).toBe(status)
    expect((await worker.ask(personId, `/v1/referentie/${kind}/${code}/historie`)).status).toBe(status)
    expect((await load({ [kind]: [item] }, '', personId)).status).toBe(status)
  })

  test('is not deleted: it ends with its last year', async () => {
    const response = await worker.ask('beheer', '/v1/referentie/programmas/4', { method: 'DELETE' })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'PUT'])
  })
})

describe('[S-107] what an item was', () => {
  test('stays: every version with who, when, before and after', async () => {
    await put('programmas/21', programme('21'))
    await put('programmas/21', programme('21', 'Nieuw'), {}, 'beheer')
    const history = await worker.json('concerncontroller', '/v1/referentie/programmas/21/historie')
    expect(history).toMatchObject([
      { vanaf: 2023, versie: 2, door: 'Beheerder', voor: programme('21'), na: programme('21', 'Nieuw') },
      { vanaf: 2023, versie: 1, door: 'Medewerker financiën', voor: null, na: programme('21') },
    ])
    expect(history).toMatchObject([{ op: expect.stringMatching(/^20\d\d-.*Z$/) }, {}])
  })

  test('counts in its own years beside what the code means later', async () => {
    await load({
      programmas: [
        { ...programme('22', 'Toen'), validTo: 2023 },
        { ...programme('22', 'Nu'), validFrom: 2030, validTo: 2033 },
      ],
    })
    const nameIn = async (year: number) => {
      const { programmes } = (await worker.json('griffie', `/v1/referentie?jaar=${year}`)) as {
        programmes: { code: string; name: string }[]
      }
      return programmes.filter(({ code }) => code === '22').map(({ name }) => name)
    }
    expect([await nameIn(2023), await nameIn(2026), await nameIn(2030)]).toEqual([['Toen'], [], ['Nu']])
    const listed = (await worker.json('griffie', '/v1/referentie/programmas')) as { code: string; etag: string }[]
    expect(listed.filter(({ code }) => code === '22').map(({ etag }) => etag)).toEqual(['"2023-1"', '"2030-1"'])
  })
})

describe('the lists with one item', () => {
  test('[S-105] are kept under a dash', async () => {
    const municipality = { gmCode: 'GM0193', name: 'Zwolle', iv3Number: '060193' }
    expect((await put('gemeente/-', municipality)).body).toMatchObject({ code: '-', vanaf: 0, versie: 2 })
    expect((await put('gemeente/GM0193', municipality)).body).toMatchObject({
      detail: 'Deze inhoud heeft geen code; schrijf - in het adres.',
    })
    expect(await worker.json('griffie', '/v1/referentie?jaar=2023')).toMatchObject({ municipality })
  })

  test('[S-107] have thresholds by year, and say so when a year has none', async () => {
    const [now] = (await worker.json('beheer', '/v1/referentie/parameters')) as { item: object }[]
    const both = [
      { ...now?.item, validTo: 2024 },
      { ...now?.item, hoursNormPerFte: 140_000, validFrom: 2025, validTo: 2090 },
    ]
    expect((await load({ parameters: both })).body).toMatchObject({ nieuw: 1, gewijzigd: 1 })
    const normIn = async (year: number) => {
      const { parameters } = (await worker.json('griffie', `/v1/referentie?jaar=${year}`)) as {
        parameters: { hoursNormPerFte: number }
      }
      return parameters.hoursNormPerFte
    }
    expect([await normIn(2024), await normIn(2025)]).toEqual([132_000, 140_000])
    const none = await worker.ask('griffie', '/v1/referentie?jaar=2095')
    expect([none.status, await none.json()]).toMatchObject([
      404,
      {
        detail:
          'De lijsten zijn niet volledig: de lijst parameters heeft niets voor 2095. Vraag beheer om die te laden.',
      },
    ])
  })
})

describe('[S-106] a load of lists', () => {
  const lists = {
    programmas: [programme('31'), programme('32')],
    doelen: [{ code: '31.1', programmeCode: '31', name: 'Doel', validFrom: 2023, validTo: 2026 }],
  }

  test('is tried without a trace, kept, and then the same', async () => {
    const before = await changeCount()
    expect((await load(lists, '?proef=ja')).body).toEqual({
      proef: true,
      nieuw: 3,
      gewijzigd: 0,
      ongewijzigd: 0,
      items: [
        { soort: 'programmas', code: '31', vanaf: 2023, stand: 'nieuw', velden: [] },
        { soort: 'programmas', code: '32', vanaf: 2023, stand: 'nieuw', velden: [] },
        { soort: 'doelen', code: '31.1', vanaf: 2023, stand: 'nieuw', velden: [] },
      ],
      waarschuwingen: [],
    })
    expect(await changeCount()).toBe(before)
    expect((await load(lists)).body).toMatchObject({ proef: false, nieuw: 3 })
    expect((await load(lists)).body).toMatchObject({ nieuw: 0, ongewijzigd: 3, items: [] })
    expect(await changeCount()).toBe(Number(before) + 3)
  })

  test('with one item that is wrong keeps none', async () => {
    const before = await changeCount()
    const { status, body } = await load({ programmas: [programme('33'), { ...programme('34'), name: 7 }] })
    expect(status).toBe(422)
    expect(body).toMatchObject({ fouten: [{ soort: 'programmas', index: 1, code: '34', veld: 'name' }] })
    expect(await changeCount()).toBe(before)
  })

  test('names a list that there is not', async () => {
    expect((await load({ wijken: [] })).status).toBe(400)
  })

  test('of thousands of items is one batch', async () => {
    const many = Array.from({ length: 5_000 }, (_, i) => ({
      code: `K${i}`,
      name: 'x'.repeat(400),
      isBlocked: false,
      validFrom: 2023,
      validTo: 2026,
    }))
    expect((await load({ kostenplaatsen: many })).body).toMatchObject({ nieuw: 5_000 })
    expect((await load({ kostenplaatsen: many })).body).toMatchObject({ ongewijzigd: 5_000 })
  })

  test('of several people at once is kept whole by each', async () => {
    const outcomes = await Promise.all(
      ['financien', 'concerncontroller', 'beheer'].map((personId, i) =>
        load({ programmas: [programme(`4${i}`), programme(`5${i}`)] }, '', personId),
      ),
    )
    expect(outcomes.map(({ body }) => body)).toMatchObject([{ nieuw: 2 }, { nieuw: 2 }, { nieuw: 2 }])
  })
})
