/** What a synchronisation would send, and the choices that go with it. After sending: what is left of it. */
import { useSignal } from '@preact/signals'
import { financeRoles } from '#shared/model/person.ts'
import type { PreviewView, RowView } from '../../ports/synchroniser.ts'
import { usePane } from '../pane-context.ts'
import { Command } from '../parts/command.tsx'
import { Icon, type IconName } from '../parts/icon.tsx'
import { Notice } from '../parts/notice.tsx'
import { RowList } from '../parts/row-list.tsx'
import { changeCount } from '../start/todo.ts'
import type { CountKey } from '../text/speak.ts'
import { MissingRows } from './missing-rows.tsx'
import { type MissingChoices, sendChoices } from './send-choices.ts'

export function Preview() {
  const { sync, say, tab } = usePane()
  const { kind, preview } = sync.value
  if (preview === null || !['previewed', 'idle', 'asking'].includes(kind)) return null
  if (isEmpty(preview)) return kind === 'previewed' ? <NothingToSend /> : null
  return (
    <section class="card">
      <h2>{say(kind === 'previewed' ? 'previewTitle' : 'leftTitle')}</h2>
      <Rows icon="plus" countKey="createdRows" rows={preview.created} />
      <Rows icon="pencil" countKey="changedRows" rows={preview.changed} />
      <Rows icon="twins" countKey="twinRows" rows={preview.twins} text={say('twinText')} />
      {preview.heldBack.length === 0 ? null : (
        <Rows icon="pause" countKey="heldBackRows" rows={preview.heldBack} text={say('heldBackText')}>
          <button type="button" class="button link" onClick={() => (tab.value = 'check')}>
            {say('whyNot')}
          </button>
        </Rows>
      )}
      {kind !== 'previewed' && changeCount(preview) + preview.missing.length === 0 ? null : (
        <SendForm key={sync.value.headSeq} preview={preview} />
      )}
    </section>
  )
}

function isEmpty({ created, changed, missing, heldBack, twins }: PreviewView): boolean {
  return [created, changed, missing, heldBack, twins].every(({ length }) => length === 0)
}

function NothingToSend() {
  const { sync, say, ports, attempt, previewSync } = usePane()
  const { hasNews } = sync.value
  const fetchNews = () => attempt(() => ports.synchroniser.send({ deletions: [], returns: [] }))
  return (
    <Notice tone="good" title={say('nothingToSend')}>
      <p>{say(hasNews ? 'nothingToSendNews' : 'nothingToSendText')}</p>
      <p class="buttons">
        <Command kind={hasNews ? 'primary' : 'plain'} icon="incoming" onClick={fetchNews}>
          {say('fetchNews')}
        </Command>
        <Command onClick={previewSync}>{say('previewAgain')}</Command>
      </p>
    </Notice>
  )
}

interface RowsProps {
  readonly icon: IconName
  readonly countKey: CountKey
  readonly rows: readonly RowView[]
  readonly text?: string
  readonly children?: preact.ComponentChildren
}

function Rows({ icon, countKey, rows, text, children }: RowsProps) {
  const { count } = usePane()
  if (rows.length === 0) return null
  return (
    <details class="change">
      <summary>
        <Icon name={icon} /> {count(countKey, rows.length)}
      </summary>
      {text === undefined ? null : <p class="hint">{text}</p>}
      <RowList rows={rows} />
      {children}
    </details>
  )
}

function SendForm({ preview }: { readonly preview: PreviewView }) {
  const { me, say, count, ports, attempt, previewSync } = usePane()
  const choices = useSignal<MissingChoices>(new Map())
  const reason = useSignal('')
  const isTold = useSignal(false)
  const needsReason = financeRoles.some((role) => role === me.value?.role)
  const isReasonMissing = needsReason && reason.value.trim() === ''
  const changes = changeCount(preview) + choices.value.size
  const send = () => {
    isTold.value = isReasonMissing
    if (!isReasonMissing) void attempt(() => ports.synchroniser.send(sendChoices(choices.value, reason.value)))
  }
  return (
    <>
      <MissingRows rows={preview.missing} choices={choices} />
      {needsReason ? (
        <label class="field">
          <span>{say('reason')}</span>
          <span class="hint">{say('reasonText')}</span>
          <textarea
            rows={2}
            maxLength={500}
            required
            aria-invalid={isTold.value && isReasonMissing}
            aria-describedby="reason-missing"
            value={reason.value}
            onInput={({ currentTarget }) => (reason.value = currentTarget.value)}
          />
          <span class="invalid" id="reason-missing" aria-live="polite">
            {isTold.value && isReasonMissing ? say('reasonMissing') : ''}
          </span>
        </label>
      ) : null}
      <p class="buttons">
        <Command kind="primary" icon="sync" onClick={send}>
          {changes === 0 ? say('send') : count('sendCount', changes)}
        </Command>
        <Command onClick={previewSync}>{say('previewAgain')}</Command>
      </p>
    </>
  )
}
