import { describe, expect, test } from 'vitest'
import { type Life, lifeSchema, verdictSchema } from '#shared/lifecycle/index.ts'
import { readCoverState, templateDesign } from '#shared/workbook/index.ts'
import { gridOfDesign } from '#shared/workbook/grid-of-design.ts'
import { exampleReference } from '#shared/example/index.ts'
import { MemoryWorkbook } from '../ports/memory-workbook.test-data.ts'
import { type Server, ServerError } from '../ports/server.ts'
import type { LinkedBudget } from '../ports/linker.ts'
import { createLifeDesk } from './life-desk.ts'

const budget = { areaCode: 'HOL', year: 2023, version: 'primitief' } as const
const linked: LinkedBudget = {
  ...budget,
  areaName: 'Holtenbroek',
  workbookId: 'w',
  state: 'concept',
  headSeq: 1,
  referenceVersion: null,
}
const verdict = verdictSchema.parse({
  staat: 'concept',
  controlegetal: 'a',
  regels: 0,
  regelsVersie: '1',
  referentieVersie: '1',
  bevindingen: [],
  ontheffingen: [],
})

/** A server that remembers what was asked of it. */
function world(overrides: Partial<Server> = {}, isLinked = true) {
  const asked: unknown[][] = []
  const noted =
    <T>(name: string, answer: T) =>
    async (...values: unknown[]) => {
      asked.push([name, ...values])
      return answer
    }
  const life: Life = lifeSchema.parse({ staat: 'concept', mag: ['indienen'], indieningen: [] })
  const workbook = new MemoryWorkbook(
    gridOfDesign(
      templateDesign({
        budget,
        state: 'concept',
        reference: exampleReference,
        templateVersion: 2,
        workbookId: 'w',
        rows: {},
        controlTotals: { L: [31_888_000, null, null, null], B: [null, null, null, null] },
        head: null,
        known: [],
      }),
    ),
  )
  const desk = createLifeDesk({
    server: {
      life: noted('life', life),
      verdict: noted('verdict', verdict),
      reference: noted('reference', exampleReference),
      submit: noted('submit', undefined),
      take: noted('take', undefined),
      signOff: noted('signOff', undefined),
      waive: noted('waive', undefined),
      withdrawWaiver: noted('withdrawWaiver', undefined),
      ...overrides,
    },
    workbook,
    linked: async () => (isLinked ? linked : null),
    clock: () => 7,
  })
  const cover = () => readCoverState(workbook.grid)
  return { desk, asked, cover, names: () => asked.map(([name]) => name) }
}

describe('the desk of a budget', () => {
  test('[S-121] reads state and verdict, and sends what the cover says should come out', async () => {
    const { desk, asked } = world()
    await desk.refresh()
    expect(desk.current()).toMatchObject({ kind: 'read', readAtMs: 7, life: { staat: 'concept' }, error: null })
    const cover = { eenheid: 'euro', controletotalen: [{ jaar: 2023, kant: 'L', centen: '31888000' }] }
    expect(asked).toContainEqual(['verdict', expect.objectContaining(budget), cover])
  })

  test('takes a transition and reads anew; an empty remark is not sent', async () => {
    const { desk, names, asked } = world()
    await desk.take('indienen', '', '')
    expect(names().sort()).toEqual(['life', 'reference', 'submit', 'verdict'])
    expect(asked.find(([name]) => name === 'submit')?.[3]).toEqual({})
    await desk.take('vaststellen', 'akkoord', 'B-1')
    expect(asked.find(([name]) => name === 'take')?.[3]).toEqual({
      overgang: 'vaststellen',
      opmerking: 'akkoord',
      besluit: 'B-1',
    })
  })

  test('a refusal stands in the view with the findings that block, and what was known stays', async () => {
    const blocking = [{ rule: 'GB-401' }] as never
    const { desk } = world({
      submit: () => Promise.reject(new ServerError('refused', { status: 409, findings: blocking })),
    })
    await desk.refresh()
    await desk.take('indienen', '', '')
    expect(desk.current()).toMatchObject({ kind: 'read', life: { staat: 'concept' }, error: { status: 409 }, blocking })
  })

  test('a second click while something is under way does nothing', async () => {
    const { desk, names } = world()
    await Promise.all([desk.refresh(), desk.refresh()])
    expect(names().filter((name) => name === 'life')).toHaveLength(1)
  })

  test('[S-121] a step and a synchronisation write on the cover how far the budget is; word of others does not', async () => {
    const submitted = async () => lifeSchema.parse({ staat: 'ingediend', mag: [], indieningen: [] })
    const { desk, cover } = world({ life: submitted })
    await desk.renew()
    expect([desk.current().life?.staat, cover()]).toEqual(['ingediend', 'concept'])
    await desk.take('indienen', '', '')
    expect(cover()).toBe('ingediend')
    const other = world({ life: submitted })
    await other.desk.synchronised()
    expect(other.cover()).toBe('ingediend')
  })

  test('[S-121] word of another step while something is under way is dealt with after it, once', async () => {
    const { desk, names } = world()
    await Promise.all([desk.refresh(), desk.renew(), desk.renew()])
    expect(names().filter((name) => name === 'life')).toHaveLength(2)
  })

  test('before anybody looked only the life is read, without the verdict; what cannot be read is no error', async () => {
    const { desk, names } = world()
    await desk.renew()
    expect([names(), desk.current().kind]).toEqual([['life'], 'unread'])
    const offline = world({ life: () => Promise.reject(new ServerError('offline')) })
    await offline.desk.renew()
    expect(offline.desk.current()).toMatchObject({ life: null, error: null })
  })

  test('a step that is asked while something is read waits for that, and is taken once', async () => {
    const { desk, names } = world()
    await Promise.all([desk.refresh(), desk.take('indienen', '', ''), desk.take('indienen', '', '')])
    expect(names().filter((name) => name === 'submit')).toHaveLength(1)
    expect(names().at(-1)).not.toBe('submit')
  })

  test('[S-121] lists that the server has otherwise by now are named as on the sheet Codes, those that are the same are not', async () => {
    const same = world()
    await same.desk.refresh()
    expect(same.desk.current().staleLists).toEqual([])
    const newer = { ...exampleReference, goals: exampleReference.goals.slice(1), programmes: [] }
    const { desk } = world({ reference: async () => newer })
    await desk.refresh()
    expect(desk.current().staleLists).toEqual(["Programma's", 'Doelen'])
  })

  test('word of others asks for no lists and keeps what is known of them; lists that cannot be read stop nothing', async () => {
    let reads = 0
    const { desk } = world({
      reference: async () => ({ ...exampleReference, goals: ++reads > 1 ? exampleReference.goals : [] }),
    })
    await desk.refresh()
    await desk.renew()
    expect([reads, desk.current().staleLists]).toEqual([1, ['Doelen']])
    await desk.refresh()
    expect([reads, desk.current().staleLists]).toEqual([2, []])
    const without = world({ reference: () => Promise.reject(new ServerError('bad-answer')) })
    await without.desk.refresh()
    expect(without.desk.current()).toMatchObject({ kind: 'read', error: null, staleLists: [] })
  })

  test('without a budget there is nothing to ask', async () => {
    const { desk, names } = world({}, false)
    await desk.refresh()
    expect([desk.current().kind, names()]).toEqual(['unread', []])
  })
})
