/** Items of a list as a table; the first column opens the item. */
import type { ListColumn } from '#shared/workbook/index.ts'
import type { ListedItem } from '../ports/lists.ts'
import { columnsOf, columnText, rowsInside, tableColumns, valuesOf } from './collections.ts'
import { usePage } from './page-context.ts'

export function ItemTable({ items }: { readonly items: readonly ListedItem[] }) {
  const { model, say, heading } = usePage()
  const collection = model.chosen.value
  const { inner, ...columns } = columnsOf(collection)
  const shown = tableColumns({ inner, ...columns })
  return (
    // A scrolling region must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div class="table-frame" tabIndex={0} role="region" aria-labelledby="list-title">
      <table class="items">
        <thead>
          <tr>
            {shown.map(({ key, heading: dutch, kind }) => (
              <th key={key} scope="col" class={alignOf(kind)}>
                {heading(dutch)}
              </th>
            ))}
            {inner === null ? null : <th scope="col">{heading(inner.title)}</th>}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => {
            const values = valuesOf(collection, item.item)
            const rows = rowsInside(inner, item.item)
            return (
              <tr key={`${item.code} ${item.firstYear}`}>
                {shown.map((column, i) => (
                  <td key={column.key} class={alignOf(column.kind)}>
                    {i === 0 ? (
                      <button type="button" class="button link" onClick={() => model.open(item)}>
                        {columnText(column, values) || say('none')}
                      </button>
                    ) : (
                      columnText(column, values)
                    )}
                  </td>
                ))}
                {inner === null ? null : (
                  <td class="quiet">{rows.length === 0 ? '' : say('rowsInside', { count: rows.length })}</td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** Amounts, hours and numbers stand at the right, so that their digits line up. */
function alignOf(kind: ListColumn['kind']): string | undefined {
  return kind === 'cents' || kind === 'hours' || kind === 'number' ? 'amount' : undefined
}
