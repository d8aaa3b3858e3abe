/** An item is not deleted; it gets a last year. */
import { useSignal } from '@preact/signals'
import type { Draft } from './draft.ts'
import { usePage } from './page-context.ts'

export function Ending({ draft }: { readonly draft: Draft }) {
  const { model, say } = usePage()
  const year = useSignal(draft.texts['validTo'] ?? '')
  return (
    <details class="ending">
      <summary>{say('endTitle')}</summary>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          model.change({ ...draft, texts: { ...draft.texts, validTo: year.value } })
          void model.save()
        }}
      >
        <p class="hint">{say('endText')}</p>
        <label class="field year">
          <span>{say('endYear')}</span>
          <input
            type="text"
            inputMode="numeric"
            autocomplete="off"
            value={year.value}
            onInput={({ currentTarget }) => (year.value = currentTarget.value)}
          />
        </label>
        <p class="buttons">
          <button type="submit" class="button" aria-disabled={model.isBusy.value}>
            {say('end')}
          </button>
        </p>
      </form>
    </details>
  )
}
