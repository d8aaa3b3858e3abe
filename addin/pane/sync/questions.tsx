/** Rows about which only a person can decide: double, deleted elsewhere, lost, or changed before they were deleted. */
import type { QuestionView } from '../../ports/synchroniser.ts'
import { usePane } from '../pane-context.ts'
import type { TextKey } from '../text/speak.ts'

interface Words {
  /** With the name of who did it, and without. */
  readonly told: TextKey
  readonly untold: TextKey
  readonly keep: TextKey
  readonly drop: TextKey
}

const words: Readonly<Record<QuestionView['kind'], Words>> = {
  duplicate: {
    told: 'questionDuplicate',
    untold: 'questionDuplicate',
    keep: 'keepDuplicate',
    drop: 'dropDuplicate',
  },
  gone: { told: 'questionGone', untold: 'questionGoneUnknown', keep: 'keepGone', drop: 'dropGone' },
  lost: { told: 'questionLost', untold: 'questionLost', keep: 'keepLost', drop: 'dropLost' },
  'delete-conflict': {
    told: 'questionDeleteConflict',
    untold: 'questionDeleteConflictUnknown',
    keep: 'keepDeleteConflict',
    drop: 'dropDeleteConflict',
  },
}

export function Questions() {
  const { sync, count } = usePane()
  const { questions } = sync.value
  if (questions.length === 0) return null
  return (
    <section class="card">
      <h2>{count('questions', questions.length)}</h2>
      <ul class="plain-list">
        {questions.map((question) => (
          <Question key={`${question.kind} ${question.id}`} question={question} />
        ))}
      </ul>
    </section>
  )
}

function Question({ question }: { readonly question: QuestionView }) {
  const { say, ports, announcement, attempt } = usePane()
  const { kind, id, lineNumber, description, by, canKeep } = question
  const { told, untold, keep, drop } = words[kind]
  const answer = (choice: 'keep' | 'drop') =>
    attempt(async () => {
      await ports.synchroniser.answer({ id, choice })
      announcement.value = say('settled')
    })
  return (
    <li class="conflict">
      <h3>{by === null ? say(untold, { line: lineNumber }) : say(told, { line: lineNumber, name: by })}</h3>
      {description === '' ? null : <p class="hint">{description}</p>}
      {canKeep || kind !== 'duplicate' ? null : <p>{say('questionDuplicateStuck')}</p>}
      <p class="buttons">
        {canKeep ? (
          <button type="button" class="button small" onClick={() => answer('keep')}>
            {say(keep)}
          </button>
        ) : null}
        <button type="button" class="button small" onClick={() => answer('drop')}>
          {say(drop)}
        </button>
      </p>
    </li>
  )
}
