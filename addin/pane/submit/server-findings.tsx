/** What the server says of the rows that it has; some of it may be accepted with a reason. */
import { useSignal } from '@preact/signals'
import { findingKey } from '#shared/model/index.ts'
import { usePane } from '../pane-context.ts'
import { FindingFacts } from '../parts/finding-facts.tsx'
import { ShowMore, shownAtOnce } from '../parts/row-list.tsx'
import { isAcrossAreas, mayWaive, type ServerFinding } from './checklist.ts'

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
  const { me, linked, say, pick } = usePane()
  const { rule, severity, lineNumber, message, areas } = finding
  const isOwnArea = me.value?.areas.includes(linked.value?.areaCode ?? '') ?? false
  return (
    <li class={`finding ${severity}`}>
      <p class="finding-message">
        <span class="unseen">{say(severity)}: </span>
        {pick(message)}
      </p>
      <FindingFacts finding={finding} />
      <p class="finding-place">
        <span class="rule-id">{rule}</span>
        {lineNumber === null ? null : <span>{say('line', { line: lineNumber })}</span>}
        {isAcrossAreas(finding) ? <span>{say('acrossAreas', { areas: areas?.join(', ') ?? '' })}</span> : null}
      </p>
      {mayWaive(finding, me.value?.role ?? '', isOwnArea) ? <WaiverForm finding={finding} /> : null}
    </li>
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
