/** The workbook of an area as the template makes it, filled with the example municipality's rows where it has any. */
import { exampleReference, exampleWorkbooks } from '#shared/example/index.ts'
import type { RowOf, TableId } from '#shared/model/index.ts'
import { templateVersion } from '#shared/sync/index.ts'
import type { WorkbookDesign } from '#shared/workbook/design.ts'
import { templateDesign, type TemplateRow } from '#shared/workbook/index.ts'

/** Areas that have an example, with their names. */
export const exampleAreas: readonly { readonly code: string; readonly name: string; readonly lines: number }[] = [
  ...exampleWorkbooks,
].map(([code, rows]) => ({
  code,
  name: exampleReference.areas.find((area) => area.code === code)?.name ?? code,
  lines: rows.begroting.length,
}))

export function exampleDesign(areaCode: string, year: number, workbookId: string): WorkbookDesign {
  const example = exampleWorkbooks.get(areaCode)
  return templateDesign({
    budget: { areaCode, year, version: 'primitief' },
    state: 'concept',
    reference: exampleReference,
    templateVersion,
    workbookId,
    rows: {
      begroting: untouched(example?.begroting),
      inzet: untouched(example?.inzet),
      dekking: untouched(example?.dekking),
      besluiten: untouched(example?.besluiten),
      jaarplan: untouched(example?.jaarplan),
    },
    controlTotals: null,
    head: null,
    known: [],
  })
}

/** Rows that the server does not know yet. */
function untouched<Table extends TableId>(rows: readonly RowOf<Table>[] = []): readonly TemplateRow<Table>[] {
  return rows.map((row) => ({ row, token: null }))
}
