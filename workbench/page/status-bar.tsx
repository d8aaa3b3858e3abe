import type { Desk } from './desk.ts'
import { selectionFigures } from './selection-figures.ts'
import type { Say } from './text.ts'

/** Whether the person is typing or cells are computed, what the host lacks, and what the selection adds up to. */
export function StatusBar({ desk, say }: { readonly desk: Desk; readonly say: Say }) {
  const { view, book, host, busyCells, requests } = desk
  view.watch()
  const unknown = [...book.unknownFunctions()]
  const missing = [...new Set(host.statistics.missing)]
  const figures = selectionFigures(book, view.sheet.value.id, view.selection.value.box)
  return (
    <footer class="status-bar" aria-label={say('status')}>
      <span class="status-mode">{say(view.editing.value === null ? 'ready' : 'editing')}</span>
      <span aria-live="polite">{busyCells.value > 0 ? <Busy text={say('calculating')} /> : null}</span>
      {unknown.length === 0 ? null : (
        <span class="is-warning">{say('unknownFunctions', { names: unknown.join(', ') })}</span>
      )}
      {missing.length === 0 ? null : (
        <span class="is-warning">{say('hostMissing', { names: missing.join(', ') })}</span>
      )}
      <span class="status-space" />
      {figures === null ? null : (
        <span class="figures">
          {figures.average === null ? null : <Figure label={say('average')} value={figures.average} />}
          <Figure label={say('count')} value={String(figures.count)} />
          {figures.sum === null ? null : <Figure label={say('sum')} value={figures.sum} />}
        </span>
      )}
      <span class="status-requests">{say('hostRequests', { count: requests.value })}</span>
    </footer>
  )
}

function Busy({ text }: { readonly text: string }) {
  return (
    <span class="busy">
      <span class="busy-dot" />
      {text}
    </span>
  )
}

function Figure({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <span class="figure">
      {label}: <strong>{value}</strong>
    </span>
  )
}
