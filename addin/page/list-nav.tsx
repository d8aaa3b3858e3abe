/** The lists that this person keeps. */
import type { Collection } from '../ports/lists.ts'
import { columnsOf } from './collections.ts'
import { usePage } from './page-context.ts'

export function ListNav() {
  const { model, say, heading } = usePage()
  return (
    <nav class="list-nav" aria-label={say('lists')}>
      <ul>
        {model.collections.value.map((collection: Collection) => (
          <li key={collection}>
            <button
              type="button"
              class="list-link"
              aria-current={model.chosen.value === collection ? 'page' : undefined}
              onClick={() => model.choose(collection)}
            >
              {heading(columnsOf(collection).title)}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
