/** Rows, conflicts and questions as a person reads them: numbers of lines, headings, amounts in euros. */
import { type Cents, formatCents, formatHours, type HundredthHours } from '#shared/cells/index.ts'
import {
  type AreaWorkbook,
  cellAddress,
  type Field,
  fieldHeading,
  fieldsByTable,
  type FieldValue,
  type Row,
} from '#shared/model/index.ts'
import type { OpenConflict, Question } from '#shared/sync/index.ts'
import type { WorkbookRow } from '#shared/workbook/index.ts'
import type { ConflictView, PreviewView, QuestionView, RowView } from '../ports/synchroniser.ts'
import type { Preview } from './round.ts'

/** What a synchronisation would send, and what it asks or cannot take along. `isDecided`: of a row that vanished. */
export function previewView(workbook: AreaWorkbook, preview: Preview, isDecided: (id: string) => boolean): PreviewView {
  const views = (rows: readonly WorkbookRow[]) => rows.map((row) => rowView(workbook, row))
  return {
    created: views(preview.created),
    changed: views(preview.changed),
    missing: preview.missing
      .filter(({ id }) => !isDecided(id))
      .map(({ id, lineNumber, table }) => ({ id, lineNumber, table })),
    heldBack: views(preview.heldBack),
    twins: views(preview.twins),
  }
}

function rowView(workbook: AreaWorkbook, { row, gridRow }: WorkbookRow): RowView {
  const place = workbook.columns[row.table]
  const first = Math.min(...(place?.byField.values() ?? [0]))
  return {
    lineNumber: row.lineNumber,
    description: describe(row),
    sheet: place?.sheet ?? '',
    cell: cellAddress(gridRow, first),
  }
}

export function conflictView(workbook: AreaWorkbook, conflict: OpenConflict<WorkbookRow>): ConflictView {
  const { source, id, lineNumber, fieldId, base, mine, theirs, by, at } = conflict
  const { table } = source.row
  const place = workbook.columns[table]
  const field = fieldsByTable[table].find((candidate) => candidate.id === fieldId)
  return {
    id,
    lineNumber,
    field: conflict.field,
    heading: field === undefined ? conflict.field : fieldHeading(field, workbook.budget.year),
    base: base === undefined ? null : valueText(field, base),
    mine: valueText(field, mine),
    theirs: valueText(field, theirs),
    kind: field?.kind ?? 'text',
    by,
    at,
    sheet: place?.sheet ?? '',
    cell: cellAddress(source.gridRow, place?.byField.get(fieldId) ?? 0),
  }
}

export function questionView(question: Question<WorkbookRow>): QuestionView {
  const row = question.kind === 'delete-conflict' ? question.row.fields : question.source.row
  return {
    kind: question.kind,
    id: question.id,
    lineNumber: row.lineNumber,
    description: describe(row),
    by: 'row' in question ? question.row.by : null,
    // A number that another line bears is kept by that line: a person must choose another one in the sheet.
    canKeep: question.kind !== 'duplicate' || question.isEarlierContent,
  }
}

/** An empty field is an empty text. */
function valueText(field: Field | undefined, value: FieldValue): string {
  if (value === null) return ''
  switch (field?.kind) {
    case 'cents':
      return formatCents(value as Cents, 'nl')
    case 'hours':
      return formatHours(value as HundredthHours, 'nl')
    case 'date':
      return String(value).split('-').toReversed().join('-')
    default:
      return String(value)
  }
}

/** The words by which a person knows the row; empty when it has none. */
function describe(row: Row): string {
  switch (row.table) {
    case 'begroting':
    case 'besluiten':
      return row.description ?? ''
    case 'inzet':
      return row.role ?? ''
    case 'dekking':
      return [row.budgetLineNumber, row.sourceCode].filter(Boolean).join(' ')
    case 'jaarplan':
      return row.title ?? ''
  }
}
