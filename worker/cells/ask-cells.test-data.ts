/** Questions of cells as a test asks them: without keys, and each answer without its own. */
import { exampleWorkbooks, exampleYear } from '#shared/example/index.ts'
import type { BudgetState } from '#shared/model/index.ts'
import { type CellQuestion, cellAnswersSchema } from '#shared/questions/index.ts'
import {
  budgetLine,
  newRow,
  request,
  startWorkerUnderTest,
  type WorkerUnderTest,
} from '../worker-under-test.test-data.ts'
import type { CellValue } from './values.ts'

type WithoutKey<Question> = Question extends unknown ? Omit<Question, 'sleutel'> : never
export type Asked = WithoutKey<CellQuestion>
type AskedTotal = Extract<Asked, { functie: 'totaal' }>
type AskedCoverage = Extract<Asked, { functie: 'restant' }>

/** The answers in the order of the questions, parsed as the add-in parses them. */
export async function askCells(
  worker: Pick<WorkerUnderTest, 'ask'>,
  personId: string,
  questions: readonly Asked[],
): Promise<readonly CellValue[]> {
  const vragen = questions.map((question, i) => ({ ...question, sleutel: `k${i}` }))
  const response = await worker.ask(personId, '/v1/cellen', { method: 'POST', body: JSON.stringify({ vragen }) })
  const { antwoorden } = cellAnswersSchema.parse(await response.json())
  return antwoorden.map(({ sleutel, ...value }, i) => {
    if (sleutel !== `k${i}`) throw new Error(`Answer ${i} has the key ${sleutel}.`)
    return value
  })
}

/** Lasten of all areas in 2023, but for what is given. */
export function totaal(parts: Partial<AskedTotal> = {}): AskedTotal {
  return {
    functie: 'totaal',
    gebied: null,
    jaar: 2023,
    versie: null,
    kant: 'L',
    aard: null,
    taakveld: null,
    domein: null,
    kalenderjaar: null,
    ...parts,
  }
}

/** About a whole source in 2023, but for what is given. */
export function coverage<Name extends 'plafond' | 'beroep' | 'restant'>(
  functie: Name,
  bron: string,
  parts: Partial<Pick<AskedCoverage, 'jaar' | 'gebied' | 'onderdeel'>> = {},
) {
  return { functie, bron, jaar: 2023, gebied: null, onderdeel: null, ...parts }
}

export const cents = (amount: number | bigint): CellValue => ({ soort: 'cents', cents: String(amount) })

export function centsOf(value: CellValue | undefined): bigint {
  if (value?.soort !== 'cents') throw new Error(`This is no amount: ${JSON.stringify(value)}`)
  return BigInt(value.cents)
}

export const saldo = (gebied: string | null, versie: string | null = null): Asked => ({
  functie: 'saldo',
  gebied,
  jaar: 2023,
  versie,
})

/** A Worker with the five example workbooks, an amendment of HOL in two lines, and one of SPZ. */
export async function startAskedWorker() {
  const worker = await startWorkerUnderTest()
  for (const [area, tables] of exampleWorkbooks) {
    const rows = Object.values(tables)
      .flat()
      .map((row) => newRow(row))
    await worker.sync(area, request({ jaar: exampleYear, rows }))
  }
  const amendment = [
    budgetLine('HOL-W01', -5_000_00, { changesNumber: 'HOL-001', goalCode: '6.1.1', taakveldCode: '0.10' }),
    budgetLine('HOL-W02', 2_000_00, { goalCode: '4.1.1', domain: 'sociaal', taakveldCode: '0.1', side: 'B' }),
  ]
  await worker.sync('HOL', request({ versie: 'wijziging-1', rows: amendment.map((row) => newRow(row)) }))
  await worker.sync('SPZ', request({ versie: 'wijziging-1', rows: [newRow(budgetLine('SPZ-W01', 1_00))] }))
  return {
    ...worker,
    answer: async (question: Asked, personId = 'wethouder'): Promise<CellValue> => {
      const [value] = await askCells(worker, personId, [question])
      if (value === undefined) throw new Error('There is no answer.')
      return value
    },
    /** Code and Dutch reason of a question without a value; English stands beside it. */
    faultOf: async (question: Asked, personId = 'wethouder'): Promise<readonly [string, string]> => {
      const [value] = await askCells(worker, personId, [question])
      if (value?.soort !== 'fout') throw new Error(`There is a value: ${JSON.stringify(value)}`)
      if (value.reden.en === value.reden.nl) throw new Error(`${value.reden.en} is not English.`)
      return [value.code, value.reden.nl]
    },
    setState: (areaCode: string, version: string, state: BudgetState) =>
      worker.db
        .prepare('UPDATE budget SET state = ?3 WHERE area_code = ?1 AND version = ?2')
        .bind(areaCode, version, state)
        .run(),
  }
}
