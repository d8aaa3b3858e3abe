import { useSignal } from '@preact/signals'
import type { BookTable } from '../book/book.ts'
import { attempt } from './commit-edit.ts'
import { allToggled, chosenTexts, filterEntries, foundEntries, toggled } from './filter-menu.ts'
import type { GridTools } from './grid-tools.ts'
import { AscendingIcon, DescendingIcon, NoFilterIcon } from './icons.tsx'
import { type Anchor, Popup } from './popup.tsx'
import type { SheetView } from './sheet-view.ts'

export interface FilterPopupProps {
  readonly view: SheetView
  readonly tools: GridTools
  readonly table: BookTable
  /** Counted from the first of the table. */
  readonly column: number
  readonly anchor: Anchor
  readonly onClose: () => void
}

/** The menu of a table's heading: sort, and let through what is checked. */
export function FilterPopup({ view, tools, table, column, anchor, onClose }: FilterPopupProps) {
  const { say } = tools
  const entries = useSignal(filterEntries(columnTexts(view, table, column), table.filters.get(column)))
  const search = useSignal('')
  const change = (action: () => void) => {
    attempt(tools, () => view.book.transact('person', action))
    onClose()
  }
  const sort = (isAscending: boolean) => change(() => view.book.sortTable(table.id, column, isAscending))
  const found = foundEntries(entries.value, search.value)
  const isAll = found.every(({ isChecked }) => isChecked)
  const chosen = chosenTexts(entries.value, search.value)
  const apply = (event: Event) => {
    event.preventDefault()
    if (chosen !== undefined) change(() => view.book.filterTable(table.id, column, chosen))
  }
  const label = view.book.texts(table.sheet, { ...table.box, rows: 1 })[0]?.[column] ?? ''
  return (
    <Popup
      anchor={anchor}
      class="filter-popup"
      role="dialog"
      label={say('filterMenu', { column: label })}
      onClose={onClose}
    >
      <button type="button" class="menu-item" data-first onClick={() => sort(true)}>
        <AscendingIcon />
        {say('sortAscending')}
      </button>
      <button type="button" class="menu-item" onClick={() => sort(false)}>
        <DescendingIcon />
        {say('sortDescending')}
      </button>
      <button
        type="button"
        class="menu-item"
        disabled={!table.filters.has(column)}
        onClick={() => change(() => view.book.filterTable(table.id, column, null))}
      >
        <NoFilterIcon />
        {say('filterClear')}
      </button>
      <form class="filter-form" onSubmit={apply}>
        <input
          type="search"
          class="field"
          aria-label={say('filterSearch')}
          placeholder={say('filterSearch')}
          value={search.value}
          onInput={(event) => {
            search.value = event.currentTarget.value
          }}
        />
        <div class="filter-values" role="group" aria-label={label} tabIndex={0}>
          <Check
            text={say(search.value === '' ? 'filterAll' : 'filterFound')}
            isChecked={isAll}
            onToggle={() => {
              entries.value = allToggled(entries.value, search.value, !isAll)
            }}
          />
          {found.slice(0, shownMax).map(({ text, count, isChecked }) => (
            <Check
              key={text}
              text={text === '' ? say('filterEmptyCells') : text}
              count={count}
              isChecked={isChecked}
              onToggle={() => {
                entries.value = toggled(entries.value, text)
              }}
            />
          ))}
          {found.length === 0 ? <p class="filter-nothing">{say('filterNothing')}</p> : null}
        </div>
        <div class="popup-buttons">
          <button type="submit" class="button is-primary" disabled={chosen === undefined}>
            {say('apply')}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {say('cancel')}
          </button>
        </div>
      </form>
    </Popup>
  )
}

/** Who has more different texts than this searches. */
const shownMax = 500

interface CheckProps {
  readonly text: string
  readonly count?: number
  readonly isChecked: boolean
  readonly onToggle: () => void
}

function Check({ text, count, isChecked, onToggle }: CheckProps) {
  return (
    <label class="filter-value">
      <input type="checkbox" checked={isChecked} onChange={onToggle} />
      <span class="filter-text">{text}</span>
      {count === undefined ? null : <span class="filter-count">{count}</span>}
    </label>
  )
}

/** Texts of the rows that the filters of the other columns let through. */
function columnTexts({ book }: SheetView, table: BookTable, column: number): readonly string[] {
  const { box, sheet, filters, hasTotalsRow } = table
  const rows = book.texts(sheet, { ...box, row: box.row + 1, rows: box.rows - (hasTotalsRow ? 2 : 1) })
  const others = [...filters].filter(([index]) => index !== column)
  return rows
    .filter((line) => others.every(([index, allowed]) => allowed.has(line[index] ?? '')))
    .map((line) => line[column] ?? '')
}
