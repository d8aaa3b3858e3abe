import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CellAnswer, CellAnswers, CellQuestion, CellQuestions } from '#shared/questions/index.ts'
import { ServerError, type ServerErrorReason } from '../ports/server.ts'
import { type Cell, quiet, type Started, started } from './functions.test-data.ts'

const areas = ['HOL', 'SPZ', 'STH'] as const

/** Faults after which a question is asked again by itself, and faults after which it is not. */
const passing = [
  'none',
  'offline',
  'server',
  'too-busy',
  'bad-answer',
  'crash',
  'hang',
  'late',
  'twice',
  'large',
] as const
const lasting = ['short', 'strange', 'empty', 'sign-in-needed', 'forbidden', 'refused'] as const
type Fault = (typeof passing)[number] | (typeof lasting)[number]

type Step =
  | { readonly kind: 'open'; readonly area: number }
  | { readonly kind: 'leave'; readonly place: number }
  | { readonly kind: 'change'; readonly area: number }
  | { readonly kind: 'fault'; readonly fault: Fault }
  | { readonly kind: 'release' | 'turn' | 'forget' }
  | { readonly kind: 'pass'; readonly ms: number }

const steps = (faults: readonly Fault[]) =>
  fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('open' as const), area: fc.nat(3) }),
      fc.record({ kind: fc.constant('leave' as const), place: fc.nat(20) }),
      fc.record({ kind: fc.constant('change' as const), area: fc.nat(2) }),
      fc.record({ kind: fc.constant('fault' as const), fault: fc.constantFrom(...faults) }),
      fc.record({ kind: fc.constantFrom('release' as const, 'turn' as const, 'turn' as const, 'forget' as const) }),
      fc.record({ kind: fc.constant('pass' as const), ms: fc.constantFrom(100, 2_000, 16_000, 200_000) }),
    ),
    { maxLength: 40 },
  )

interface Live {
  readonly cell: Cell
  readonly area: string | null
}

/** A store with one number per area: the commit that changed it last. */
class Simulation {
  readonly run: Started = started()
  readonly cells: Live[] = []
  readonly left = new Map<Cell, number>()
  private readonly values = new Map<string, number>(areas.map((area) => [area, 1]))
  private readonly waiting: (() => void)[] = []
  private seq = 1
  private fault: Fault = 'none'

  constructor() {
    this.run.server.answer = (questions) => this.receive(questions)
  }

  async do(step: Step): Promise<void> {
    switch (step.kind) {
      case 'open': {
        const area = areas[step.area] ?? null
        this.cells.push({ cell: this.run.stream('SALDO', area, 2023, null), area })
        return
      }
      case 'leave': {
        const [live] = this.cells.splice(step.place % Math.max(1, this.cells.length), 1)
        live?.cell.leave()
        if (live !== undefined) this.left.set(live.cell, live.cell.shown.length)
        return
      }
      case 'change':
        return this.change(areas[step.area] ?? 'HOL')
      case 'fault':
        this.fault = step.fault
        return
      case 'release':
        for (const release of this.waiting.splice(0)) release()
        return
      case 'turn':
        return quiet()
      case 'forget':
        return this.run.desk.forgetAll()
      case 'pass':
        return this.run.clock.pass(step.ms)
    }
  }

  change(areaCode: string): void {
    this.values.set(areaCode, ++this.seq)
    this.run.desk.changed({ areaCode, year: 2023, version: 'primitief', seq: this.seq })
  }

  async calm(): Promise<void> {
    this.fault = 'none'
    for (let turn = 0; turn < 30; turn++) {
      for (const release of this.waiting.splice(0)) release()
      await quiet()
      this.run.clock.pass(60_000)
    }
    await quiet()
  }

  /** Euros of an area, or of all together: a number that changes with each of them. */
  valueOf(area: string | null): number {
    return (area === null ? this.seq : (this.values.get(area) ?? 0)) / 100
  }

  private receive(questions: CellQuestions): unknown {
    const answers = this.answers(questions)
    switch (this.fault) {
      case 'none':
        return answers
      case 'crash':
        throw new Error('crash')
      case 'hang':
        return new Promise(() => {})
      case 'late':
        return new Promise((resolve) => {
          this.waiting.push(() => resolve(answers))
        })
      case 'twice':
        return { ...answers, antwoorden: [...answers.antwoorden, ...answers.antwoorden.map(asStrange)] }
      case 'large':
        if (questions.vragen.length > 1) throw new ServerError('too-large')
        return answers
      case 'short':
        return { ...answers, antwoorden: answers.antwoorden.slice(1) }
      case 'strange':
        return { ...answers, antwoorden: answers.antwoorden.map(asStrange) }
      case 'empty':
        return { seq: this.seq, antwoorden: [] }
      default:
        throw new ServerError(this.fault satisfies ServerErrorReason)
    }
  }

  private answers({ vragen }: CellQuestions): CellAnswers {
    return { seq: this.seq, antwoorden: vragen.map((question) => this.answerTo(question)) }
  }

  private answerTo(question: CellQuestion): CellAnswer {
    const area = 'gebied' in question ? question.gebied : null
    const cents = String(Math.round(this.valueOf(area) * 100))
    return { soort: 'cents', sleutel: question.sleutel, cents }
  }
}

const asStrange = (answer: CellAnswer): CellAnswer => ({ ...answer, sleutel: `vreemd${answer.sleutel}` })

test('whatever passes, every cell ends with the newest value, and a cell that was left is not written to', async () => {
  await fc.assert(
    fc.asyncProperty(steps(passing), async (plan) => {
      const simulation = new Simulation()
      for (const step of plan) await simulation.do(step)
      await simulation.calm()
      for (const { cell, area } of simulation.cells) expect(cell.value).toBe(simulation.valueOf(area))
      for (const [cell, shown] of simulation.left) expect(cell.shown).toHaveLength(shown)
      expect(simulation.run.desk.counters().busy).toBe(0)
    }),
    { numRuns: 1_000 },
  )
})

test('[S-80] whatever lasts, no cell stays busy, and the next change brings the newest value', async () => {
  await fc.assert(
    fc.asyncProperty(steps([...passing, ...lasting]), async (plan) => {
      const simulation = new Simulation()
      for (const step of plan) await simulation.do(step)
      await simulation.calm()
      for (const { cell } of simulation.cells) expect(cell.shown).not.toEqual([])
      expect(simulation.run.desk.counters().busy).toBe(0)
      for (const area of areas) simulation.change(area)
      await simulation.calm()
      for (const { cell, area } of simulation.cells) expect(cell.value).toBe(simulation.valueOf(area))
    }),
    { numRuns: 1_000 },
  )
})
