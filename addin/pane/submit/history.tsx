/** Every submission with its transitions and initials, the newest first. */
import type { Submission } from '#shared/lifecycle/index.ts'
import { stateName } from '../budget-names.ts'
import { usePane } from '../pane-context.ts'
import { didWords } from './did-words.ts'

export function History() {
  const { life, say } = usePane()
  const { life: current } = life.value
  if (current === null) return null
  return (
    <section class="card">
      <h2>{say('historyTitle')}</h2>
      {current.indieningen.length === 0 ? <p class="hint">{say('historyNothing')}</p> : null}
      {current.indieningen.map((submission) => (
        <SubmissionHistory key={submission.id} submission={submission} />
      ))}
    </section>
  )
}

interface Step {
  readonly op: string
  readonly door: string
  readonly words: string
  readonly opmerking: string | null
}

function SubmissionHistory({ submission }: { readonly submission: Submission }) {
  const model = usePane()
  const { say, ago } = model
  const { nummer, status, overgangen, parafen } = submission
  const steps: readonly Step[] = [
    ...overgangen.map(({ overgang, besluit, ...step }) => ({
      ...step,
      words: [say(didWords[overgang]), besluit === null ? '' : `(${besluit.nummer})`].filter(Boolean).join(' '),
    })),
    ...parafen.map(({ uitkomst, ...step }) => ({ ...step, words: say('signOffLine', { outcome: uitkomst }) })),
  ].toSorted((a, b) => (a.op < b.op ? -1 : 1))
  return (
    <>
      <h3 class="sheet-title">{say('submissionTitle', { number: nummer, status: stateName(model, status) })}</h3>
      <ol class="history">
        {steps.map(({ op, door, words, opmerking }) => (
          <li key={`${op} ${words}`}>
            <span>
              {words}, {door}
            </span>{' '}
            <time dateTime={op}>{ago(Date.parse(op))}</time>
            {opmerking === null ? null : <p class="hint">{opmerking}</p>}
          </li>
        ))}
      </ol>
    </>
  )
}
