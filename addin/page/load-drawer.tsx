/** Files to load: choose them, see what they would change, load. */
import { Notice } from '../pane/parts/notice.tsx'
import { Progress } from '../pane/parts/progress.tsx'
import type { LoadCounts } from '../ports/lists.ts'
import { columnsOf } from './collections.ts'
import { Drawer } from './drawer.tsx'
import { ErrorNotice } from './error-notice.tsx'
import type { PlacedText } from './load-model.ts'
import { usePage } from './page-context.ts'

/** Few are shown; the counts are of all. */
const shownMax = 50

export function LoadDrawer({ onClose }: { readonly onClose: () => void }) {
  const { model, loader, say } = usePage()
  const state = loader.state.value
  return (
    <Drawer title={say('loadTitle')} onClose={onClose}>
      <p>{say('loadText')}</p>
      <ErrorNotice />
      <label class="field">
        <span>{say('files')}</span>
        <input
          type="file"
          multiple
          accept=".csv,.json"
          onChange={({ currentTarget }) => {
            const files = [...(currentTarget.files ?? [])]
            if (files.length > 0) void model.attempt(() => loader.preview(files))
          }}
        />
      </label>
      {model.isBusy.value ? <Progress label={say('working')} /> : null}
      {state.kind === 'wrong' ? (
        <div role="alert">
          <Notice tone="error" title={say('loadWrong')}>
            <PlacedTexts texts={state.faults} />
          </Notice>
        </div>
      ) : null}
      {state.kind === 'preview' ? (
        <section class="form" aria-labelledby="preview-title">
          <h3 id="preview-title">{say('previewTitle')}</h3>
          <Counts counts={state.counts} />
          {state.warnings.length === 0 ? null : (
            <Notice tone="warning" title={say('loadWarnings')}>
              <PlacedTexts texts={state.warnings} />
            </Notice>
          )}
          <p class="buttons">
            <button
              type="button"
              class="button primary"
              aria-disabled={model.isBusy.value}
              onClick={() => model.attempt(loader.carryOut)}
            >
              {say('carryOut')}
            </button>
            <button type="button" class="button" onClick={onClose}>
              {say('cancel')}
            </button>
          </p>
        </section>
      ) : null}
      {state.kind === 'loaded' ? (
        <div role="status">
          <Notice tone="good" title={say('loadedTitle')}>
            <p>{say('counts', countsOf(state.counts))}</p>
          </Notice>
        </div>
      ) : null}
    </Drawer>
  )
}

function Counts({ counts }: { readonly counts: LoadCounts }) {
  const { say, heading } = usePage()
  const { items } = counts
  return (
    <>
      <p>{items.length === 0 ? say('previewNothing') : say('counts', countsOf(counts))}</p>
      <ul class="plain-list">
        {items.slice(0, shownMax).map(({ collection, code, firstYear, isNew, fields }) => (
          <li key={`${collection} ${code} ${firstYear}`}>
            <b>{say(isNew ? 'isNew' : 'isChanged')}</b> {heading(columnsOf(collection).title)}: {code}
            {fields.length === 0 ? null : (
              <span class="quiet"> ({fields.map((field) => heading(headingOf(collection, field))).join(', ')})</span>
            )}
          </li>
        ))}
      </ul>
      {items.length > shownMax ? <p class="hint">{say('andMore', { count: items.length - shownMax })}</p> : null}
    </>
  )
}

function PlacedTexts({ texts }: { readonly texts: readonly PlacedText[] }) {
  const { say } = usePage()
  return (
    <>
      <ul class="plain-list">
        {texts.slice(0, shownMax).map(({ place, text }) => (
          <li key={`${place} ${text}`}>
            <b>{place}</b>: {text}
          </li>
        ))}
      </ul>
      {texts.length > shownMax ? <p>{say('andMore', { count: texts.length - shownMax })}</p> : null}
    </>
  )
}

function countsOf({ created, changed, unchanged }: LoadCounts) {
  return { created, changed, unchanged }
}

function headingOf(collection: LoadCounts['items'][number]['collection'], field: string): string {
  const { own, inner } = columnsOf(collection)
  return own.find(({ key }) => key === field)?.heading ?? (inner?.inside === field ? inner.title : field)
}
