import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examplePeople } from '#shared/example/index.ts'
import { personOf, startWorkerUnderTest, type WorkerUnderTest } from '../worker-under-test.test-data.ts'

let worker: WorkerUnderTest

beforeAll(async () => {
  worker = await startWorkerUnderTest()
})
afterAll(() => worker.stop())

const newcomer = {
  oid: '0193aaaa-0000-4000-8000-000000000099',
  name: 'Nieuwe Controller',
  role: 'gebiedscontroller',
  areas: ['HOL'],
}
interface SentPerson {
  readonly oid: string
  readonly name: string
  readonly role: string
  readonly areas: readonly string[]
}

const kept = (id: string): SentPerson => {
  const { oid, name, role, areas } = personOf(id)
  return { oid, name, role, areas: [...areas] }
}

async function put(person: SentPerson, headers: Record<string, string> = {}, personId = 'beheer') {
  const init = { method: 'PUT', body: JSON.stringify(person), headers }
  const response = await worker.ask(personId, `/v1/personen/${person.oid}`, init)
  return { status: response.status, etag: response.headers.get('etag') ?? '', body: await response.json() }
}

async function load(people: readonly object[], query = '') {
  const init = { method: 'POST', body: JSON.stringify(people) }
  const response = await worker.ask('beheer', `/v1/personen/ladingen${query}`, init)
  return { status: response.status, body: await response.json() }
}

describe('[S-109] people', () => {
  test('are listed with role and areas for administration alone', async () => {
    const people = (await worker.json('beheer', '/v1/personen')) as { oid: string }[]
    expect(people).toHaveLength(examplePeople.length)
    expect(people.find(({ oid }) => oid === kept('controller-hol').oid)).toMatchObject(kept('controller-hol'))
    for (const personId of ['financien', 'concerncontroller', 'controller-hol', 'griffie']) {
      expect((await worker.ask(personId, '/v1/personen')).status).toBe(403)
      expect((await put(newcomer, {}, personId)).status).toBe(403)
    }
  })

  test('get rights at once, and lose them at once', async () => {
    const token = await worker.issuer.sign({ ...personOf('controller-spz'), oid: newcomer.oid, id: 'nieuw' })
    const me = () => fetch(`${worker.url}/v1/ik`, { headers: { authorization: `Bearer ${token}` } })
    expect((await me()).status).toBe(403)
    expect((await put(newcomer, { 'if-none-match': '*' })).status).toBe(200)
    expect(await (await me()).json()).toEqual({
      naam: 'Nieuwe Controller',
      rol: 'gebiedscontroller',
      gebieden: ['HOL'],
    })
    await put({ ...newcomer, areas: [] })
    expect(await (await me()).json()).toMatchObject({ gebieden: [] })
  })

  test('changed meanwhile are refused with what stands there now', async () => {
    const seen = await put(kept('controller-sth'))
    const theirs = await put({ ...kept('controller-sth'), areas: ['STH', 'SHT'] }, { 'if-match': seen.etag })
    const mine = await put({ ...kept('controller-sth'), areas: [] }, { 'if-match': seen.etag })
    expect(mine).toMatchObject({ status: 412, etag: theirs.etag, body: { nu: { areas: ['SHT', 'STH'] } } })
  })

  test('cannot lose their last administrator', async () => {
    const demoted = { ...kept('beheer'), role: 'griffie' }
    expect(await put(demoted)).toMatchObject({
      status: 409,
      body: { detail: 'Zo blijft er niemand van beheer over. Geef eerst een ander de rol beheer.' },
    })
    expect((await load([demoted])).status).toBe(409)
    const second = { ...kept('griffie'), role: 'beheer' }
    expect((await load([demoted, second])).status).toBe(200)
    const back = await worker.ask('griffie', '/v1/personen/ladingen', {
      method: 'POST',
      body: JSON.stringify([kept('beheer'), kept('griffie')]),
    })
    expect(await back.json()).toMatchObject({ gewijzigd: 2 })
  })

  test('are loaded all or none, with every fault by its place and without a name', async () => {
    const { status, body } = await load([
      { ...newcomer, name: 'Geheime Naam', areas: ['NRD'] },
      { ...newcomer, oid: 'geen-id', role: 'koning' },
    ])
    expect(status).toBe(422)
    expect(body).toMatchObject({
      fouten: [
        {
          index: 0,
          veld: 'areas.0',
          nl: 'NRD staat niet in de lijst gebieden; voeg het daar toe of kies een andere code',
        },
        { index: 1, veld: 'oid' },
        { index: 1, veld: 'role' },
      ],
    })
    expect(JSON.stringify(body)).not.toContain('Geheime')
  })

  test('leave a trace of who changed what', async () => {
    const person = { ...newcomer, oid: '0193aaaa-0000-4000-8000-000000000098' }
    expect((await load([person], '?proef=ja')).body).toMatchObject({ proef: true, nieuw: 1 })
    await load([person])
    await load([person])
    await load([{ ...person, role: 'wethouder' }])
    const { results } = await worker.db
      .prepare('SELECT before, after, actor FROM person_change WHERE oid = ?1 ORDER BY change_id')
      .bind(person.oid)
      .all<{ before: string | null; after: string; actor: string }>()
    expect(
      results.map(({ before, after }) => [before === null ? null : JSON.parse(before), JSON.parse(after)]),
    ).toEqual([
      [null, person],
      [person, { ...person, role: 'wethouder' }],
    ])
    expect(results.every(({ actor }) => actor.endsWith(kept('beheer').oid))).toBe(true)
  })
})
