import { usePane } from '../pane-context.ts'
import { Icon } from '../parts/icon.tsx'
import { checklistOf } from './checklist.ts'

/** While the budget can still be submitted. */
export function Checklist() {
  const { life, linked, sync, say, count } = usePane()
  const { verdict, life: current } = life.value
  if (verdict === null || current?.staat !== 'concept' || !linked.value) return null
  return (
    <section class="card">
      <h2>{say('checklistTitle')}</h2>
      <ul class="todo">
        {checklistOf(linked.value, sync.value, verdict).map(({ id, isDone, text }) => (
          <li key={id} class={isDone ? 'done' : 'open'}>
            <Icon name={isDone ? 'good' : 'open'} />
            <span class="unseen">{say(isDone ? 'todoDone' : 'todoOpen')}: </span>
            <span>{'key' in text ? say(text.key) : count(text.countKey, text.count)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
