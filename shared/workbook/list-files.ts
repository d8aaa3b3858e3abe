/**
 * The lists as files, one a table, with the headings of the sheet Codes: `bronnen`, and beside it `plafonds` for what is a
 * list inside an item. A form shows an item in the same columns.
 */
import { type KeptListName, keptListNames, referenceLists } from '#shared/model/index.ts'
import {
  allocationKeyList,
  ceilingList,
  type CodeList,
  decisionItemList,
  decisionList,
  generalTable,
  generalValues,
  openingList,
  ownedItem,
  reserveList,
  shareList,
  sourceList,
  validity,
} from './code-lists.ts'
import { type FlatListKey, flatLists } from './flat-lists.ts'
import type { ListColumn, ListItem } from './list-column.ts'
import { listText } from './list-text.ts'
import { flatDecision } from './reference-rows.ts'

/** One table of a list: its own, or that of the list inside its items. */
export interface ListFile extends CodeList {
  /** Name of the file without its ending; that of the list itself for the list's own table. */
  readonly name: string
  readonly kind: KeptListName
  /** Field of the item that holds these rows; null: the rows are the items. */
  readonly inside: string | null
}

/** A table as texts; the first row has the headings. */
export interface ListTable {
  readonly file: ListFile
  readonly rows: readonly (readonly string[])[]
}

/** The sheet holds hundredths as a bare number, which only we write; people write hours. */
const inHours = (column: ListColumn): ListColumn =>
  column.key === 'hoursNormPerFte' ? { ...column, kind: 'hours' } : column

const municipalityKeys: ReadonlySet<string> = new Set(['gmCode', 'name', 'iv3Number'])

/** Lists whose items hold a list, by the Dutch name of the list. */
const nestedLists: Partial<Record<KeptListName, { own: CodeList; inside: string; rows: CodeList }>> = {
  bronnen: { own: sourceList, inside: 'ceilings', rows: ceilingList },
  verdeelsleutels: { own: allocationKeyList, inside: 'shares', rows: shareList },
  besluiten: { own: decisionList, inside: 'items', rows: decisionItemList },
  reserves: { own: reserveList, inside: 'openings', rows: openingList },
}

/** Every table, a list's own one first. */
export const listFiles: readonly ListFile[] = keptListNames.flatMap(filesOf)

/** People and what they may do, as a file (`personen`) and a form: the list that is nobody's to see but administration's. */
export const personColumns: readonly ListColumn[] = [
  { key: 'name', heading: 'Naam', kind: 'text' },
  { key: 'role', heading: 'Rol', kind: 'text' },
  { key: 'areas', heading: 'Gebieden', kind: 'texts' },
  { key: 'oid', heading: 'Object-id', kind: 'code' },
]

/** A list's own table, and the table of the list inside its items if it has one. */
export function filesOfList(kind: KeptListName): readonly ListFile[] {
  return listFiles.filter((file) => file.kind === kind)
}

/** The tables of a list with these items. */
export function listTables(kind: KeptListName, items: readonly object[]): readonly ListTable[] {
  return filesOfList(kind).map((file) => {
    const rows = items.flatMap((item) => rowsOf(file, item as ItemWithYears))
    return { file, rows: [file.columns.map(({ heading }) => heading), ...rows.map((row) => textsOf(file, row))] }
  })
}

/** An item as the columns of its list show it. */
export function flatItem(kind: KeptListName, item: object): ListItem {
  return kind === 'besluiten' ? flatDecision(item as Parameters<typeof flatDecision>[0]) : (item as ListItem)
}

/** Key of the column that shows a field of an item: `roles.3` is in `roles`, `carriesOver.toYear` in `carryOverYear`. */
export function columnKeyOf(field: string): string {
  return columnOfField[field] ?? field.split('.', 1)[0] ?? ''
}

const columnOfField: Readonly<Record<string, string>> = {
  'carriesOver.sourceCode': 'carryOverSource',
  'carriesOver.toYear': 'carryOverYear',
}

type ItemWithYears = Readonly<Record<string, readonly ListItem[]>> & {
  readonly code: string
  readonly validFrom: number
}

function rowsOf({ kind, inside }: ListFile, item: ItemWithYears): readonly ListItem[] {
  if (inside === null) return [flatItem(kind, item)]
  return (item[inside] ?? []).map((row) => ownedItem(item, row))
}

function textsOf({ columns }: ListFile, row: ListItem): readonly string[] {
  return columns.map(({ key, kind }) => listText(kind, row[key] ?? null))
}

function filesOf(kind: KeptListName): readonly ListFile[] {
  if (kind === 'gemeente') {
    const columns = generalValues.filter(({ key }) => municipalityKeys.has(key))
    return [{ name: kind, kind, inside: null, table: generalTable, title: 'Gemeente', columns }]
  }
  if (kind === 'parameters') {
    const thresholds = generalValues.filter(({ key }) => key !== 'version' && !municipalityKeys.has(key))
    const columns = [...thresholds.map(inHours), ...validity]
    return [{ name: kind, kind, inside: null, table: generalTable, title: 'Drempels en normen', columns }]
  }
  const nested = nestedLists[kind]
  if (nested === undefined) {
    return [{ ...flatLists[referenceLists[kind].key as FlatListKey], name: kind, kind, inside: null }]
  }
  const rowsName = nested.rows.table.replace(/^lst/, '').toLowerCase()
  return [
    { ...nested.own, name: kind, kind, inside: null },
    { ...nested.rows, name: rowsName, kind, inside: nested.inside },
  ]
}
