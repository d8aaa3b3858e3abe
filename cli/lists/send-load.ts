/** Sending a load of lists or people, which is kept whole or not at all, and telling what is wrong with it. */
import { styleText } from 'node:util'
import * as z from 'zod/mini'
import type { Api } from '../api.ts'
import { ApiProblem } from '../cli-error.ts'

export interface LoadFault {
  /** The list that it is about; undefined: the people. */
  readonly soort?: string | undefined
  readonly index: number
  readonly veld: string
  readonly nl: string
}

const refusalSchema = z.object({
  fouten: z.array(z.object({ soort: z.optional(z.string()), index: z.int(), veld: z.string(), nl: z.string() })),
})

/** The answer, or the faults for which the server refused. Throws CliError for every other refusal. */
export async function sendLoad(
  api: Api,
  path: string,
  load: unknown,
  isTrial: boolean,
): Promise<{ readonly answer: unknown } | { readonly faults: readonly LoadFault[] }> {
  try {
    return { answer: await api.post(`${path}${isTrial ? '?proef=ja' : ''}`, load) }
  } catch (error) {
    const refusal = refusalSchema.safeParse(error instanceof ApiProblem ? error.body : undefined)
    if (!refusal.success) throw error
    return { faults: refusal.data.fouten }
  }
}

/** Exit code 1: the files were read, and something in them is wrong. */
export function tellFaults(lines: readonly string[], asJson: boolean): number {
  const summary = styleText('bold', `Er is niets geladen: ${lines.length} keer klopt iets niet.`)
  if (asJson) console.log(JSON.stringify({ fouten: lines }))
  else console.error([...lines, summary].join('\n'))
  return 1
}

export interface LoadCounts {
  readonly proef: boolean
  readonly nieuw: number
  readonly gewijzigd: number
  readonly ongewijzigd: number
}

export function countsLine({ proef, nieuw, gewijzigd, ongewijzigd }: LoadCounts): string {
  const counts = `nieuw ${nieuw}, gewijzigd ${gewijzigd}, ongewijzigd ${ongewijzigd}`
  return proef
    ? styleText('yellow', `Proef, er is niets geladen: ${counts}.`)
    : styleText('bold', `Geladen: ${counts}.`)
}
