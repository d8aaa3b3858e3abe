/** Short forms for tests of the life of a budget. */
import { type Life, lifeSchema, type TransitionName, verdictSchema } from '#shared/lifecycle/index.ts'
import type { Row } from '#shared/model/index.ts'
import {
  budgetLine,
  controllerOf,
  newRow,
  type Problem,
  request,
  type WorkerUnderTest,
} from '../worker-under-test.test-data.ts'

type Fields = Parameters<typeof budgetLine>[2]

/** A line in which no rule finds an error: on programme 6, covered by its programme budget. */
export function soundLine(areaCode: string, number: number, cents: number, fields: Fields = {}): Row {
  return budgetLine(`${areaCode}-${String(number).padStart(3, '0')}`, cents, {
    areaCode,
    goalCode: '6.1.1',
    description: `Regel ${number}`,
    domain: 'sociaal',
    categoryCode: '3.8',
    sourceCode: 'PB-6',
    note: 'volgens plan',
    basis: 'offerte',
    ...fields,
  })
}

/** `life` of a success, `problem` of a refusal. */
export interface StepAnswer {
  readonly status: number
  readonly life: Life
  readonly problem: Problem & { readonly bevindingen?: readonly { readonly rule: string }[] }
}

const path = (areaCode: string) => `/v1/gebieden/${areaCode}/indieningen`

export function livesOf(worker: WorkerUnderTest, year = 2023) {
  const send = async (personId: string, method: string, path: string, body: object): Promise<StepAnswer> => {
    const response = await worker.ask(personId, path, { method, body: JSON.stringify(body) })
    const answer: unknown = await response.json()
    const life = response.ok ? lifeSchema.parse(answer) : (undefined as unknown as Life)
    return { status: response.status, life, problem: answer as StepAnswer['problem'] }
  }
  const life = async (areaCode: string, personId = controllerOf(areaCode), versie = 'primitief'): Promise<Life> =>
    lifeSchema.parse(await worker.json(personId, `${path(areaCode)}?jaar=${year}&versie=${versie}`))
  return {
    life,
    push: (areaCode: string, rows: readonly Row[], versie = 'primitief') =>
      worker.sync(areaCode, request({ jaar: year, versie, rows: rows.map((row) => newRow(row)) })),
    submit: (areaCode: string, extra: object = {}, personId = controllerOf(areaCode)) =>
      send(personId, 'POST', path(areaCode), { jaar: year, versie: 'primitief', ...extra }),
    step: async (personId: string, areaCode: string, overgang: TransitionName, extra: object = {}, versie?: string) => {
      const [newest] = (await life(areaCode, 'financien', versie)).indieningen
      return send(personId, 'POST', `${path(areaCode)}/${newest?.id}/overgangen`, { overgang, ...extra })
    },
    signOff: async (personId: string, areaCode: string, body: object) => {
      const [newest] = (await life(areaCode, 'financien')).indieningen
      return send(personId, 'POST', `${path(areaCode)}/${newest?.id}/parafen`, body)
    },
    verdict: async (personId: string, areaCode: string, extra: object = {}) => {
      const init = { method: 'POST', body: JSON.stringify({ jaar: year, versie: 'primitief', ...extra }) }
      return verdictSchema.parse(await (await worker.ask(personId, `/v1/gebieden/${areaCode}/oordelen`, init)).json())
    },
    waive: async (personId: string, areaCode: string, sleutel: string, reden = 'afgesproken') => {
      const init = { method: 'POST', body: JSON.stringify({ jaar: year, versie: 'primitief', sleutel, reden }) }
      const response = await worker.ask(personId, `/v1/gebieden/${areaCode}/ontheffingen`, init)
      return { status: response.status, body: (await response.json()) as { id: string } & Problem }
    },
    /** Registers a decision. */
    decide: async (code: string, fields: object, personId = 'financien') => {
      const item = {
        code,
        name: `Besluit ${code}`,
        body: 'raad',
        date: null,
        outcome: null,
        amountCents: null,
        hours: null,
        roles: [],
        carriesOver: null,
        validFrom: 2023,
        validTo: 2026,
        ...fields,
      }
      const init = { method: 'PUT', body: JSON.stringify(item) }
      return (await worker.ask(personId, `/v1/referentie/besluiten/${code}`, init)).status
    },
  }
}

export const rulesIn = ({ problem }: StepAnswer) => problem.bevindingen?.map(({ rule }) => rule)
