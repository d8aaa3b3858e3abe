import { expect, test } from 'vitest'
import { budgetLineSchema } from '#shared/model/index.ts'
import { answerText, readAnswer } from './answer-wire.ts'
import type { RowResult, ServerRow, SyncAnswer, SyncRequest } from './protocol.ts'

const id = (n: number) => `0193aaaa-0000-7000-8000-${String(n).padStart(12, '0')}`
const line = (note: string) => budgetLineSchema.parse({ table: 'begroting', lineNumber: 'HOL-001', note })
const serverRow = (n: number, note: string): ServerRow => ({
  id: id(n),
  rev: 1,
  hash: '0123456789abcdef',
  isDeleted: false,
  fields: line(note),
  by: 'Controller Holtenbroek',
  at: '2023-01-01T00:00:00.000Z',
})
const request = {
  rows: [1, 2].map((n) => ({ id: id(n), rev: 0, hash: '0'.repeat(16), pend: {}, fields: line('mijn') })),
} as unknown as SyncRequest
const answerWith = (results: RowResult[]): SyncAnswer => ({
  protocol: '1.0',
  head: { seq: 1, hash: 'a'.repeat(64) },
  seq: 1,
  results,
  rows: [{ row: serverRow(3, 'van een ander'), isDiverged: false }],
  lost: [],
  findings: [],
  isReplay: false,
})

test('a row that stands as it was pushed comes back as its version only, and is whole again after reading', () => {
  const answer = answerWith([
    { kind: 'accepted', id: id(1), row: serverRow(1, 'mijn') },
    { kind: 'accepted', id: id(2), row: serverRow(2, 'samengevoegd') },
  ])
  const text = answerText(answer, request)
  expect(JSON.parse(text).results[0]).toEqual({
    kind: 'stored',
    id: id(1),
    rev: 1,
    hash: '0123456789abcdef',
    by: 'Controller Holtenbroek',
    at: '2023-01-01T00:00:00.000Z',
  })
  expect(readAnswer(JSON.parse(text), request)).toEqual(
    answerWith([
      { kind: 'accepted', id: id(1), row: serverRow(1, 'mijn') },
      { kind: 'accepted', id: id(2), row: serverRow(2, 'samengevoegd') },
    ]),
  )
})

test('an answer that says a row was stored which nobody pushed, and what is no answer, are refused', () => {
  const answer = answerWith([{ kind: 'accepted', id: id(1), row: serverRow(1, 'mijn') }])
  const json = JSON.parse(answerText(answer, request))
  expect(() => readAnswer(json, { ...request, rows: [] })).toThrow('was not pushed')
  expect(() => readAnswer({ ...json, seq: 'x' }, request)).toThrow()
})
