/** The next steps; those with work in a tab lead there. */
import type { LinkedBudget } from '../../ports/linker.ts'
import { stateName, stateOf } from '../budget-names.ts'
import { usePane } from '../pane-context.ts'
import { Icon } from '../parts/icon.tsx'
import { type Todo, todoOf } from './todo.ts'

export function TodoList({ budget }: { readonly budget: LinkedBudget }) {
  const model = usePane()
  const { check, sync, say } = model
  const state = stateOf(model)
  return (
    <section class="card">
      <h2>{say('todoTitle')}</h2>
      <ol class="todo">
        {todoOf({ ...budget, state }, check.value, sync.value).map((todo) => (
          <li key={todo.id} class={todo.isDone ? 'done' : 'open'}>
            <Icon name={todo.isDone ? 'good' : 'open'} />
            <span class="unseen">{say(todo.isDone ? 'todoDone' : 'todoOpen')}: </span>
            <TodoWords todo={todo} state={state} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function TodoWords({ todo, state }: { readonly todo: Todo; readonly state: string }) {
  const model = usePane()
  const { say, count, tab } = model
  const { id, text } = todo
  const words = 'key' in text ? say(text.key, { state: stateName(model, state) }) : count(text.countKey, text.count)
  return (
    <button type="button" class="button link" onClick={() => (tab.value = id)}>
      {words} <Icon name="forward" />
    </button>
  )
}
