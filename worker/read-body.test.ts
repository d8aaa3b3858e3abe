import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { bodyBytesMax, rowsPerPushMax, syncRequestSchema } from '#shared/sync/index.ts'
import { Problem } from './problem.ts'
import { parseBody, readBody } from './read-body.ts'
import { budgetLine, newRow, request } from './worker-under-test.test-data.ts'

/** A body in parts and without a length. */
function requestOf(parts: readonly (string | Uint8Array<ArrayBuffer>)[]): Request {
  const encoder = new TextEncoder()
  const body = new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(typeof part === 'string' ? encoder.encode(part) : part)
      controller.close()
    },
  })
  return new Request('http://localhost/', { method: 'POST', body, duplex: 'half' } as RequestInit)
}

function problemOf(body: unknown): Problem {
  try {
    parseBody(typeof body === 'string' ? body : JSON.stringify(body), syncRequestSchema)
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('The body was not refused.')
}

describe('[S-53] reading a body', () => {
  test('gives the text, also when a character falls over two parts', async () => {
    const bytes = new TextEncoder().encode('één €')
    expect(await readBody(requestOf([...bytes].map((byte) => Uint8Array.of(byte))))).toBe('één €')
  })

  test('gives an empty text when there is none', async () => {
    expect(await readBody(new Request('http://localhost/', { method: 'POST' }))).toBe('')
  })

  test.for([[[0xff]], [[0xc3, 0x28]], [[0xe2, 0x82]], [[0xed, 0xa0, 0x80]]])(
    'refuses %o: no UTF-8',
    async ([bytes]) => {
      await expect(readBody(requestOf([Uint8Array.from(bytes ?? [])]))).rejects.toMatchObject({
        status: 400,
        detail: { nl: 'De aanvraag klopt niet: de tekst is geen geldige UTF-8.' },
      })
    },
  )

  test('takes 8 MB and refuses one byte more, naming the limit', async () => {
    const half = 'a'.repeat(bodyBytesMax / 2)
    expect(await readBody(requestOf([half, half]))).toHaveLength(bodyBytesMax)
    await expect(readBody(requestOf([half, half, 'a']))).rejects.toMatchObject({
      status: 413,
      type: 'te-groot',
      detail: { nl: expect.stringContaining(`${bodyBytesMax} bytes`) as string },
    })
  })

  test('stops reading at the limit', async () => {
    let parts = 0
    const endless = new ReadableStream({
      pull(controller) {
        parts++
        controller.enqueue(new Uint8Array(1_000_000))
      },
    })
    const init = { method: 'POST', body: endless, duplex: 'half' } as RequestInit
    await expect(readBody(new Request('http://localhost/', init))).rejects.toMatchObject({ status: 413 })
    expect(parts).toBeLessThan(12)
  })
})

describe('[S-53] parsing a body', () => {
  test('gives what fits the schema', () => {
    const push = request({ rows: [newRow(budgetLine('HOL-001', 1))] })
    expect(parseBody(JSON.stringify(push), syncRequestSchema)).toEqual(push)
  })

  test.for(['', '{', '{"a":1,}', "{'a':1}", 'NaN', '{"a":NaN}', '{"a":1e999', '\u0000'])(
    'refuses %j: no JSON',
    (text) => {
      expect(problemOf(text)).toMatchObject({
        status: 400,
        detail: {
          nl: 'De aanvraag klopt niet: dit is geen geldige JSON.',
          en: 'The request is wrong: this is not valid JSON.',
        },
      })
    },
  )

  test.for([9, 100, 100_000, 1_000_000])('refuses %i levels, naming the limit', (levels) => {
    expect(problemOf('['.repeat(levels + 1) + ']'.repeat(levels + 1)).detail.nl).toContain('dieper genest dan 8 lagen')
  })

  test('takes eight levels', () => {
    const schema = z.unknown()
    expect(parseBody('['.repeat(9) + ']'.repeat(9), schema)).toEqual([[[[[[[[[]]]]]]]]])
  })

  test.for([{ workbookId: 'a'.repeat(2_001) }, { ['a'.repeat(2_001)]: 1 }, { rows: [{ ['b'.repeat(9_000)]: 1 }] }])(
    'refuses a text or name of more than 2000 characters, naming the limit and not the text',
    (body) => {
      expect(problemOf(body).detail).toEqual({
        nl: 'De aanvraag klopt niet: een tekst is langer dan 2000 tekens.',
        en: 'The request is wrong: a text is longer than 2000 characters.',
      })
    },
  )

  test('refuses more rows than fit a push, naming the limit', () => {
    const row = newRow(budgetLine('HOL-001', 1))
    const rows = Array.from({ length: rowsPerPushMax + 1 }, () => row)
    expect(problemOf(request({ rows })).detail).toEqual({
      nl: 'De aanvraag klopt niet: rows: hoogstens 5000 stuks.',
      en: 'The request is wrong: rows: at most 5000 items.',
    })
  })

  test.for([
    [{ extra: 1 }, 'body: onbekend veld extra'],
    [{ workbookId: 'geen-uuid' }, 'workbookId: verwacht wordt een nummer zoals 0193aaaa-'],
    [{ pushId: undefined }, 'pushId: verwacht wordt string'],
    [{ jaar: 1999 }, 'jaar: minstens 2017'],
    [{ jaar: 2100 }, 'jaar: hoogstens 2099'],
    [{ jaar: 2023.5 }, 'jaar: verwacht wordt int'],
    [{ jaar: '2023' }, 'jaar: verwacht wordt number'],
    [{ versie: 'na-wijziging' }, 'versie: versie: primitief, wijziging-1 (2, 3 ...), realisatie of prognose'],
    [{ reason: '' }, 'reason: minstens 1 tekens'],
    [{ reason: 'a'.repeat(501) }, 'reason: hoogstens 500 tekens'],
    [{ head: { seq: -1, hash: '' } }, 'head.seq: minstens 0'],
    [{ protocol: 'een' }, 'protocol: verwacht wordt'],
  ] as const)('refuses %o and names the place: %s', ([parts, place]) => {
    expect(problemOf({ ...request(), ...parts }).detail.nl).toContain(`klopt niet: ${place}`)
  })

  test.for([
    [{ amount0: 1e12 }, 'amount0'],
    [{ amount0: -1e12 }, 'amount0'],
    [{ amount0: 0.5 }, 'amount0'],
    [{ amount0: '100' }, 'amount0'],
    [{ amount0: 1e308 }, 'amount0'],
    [{ lineNumber: '' }, 'lineNumber'],
    [{ lineNumber: null }, 'lineNumber'],
    [{ note: '' }, 'note'],
    [{ note: 'a'.repeat(501) }, 'note'],
    [{ from: '2023-02-30' }, 'from'],
    [{ table: 'onbekend' }, 'table'],
  ] as const)('refuses a line with %o and names the field', ([parts, field]) => {
    const row = newRow(budgetLine('HOL-001', 1))
    const { detail } = problemOf(request({ rows: [{ ...row, fields: { ...row.fields, ...parts } as never }] }))
    expect(detail.nl).toContain(`rows.0.fields.${field}: `)
  })

  test('refuses fields of another table, by name', () => {
    const row = newRow(budgetLine('HOL-001', 1))
    const fields = { ...row.fields, hours: 100 } as never
    expect(problemOf(request({ rows: [{ ...row, fields }] })).detail.nl).toContain('rows.0.fields: onbekend veld hours')
  })

  test('keeps a name like __proto__ from being anything else than an unknown field', () => {
    const text = JSON.stringify(request()).replace('{', '{"__proto__":{"rows":[]},')
    expect(problemOf(text).detail.nl).toContain('onbekend veld __proto__')
  })
})
