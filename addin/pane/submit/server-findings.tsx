/** What the server says of the rows that it has; some of it may be accepted with a reason. */
import { useSignal } from '@preact/signals'
import { whyNoWaiver } from '#shared/lifecycle/index.ts'
import { findingKey } from '#shared/model/index.ts'
import { usePane } from '../pane-context.ts'
import { Command } from '../parts/command.tsx'
import { FindingText } from '../parts/finding-text.tsx'
import { ShowMore, shownAtOnce } from '../parts/row-list.tsx'
import type { ServerFinding } from './checklist.ts'

const order = { error: 0, warning: 1, info: 2 } as const

export function ServerFindings() {
  const { life, say } = usePane()
  const limit = useSignal(shownAtOnce)
  const { verdict } = life.value
  if (verdict === null) return null
  const findings = verdict.bevindingen.toSorted((a, b) => order[a.severity] - order[b.severity])
  return (
    <section class="card">
      <h2>{say('verdictTitle')}</h2>
      <p class="hint">{say(findings.length === 0 ? 'verdictNothing' : 'verdictText')}</p>
      <ul class="plain-list">
        {findings.slice(0, limit.value).map((finding) => (
          <Item key={findingKey(finding)} finding={finding} />
        ))}
      </ul>
      <ShowMore limit={limit.value} total={findings.length} onMore={() => (limit.value += shownAtOnce)} />
    </section>
  )
}

function Item({ finding }: { readonly finding: ServerFinding }) {
  const { me, linked } = usePane()
  const person = {
    role: me.value?.role ?? '',
    isOfArea: me.value?.areas.includes(linked.value?.areaCode ?? '') ?? false,
  }
  const mayDecide = whyNoWaiver(finding, person) === undefined
  return (
    <li class={`finding ${finding.severity}`}>
      <FindingText finding={finding} />
      {mayDecide && finding.waiver === undefined ? <WaiverForm finding={finding} /> : null}
      {mayDecide && finding.waiver !== undefined ? <TakeBack finding={finding} /> : null}
    </li>
  )
}

/** Who could have accepted the finding may take that back. */
function TakeBack({ finding }: { readonly finding: ServerFinding }) {
  const { life, say, announcement, ports, attemptAlone } = usePane()
  const waiver = life.value.verdict?.ontheffingen.find(({ sleutel }) => sleutel === findingKey(finding))
  if (waiver === undefined) return null
  const takeBack = async () => {
    await attemptAlone(() => ports.lifeDesk.withdrawWaiver(waiver.id))
    if (ports.lifeDesk.current().error === null) announcement.value = say('takenBack')
  }
  return (
    <p class="buttons">
      <Command kind="small" label={say('takeBackOf', { rule: finding.rule })} onClick={takeBack}>
        {say('takeBack')}
      </Command>
    </p>
  )
}

const reasonMax = 500

function WaiverForm({ finding }: { readonly finding: ServerFinding }) {
  const { say, announcement, ports, attemptAlone } = usePane()
  const isMissing = useSignal(false)
  const waive = async (reason: string) => {
    isMissing.value = reason === ''
    if (isMissing.value) {
      announcement.value = say('waiverReasonMissing')
      return
    }
    await attemptAlone(() => ports.lifeDesk.waive(findingKey(finding), reason))
    if (ports.lifeDesk.current().error === null) announcement.value = say('accepted')
  }
  return (
    <details class="other">
      <summary>
        {say('acceptWithReason')} <span class="unseen">{finding.rule}</span>
      </summary>
      <form
        class="other-form"
        onSubmit={(event) => {
          event.preventDefault()
          const { value } = event.currentTarget.elements.namedItem('reason') as HTMLInputElement
          void waive(value.trim())
        }}
      >
        <input
          name="reason"
          maxLength={reasonMax}
          autocomplete="off"
          aria-label={`${say('waiverReason')}: ${finding.rule}`}
          aria-invalid={isMissing.value}
        />
        <button type="submit" class="button small">
          {say('accept')}
        </button>
        {isMissing.value ? <p class="invalid">{say('waiverReasonMissing')}</p> : null}
      </form>
    </details>
  )
}
