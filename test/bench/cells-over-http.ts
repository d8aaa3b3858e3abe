/** Formula cells as Excel has them, with the add-in's own functions, and behind those a Worker with its store over HTTP. */
import { examplePeople } from '#shared/example/index.ts'
import { functionImplementations, startFunctions } from '../../addin/functions/index.ts'
import { installCustomFunctions } from '../../addin/functions/functions.test-data.ts'
import type { FunctionDesk } from '../../addin/ports/functions.ts'
import { createServer } from '../../addin/server/server.ts'
import { startLocalServer } from '../../cli/local-server/start.ts'
import { areaCodes } from './make-workbook.ts'
import { distinctQuestions, fillBudgets } from './many-budgets.ts'
import { sized } from './measure.ts'

/** The id of a function and its arguments; what is left out is null. */
export type CellCall = readonly [id: string, ...given: readonly unknown[]]

/** What Excel shows in one cell after another. */
export type Shown = readonly unknown[]

export interface CellsOverHttp {
  /** Ten thousand at full size, five hundred of them different. */
  readonly calls: readonly CellCall[]
  /** Makes the calls in one turn, as Excel does, and gives what the cells show once each of them has something. */
  readonly enter: (calls: readonly CellCall[]) => Promise<Shown>
  /** The cells go away, and what the add-in knew is forgotten. */
  readonly startAnew: () => void
  /** Requests since the add-in last started anew. */
  readonly requests: () => number
  readonly stop: () => Promise<void>
}

export async function startCells(share: number): Promise<CellsOverHttp> {
  const areas = areaCodes(sized(40, share))
  const local = await startLocalServer({ port: 0, stateDir: null })
  await fillBudgets(local.db, areas, sized(5_000, share))
  const [person] = examplePeople
  if (person === undefined) throw new Error('The example has no people.')
  const token = await local.issuer.sign(person)
  const server = createServer({ origin: local.url, session: { token: async () => token }, fetch })
  installCustomFunctions()
  let desk = startDesk(server)
  const distinct = distinctQuestions(areas).map(callOf)
  return {
    calls: Array.from({ length: sized(10_000, share) }, (_, i) => distinct[i % distinct.length] ?? ['SALDO']),
    enter,
    startAnew: () => {
      desk = startDesk(server)
    },
    requests: () => desk.counters().requests,
    stop: local.stop,
  }
}

function startDesk(server: ReturnType<typeof createServer>): FunctionDesk {
  return startFunctions({
    server,
    reference: () => null,
    language: 'nl',
    clock: {
      now: () => Date.now(),
      after: (ms, run) => {
        const timer = setTimeout(run, ms)
        return () => clearTimeout(timer)
      },
      // The message of the page would keep this process alive.
      soon: (run) => void setImmediate(run),
    },
    random: Math.random,
    isFormattedNumberSupported: true,
  })
}

function enter(calls: readonly CellCall[]): Promise<Shown> {
  return new Promise((resolve) => {
    const shown: unknown[] = []
    let waiting = calls.length
    calls.forEach(([id, ...given], cell) => {
      const setResult = (value: unknown) => {
        if (shown[cell] === undefined) waiting -= 1
        shown[cell] = value
        if (waiting === 0) resolve(shown)
      }
      functionImplementations.get(id)?.(...given, { address: `Blad1!A${cell + 1}`, setResult })
    })
  })
}

function callOf(question: ReturnType<typeof distinctQuestions>[number]): CellCall {
  const { jaar, gebied } = question
  switch (question.functie) {
    case 'saldo':
      return ['SALDO', gebied, jaar, question.versie]
    case 'beroep':
      return ['BEROEP', question.bron, jaar, gebied, question.onderdeel]
    case 'totaal': {
      const { versie, kant, aard, taakveld, domein, kalenderjaar } = question
      return ['TOTAAL', gebied, jaar, versie, kant, aard, taakveld, domein, kalenderjaar]
    }
  }
}
