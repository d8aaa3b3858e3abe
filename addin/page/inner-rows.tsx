/** The list inside an item as rows to type in: ceilings of a source, shares of a key, balances of a reserve. */
import { Icon } from '../pane/parts/icon.tsx'
import type { InnerColumns } from './collections.ts'
import { type Draft, emptyRow } from './draft.ts'
import { FieldInput } from './field-input.tsx'
import { usePage } from './page-context.ts'

export function InnerRows({ draft, inner }: { readonly draft: Draft; readonly inner: InnerColumns }) {
  const { model, say, heading, pick } = usePage()
  const { rows } = draft
  const fault = model.editing.value?.beside.get(inner.inside)
  const setRow = (index: number, key: string, text: string) =>
    model.change({ ...draft, rows: rows.map((row, i) => (i === index ? { ...row, [key]: text } : row)) })
  return (
    <fieldset class="inner">
      <legend>{heading(inner.title)}</legend>
      {fault === undefined ? null : <p class="invalid">{pick(fault)}</p>}
      {rows.length === 0 ? null : (
        <div class="inner-rows" style={{ '--columns': inner.columns.length }}>
          <div class="inner-row inner-head" aria-hidden="true">
            {inner.columns.map(({ key, heading: dutch }) => (
              <span key={key}>{heading(dutch)}</span>
            ))}
          </div>
          {rows.map((row, i) => (
            // Rows have no name of their own; their place is what tells them apart.
            // oxlint-disable-next-line react/no-array-index-key
            <div class="inner-row" key={i} role="group" aria-label={`${heading(inner.title)} ${i + 1}`}>
              {inner.columns.map((column) => (
                <FieldInput
                  key={column.key}
                  column={column}
                  field={`${inner.inside}.${i}.${column.key}`}
                  text={row[column.key] ?? ''}
                  isLabelUnseen
                  onChange={(text) => setRow(i, column.key, text)}
                />
              ))}
              <button
                type="button"
                class="button icon-only"
                aria-label={say('removeRow', { number: i + 1 })}
                onClick={() => model.change({ ...draft, rows: rows.filter((_, at) => at !== i) })}
              >
                <Icon name="minus" />
              </button>
            </div>
          ))}
        </div>
      )}
      <p class="buttons">
        <button
          type="button"
          class="button small"
          onClick={() => model.change({ ...draft, rows: [...rows, emptyRow(draft.collection)] })}
        >
          <Icon name="plus" />
          {say('addRow')}
        </button>
      </p>
    </fieldset>
  )
}
