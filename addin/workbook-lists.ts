/** The lists of the sheet Codes, for functions in cells: read once, and again when the workbook may have got others. */
import type { Reference } from '#shared/model/index.ts'
import type { Workbook } from './ports/workbook.ts'

export interface WorkbookLists {
  /** Null: not read yet, or this workbook has none. */
  readonly current: () => Reference | null
  readonly refresh: () => Promise<void>
}

export function workbookLists(workbook: Pick<Workbook, 'reread'>): WorkbookLists {
  let lists: Reference | null = null
  return {
    current: () => lists,
    refresh: async () => {
      const { codesSheet, readReference } = await import('#shared/workbook/index.ts')
      lists = readReference(await workbook.reread({ sheets: [], names: new Map() }, [codesSheet]))
    },
  }
}
