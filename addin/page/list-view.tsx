/** The chosen list: search, year, and a table from which an item opens. */
import { Icon } from '../pane/parts/icon.tsx'
import { Notice } from '../pane/parts/notice.tsx'
import { Progress } from '../pane/parts/progress.tsx'
import { columnsOf } from './collections.ts'
import { ItemTable } from './item-table.tsx'
import { usePage } from './page-context.ts'
import { shownItems, yearsOf } from './shown-items.ts'

export function ListView({ onLoad }: { readonly onLoad: () => void }) {
  const { model, say, heading } = usePage()
  const items = model.items.value
  const { title } = columnsOf(model.chosen.value)
  const shown = shownItems(items ?? [], model.shown.value)
  return (
    <div class="list">
      <div class="list-top">
        <h2 id="list-title">{heading(title)}</h2>
        <div class="buttons">
          <button type="button" class="button" onClick={() => model.refresh()}>
            {say('refresh')}
          </button>
          <button type="button" class="button" onClick={onLoad}>
            <Icon name="incoming" />
            {say('loadFile')}
          </button>
          <button type="button" class="button primary" onClick={model.openNew}>
            <Icon name="plus" />
            {say('add')}
          </button>
        </div>
      </div>
      <KeptNotice />
      <div class="list-filter">
        <SearchField />
        <YearField />
        <p class="hint">{items === null ? '' : say('shownCount', { shown: shown.length, total: items.length })}</p>
      </div>
      {items === null && model.isBusy.value ? <Progress label={say('working')} /> : null}
      {items === null || shown.length > 0 ? null : <p>{say(items.length === 0 ? 'empty' : 'nothingFound')}</p>}
      {shown.length === 0 ? null : <ItemTable items={shown} />}
    </div>
  )
}

function KeptNotice() {
  const { model, say, pick } = usePage()
  const code = model.kept.value
  if (code === null) return null
  const warnings = model.warnings.value
  return (
    <div role="status">
      <Notice
        tone={warnings.length > 0 ? 'warning' : 'good'}
        title={say(warnings.length > 0 ? 'keptWarnings' : 'keptNotice', { code })}
      >
        {warnings.map((warning) => (
          <p key={warning.field}>{pick(warning)}</p>
        ))}
      </Notice>
    </div>
  )
}

function SearchField() {
  const { model, say } = usePage()
  return (
    <label class="field search">
      <span>{say('search')}</span>
      <input
        type="search"
        value={model.shown.value.query}
        onInput={({ currentTarget }) => (model.shown.value = { ...model.shown.value, query: currentTarget.value })}
      />
    </label>
  )
}

/** Nothing for a list without years. */
function YearField() {
  const { model, say } = usePage()
  const years = yearsOf(model.items.value ?? [])
  if (years.length === 0) return null
  const { year } = model.shown.value
  return (
    <label class="field">
      <span>{say('year')}</span>
      <select
        value={year ?? ''}
        onChange={({ currentTarget }) => {
          const chosen = currentTarget.value === '' ? null : Number(currentTarget.value)
          model.shown.value = { ...model.shown.value, year: chosen }
        }}
      >
        <option value="">{say('allYears')}</option>
        {(year === null || years.includes(year) ? years : [year, ...years]).map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
    </label>
  )
}
