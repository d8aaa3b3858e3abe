/** Indienen: how far the budget is, what stands in its way, what this person may do, and what happened before. */
import { useSignalEffect } from '@preact/signals'
import { isHandedIn } from '#shared/model/index.ts'
import { stateName } from '../budget-names.ts'
import { ServerError } from '../../ports/server.ts'
import { usePane } from '../pane-context.ts'
import { Command } from '../parts/command.tsx'
import { Elsewhere } from '../parts/elsewhere.tsx'
import { ErrorNotice } from '../parts/error-notice.tsx'
import { Facts } from '../parts/facts.tsx'
import { Notice } from '../parts/notice.tsx'
import { Checklist } from './checklist-card.tsx'
import { History } from './history.tsx'
import { ServerFindings } from './server-findings.tsx'
import { SignOff } from './sign-off.tsx'
import { Steps } from './steps.tsx'

export function SubmitView() {
  const { session, linked, life, ports } = usePane()
  const isReady = session.value.kind === 'signed-in' && linked.value !== null && linked.value !== undefined
  useSignalEffect(() => {
    if (isReady && life.value.kind === 'unread' && life.value.error === null) void ports.lifeDesk.refresh()
  })
  if (linked.value === null) return <Elsewhere title="submitUnlinked" text="submitUnlinkedText" />
  if (session.value.kind !== 'signed-in') return <Elsewhere title="submitSignedOut" text="submitSignedOutText" />
  return (
    <>
      <Standing />
      <Refused />
      <Returned />
      <StaleLists />
      <Checklist />
      <Steps />
      <SignOff />
      <ServerFindings />
      <History />
    </>
  )
}

function Standing() {
  const model = usePane()
  const { life, say, ago, number, ports } = model
  const { kind, readAtMs } = life.value
  const state = life.value.life?.staat
  const newest = life.value.life?.indieningen[0]
  const isBusy = kind === 'reading' || kind === 'working'
  const words = kind === 'working' ? say('lifeWorking') : say('lifeReading')
  return (
    <section class="card edged">
      <h2 class="unseen">{say('submitTitle')}</h2>
      {state === undefined ? null : (
        <Facts
          facts={[
            [say('state'), stateName(model, state)],
            ...(newest === undefined
              ? []
              : [
                  [say('lifeSubmitted'), newest.door] as const,
                  [say('lifeRows'), number(newest.regels)] as const,
                  [say('lifeChecksum'), <code key="checksum">{newest.controlegetal.slice(0, 12)}</code>] as const,
                ]),
          ]}
        />
      )}
      <p class="buttons">
        <Command onClick={ports.lifeDesk.refresh}>{say('lifeRefresh')}</Command>
        <span class="hint">{isBusy ? words : readAtMs === null ? '' : say('lifeReadAt', { when: ago(readAtMs) })}</span>
      </p>
      {isBusy ? <progress class="at-edge" aria-label={words} /> : null}
    </section>
  )
}

/** The server's refusal, with the findings for which it refused. */
function Refused() {
  const { life, say, pick } = usePane()
  const { error } = life.value
  if (error === null) return null
  // What the refusal says in its first line need not stand in the list once more.
  const said = error instanceof ServerError ? error.detail?.nl : undefined
  const blocking = life.value.blocking.filter(({ message }) => message.nl !== said)
  return (
    <ErrorNotice error={error}>
      {blocking.length === 0 ? null : (
        <>
          <p class="notice-title">{say('stopsTitle')}</p>
          <ul>
            {blocking.map(({ rule, lineNumber, message }) => (
              <li key={`${rule} ${lineNumber} ${message.nl}`}>
                <span class="rule-id">{rule}</span> {lineNumber} {pick(message)}
              </li>
            ))}
          </ul>
        </>
      )}
    </ErrorNotice>
  )
}

/** Why the check in this workbook may say otherwise than the server. */
function StaleLists() {
  const { life, say } = usePane()
  const { staleLists } = life.value
  if (staleLists.length === 0) return null
  return (
    <Notice tone="warning" title={say('staleListsTitle')}>
      <p>{say('staleListsText', { lists: staleLists.join(', ') })}</p>
    </Notice>
  )
}

/** What finance said when it sent the budget back. */
function Returned() {
  const { life, say } = usePane()
  const { life: current } = life.value
  const last = current?.indieningen[0]?.overgangen.findLast(({ overgang }) => overgang === 'teruggeven')
  if (current === null || last === undefined || isHandedIn(current.staat)) return null
  return (
    <Notice tone="warning" title={say('returnedTitle', { by: last.door })}>
      <p>{last.opmerking}</p>
    </Notice>
  )
}
