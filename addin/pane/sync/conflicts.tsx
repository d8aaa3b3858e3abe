/** Cells that two people changed: both values side by side, and three ways to decide. */
import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import type { ConflictDecision, ConflictView } from '../../ports/synchroniser.ts'
import { usePane } from '../pane-context.ts'
import { ShowMore, shownAtOnce } from '../parts/row-list.tsx'
import { OtherValueForm } from './other-value-form.tsx'

/** From here on deciding one by one is tedious. */
const manyConflicts = 4

export function Conflicts() {
  const { sync, say, count } = usePane()
  const limit = useSignal(shownAtOnce)
  const { conflicts } = sync.value
  if (conflicts.length === 0) return null
  return (
    <section class="card">
      <h2>{count('conflicts', conflicts.length)}</h2>
      <p>{say('conflictsText')}</p>
      {conflicts.length < manyConflicts ? null : <DecideAll conflicts={conflicts} />}
      <ul class="plain-list">
        {conflicts.slice(0, limit.value).map((conflict) => (
          <Conflict key={`${conflict.id} ${conflict.field}`} conflict={conflict} />
        ))}
      </ul>
      <ShowMore limit={limit.value} total={conflicts.length} onMore={() => (limit.value += shownAtOnce)} />
    </section>
  )
}

function useSettle() {
  const { ports, say, announcement, attempt } = usePane()
  return (decision: ConflictDecision) =>
    attempt(async () => {
      await ports.synchroniser.settle(decision)
      announcement.value = say('settled')
    })
}

function DecideAll({ conflicts }: { readonly conflicts: readonly ConflictView[] }) {
  const { say } = usePane()
  const settle = useSettle()
  const settleAll = (kind: 'mine' | 'theirs') =>
    Promise.all(conflicts.map(({ id, field }) => settle({ id, field, choice: { kind } })))
  return (
    <details class="change">
      <summary>{say('decideAll')}</summary>
      <p class="buttons">
        <button type="button" class="button small" onClick={() => settleAll('mine')}>
          {say('allMine')}
        </button>
        <button type="button" class="button small" onClick={() => settleAll('theirs')}>
          {say('allTheirs')}
        </button>
      </p>
    </details>
  )
}

function Conflict({ conflict }: { readonly conflict: ConflictView }) {
  const { say, ago, ports, attemptInWorkbook } = usePane()
  const settle = useSettle()
  const { id, field, lineNumber, heading, mine, theirs, by, at, sheet, cell } = conflict
  const place = say('conflictPlace', { line: lineNumber, heading })
  const isMoney = conflict.kind === 'cents' || conflict.kind === 'hours'
  const choose = (kind: 'mine' | 'theirs') => settle({ id, field, choice: { kind } })
  return (
    <li class="conflict">
      <div class="conflict-head">
        <h3>{place}</h3>
        <button
          type="button"
          class="button link"
          aria-label={say('goToPlace', { sheet, cell })}
          onClick={() => attemptInWorkbook(() => ports.workbook.select(sheet, cell))}
        >
          {cell}
        </button>
      </div>
      <Base base={conflict.base} />
      <div class="sides">
        <Side title={say('mine')} value={mine || say('empty')} isMoney={isMoney}>
          <Choose label={say('keepMine')} what={`${say('mine')}, ${place}`} onChoice={() => choose('mine')} />
        </Side>
        <Side title={say('theirs')} value={theirs || say('empty')} isMoney={isMoney}>
          <p class="hint">{say('theirsBy', { name: by, when: ago(Date.parse(at)) })}</p>
          <Choose label={say('takeTheirs')} what={`${say('theirs')}, ${place}`} onChoice={() => choose('theirs')} />
        </Side>
      </div>
      <OtherValueForm
        conflict={conflict}
        onValue={(other) => settle({ id, field, choice: { kind: 'other', value: other } })}
      />
    </li>
  )
}

interface SideProps {
  readonly title: string
  readonly value: string
  readonly isMoney: boolean
  readonly children: ComponentChildren
}

function Side({ title, value, isMoney, children }: SideProps) {
  return (
    <div class="side">
      <h4>{title}</h4>
      <p class={isMoney ? 'side-value money' : 'side-value'}>{value}</p>
      {children}
    </div>
  )
}

/** `what`: for a screen reader, since both sides of every conflict have such a button. */
function Choose(props: { readonly label: string; readonly what: string; readonly onChoice: () => unknown }) {
  return (
    <button type="button" class="button small" aria-label={`${props.label}: ${props.what}`} onClick={props.onChoice}>
      {props.label}
    </button>
  )
}

function Base({ base }: { readonly base: string | null }) {
  const { say } = usePane()
  if (base === null) return <p class="hint">{say('conflictBaseUnknown')}</p>
  return <p class="hint">{base === '' ? say('conflictBaseEmpty') : say('conflictBase', { base })}</p>
}
