import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { synchronise, type SynchroniseInput } from '../synchronise/synchronise.ts'
import {
  acceptedRows,
  budgetLine,
  controllerOf,
  newRow,
  personOf,
  problemName,
  request,
  startWorkerUnderTest,
  type WorkerUnderTest,
} from '../worker-under-test.test-data.ts'
import { exampleTenantId } from '#shared/example/index.ts'
import { requestText, type SyncRequest } from '#shared/sync/index.ts'
import { loadPerson } from './rights.ts'

let worker: WorkerUnderTest

beforeAll(async () => {
  worker = await startWorkerUnderTest()
})
afterAll(() => worker.stop())

async function writtenRows(): Promise<unknown> {
  const record = await worker.db
    .prepare(
      'SELECT (SELECT count(*) FROM commit_log) + (SELECT count(*) FROM row_version) + (SELECT count(*) FROM line) AS n',
    )
    .first()
  return record?.['n']
}

const push = () => request({ rows: [newRow(budgetLine('HOL-001', 1))] })

async function expectNoRight(personId: string, areaCode: string, parts: Partial<SyncRequest> = {}): Promise<void> {
  const before = await writtenRows()
  const outcome = await worker.sync(areaCode, { ...push(), ...parts }, personId)
  expect(outcome.status).toBe(403)
  expect(problemName(outcome.problem)).toBe('geen-recht')
  expect(await writtenRows()).toBe(before)
}

describe('[S-52] rows of an area', () => {
  test.for(['SPZ', 'STAD', 'CONCERN', 'ONBEKEND'])('%s are not changed by the controller of HOL', (area) =>
    expectNoRight('controller-hol', area),
  )

  test.for(['opdrachtgever', 'wethouder', 'beheer', 'griffie'])('are not changed by %s', async (role) => {
    await expectNoRight(role, 'HOL')
    await expectNoRight(role, 'HOL', { reason: 'ik wil het graag' })
  })

  test.for(['financien', 'concerncontroller'])('are changed by %s with a reason only', async (role) => {
    await expectNoRight(role, 'HOL')
    const row = newRow(budgetLine(`HOL-${role}`, 5))
    const outcome = await worker.sync('HOL', request({ reason: 'correctie taakveld', rows: [row] }), role)
    expect(acceptedRows(outcome)).toMatchObject([{ id: row.id, by: personOf(role).name }])
    const record = await worker.db.prepare('SELECT reason FROM commit_log ORDER BY seq DESC LIMIT 1').first()
    expect(record).toEqual({ reason: 'correctie taakveld' })
  })

  test.for([
    ['financien', 200],
    ['opdrachtgever', 200],
    ['controller-spz', 403],
    ['griffie', 403],
  ] as const)('are fetched into a workbook without changes by %s: %i', async ([personId, status]) => {
    expect((await worker.sync('HOL', request({}), personId)).status).toBe(status)
  })

  test.for([
    ['controller-hol', 200],
    ['controller-spz', 403],
    ['financien', 200],
    ['beheer', 200],
    ['opdrachtgever', 200],
    ['griffie', 403],
  ] as const)('are read by %s: %i', async ([personId, status]) => {
    expect((await worker.ask(personId, '/v1/gebieden/HOL/regels?jaar=2023')).status).toBe(status)
    expect((await worker.ask(personId, '/v1/gebieden/HOL/regels/x/historie')).status).toBe(status)
  })
})

/** What the route gives the service for the controller of an area, who was read before `change` happened. */
async function asReadBefore(areaCode: string, syncRequest: SyncRequest, change: string): Promise<SynchroniseInput> {
  const { oid } = personOf(controllerOf(areaCode))
  const person = await loadPerson(worker.db, { tid: exampleTenantId, oid })
  await worker.db.prepare(change).run()
  return {
    db: worker.db,
    person,
    areaCode,
    request: syncRequest,
    body: requestText(syncRequest),
    nowMs: () => 1_700_000_000_000,
    jitter: () => 0,
    onCommit: () => undefined,
  }
}

describe('[S-52] a right that is withdrawn between reading and committing', () => {
  test.for([
    ['STH', "DELETE FROM area_grant WHERE area_code = 'STH'"],
    ['SHT', `UPDATE person SET role = 'wethouder' WHERE oid = '${personOf('controller-sht').oid}'`],
  ] as const)('refuses the commit of %s and writes nothing', async ([area, change]) => {
    const input = await asReadBefore(area, request({ rows: [newRow(budgetLine(`${area}-001`, 1))] }), change)
    const before = await writtenRows()
    await expect(synchronise(input)).rejects.toMatchObject({ status: 403, type: 'geen-recht' })
    expect(await writtenRows()).toBe(before)
    expect(
      await worker.db.prepare('SELECT * FROM push_receipt WHERE push_id = ?1').bind(input.request.pushId).first(),
    ).toBeNull()
  })

  test('[S-55] so does a budget that was submitted meanwhile', async () => {
    await worker.sync('SPZ', request({ rows: [newRow(budgetLine('SPZ-001', 1))] }))
    const lock = "UPDATE budget SET state = 'ingediend' WHERE area_code = 'SPZ'"
    const input = await asReadBefore('SPZ', request({ rows: [newRow(budgetLine('SPZ-002', 1))] }), lock)
    const before = await writtenRows()
    await expect(synchronise(input)).rejects.toMatchObject({ status: 409, type: 'begroting-vergrendeld' })
    expect(await writtenRows()).toBe(before)
  })
})

describe('[S-52] lists and log', () => {
  const put = { method: 'PUT', body: JSON.stringify({ code: 'x' }) }

  test.for(['controller-hol', 'opdrachtgever', 'wethouder', 'griffie'])(
    'are not kept or read by %s',
    async (personId) => {
      expect((await worker.ask(personId, '/v1/referentie/programmas/9', put)).status).toBe(403)
      expect((await worker.ask(personId, '/v1/logboek/HOL/verificatie')).status).toBe(403)
    },
  )

  test.for(['financien', 'concerncontroller', 'beheer'])('are kept and read by %s', async (personId) => {
    const item = { code: '9', name: `Programma van ${personId}`, validFrom: 2023, validTo: 2026 }
    const init = { method: 'PUT', body: JSON.stringify(item) }
    expect((await worker.ask(personId, '/v1/referentie/programmas/9', init)).status).toBe(200)
    expect((await worker.ask(personId, '/v1/logboek/HOL/verificatie')).status).toBe(200)
    const { programmes } = (await worker.json('griffie', '/v1/referentie?jaar=2023')) as { programmes: unknown[] }
    expect(programmes).toContainEqual(item)
  })
})
