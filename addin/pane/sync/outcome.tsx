/** What came of the last synchronisation. */
import { useSignal } from '@preact/signals'
import type { Row } from '#shared/model/index.ts'
import type { OutcomeView } from '../../ports/synchroniser.ts'
import { usePane } from '../pane-context.ts'
import { Command } from '../parts/command.tsx'
import { Icon, type IconName } from '../parts/icon.tsx'
import { Notice } from '../parts/notice.tsx'
import { ShowMore, shownAtOnce } from '../parts/row-list.tsx'
import { placeOfAddress } from '../place-of-address.ts'
import type { CountKey } from '../text/speak.ts'

const lines: readonly (readonly [
  field: 'created' | 'changed' | 'deleted' | 'pulled',
  key: CountKey,
  icon: IconName,
])[] = [
  ['created', 'outcomeCreated', 'plus'],
  ['changed', 'outcomeChanged', 'pencil'],
  ['deleted', 'outcomeDeleted', 'minus'],
  ['pulled', 'outcomePulled', 'incoming'],
]

export function Outcome() {
  const { sync, say, count, ago } = usePane()
  const { outcome, syncedAtMs, kind } = sync.value
  if (outcome === null || kind === 'previewed' || kind === 'sending' || kind === 'reading') return null
  const done = lines.filter(([field]) => outcome[field] > 0)
  return (
    <section class="card">
      <h2>{say('outcomeTitle')}</h2>
      {syncedAtMs === null ? null : <p class="hint">{say('statusSynced', { when: ago(syncedAtMs) })}</p>}
      {done.length === 0 ? <p>{say('outcomeNothing')}</p> : null}
      <ul class="outcome">
        {done.map(([field, key, icon]) => (
          <li key={field}>
            <Icon name={icon} /> {count(key, outcome[field])}
          </li>
        ))}
      </ul>
      <CrossFindings findings={outcome.findings} />
      <SkippedCells cells={outcome.skippedCells} />
      <PulledRows rows={outcome.pulledRows} />
    </section>
  )
}

function CrossFindings({ findings }: Pick<OutcomeView, 'findings'>) {
  const { say, pick } = usePane()
  if (findings.length === 0) return null
  return (
    <div class="outcome-part">
      <h3>{say('crossFindings')}</h3>
      <p class="hint">{say('crossFindingsText')}</p>
      {findings.map((finding) => (
        <Notice
          key={`${finding.rule} ${finding.message.nl}`}
          tone={finding.severity}
          title={`${say(finding.severity)} ${finding.rule}`}
        >
          <p>{pick(finding.message)}</p>
        </Notice>
      ))}
    </div>
  )
}

function SkippedCells({ cells }: { readonly cells: readonly string[] }) {
  const { say, ports, attemptInWorkbook } = usePane()
  if (cells.length === 0) return null
  return (
    <div class="outcome-part">
      <h3>{say('skippedCells')}</h3>
      <p class="hint">{say('skippedText')}</p>
      <p class="buttons">
        {cells.flatMap((address) => {
          const place = placeOfAddress(address)
          if (place === undefined) return []
          const select = () => attemptInWorkbook(() => ports.workbook.select(place.sheet, place.cell))
          return [
            <Command key={address} kind="small" icon="target" onClick={select}>
              {place.sheet} {place.cell}
            </Command>,
          ]
        })}
      </p>
    </div>
  )
}

function PulledRows({ rows }: { readonly rows: readonly Row[] }) {
  const { say } = usePane()
  const limit = useSignal(shownAtOnce)
  if (rows.length === 0) return null
  return (
    <details class="change">
      <summary>{say('pulledRows')}</summary>
      <ul class="rows">
        {rows.slice(0, limit.value).map((row) => (
          <li key={`${row.table} ${row.lineNumber}`}>
            <span class="row-text">
              <strong>{row.lineNumber}</strong> {'description' in row ? row.description : null}
            </span>
          </li>
        ))}
      </ul>
      <ShowMore limit={limit.value} total={rows.length} onMore={() => (limit.value += shownAtOnce)} />
    </details>
  )
}
