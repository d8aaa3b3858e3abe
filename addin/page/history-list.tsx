/** Who changed an item, when, and what it was before and after. */
import type { Collection, ItemVersion, KeptItem } from '../ports/lists.ts'
import { columnsOf, columnText, rowsInside, valuesOf } from './collections.ts'
import { usePage } from './page-context.ts'

export function HistoryList() {
  const { model, say, moment } = usePage()
  const versions = model.history.value
  if (versions === null) {
    return (
      <p class="buttons">
        <button type="button" class="button subtle" onClick={() => model.showHistory()}>
          {say('showHistory')}
        </button>
      </p>
    )
  }
  return (
    <section class="history" aria-labelledby="history-title">
      <h3 id="history-title">{say('historyTitle')}</h3>
      <ol>
        {versions.map((version) => (
          <li key={`${version.firstYear}-${version.version}`}>
            <p class="history-head">
              <b>
                {version.firstYear === 0
                  ? say('historyVersionOnly', { version: version.version })
                  : say('historyVersion', { version: version.version, year: version.firstYear })}
              </b>{' '}
              <span class="quiet">
                {say('historyBy', { when: moment(version.atMs), name: version.by ?? say('unknownPerson') })}
              </span>
            </p>
            <Changes version={version} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Changes({ version: { before, after } }: { readonly version: ItemVersion }) {
  const { model, say, heading } = usePage()
  if (before === null) return <p class="hint">{say('historyNew')}</p>
  return (
    <ul class="plain-list">
      {changedColumns(model.chosen.value, before, after).map(({ title, was, is }) => (
        <li key={title}>
          {heading(title)}: <del>{was || say('none')}</del> → <ins>{is || say('none')}</ins>
        </li>
      ))}
    </ul>
  )
}

interface ChangedColumn {
  readonly title: string
  readonly was: string
  readonly is: string
}

/** Of the list inside the item every row is one text. */
function changedColumns(collection: Collection, before: KeptItem, after: KeptItem): readonly ChangedColumn[] {
  const { own, inner } = columnsOf(collection)
  const [old, now] = [valuesOf(collection, before), valuesOf(collection, after)]
  const rowsText = (item: KeptItem) =>
    rowsInside(inner, item)
      .map((row) =>
        (inner?.columns ?? [])
          .map((column) => columnText(column, row))
          .filter(Boolean)
          .join(' '),
      )
      .join('; ')
  const columns = own.map((column) => ({
    title: column.heading,
    was: columnText(column, old),
    is: columnText(column, now),
  }))
  const rows = inner === null ? [] : [{ title: inner.title, was: rowsText(before), is: rowsText(after) }]
  return [...columns, ...rows].filter(({ was, is }) => was !== is)
}
