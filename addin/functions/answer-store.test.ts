import { describe, expect, test } from 'vitest'
import type { CellAnswers, CellQuestions } from '#shared/questions/index.ts'
import { ServerError } from '../ports/server.ts'
import { Cell, type CellServer, na, quiet, started } from './functions.test-data.ts'

const change = (areaCode: string, year = 2023, version = 'primitief', seq = 2) => ({ areaCode, year, version, seq })

/** A server whose answers leave when the test says so. */
function held(server: CellServer): (() => void)[] {
  const waiting: (() => void)[] = []
  server.answer = (questions: CellQuestions) => {
    const { seq } = server
    return new Promise<CellAnswers>((resolve) => {
      waiting.push(() => resolve(server.answers(questions, seq)))
    })
  }
  return waiting
}

describe('a change', () => {
  test('has what it touches asked again, in one request, and leaves the rest alone', async () => {
    const { stream, server, desk } = started()
    const cells = {
      area: stream('SALDO', 'HOL', 2023, null),
      all: stream('SALDO', null, 2023, null),
      otherArea: stream('SALDO', 'SPZ', 2023, null),
      otherYear: stream('SALDO', 'HOL', 2024, null),
      otherVersion: stream('SALDO', 'HOL', 2023, 'realisatie'),
      derived: stream('SALDO', 'HOL', 2023, 'na-wijziging'),
      draw: stream('BEROEP', 'SP', 2026, null, null),
      laterDraw: stream('BEROEP', 'SP', 2027, null, null),
    }
    await quiet()
    server.seq = 2
    desk.changed(change('HOL'))
    await quiet()
    expect(server.requests).toHaveLength(2)
    expect(Object.fromEntries(Object.entries(cells).map(([name, { value }]) => [name, value]))).toEqual({
      area: 0.02,
      all: 0.02,
      otherArea: 0.01,
      otherYear: 0.01,
      otherVersion: 0.01,
      derived: 0.02,
      draw: 0.02,
      laterDraw: 0.01,
    })
  })

  test('makes an answer that nobody shows forgotten', async () => {
    const { stream, server, desk } = started()
    const cell = stream('SALDO', 'HOL', 2023, null)
    await quiet()
    cell.leave()
    await quiet()
    desk.changed(change('HOL'))
    await quiet()
    expect(server.requests).toHaveLength(1)
    server.seq = 2
    const again = stream('SALDO', 'HOL', 2023, null)
    await quiet()
    expect(again.shown).toEqual([0.02])
  })

  test('while the question is under way has it asked again, unless the answer is as new as the change', async () => {
    const { stream, server, desk } = started()
    const waiting = held(server)
    const cell = stream('SALDO', 'HOL', 2023, null)
    await quiet()
    desk.changed(change('HOL', 2023, 'primitief', 2))
    server.seq = 2
    waiting.shift()?.()
    await quiet()
    expect(cell.shown).toEqual([0.01])
    desk.changed(change('HOL', 2023, 'primitief', 2))
    waiting.shift()?.()
    await quiet()
    expect(cell.shown).toEqual([0.01, 0.02])
    expect(server.requests).toHaveLength(2)
  })

  test('while a question is under way that nobody waits for any more is not lost on who asks next', async () => {
    const { stream, server, desk } = started()
    const waiting = held(server)
    const old = stream('SALDO', 'HOL', 2023, null)
    await quiet()
    server.seq = 2
    desk.changed(change('HOL'))
    waiting.shift()?.()
    old.leave()
    await Promise.resolve()
    const fresh = stream('SALDO', 'HOL', 2023, null)
    await quiet()
    waiting.shift()?.()
    await quiet()
    expect(fresh.value).toBe(0.02)
  })

  test('that changes nothing in the answer does not touch the cell', async () => {
    const { stream, server, desk } = started()
    const cell = stream('SALDO', 'HOL', 2023, null)
    await quiet()
    desk.changed(change('HOL'))
    await quiet()
    expect(server.requests).toHaveLength(2)
    expect(cell.shown).toEqual([0.01])
  })
})

describe('leaving', () => {
  test('before the request is made costs none', async () => {
    const { stream, server } = started()
    stream('SALDO', 'HOL', 2023, null).leave()
    await quiet()
    expect(server.requests).toEqual([])
  })

  test('breaks the request off when nobody waits for it any more, and only then', async () => {
    const { stream, server } = started()
    const waiting = held(server)
    const [first, second] = [stream('SALDO', 'HOL', 2023, null), stream('SALDO', 'SPZ', 2023, null)]
    await quiet()
    first.leave()
    await quiet()
    expect(server.signals[0]?.aborted).toBe(false)
    second.leave()
    await quiet()
    expect(server.signals[0]?.aborted).toBe(true)
    waiting.shift()?.()
    await quiet()
    expect([first.shown, second.shown]).toEqual([[], []])
  })

  test.for([['before'], ['after']] as const)('%s an equal call comes shares its request', async ([order]) => {
    const { stream, server } = started()
    const waiting = held(server)
    const old = stream('SALDO', 'HOL', 2023, null)
    await quiet()
    if (order === 'before') old.leave()
    const fresh = stream('SALDO', 'HOL', 2023, null)
    if (order === 'after') old.leave()
    await quiet()
    waiting.shift()?.()
    await quiet()
    expect(server.requests).toHaveLength(1)
    expect([old.shown, fresh.shown]).toEqual([[], [0.01]])
  })

  test('twice is leaving once', async () => {
    const { stream } = started()
    const [one, other] = [stream('SALDO', 'HOL', 2023, null), stream('SALDO', 'HOL', 2023, null)]
    one.leave()
    one.leave()
    await quiet()
    expect(other.shown).toEqual([0.01])
  })
})

describe('an answer that nobody shows', () => {
  test('is known for five minutes', async () => {
    const { stream, server, clock } = started()
    stream('SALDO', 'HOL', 2023, null).leave()
    const cell = stream('SALDO', 'HOL', 2023, null)
    await quiet()
    cell.leave()
    await quiet()
    clock.pass(300_000)
    const inTime = stream('SALDO', 'HOL', 2023, null)
    expect(inTime.shown).toEqual([0.01])
    inTime.leave()
    await quiet()
    clock.pass(300_001)
    server.seq = 2
    const late = stream('SALDO', 'HOL', 2023, null)
    expect(late.shown).toEqual([])
    await quiet()
    expect(late.shown).toEqual([0.02])
  })

  test('makes way for the 2,000 that were shown after it', async () => {
    const { stream, server } = started()
    const cells = Array.from({ length: 2_001 }, (_, i) => stream('PLAFOND', `B-${i}`, 2023, null, null))
    await quiet()
    for (const cell of cells) cell.leave()
    await quiet()
    const requests = server.requests.length
    expect(stream('PLAFOND', 'B-1', 2023, null, null).shown).toEqual([0.01])
    const first = stream('PLAFOND', 'B-0', 2023, null, null)
    expect(first.shown).toEqual([])
    await quiet()
    expect(server.requests).toHaveLength(requests + 1)
    expect(first.shown).toEqual([0.01])
  })
})

describe('forgetting everything', () => {
  test('asks for what cells show, drops what is under way, and shows nothing of before', async () => {
    const { stream, server, desk } = started()
    const known = stream('SALDO', 'HOL', 2023, null)
    await quiet()
    const waiting = held(server)
    const busy = stream('SALDO', 'SPZ', 2023, null)
    await quiet()
    server.seq = 7
    desk.forgetAll()
    await quiet()
    for (const answer of waiting) answer()
    await quiet()
    expect(known.shown).toEqual([0.01, 0.07])
    expect(busy.shown).toEqual([0.07])
    expect(server.signals[1]?.aborted).toBe(true)
  })

  test('after signing in brings values where there were none', async () => {
    const { stream, server, desk } = started()
    server.answer = () => {
      throw new ServerError('sign-in-needed')
    }
    const cell = stream('SALDO', 'HOL', 2023, null)
    await quiet()
    expect(cell.value).toEqual(na('Niet aangemeld: open het taakvenster.'))
    expect(desk.errors()).toMatchObject([{ address: 'Voorblad!B2', name: 'GEBIED.SALDO' }])
    server.answer = (questions) => server.answers(questions)
    desk.forgetAll()
    await quiet()
    expect(cell.value).toBe(0.01)
  })

  test('ends a pause', async () => {
    const { stream, server, desk } = started()
    server.answer = () => {
      throw new ServerError('offline')
    }
    const cell = stream('SALDO', 'HOL', 2023, null)
    await quiet()
    server.answer = (questions) => server.answers(questions)
    desk.forgetAll()
    await quiet()
    expect(cell.value).toBe(0.01)
  })
})

test('a call that fails for good is asked anew when another cell asks, and both are told', async () => {
  const { stream, server } = started()
  server.answer = () => ({ seq: 1, antwoorden: [] })
  const first = stream('SALDO', 'HOL', 2023, null)
  await quiet()
  const second = stream('SALDO', 'HOL', 2023, null)
  await quiet()
  expect(second.value).toEqual(na('De server gaf geen antwoord.'))
  server.answer = (questions) => server.answers(questions)
  const third = stream('SALDO', 'HOL', 2023, null)
  await quiet()
  expect([first.value, second.value, third.value]).toEqual([0.01, 0.01, 0.01])
})

test('a cell that cannot take its value does not keep it from the others', async () => {
  const { stream, callIn } = started()
  const broken = new Cell()
  broken.invocation.setResult = () => {
    throw new Error('cell is gone')
  }
  callIn('SALDO', 'HOL', 2023, null, broken.invocation)
  const cells = [stream('SALDO', 'HOL', 2023, null), stream('SALDO', 'SPZ', 2023, null)]
  await quiet()
  expect(cells.map(({ value }) => value)).toEqual([0.01, 0.01])
})
