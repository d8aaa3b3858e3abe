/** The workbook of an area's budget as the template has it, for benches that read files or an open workbook. */
import { exampleReference, exampleYear } from '#shared/example/index.ts'
import type { BudgetLine, Reference } from '#shared/model/index.ts'
import { templateVersion } from '#shared/sync/index.ts'
import { templateDesign, type WorkbookDesign } from '#shared/workbook/index.ts'
import { writeXlsx } from '../../xlsx/index.ts'

const workbookId = '0193cccc-0000-4000-8000-000000000608'

export function makeDesign(areaCode: string, lines: readonly BudgetLine[], reference: Reference): WorkbookDesign {
  return templateDesign({
    budget: { areaCode, year: exampleYear, version: 'primitief' },
    state: 'concept',
    reference,
    templateVersion,
    workbookId,
    rows: { begroting: lines.map((row) => ({ row, token: null })) },
    controlTotals: null,
    head: null,
    known: [],
  })
}

/** The same as a file. */
export function makeWorkbook(areaCode: string, lines: readonly BudgetLine[], reference: Reference): Uint8Array {
  return writeXlsx(makeDesign(areaCode, lines, reference))
}

/** Codes `A01`, `A02` ... for more areas than the example municipality has. */
export function areaCodes(count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => `A${String(i + 1).padStart(2, '0')}`)
}

/** The example lists with these areas in place of its own. */
export function referenceWith(areas: readonly string[]): Reference {
  const years = { validFrom: exampleYear, validTo: exampleYear + 3 }
  const area = (code: string) => ({ code, name: code, isDynamic: true, isPilot: false, policyFields: [], ...years })
  return { ...exampleReference, areas: areas.map(area) }
}
