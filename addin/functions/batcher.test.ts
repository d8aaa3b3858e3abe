import { describe, expect, test } from 'vitest'
import type { CellQuestions } from '#shared/questions/index.ts'
import { ServerError, type ServerErrorReason } from '../ports/server.ts'
import { type Cell, type CellServer, na, quiet, started, wrong } from './functions.test-data.ts'

const offline = na('Geen verbinding met de server; er wordt vanzelf opnieuw gevraagd.')
const unanswered = na('De server gaf geen antwoord.')

/** A server that fails as it is told for a number of requests, and then answers. */
function failing(server: CellServer, times: number, fail: (questions: CellQuestions) => unknown): void {
  let left = times
  server.answer = (questions) => (left-- > 0 ? fail(questions) : server.answers(questions))
}

const fails =
  (reason: ServerErrorReason, facts: object = {}) =>
  () => {
    throw new ServerError(reason, facts)
  }

const valuesOf = (cells: readonly Cell[]) => cells.map((cell) => cell.value)

test('many cells are one request: equal questions are asked once', async () => {
  const { stream, server, desk, clock } = started()
  const cells = ['HOL', 'SPZ', 'hol', 'HOL'].map((area) => stream('SALDO', area, 2023, null))
  await quiet()
  expect(server.requests.map(({ vragen }) => vragen.map((q) => ('gebied' in q ? q.gebied : null)))).toEqual([
    ['HOL', 'SPZ'],
  ])
  expect(valuesOf(cells)).toEqual([0.01, 0.01, 0.01, 0.01])
  expect(desk.counters()).toEqual({ asked: 4, fromCache: 0, requests: 1, failed: 0, busy: 0 })
  expect(clock.waiting).toBe(0)
})

test('10,000 cells with 500 questions are one request, and none when they are known', async () => {
  const { stream, server, desk } = started()
  const fill = () => Array.from({ length: 10_000 }, (_, i) => stream('PLAFOND', `BRON-${i % 500}`, 2023, null, null))
  const cells = fill()
  await quiet()
  expect(server.requests.map(({ vragen }) => vragen.length)).toEqual([500])
  expect(cells.every(({ value }) => value === 0.01)).toBe(true)
  expect(fill().every(({ value }) => value === 0.01)).toBe(true)
  await quiet()
  expect(server.requests).toHaveLength(1)
  expect(desk.counters()).toMatchObject({ asked: 20_000, fromCache: 10_000, requests: 1, busy: 0 })
})

test('one bad argument among 10,000 changes one cell, and the requests stay the same', async () => {
  const { stream, server } = started()
  const sources = Array.from({ length: 10_000 }, (_, i) => (i === 4_321 ? 7 : `BRON-${i % 500}`))
  const cells = sources.map((source) => stream('PLAFOND', source, 2023, null, null))
  await quiet()
  expect(cells.filter(({ value }) => value !== 0.01)).toEqual([cells[4_321]])
  expect(cells[4_321]?.value).toMatchObject({ code: '#VALUE!' })
  expect(server.requests).toHaveLength(1)
})

test('a request holds at most 500 questions and 256 kB, and at most two are under way', async () => {
  const { stream, server } = started()
  const waiting: (() => void)[] = []
  server.answer = (questions) =>
    new Promise((resolve) => {
      waiting.push(() => resolve(server.answers(questions)))
    })
  const long = 'x'.repeat(55)
  const cells = Array.from({ length: 2_600 }, (_, i) => stream('BEROEP', `${i}${long}`.slice(0, 60), 2023, null, long))
  await quiet()
  expect(server.requests).toHaveLength(2)
  while (waiting.length > 0) {
    waiting.shift()?.()
    await quiet()
    expect(waiting.length).toBeLessThanOrEqual(2)
  }
  expect(server.requests.map(({ vragen }) => vragen.length)).toEqual([500, 500, 500, 500, 500, 100])
  for (const request of server.requests) expect(JSON.stringify(request).length).toBeLessThanOrEqual(256_000)
  expect(cells.every(({ value }) => value === 0.01)).toBe(true)
})

describe('every cell gets an outcome and, when the server recovers, its value', () => {
  const partly = ({ vragen }: CellQuestions) => vragen.slice(1)
  test.for<[string, (server: CellServer) => (questions: CellQuestions) => unknown, unknown]>([
    ['no connection', () => fails('offline'), offline],
    ['a server that breaks', () => fails('server'), na('Fout in de server; er wordt vanzelf opnieuw gevraagd.')],
    [
      'too many requests',
      () => fails('too-busy'),
      na('De server heeft het te druk; er wordt vanzelf opnieuw gevraagd.'),
    ],
    [
      'a bad answer',
      () => fails('bad-answer'),
      na('Het antwoord van de server is niet te lezen; er wordt vanzelf opnieuw gevraagd.'),
    ],
    ['nothing as an answer', () => () => undefined, na('Fout in de server; er wordt vanzelf opnieuw gevraagd.')],
    ['an answer without a list', () => () => ({ seq: 1 }), na('Fout in de server; er wordt vanzelf opnieuw gevraagd.')],
    [
      'an unknown fault',
      () => () => {
        throw new Error('x')
      },
      na('Fout in de server; er wordt vanzelf opnieuw gevraagd.'),
    ],
    ['signed out', () => fails('sign-in-needed'), na('Niet aangemeld: open het taakvenster.')],
    ['no right', () => fails('forbidden'), na('U heeft geen recht op deze gegevens.')],
    [
      'no right, with a reason',
      () => fails('forbidden', { detail: { nl: 'Alleen financiën.', en: 'Finance only.' } }),
      na('Alleen financiën.'),
    ],
    ['an empty answer', () => () => ({ seq: 1, antwoorden: [] }), unanswered],
    [
      'answers to other questions',
      (server) =>
        ({ vragen }) =>
          server.answers({ vragen: vragen.map((q) => ({ ...q, sleutel: `_${q.sleutel}` })) }),
      unanswered,
    ],
    ['a short answer', (server) => (questions) => server.answers({ vragen: partly(questions) }), unanswered],
  ])('%s', async ([, fault, shown]) => {
    const { stream, server, clock, desk } = started()
    const fail = fault(server)
    server.answer = fail
    const cells = ['HOL', 'SPZ'].map((area) => stream('SALDO', area, 2023, null))
    await quiet()
    expect(cells[0]?.value).toEqual(shown)
    expect(cells.every(({ value }) => value !== undefined)).toBe(true)
    expect(desk.counters().busy).toBe(0)
    server.answer = (questions) => server.answers(questions)
    clock.pass(60_000)
    await quiet()
    desk.changed({ areaCode: 'HOL', year: 2023, version: 'primitief', seq: 2 })
    desk.changed({ areaCode: 'SPZ', year: 2023, version: 'primitief', seq: 2 })
    await quiet()
    expect(valuesOf(cells)).toEqual([0.01, 0.01])
  })

  test('a time-out settles the cells and what comes after it is not listened to', async () => {
    const { stream, server, clock } = started()
    let late = () => {}
    failing(
      server,
      1,
      (questions) =>
        new Promise((resolve) => {
          late = () => resolve(server.answers(questions, 99))
        }),
    )
    const cell = stream('SALDO', 'HOL', 2023, null)
    await quiet()
    expect(cell.value).toBeUndefined()
    clock.pass(15_000)
    expect(cell.value).toEqual(na('De server antwoordt niet op tijd; er wordt vanzelf opnieuw gevraagd.'))
    expect(server.signals[0]?.aborted).toBe(true)
    late()
    await quiet()
    expect(cell.shown).toHaveLength(1)
    clock.pass(1_000)
    await quiet()
    expect(cell.value).toBe(0.01)
  })

  test('of two answers to one question the first counts', async () => {
    const { stream, server } = started()
    server.answer = (questions) => {
      const once = server.answers(questions, 1).antwoorden
      return { seq: 1, antwoorden: [...once, ...server.answers(questions, 2).antwoorden] }
    }
    const cell = stream('SALDO', 'HOL', 2023, null)
    await quiet()
    expect(cell.shown).toEqual([0.01])
  })

  test('an error of one question is in its own cell', async () => {
    const { stream, server } = started()
    server.answer = ({ vragen }) => ({
      seq: 1,
      antwoorden: vragen.map((question) =>
        'gebied' in question && question.gebied === 'SPZ'
          ? { soort: 'fout', sleutel: question.sleutel, code: 'geen-recht', reden: { nl: 'Mag niet.', en: 'No.' } }
          : server.answerTo(question, 1),
      ),
    })
    const cells = ['HOL', 'SPZ', 'STH'].map((area) => stream('SALDO', area, 2023, null))
    await quiet()
    expect(valuesOf(cells)).toEqual([0.01, na('Mag niet.'), 0.01])
  })
})

describe('too large or refused', () => {
  test('a request that is too large is halved until it fits', async () => {
    const { stream, server } = started()
    server.answer = (questions) => {
      if (questions.vragen.length > 3) throw new ServerError('too-large')
      return server.answers(questions)
    }
    const cells = Array.from({ length: 10 }, (_, i) => stream('PLAFOND', `B-${i}`, 2023, null, null))
    await quiet()
    expect(valuesOf(cells)).toEqual(cells.map(() => 0.01))
  })

  test('a question that makes the server refuse the whole request is found, and harms its own cell only', async () => {
    const { stream, server } = started()
    server.answer = (questions) => {
      if (questions.vragen.some((question) => 'bron' in question && question.bron === 'B-37')) {
        throw new ServerError('refused', { detail: { nl: 'Onleesbaar.', en: 'Unreadable.' } })
      }
      return server.answers(questions)
    }
    const cells = Array.from({ length: 100 }, (_, i) => stream('PLAFOND', `B-${i}`, 2023, null, null))
    await quiet()
    expect(cells.filter(({ value }) => value !== 0.01)).toEqual([cells[37]])
    expect(cells[37]?.value).toEqual(wrong('Onleesbaar.'))
  })

  test('a question that breaks the server is soon asked alone, ever less often, and does not hold up the others', async () => {
    const { stream, server, clock } = started()
    let isBroken = true
    server.answer = (questions) => {
      if (isBroken && questions.vragen.some((question) => 'bron' in question && question.bron === 'B-37')) {
        throw new ServerError('server')
      }
      return server.answers(questions)
    }
    const cells = Array.from({ length: 100 }, (_, i) => stream('PLAFOND', `B-${i}`, 2023, null, null))
    const pass = async (ms: number) => {
      for (let left = ms; left > 0; left -= 1_000) {
        clock.pass(1_000)
        await quiet()
      }
    }
    await quiet()
    await pass(60_000)
    expect(cells.filter(({ value }) => value !== 0.01)).toEqual([cells[37]])
    expect(cells[37]?.value).toEqual(na('Fout in de server; er wordt vanzelf opnieuw gevraagd.'))
    const before = server.requests.length
    await pass(600_000)
    expect(server.requests.length - before).toBeLessThanOrEqual(4)
    expect(server.requests.slice(before).every(({ vragen }) => vragen.length === 1)).toBe(true)
    const other = stream('PLAFOND', 'B-100', 2023, null, null)
    await quiet()
    expect(other.shown).toEqual([0.01])
    isBroken = false
    await pass(300_000)
    expect(cells[37]?.value).toBe(0.01)
  })
})

test('a question that waits to be asked alone is dropped with its cell', async () => {
  const { stream, server, clock } = started()
  const waiting: (() => void)[] = []
  server.answer = (questions) =>
    new Promise((resolve, reject) => {
      const isBad = questions.vragen.some((question) => 'bron' in question && question.bron === 'SLECHT')
      waiting.push(() => (isBad ? reject(new ServerError('server')) : resolve(server.answers(questions))))
    })
  const bad = stream('PLAFOND', 'SLECHT', 2023, null, null)
  await quiet()
  stream('PLAFOND', 'GOED', 2023, null, null)
  await quiet()
  expect(waiting).toHaveLength(2)
  waiting[1]?.()
  await quiet()
  waiting[0]?.()
  await quiet()
  expect(bad.value).toEqual(na('Fout in de server; er wordt vanzelf opnieuw gevraagd.'))
  bad.leave()
  await quiet()
  clock.pass(600_000)
  await quiet()
  expect(server.requests).toHaveLength(2)
})

describe('a server in trouble', () => {
  test('is asked again after ever longer pauses, once at a time, and then everything at once', async () => {
    const { stream, server, clock } = started()
    server.answer = fails('offline')
    const cells = Array.from({ length: 1_200 }, (_, i) => stream('PLAFOND', `B-${i}`, 2023, null, null))
    await quiet()
    const pausesMs: number[] = []
    for (let tries = server.requests.length; pausesMs.length < 7; ) {
      let pauseMs = 0
      while (server.requests.length === tries) {
        clock.pass(250)
        pauseMs += 250
        await quiet()
      }
      expect(server.requests.length).toBe(tries + 1)
      tries = server.requests.length
      pausesMs.push(pauseMs)
    }
    // Two requests failed at once in the beginning, so the first pause is that after two failures.
    expect(pausesMs).toEqual([1_500, 3_000, 6_000, 12_000, 22_500, 22_500, 22_500])
    expect(cells[0]?.shown).toEqual([offline])
    server.answer = (questions) => server.answers(questions)
    const before = server.requests.length
    clock.pass(30_000)
    await quiet()
    expect(server.requests.slice(before).map(({ vragen }) => vragen.length)).toEqual([500, 500, 200])
    expect(cells.every(({ value }) => value === 0.01)).toBe(true)
  })

  test('that breaks gets ever smaller requests, and larger ones again as it answers', async () => {
    const { stream, server, clock } = started()
    failing(server, 3, fails('server'))
    for (let i = 0; i < 400; i++) stream('PLAFOND', `B-${i}`, 2023, null, null)
    for (let turn = 0; turn < 5; turn++) {
      await quiet()
      clock.pass(30_000)
    }
    expect(server.requests.map(({ vragen }) => vragen.length)).toEqual([400, 200, 100, 50, 100, 100, 150])
  })

  test('says when to come back', async () => {
    const { stream, server, clock } = started()
    failing(server, 1, fails('too-busy', { retryAfterMs: 20_000 }))
    const cell = stream('SALDO', 'HOL', 2023, null)
    await quiet()
    clock.pass(20_999)
    await quiet()
    expect(server.requests).toHaveLength(1)
    clock.pass(1)
    await quiet()
    expect(cell.value).toBe(0.01)
  })

  test('a new cell is told at once what the matter is, without a request', async () => {
    const { stream, server } = started()
    failing(server, 1, fails('offline'))
    stream('SALDO', 'HOL', 2023, null)
    await quiet()
    const late = stream('SALDO', 'SPZ', 2023, null)
    expect(late.value).toEqual(offline)
    await quiet()
    expect(server.requests).toHaveLength(1)
  })

  test('a cell with a value keeps it', async () => {
    const { stream, server, clock, desk } = started()
    const cell = stream('SALDO', 'HOL', 2023, null)
    await quiet()
    failing(server, 3, fails('offline'))
    server.seq = 2
    desk.changed({ areaCode: 'HOL', year: 2023, version: 'primitief', seq: 2 })
    await quiet()
    expect(cell.shown).toEqual([0.01])
    expect(desk.errors()).toEqual([])
    for (let turn = 0; turn < 3; turn++) {
      clock.pass(30_000)
      await quiet()
    }
    expect(cell.shown).toEqual([0.01, 0.02])
  })
})
