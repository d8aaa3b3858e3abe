/** Somebody else was earlier: what stands there now beside what was typed, and a choice. */
import { Notice } from '../pane/parts/notice.tsx'
import type { ListedItem } from '../ports/lists.ts'
import { differences, type Draft } from './draft.ts'
import { usePage } from './page-context.ts'

export function ConflictNotice({ draft, now }: { readonly draft: Draft; readonly now: ListedItem }) {
  const { model, say, heading } = usePage()
  return (
    <div role="alert">
      <Notice tone="warning" title={say('conflictTitle')}>
        <p>{say('conflictText')}</p>
        <table class="compare">
          <thead>
            <tr>
              <th scope="col">{say('field')}</th>
              <th scope="col">{say('theirs')}</th>
              <th scope="col">{say('mine')}</th>
            </tr>
          </thead>
          <tbody>
            {differences(draft, now).map(({ heading: title, mine, theirs }) => (
              <tr key={title}>
                <th scope="row">{heading(title)}</th>
                <td>{theirs || say('none')}</td>
                <td>{mine || say('none')}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p class="buttons">
          <button type="button" class="button" onClick={model.takeTheirs}>
            {say('takeTheirs')}
          </button>
          <button type="button" class="button" onClick={() => model.saveOverTheirs()}>
            {say('saveMine')}
          </button>
        </p>
      </Notice>
    </div>
  )
}
