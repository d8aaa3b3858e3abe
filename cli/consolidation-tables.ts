/** Consolidation as the server gives it, and as tables for the terminal and CSV. */
import * as z from 'zod/mini'
import type { Language } from '#shared/model/index.ts'
import { say, type TextKey } from '#shared/text/index.ts'
import type { Api } from './api.ts'
import { euros } from './euros.ts'
import type { TableColumn } from './print-table.ts'

const centsText = z.string().check(z.regex(/^-?\d+$/))
const yearSchema = z.object({ lastenCents: centsText, batenCents: centsText, saldoCents: centsText })
const rowSchema = z.object({ code: z.string(), regels: z.int(), jaren: z.record(z.string(), yearSchema) })
const matrixSchema = z.object({
  jaar: z.int(),
  versie: z.string(),
  per: z.string(),
  rijen: z.array(rowSchema),
  totaal: rowSchema,
  zonderKantCents: centsText,
})
const coverageSchema = z.object({
  jaar: z.int(),
  versie: z.string(),
  per: z.string(),
  bronnen: z.array(
    z.object({
      bron: z.string(),
      onderdeel: z.nullable(z.string()),
      jaar: z.int(),
      plafondCents: z.nullable(centsText),
      beroepCents: centsText,
      restantCents: z.nullable(centsText),
    }),
  ),
})

export type MatrixAnswer = z.infer<typeof matrixSchema>
export type CoverageAnswer = z.infer<typeof coverageSchema>
export type ConsolidationAnswer = MatrixAnswer | CoverageAnswer

/** `version` undefined: the one that the server shows by itself. Throws CliError when the server refuses. */
export async function loadConsolidation(
  api: Api,
  per: string,
  year: number,
  version: string | undefined,
): Promise<ConsolidationAnswer> {
  const query = new URLSearchParams({ jaar: String(year), ...(version !== undefined && { versie: version }) })
  const answer = await api.get(`/v1/consolidatie/${per}?${query}`)
  return per === 'bron' ? coverageSchema.parse(answer) : matrixSchema.parse(answer)
}

export interface AnswerTable {
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly string[])[]
  readonly hasTotal: boolean
}

/** Amounts in euros with cents, for people. */
export function consolidationTable(answer: ConsolidationAnswer, language: Language): AnswerTable {
  return 'bronnen' in answer ? coverageTable(answer, language) : matrixTable(answer, language)
}

/** The same as records with amounts in whole cents, for other programs. */
export function consolidationRecords(answer: ConsolidationAnswer): readonly (readonly string[])[] {
  if ('bronnen' in answer) {
    const rows = answer.bronnen.map(({ bron, onderdeel, jaar, plafondCents, beroepCents, restantCents }) => [
      bron,
      onderdeel ?? '',
      onderdeel === null ? 'bron' : 'onderdeel',
      String(jaar),
      plafondCents ?? '',
      beroepCents,
      restantCents ?? '',
    ])
    return [['bron', 'onderdeel', 'niveau', 'jaar', 'plafondCents', 'beroepCents', 'restantCents'], ...rows]
  }
  const rows = answer.rijen.flatMap(({ code, regels, jaren }) =>
    Object.entries(jaren).map(([year, amounts]) => [
      code,
      year,
      String(regels),
      amounts.lastenCents,
      amounts.batenCents,
      amounts.saldoCents,
    ]),
  )
  return [[answer.per, 'jaar', 'regels', 'lastenCents', 'batenCents', 'saldoCents'], ...rows]
}

function matrixTable(answer: MatrixAnswer, language: Language): AnswerTable {
  const years = Object.keys(answer.totaal.jaren)
  const own = String(answer.jaar)
  const columns: TableColumn[] = [
    { heading: say(language, answer.per as TextKey), align: 'left' },
    { heading: say(language, 'lines'), align: 'right' },
    { heading: `${say(language, 'lasten')} ${own}`, align: 'right' },
    { heading: `${say(language, 'baten')} ${own}`, align: 'right' },
    ...years.map((year): TableColumn => ({ heading: `${say(language, 'saldo')} ${year}`, align: 'right' })),
  ]
  const rowOf = (row: MatrixAnswer['totaal'], name: string) => [
    name,
    String(row.regels),
    euros(BigInt(row.jaren[own]?.lastenCents ?? '0'), language),
    euros(BigInt(row.jaren[own]?.batenCents ?? '0'), language),
    ...years.map((year) => euros(BigInt(row.jaren[year]?.saldoCents ?? '0'), language)),
  ]
  const rows = answer.rijen.map((row) => rowOf(row, row.code === '' ? say(language, 'unnamed') : row.code))
  return { columns, rows: [...rows, rowOf(answer.totaal, say(language, 'total'))], hasTotal: true }
}

/** Sources without ceiling and draw in a year say nothing, so they are left out here. */
function coverageTable(answer: CoverageAnswer, language: Language): AnswerTable {
  const columns: TableColumn[] = [
    { heading: say(language, 'source'), align: 'left' },
    { heading: say(language, 'component'), align: 'left' },
    { heading: say(language, 'year'), align: 'left' },
    { heading: say(language, 'ceiling'), align: 'right' },
    { heading: say(language, 'draw'), align: 'right' },
    { heading: say(language, 'remaining'), align: 'right' },
  ]
  const amount = (cents: string | null) => (cents === null ? '-' : euros(BigInt(cents), language))
  const nameOf = (component: string | null) => {
    if (component === null) return say(language, 'whole')
    return component === '' ? say(language, 'withoutComponent') : component
  }
  const rows = answer.bronnen
    .filter((row) => row.jaar === answer.jaar || row.beroepCents !== '0')
    .map((row) => [
      row.bron,
      nameOf(row.onderdeel),
      String(row.jaar),
      amount(row.plafondCents),
      amount(row.beroepCents),
      amount(row.restantCents),
    ])
  return { columns, rows, hasTotal: false }
}
