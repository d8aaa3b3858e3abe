import type { SimulatedExcel } from '../../workbench/client/simulated-excel.ts'

export type Say = (...facts: readonly unknown[]) => void

/** What a program does with the Excel API, and what it says of what it saw. */
export type Scenario = (excel: SimulatedExcel, say: Say) => Promise<void>

export async function transcriptOf(scenario: Scenario, excel: SimulatedExcel): Promise<readonly string[]> {
  const lines: string[] = []
  await scenario(excel, (...facts) => void lines.push(facts.map(textOf).join(' ')))
  return lines
}

/** The order in which an object has its properties says nothing. */
const textOf = (fact: unknown) => JSON.stringify(JSON.parse(JSON.stringify(fact) ?? '"undefined"'), sorted)

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** `ItemNotFound WorksheetCollection.getItem`, or `no error`. */
export async function failureOf(action: () => unknown): Promise<string> {
  try {
    await action()
    return 'no error'
  } catch (error) {
    const { code, message, debugInfo } = error as {
      code?: string
      message: string
      debugInfo?: { errorLocation?: string }
    }
    return `${code ?? 'no code'} | ${debugInfo?.errorLocation ?? ''} | ${message}`
  }
}

/** Waits until the condition holds; the test's own time limit ends it. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5))
}
