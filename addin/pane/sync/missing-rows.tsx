/** Rows that vanished from the workbook: delete them on the server too, or put them back. Nothing is chosen beforehand. */
import { type Signal, useSignal } from '@preact/signals'
import type { PreviewView } from '../../ports/synchroniser.ts'
import { usePane } from '../pane-context.ts'
import { Icon } from '../parts/icon.tsx'
import { ShowMore, shownAtOnce } from '../parts/row-list.tsx'
import type { TextKey } from '../text/speak.ts'
import type { MissingChoices } from './send-choices.ts'

interface MissingRowsProps {
  readonly rows: PreviewView['missing']
  readonly choices: Signal<MissingChoices>
}

type Choice = 'delete' | 'return'

const choiceKeys: readonly (readonly [choice: Choice, key: TextKey, keyOfAll: TextKey])[] = [
  ['delete', 'deleteToo', 'deleteAll'],
  ['return', 'putBack', 'putBackAll'],
]

export function MissingRows({ rows, choices }: MissingRowsProps) {
  const { say, count } = usePane()
  const limit = useSignal(shownAtOnce)
  if (rows.length === 0) return null
  const choose = (chosen: readonly string[], choice: Choice) => {
    choices.value = new Map([...choices.value, ...chosen.map((id) => [id, choice] as const)])
  }
  return (
    <details class="change" open>
      <summary>
        <Icon name="minus" /> {count('missingRows', rows.length)}
      </summary>
      <p class="hint">{say('missingRowsText')}</p>
      {rows.length === 1 ? null : (
        <p class="buttons">
          {choiceKeys.map(([choice, , key]) => (
            <button
              type="button"
              key={choice}
              class="button small"
              onClick={() =>
                choose(
                  rows.map(({ id }) => id),
                  choice,
                )
              }
            >
              {say(key)}
            </button>
          ))}
        </p>
      )}
      {rows.slice(0, limit.value).map(({ id, lineNumber }) => (
        <fieldset key={id} class="missing-row">
          <legend>{lineNumber}</legend>
          {choiceKeys.map(([choice, key]) => (
            <label key={choice} class="choice">
              <input
                type="radio"
                name={`missing-${id}`}
                checked={choices.value.get(id) === choice}
                onChange={() => choose([id], choice)}
              />
              <span>{say(key)}</span>
            </label>
          ))}
        </fieldset>
      ))}
      <ShowMore limit={limit.value} total={rows.length} onMore={() => (limit.value += shownAtOnce)} />
    </details>
  )
}
