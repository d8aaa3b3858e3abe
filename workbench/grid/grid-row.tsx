import { Component } from 'preact'
import type { GridSay } from './grid-tools.ts'
import { ChevronIcon, FunnelIcon } from './icons.tsx'
import { cellId, type ShownCell } from './row-cells.ts'
import { rowHeadWidth, type SheetLayout } from './sheet-layout.ts'
import type { Span } from './visible-window.ts'

export interface GridRowProps {
  readonly row: number
  readonly top: number
  readonly layout: SheetLayout
  readonly cells: readonly ShownCell[]
  /** Columns with a filter button; true: filtered. */
  readonly filters: ReadonlyMap<number, boolean> | null
  readonly isFrozen: boolean
  readonly selected: Span | null
  readonly activeColumn: number | null
  readonly say: GridSay
  readonly onFilter: (row: number, column: number) => void
}

/** One row. It is drawn anew only when its own cells or its part of the selection changed: a scroll moves hundreds. */
export class GridRow extends Component<GridRowProps> {
  override shouldComponentUpdate(next: GridRowProps): boolean {
    const { props } = this
    return (
      next.row !== props.row ||
      next.cells !== props.cells ||
      next.top !== props.top ||
      next.layout !== props.layout ||
      next.activeColumn !== props.activeColumn ||
      next.selected?.first !== props.selected?.first ||
      next.selected?.last !== props.selected?.last ||
      filterKey(next.filters) !== filterKey(props.filters)
    )
  }

  override render({ row, top, layout, cells, filters, selected, activeColumn, say, onFilter }: GridRowProps) {
    const isSelected = selected !== null
    return (
      <div
        role="row"
        aria-rowindex={row + 2}
        class="sheet-row"
        style={{ top: `${top}px`, height: `${layout.rows.sizeOf(row)}px` }}
      >
        <div
          role="rowheader"
          aria-colindex={1}
          class={isSelected ? 'row-head is-selected' : 'row-head'}
          style={{ width: `${rowHeadWidth}px` }}
        >
          {row + 1}
        </div>
        {cells.map((cell) => {
          const isInside = selected !== null && cell.column >= selected.first && cell.column <= selected.last
          const filter = filters?.get(cell.column)
          return (
            <div
              key={cell.column}
              id={cellId(row, cell.column)}
              role="gridcell"
              aria-colindex={cell.column + 2}
              aria-selected={isInside || cell.column === activeColumn}
              title={cell.look.reason ?? undefined}
              class={classOf(cell)}
              style={styleOf(cell, row, layout)}
            >
              {isPlain(cell, filter) ? cell.text : <span class="cell-text">{cell.text}</span>}
              {filter === undefined ? null : (
                <FilterButton
                  heading={cell.text}
                  isFiltered={filter}
                  say={say}
                  onOpen={() => onFilter(row, cell.column)}
                />
              )}
            </div>
          )
        })}
      </div>
    )
  }
}

interface FilterButtonProps {
  readonly heading: string
  readonly isFiltered: boolean
  readonly say: GridSay
  readonly onOpen: () => void
}

function FilterButton({ heading, isFiltered, say, onOpen }: FilterButtonProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      class={isFiltered ? 'filter-button is-filtered' : 'filter-button'}
      aria-label={say('filterButton', { column: heading })}
      aria-haspopup="dialog"
      onPointerDown={(event) => event.stopPropagation()}
      onClick={onOpen}
    >
      {isFiltered ? <FunnelIcon /> : <ChevronIcon />}
    </button>
  )
}

/** Nearly all cells: without an element around their text a screen of them costs half. */
function isPlain({ look, runsOver, rows }: ShownCell, filter: boolean | undefined): boolean {
  return filter === undefined && !look.wraps && runsOver === 0 && rows === 1
}

function classOf({ look, rows, columns, runsOver }: ShownCell): string {
  return [
    'cell',
    `is-${look.align}`,
    look.part === null ? '' : `in-table-${look.part}`,
    look.isBold ? 'is-bold' : '',
    look.isItalic ? 'is-italic' : '',
    look.wraps || rows > 1 ? 'is-tall' : '',
    look.isBusy ? 'is-busy' : '',
    look.fill === null ? '' : 'is-filled',
    look.color === null ? '' : 'is-colored',
    rows > 1 || columns > 1 ? 'is-merged' : '',
    runsOver > 0 ? 'runs-over' : '',
  ]
    .filter((name) => name !== '')
    .join(' ')
}

function styleOf({ column, rows, columns, look, runsOver }: ShownCell, row: number, layout: SheetLayout) {
  const left = layout.columns.offsetOf(column)
  const width = layout.columns.offsetOf(column + columns) - left
  const height = layout.rows.offsetOf(row + rows) - layout.rows.offsetOf(row)
  return {
    left: `${rowHeadWidth + left}px`,
    width: `${width}px`,
    ...(rows > 1 ? { height: `${height}px` } : {}),
    ...(look.fill === null ? {} : { '--fill': look.fill }),
    ...(look.color === null ? {} : { '--ink': look.color }),
    ...(runsOver > 0 ? { '--runs-over': `${width + runsOver}px` } : {}),
  }
}

function filterKey(filters: ReadonlyMap<number, boolean> | null): string {
  return filters === null ? '' : [...filters].map(([column, isFiltered]) => `${column}${isFiltered ? '!' : ''}`).join()
}
