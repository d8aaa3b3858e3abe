import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keptListNames } from '#shared/model/index.ts'
import { startWorkerUnderTest, type WorkerUnderTest } from '../worker-under-test.test-data.ts'

interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly security?: unknown
  readonly parameters?: readonly {
    readonly in: string
    readonly name: string
    readonly required?: boolean
    readonly schema: object
  }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
  readonly responses: Readonly<
    Record<
      string,
      { readonly description: string; readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }
    >
  >
}
interface Schema {
  readonly type?: string
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly maxItems?: number
  readonly $ref?: string
}
interface Description {
  readonly openapi: string
  readonly info: { readonly title: string; readonly version: string }
  readonly security: unknown
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

let worker: WorkerUnderTest
let description: Description

beforeAll(async () => {
  worker = await startWorkerUnderTest()
  description = (await (await fetch(`${worker.url}/v1/openapi.json`)).json()) as Description
})
afterAll(() => worker.stop())

const operations = () =>
  Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
const bodyOf = (path: string, method: string) =>
  description.paths[path]?.[method]?.requestBody?.content['application/json']?.schema
const answerOf = (path: string, method: string) =>
  description.paths[path]?.[method]?.responses['200']?.content?.['application/json']?.schema

describe('the description of the API', () => {
  test('is OpenAPI 3.1 and asks for a token', () => {
    expect(description).toMatchObject({
      openapi: '3.1.0',
      info: { title: 'Gebiedsbegroting', version: '1.0.0' },
      security: [{ toegang: [] }],
    })
  })

  test('has every route, and nothing else', () => {
    expect(
      operations()
        .map(({ path, method }) => `${method.toUpperCase()} ${path}`)
        .sort(),
    ).toEqual([
      'DELETE /v1/gebieden/{gebied}/ontheffingen/{id}',
      'GET /v1/besluiten',
      'GET /v1/bevindingen',
      'GET /v1/consolidatie/{per}',
      'GET /v1/gebeurtenissen',
      'GET /v1/gebeurtenissen/sinds/{seq}',
      'GET /v1/gebieden',
      'GET /v1/gebieden/{gebied}/indieningen',
      'GET /v1/gebieden/{gebied}/indieningen/{id}/hercontrole',
      'GET /v1/gebieden/{gebied}/regels',
      'GET /v1/gebieden/{gebied}/regels/{id}/historie',
      'GET /v1/gezondheid',
      'GET /v1/ik',
      'GET /v1/logboek/{gebied}/verificatie',
      'GET /v1/personen',
      'GET /v1/referentie',
      'GET /v1/referentie/{soort}',
      'GET /v1/referentie/{soort}/{code}/historie',
      'POST /v1/cellen',
      'POST /v1/gebeurtenissen/kaartjes',
      'POST /v1/gebieden/{gebied}/indieningen',
      'POST /v1/gebieden/{gebied}/indieningen/{id}/overgangen',
      'POST /v1/gebieden/{gebied}/indieningen/{id}/parafen',
      'POST /v1/gebieden/{gebied}/ontheffingen',
      'POST /v1/gebieden/{gebied}/oordelen',
      'POST /v1/gebieden/{gebied}/synchronisaties',
      'POST /v1/personen/ladingen',
      'POST /v1/referentie/ladingen',
      'PUT /v1/personen/{oid}',
      'PUT /v1/referentie/{soort}/{code}',
    ])
  })

  test('gives every operation a name of its own, a summary and an answer', () => {
    const names = operations().map(({ operation }) => operation.operationId)
    expect(new Set(names).size).toBe(names.length)
    for (const { operation } of operations()) {
      expect(operation.summary).not.toBe('')
      const { responses } = operation
      expect((responses['200'] ?? responses['201'] ?? responses['204'] ?? responses['101'])?.description).toBeTypeOf(
        'string',
      )
    }
  })

  test('declares every part of a path as a required parameter, and the year where it is asked', () => {
    for (const { path, operation } of operations()) {
      const inPath = operation.parameters?.filter((parameter) => parameter.in === 'path') ?? []
      expect(inPath.map(({ name, required }) => [name, required])).toEqual(
        [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, true]),
      )
    }
    const asksYear = operations().filter(({ operation }) =>
      operation.parameters?.some(({ name, required }) => name === 'jaar' && required === true),
    )
    expect(asksYear.map(({ path }) => path).sort()).toEqual([
      '/v1/besluiten',
      '/v1/bevindingen',
      '/v1/consolidatie/{per}',
      '/v1/gebieden',
      '/v1/gebieden/{gebied}/indieningen',
      '/v1/gebieden/{gebied}/regels',
      '/v1/referentie',
    ])
  })

  test('has the body of a synchronisation as it is sent: five tables, empty fields left out', () => {
    const body = bodyOf('/v1/gebieden/{gebied}/synchronisaties', 'post')
    expect(body?.required).toEqual(expect.arrayContaining(['protocol', 'pushId', 'jaar', 'versie', 'rows', 'known']))
    expect(body?.required).not.toContain('reason')
    expect(body?.properties?.['rows']?.maxItems).toBe(5_000)
    const tables = body?.properties?.['rows']?.items?.properties?.['fields']?.oneOf ?? []
    expect(tables.map(({ required }) => required)).toEqual(Array.from({ length: 5 }, () => ['table', 'lineNumber']))
  })

  test('has the answer of a synchronisation with its eight kinds of results', () => {
    const answer = answerOf('/v1/gebieden/{gebied}/synchronisaties', 'post')
    const kinds = answer?.properties?.['results']?.items?.anyOf ?? []
    expect([kinds.length, kinds[1]?.oneOf?.length]).toEqual([2, 7])
    expect(answer?.required).toEqual(
      expect.arrayContaining(['head', 'results', 'rows', 'lost', 'findings', 'isReplay']),
    )
  })

  test('has the lists and the kinds of their items', () => {
    expect(answerOf('/v1/referentie', 'get')?.properties?.['sources']?.type).toBe('array')
    expect(bodyOf('/v1/referentie/{soort}/{code}', 'put')?.anyOf).toHaveLength(keptListNames.length)
  })

  test('holds no schema that came out empty and no reference to nowhere', () => {
    const schemas = operations().flatMap(({ operation }) => [
      ...Object.values(operation.requestBody?.content ?? {}),
      ...Object.values(operation.responses).flatMap(({ content }) => Object.values(content ?? {})),
    ])
    expect(schemas.length).toBeGreaterThan(7)
    for (const { schema } of schemas) expect(schema.type ?? schema.anyOf ?? schema.oneOf).toBeDefined()
    const text = JSON.stringify(description)
    expect(text).not.toContain('"$ref"')
    expect(text).not.toMatch(/"(?:vendor|~standard|toJSONSchema|toOpenAPISchema|\$schema)"/)
  })
})
