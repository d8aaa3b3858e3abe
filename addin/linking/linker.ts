/** Which budget the open workbook is of, and making it one. The template and its lists are loaded when they are needed. */
import type { BudgetKey, RowOf, TableId } from '#shared/model/index.ts'
import type { TemplateRow } from '#shared/workbook/index.ts'
import type { LinkedBudget, Linker } from '../ports/linker.ts'
import type { Server } from '../ports/server.ts'
import type { Workbook } from '../ports/workbook.ts'

export interface LinkerParts {
  readonly workbook: Workbook
  readonly server: Pick<Server, 'reference'>
  /** A new UUID v7. */
  readonly newId: () => string
  /** Of the functions of this version of the add-in; left out: that of the municipality. */
  readonly functionNamespace?: string | undefined
}

/** Throws WorkbookError and ServerError: making a workbook is a person's own command, so its pane shows what went wrong. */
export function createLinker({ workbook, server, newId, functionNamespace }: LinkerParts): Linker {
  return {
    linked: () => linkedBudget(workbook),
    create: async (budget, isExample) => {
      const [{ templateDesign }, { templateVersion }] = await Promise.all([
        import('#shared/workbook/index.ts'),
        import('#shared/sync/protocol.ts'),
      ])
      const reference = await server.reference(budget.year)
      const design = templateDesign({
        budget,
        state: 'concept',
        reference,
        templateVersion,
        workbookId: newId(),
        rows: isExample ? await exampleRows(budget) : {},
        controlTotals: null,
        // Nothing is known of the server: the first synchronisation brings the rows that it has of this budget.
        head: null,
        known: [],
        functionNamespace,
      })
      await workbook.create(design)
    },
  }
}

/** By what the hidden sheet remembers; the cover and the lists only say how it is called and how far it is. */
async function linkedBudget(workbook: Workbook): Promise<LinkedBudget | null> {
  const [grid, { readAreaWorkbook, readCoverState, readState }] = await Promise.all([
    workbook.read(),
    import('#shared/workbook/index.ts'),
  ])
  const state = readState(grid)
  if (state === null) return null
  const { reference } = readAreaWorkbook(grid)
  const { workbookId, areaCode, year, version, head } = state
  return {
    workbookId,
    areaCode,
    year,
    version,
    areaName: reference?.areas.find(({ code }) => code === areaCode)?.name ?? areaCode,
    state: readCoverState(grid) ?? '',
    headSeq: head?.seq ?? null,
    referenceVersion: reference?.version ?? null,
  }
}

/** Empty where the example municipality has no rows for this budget. */
async function exampleRows(budget: BudgetKey): Promise<{ [Table in TableId]?: readonly TemplateRow<Table>[] }> {
  const { exampleWorkbooks, exampleYear } = await import('#shared/example/index.ts')
  const isExample = budget.year === exampleYear && budget.version === 'primitief'
  const rows = isExample ? exampleWorkbooks.get(budget.areaCode) : undefined
  if (rows === undefined) return {}
  return {
    begroting: untouched(rows.begroting),
    inzet: untouched(rows.inzet),
    dekking: untouched(rows.dekking),
    besluiten: untouched(rows.besluiten),
    jaarplan: untouched(rows.jaarplan),
  }
}

/** Rows that the server does not know yet. */
function untouched<Table extends TableId>(rows: readonly RowOf<Table>[]): readonly TemplateRow<Table>[] {
  return rows.map((row) => ({ row, token: null }))
}
