/** The cells of the sheet in front: only the rows and columns on the screen are in the page. */
import { useComputed } from '@preact/signals'
import { columnLetters } from '#shared/model/address.ts'
import { GridRow } from './grid-row.tsx'
import type { GridSay } from './grid-tools.ts'
import { createRowCells, type RowCells } from './row-cells.ts'
import type { Scroll } from './scroll.ts'
import { columnHeadHeight, rowHeadWidth } from './sheet-layout.ts'
import type { SheetView } from './sheet-view.ts'
import { type Span, spanWith, visibleSpan } from './visible-window.ts'

export interface SheetGridProps {
  readonly view: SheetView
  readonly scroll: Scroll
  readonly say: GridSay
  readonly measure: (text: string, isBold: boolean) => number
  readonly onFilter: (row: number, column: number) => void
}

export function SheetGridRows({ view, scroll, say, measure, onFilter }: SheetGridProps) {
  const cells = useComputed((): RowCells => {
    view.watch()
    return createRowCells(view.book, view.sheet.value, view.layout.value, measure)
  })
  const spans = useSpans(view, scroll)
  const { rows, frozenRows } = view.layout.value
  const { columns: columnSpan, rows: rowSpan } = spans.value
  const filters = filtersOf(view)
  // Rows that leave the screen become those that enter it: changing what is there is cheaper than making it.
  const pool = 2 ** Math.ceil(Math.log2(rowSpan.last - rowSpan.first + 1))
  const rowAt = (row: number, isFrozen: boolean) => {
    const size = rows.sizeOf(row)
    if (size === 0) return null
    return (
      <GridRow
        key={isFrozen ? row : row % pool}
        row={row}
        top={columnHeadHeight + rows.offsetOf(row)}
        layout={view.layout.value}
        cells={cells.value.of(row, columnSpan)}
        filters={filters.get(row) ?? null}
        isFrozen={isFrozen}
        selected={selectedIn(view, row)}
        activeColumn={activeIn(view, row)}
        say={say}
        onFilter={onFilter}
      />
    )
  }
  return (
    <>
      <div role="rowgroup" class="sheet-frozen" style={{ height: `${columnHeadHeight + rows.offsetOf(frozenRows)}px` }}>
        <ColumnHeads view={view} span={columnSpan} />
        {numbers({ first: 0, last: frozenRows - 1 }).map((row) => rowAt(row, true))}
      </div>
      <div role="rowgroup">{numbers(rowSpan).map((row) => rowAt(row, false))}</div>
    </>
  )
}

function ColumnHeads({ view, span }: { readonly view: SheetView; readonly span: Span }) {
  const { columns } = view.layout.value
  const { box } = view.selection.value
  return (
    <div role="row" aria-rowindex={1} class="sheet-heads" style={{ height: `${columnHeadHeight}px` }}>
      <div role="presentation" class="sheet-corner" style={{ width: `${rowHeadWidth}px` }} />
      {numbers(span).map((column) => {
        const width = columns.sizeOf(column)
        if (width === 0) return null
        const isSelected = column >= box.column && column < box.column + box.columns
        return (
          <div
            key={column}
            role="columnheader"
            aria-colindex={column + 2}
            class={isSelected ? 'column-head is-selected' : 'column-head'}
            style={{ left: `${rowHeadWidth + columns.offsetOf(column)}px`, width: `${width}px` }}
          >
            {columnLetters(column)}
            <span class="column-resize" data-column={column} />
          </div>
        )
      })}
    </div>
  )
}

function useSpans(view: SheetView, scroll: Scroll) {
  // The text keeps equal spans equal, so that a scroll of a few pixels draws nothing anew.
  const key = useComputed(() => {
    const { rows, columns, frozenRows } = view.layout.value
    const { merges } = view.sheet.value
    const rowSpan = visibleSpan(rows, frozenRows, scroll.top.value, scroll.height.value - columnHeadHeight)
    const columnSpan = visibleSpan(columns, 0, scroll.left.value, scroll.width.value - rowHeadWidth)
    const mergedRows = merges.map(({ row, rows: count }) => ({ first: row, last: row + count - 1 }))
    const mergedColumns = merges.map(({ column, columns: count }) => ({ first: column, last: column + count - 1 }))
    const { first } = spanWith(rowSpan, mergedRows)
    return JSON.stringify({
      rows: { first: Math.max(first, frozenRows), last: rowSpan.last },
      columns: spanWith(columnSpan, mergedColumns),
    })
  })
  return useComputed(() => JSON.parse(key.value) as { readonly rows: Span; readonly columns: Span })
}

/** Columns of tables whose headings carry a filter button, by the row of the headings; true: the column is filtered. */
function filtersOf(view: SheetView): ReadonlyMap<number, ReadonlyMap<number, boolean>> {
  view.watch()
  const rows = new Map<number, Map<number, boolean>>()
  for (const { sheet, box, filters } of view.book.tables()) {
    if (sheet !== view.sheet.value.id) continue
    const columns = rows.get(box.row) ?? new Map<number, boolean>()
    for (let index = 0; index < box.columns; index++) columns.set(box.column + index, filters.has(index))
    rows.set(box.row, columns)
  }
  return rows
}

function selectedIn(view: SheetView, row: number): Span | null {
  const { box } = view.selection.value
  const isIn = row >= box.row && row < box.row + box.rows
  return isIn ? { first: box.column, last: box.column + box.columns - 1 } : null
}

function activeIn(view: SheetView, row: number): number | null {
  const { active } = view.selection.value
  return active.row === row ? active.column : null
}

function numbers({ first, last }: Span): readonly number[] {
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => first + index)
}
