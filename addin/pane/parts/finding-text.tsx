/** What a finding says: of which place, what the rule compared, and who accepted it. */
import type { ComponentChildren } from 'preact'
import type { Finding } from '#shared/model/index.ts'
import { usePane } from '../pane-context.ts'
import { Facts } from './facts.tsx'

type Shown = Pick<Finding, 'rule' | 'severity' | 'lineNumber' | 'message'> & {
  readonly [Part in 'expected' | 'found' | 'waiver' | 'areas']?: Finding[Part] | undefined
}

/** `children` stand behind the place. */
export function FindingText({ finding, children }: { readonly finding: Shown; readonly children?: ComponentChildren }) {
  const { say, pick } = usePane()
  const { rule, severity, lineNumber, message, areas } = finding
  return (
    <>
      <p class="finding-message">
        <span class="unseen">{say(severity)}: </span>
        {pick(message)}
      </p>
      <Compared finding={finding} />
      <p class="finding-place">
        <span class="rule-id">{rule}</span>
        {lineNumber === null ? null : <span>{say('line', { line: lineNumber })}</span>}
        {areas === undefined ? null : <span>{say('acrossAreas', { areas: areas.join(', ') })}</span>}
        {children}
      </p>
    </>
  )
}

/** Nothing for most findings. */
function Compared({ finding: { expected, found, waiver } }: { readonly finding: Shown }) {
  const { say, pick, ago } = usePane()
  const facts: (readonly [name: string, value: string])[] = []
  if (expected !== undefined) facts.push([say('expected'), pick(expected)])
  if (found !== undefined) facts.push([say('found'), pick(found)])
  return (
    <>
      {facts.length === 0 ? null : <Facts facts={facts} />}
      {waiver === undefined ? null : (
        <p class="hint">
          {say('acceptedBy', { by: waiver.by, when: ago(Date.parse(waiver.at)), reason: waiver.reason })}
        </p>
      )}
    </>
  )
}
