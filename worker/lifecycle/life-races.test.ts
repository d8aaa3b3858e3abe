import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleTenantId } from '#shared/example/index.ts'
import { loadPerson } from '../auth/rights.ts'
import { verifyChain } from '../store/verify-chain.ts'
import { personOf, startWorkerUnderTest, type WorkerUnderTest } from '../worker-under-test.test-data.ts'
import { livesOf, soundLine } from './life-under-test.test-data.ts'
import { append } from './append.ts'
import { type Asking, loadStanding } from './standing.ts'
import { takeStep } from './take-step.ts'

let worker: WorkerUnderTest
let lives: ReturnType<typeof livesOf>

beforeAll(async () => {
  worker = await startWorkerUnderTest()
  lives = livesOf(worker)
})
afterAll(() => worker.stop())

/** The person as read now, whatever changes in the store afterwards. */
async function asking(personId: string): Promise<Asking> {
  const { oid } = personOf(personId)
  return {
    db: worker.db,
    person: await loadPerson(worker.db, { tid: exampleTenantId, oid }),
    nowMs: () => 1_700_000_000_000,
    jitter: () => 0,
    newId: () => crypto.randomUUID(),
    onCommit: () => undefined,
  }
}

const key = (areaCode: string) => ({ areaCode, year: 2023, version: 'primitief' })
const approval = (areaCode: string, submissionId: string) =>
  ({ areaCode, submissionId, transition: 'goedkeuren', remark: null, decisionNumber: null }) as const

describe('[S-99] steps at the same moment', () => {
  test('of two approvals one is stored, and the other hears that it is approved', async () => {
    await lives.push('HOL', [soundLine('HOL', 1, 100)])
    await lives.submit('HOL')
    const answers = await Promise.all([1, 2, 3].map(() => lives.step('concerncontroller', 'HOL', 'goedkeuren')))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const { staat, indieningen } = await lives.life('HOL')
    expect([staat, indieningen[0]?.overgangen.map(({ overgang }) => overgang)]).toEqual([
      'goedgekeurd',
      ['indienen', 'goedkeuren'],
    ])
  })

  test('a push and a submission: what is submitted is what stands', async () => {
    await lives.push('SPZ', [soundLine('SPZ', 1, 100)])
    const pushes = [2, 3, 4, 5].map((number) => lives.push('SPZ', [soundLine('SPZ', number, 100)]))
    const [submitted, ...pushed] = await Promise.all([lives.submit('SPZ'), ...pushes])
    const stored = pushed.filter(({ status }) => status === 200).length
    expect(pushed.every(({ status }) => status === 200 || status === 409)).toBe(true)
    expect([submitted.status, submitted.life.indieningen[0]?.regels]).toEqual([201, 1 + stored])
    const { controlegetal } = await lives.verdict('financien', 'SPZ')
    expect(submitted.life.indieningen[0]?.controlegetal).toBe(controlegetal)
    expect((await verifyChain(worker.db, 'SPZ')).breaks).toEqual([])
  })

  test('a decision on what moved meanwhile is not stored', async () => {
    await lives.push('STH', [soundLine('STH', 1, 100)])
    const standing = await loadStanding(worker.db, key('STH'))
    await lives.push('STH', [soundLine('STH', 2, 100)])
    const body = { key: 'x', reason: 'y', role: 'gebiedscontroller' } as const
    const outcome = await append(await asking('controller-sth'), standing, {
      content: { kind: 'ontheffing', body },
      about: null,
    })
    expect(outcome).toBe('moved')
  })

  test('an approval that looked at other areas is not stored when one of them moved', async () => {
    await lives.push('SHT', [soundLine('SHT', 1, 100)])
    await lives.submit('SHT')
    const standing = await loadStanding(worker.db, key('SHT'))
    await lives.push('STAD', [soundLine('STAD', 1, 100)])
    const submission = standing.submissions[0]?.event.id ?? ''
    const body = { transition: 'goedkeuren', from: 'ingediend', to: 'goedgekeurd', role: 'concerncontroller' } as const
    const step = {
      content: { kind: 'overgang', body: { ...body, remark: null, decision: null } },
      about: submission,
    } as const
    const person = await asking('concerncontroller')
    expect(await append(person, standing, { ...step, state: 'goedgekeurd', looksAround: true })).toBe('moved')
    expect((await lives.life('SHT')).staat).toBe('ingediend')
  })
})

describe('[S-99] rights that change between reading and storing', () => {
  test('a role that was taken away stores nothing', async () => {
    const submission = (await lives.life('SHT')).indieningen[0]?.id ?? ''
    const person = await asking('concerncontroller')
    const { oid } = personOf('concerncontroller')
    await worker.db.prepare(`UPDATE person SET role = 'wethouder' WHERE oid = '${oid}'`).run()
    await expect(takeStep(person, approval('SHT', submission))).rejects.toMatchObject({ status: 403 })
    await worker.db.prepare(`UPDATE person SET role = 'concerncontroller' WHERE oid = '${oid}'`).run()
    expect((await lives.life('SHT')).staat).toBe('ingediend')
  })

  test('who submitted as a controller and became concerncontroller does not approve, in the store either', async () => {
    const submission = (await lives.life('SHT')).indieningen[0]?.id ?? ''
    const { oid } = personOf('controller-sht')
    await worker.db.prepare(`UPDATE person SET role = 'concerncontroller' WHERE oid = '${oid}'`).run()
    const person = await asking('controller-sht')
    const own = { status: 403, members: { bevindingen: [{ rule: 'GB-612' }] } }
    await expect(takeStep(person, approval('SHT', submission))).rejects.toMatchObject(own)
    const standing = await loadStanding(worker.db, key('SHT'))
    const body = { transition: 'goedkeuren', from: 'ingediend', to: 'goedgekeurd', role: 'concerncontroller' } as const
    const content = { kind: 'overgang', body: { ...body, remark: null, decision: null } } as const
    const step = { content, about: submission, state: 'goedgekeurd', notSubmitterOf: submission } as const
    await expect(append(person, standing, step)).rejects.toMatchObject(own)
    expect((await lives.life('SHT', 'financien')).staat).toBe('ingediend')
  })
})

describe('[S-51] the chain of an area with events', () => {
  test.for([
    ['a remark', `UPDATE life_event SET body = replace(body, '"to":"goedgekeurd"', '"to":"vastgesteld"')`],
    ['an event that is gone', "DELETE FROM life_event WHERE kind = 'overgang'"],
    ['a state', "UPDATE budget SET state = 'vastgesteld' WHERE area_code = 'HOL'"],
    ['the submission that it is about', "UPDATE life_event SET about = 'x' WHERE kind = 'overgang'"],
  ] as const)('notices that %s was altered', async ([, sql]) => {
    expect((await verifyChain(worker.db, 'HOL')).breaks).toEqual([])
    const events = await worker.db.prepare('SELECT * FROM life_event').all<Record<string, unknown>>()
    await worker.db.prepare(sql).run()
    expect((await verifyChain(worker.db, 'HOL')).breaks).not.toEqual([])
    await worker.db.prepare("UPDATE budget SET state = 'goedgekeurd' WHERE area_code = 'HOL'").run()
    await worker.db.prepare('DELETE FROM life_event').run()
    await worker.db.batch(
      events.results.map((event) =>
        worker.db
          .prepare('INSERT INTO life_event (event_id, seq, budget_id, kind, about, body) VALUES (?, ?, ?, ?, ?, ?)')
          .bind(event['event_id'], event['seq'], event['budget_id'], event['kind'], event['about'], event['body']),
      ),
    )
  })
})
