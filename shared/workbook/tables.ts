/**
 * Where each synchronised table stands in the template and what its columns look like. The fields themselves and their
 * order come from `shared/model`; the template adds the computed columns and the hidden token column.
 */
import { type Field, fieldHeading, fieldsByTable, type TableId } from '#shared/model/index.ts'
import type { Area } from './grid.ts'
import type { StyleName } from './design.ts'

export interface TemplateTable {
  /** Name of the Excel table: a table is found by it, on whatever sheet it stands. */
  readonly name: string
  readonly sheet: string
  readonly title: string
  readonly note: string
}

export const templateTables: Readonly<Record<TableId, TemplateTable>> = {
  begroting: {
    name: 'tblBegroting',
    sheet: 'Begroting',
    title: 'Begrotingsregels',
    note: 'Eén regel per activiteit. Lasten en baten zijn beide positief; L/B zegt welke van de twee. Geen totaalregels.',
  },
  inzet: {
    name: 'tblInzet',
    sheet: 'Inzet',
    title: 'Inzet van uren',
    note: 'Onderbouwt begrotingsregels en telt niet mee in totalen. Tarief en bedrag altijd in euro, niet x € 1.000.',
  },
  dekking: {
    name: 'tblDekking',
    sheet: 'Dekking',
    title: 'Dekking uit andere bronnen',
    note: 'Alleen nodig als een regel meer dan één bron heeft: de bron in Begroting dekt wat hier overblijft.',
  },
  besluiten: {
    name: 'tblBesluiten',
    sheet: 'Besluiten',
    title: 'Voorgestelde besluiten',
    note: 'Het gebied stelt voor; datum, uitkomst en vastgesteld bedrag vult financiën in.',
  },
  jaarplan: {
    name: 'tblJaarplan',
    sheet: 'Jaarplan',
    title: 'Acties uit het jaarplan',
    note: 'Een begrotingsregel verwijst in de kolom Actie naar het nummer van een actie.',
  },
}

/** Above the headings stand a title, an explanation and an empty row. */
export const headingRow = 3
export const firstBodyRow = headingRow + 1

/** The hidden last column of a synchronised table; and the two that the add-in fills in tblBegroting. */
export const tokenColumn = 'token'
export const statusColumn = 'rowStatus'
export const findingsColumn = 'findings'

/** Filled by a formula in the template: `[@Uren]*[@Tarief]`. A row that holds nothing else is an empty row. */
export const formulaFields: Readonly<Record<TableId, readonly string[]>> = {
  begroting: [],
  inzet: ['amountCents'],
  dekking: [],
  besluiten: [],
  jaarplan: [],
}

export interface TemplateColumn {
  /** A field's id, or one of `rowStatus`, `findings` and `token`. */
  readonly id: string
  readonly heading: string
  readonly style: StyleName
  readonly widthChars: number
  readonly isHidden?: boolean
  /** Absent for the computed columns and the token. */
  readonly field?: Field
}

/** The columns of a table in the template of a budget year, from left to right. */
export function templateColumns(table: TableId, budgetYear: number): readonly TemplateColumn[] {
  const columns = fieldsByTable[table].map((field) => ({
    id: field.id,
    heading: fieldHeading(field, budgetYear),
    style: styleOf(table, field),
    widthChars: widthOf(field),
    field,
  }))
  return [...columns, ...(table === 'begroting' ? computedColumns : []), tokenTemplateColumn]
}

const computedColumns: readonly TemplateColumn[] = [
  { id: statusColumn, heading: 'Status', style: 'locked', widthChars: 14 },
  { id: findingsColumn, heading: 'Bevindingen', style: 'locked', widthChars: 60 },
]
const tokenTemplateColumn: TemplateColumn = {
  id: tokenColumn,
  heading: 'token',
  style: 'code',
  widthChars: 10,
  isHidden: true,
}

/** Rows of a table's body, from the first below the headings. */
export function bodyArea(table: TableId, rowCount: number): Area {
  return {
    top: firstBodyRow,
    left: 0,
    bottom: firstBodyRow + rowCount - 1,
    right: templateColumns(table, 0).length - 1,
  }
}

function styleOf(table: TableId, field: Field): StyleName {
  if (field.kind !== 'cents') return field.kind
  return table === 'inzet' ? 'cents' : 'euro'
}

function widthOf(field: Field): number {
  switch (field.kind) {
    case 'code':
      return 13
    case 'year':
      return 9
    case 'hours':
      return 10
    case 'date':
      return 12
    case 'cents':
      return 14
    case 'text':
      return (field.max ?? 0) >= 200 ? 44 : 20
  }
}
