/** Rows of the workbook by number and description, each with a way to its cell; long lists come in parts. */
import { useSignal } from '@preact/signals'
import type { RowView } from '../../ports/synchroniser.ts'
import { usePane } from '../pane-context.ts'

/** As many as are drawn at once without a person noticing. */
export const shownAtOnce = 100

export function RowList({ rows }: { readonly rows: readonly RowView[] }) {
  const { say, ports, attemptInWorkbook } = usePane()
  const limit = useSignal(shownAtOnce)
  return (
    <>
      <ul class="rows">
        {rows.slice(0, limit.value).map(({ lineNumber, description, sheet, cell }) => (
          <li key={`${sheet}!${cell}`}>
            <span class="row-text">
              <strong>{lineNumber}</strong> {description}
            </span>
            <button
              type="button"
              class="button link"
              aria-label={say('goToPlace', { sheet, cell })}
              onClick={() => attemptInWorkbook(() => ports.workbook.select(sheet, cell))}
            >
              {cell}
            </button>
          </li>
        ))}
      </ul>
      <ShowMore limit={limit.value} total={rows.length} onMore={() => (limit.value += shownAtOnce)} />
    </>
  )
}

interface ShowMoreProps {
  readonly limit: number
  readonly total: number
  readonly onMore: () => void
}

/** Nothing when everything is shown. */
export function ShowMore({ limit, total, onMore }: ShowMoreProps) {
  const { say } = usePane()
  if (total <= limit) return null
  return (
    <p class="show-more">
      <button type="button" class="button plain" onClick={onMore}>
        {say('showMore', { count: Math.min(shownAtOnce, total - limit) })}
      </button>
      <span>{say('shownOf', { shown: limit, total })}</span>
    </p>
  )
}
