import { type Signal, useSignal } from '@preact/signals'
import { addressOfBox } from '../book/index.ts'
import { typedAt } from '../grid/commit-edit.ts'
import type { FunctionFacts } from '../grid/formula-help.ts'
import { FormulaInput } from '../grid/formula-input.tsx'
import { focusGrid } from '../grid/grid.tsx'
import { rangeOfReference } from '../grid/reference.ts'
import type { Desk } from './desk.ts'
import { CloseIcon, DoneIcon, FunctionIcon } from './icons.tsx'
import type { Say } from './text.ts'

export interface FormulaBarProps {
  readonly desk: Desk
  readonly say: Say
  readonly functions: Signal<readonly FunctionFacts[]>
}

/** The address of the selection and what the active cell holds, both to type in. */
export function FormulaBar({ desk, say, functions }: FormulaBarProps) {
  const { view, controller } = desk
  view.watch()
  const editing = view.editing.value
  const sheet = view.sheet.value.id
  const place = view.selection.value.active
  const text = editing?.text ?? typedAt(view.book, sheet, place)
  const begin = () => {
    const current = view.editing.peek()
    if (current === null) view.edit({ sheet, place, text, where: 'bar', isTyping: false, focus: {} })
    else if (current.where === 'cell') view.edit({ ...current, where: 'bar', isTyping: false })
  }
  return (
    <section class="formula-bar" aria-label={say('formulaBar')}>
      <NameBox desk={desk} say={say} />
      <div class="formula-buttons">
        <button
          type="button"
          class="icon-button"
          disabled={editing === null}
          aria-label={say('cancelEdit')}
          title={say('cancelEdit')}
          onClick={() => view.edit(null)}
        >
          <CloseIcon />
        </button>
        <button
          type="button"
          class="icon-button"
          disabled={editing === null}
          aria-label={say('acceptEdit')}
          title={say('acceptEdit')}
          onClick={() => void controller.finishEdit()}
        >
          <DoneIcon />
        </button>
        <FunctionIcon />
      </div>
      <FormulaInput
        class="in-bar"
        text={text}
        label={say('formula')}
        functions={functions}
        say={say}
        focusOn={editing?.where === 'bar' ? editing.focus : null}
        onText={(next) => {
          begin()
          const current = view.editing.peek()
          if (current !== null) view.edit({ ...current, text: next })
        }}
        onFocus={begin}
        onKey={controller.pressInEditor}
      />
    </section>
  )
}

function NameBox({ desk, say }: { readonly desk: Desk; readonly say: Say }) {
  const { view } = desk
  const typed = useSignal<string | null>(null)
  const { box, active } = view.selection.value
  const isSingle = view.sheet.value.merges.some((merge) => merge.row === box.row && merge.column === box.column)
  const address = addressOfBox(isSingle ? { ...active, rows: 1, columns: 1 } : box)
  const go = () => {
    const text = typed.value?.trim() ?? ''
    typed.value = null
    if (text === '') return
    const found = rangeOfReference(view.book, view.sheet.value.id, text)
    if (found === undefined) desk.controller.tools.tell(say('noSuchPlace', { text }))
    else view.goTo(found.sheet, found.box)
  }
  return (
    <input
      type="text"
      class="name-box"
      aria-label={say('nameBox')}
      title={say('nameBox')}
      spellcheck={false}
      autocomplete="off"
      value={typed.value ?? address}
      onFocus={(event) => event.currentTarget.select()}
      onInput={(event) => {
        typed.value = event.currentTarget.value
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') go()
        else if (event.key === 'Escape') typed.value = null
        else return
        focusGrid()
      }}
      onBlur={() => {
        typed.value = null
      }}
    />
  )
}
