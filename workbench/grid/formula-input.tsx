import { type Signal, useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { FormulaHelpCard } from './formula-help-card.tsx'
import { completed, formulaHelp, type FunctionFacts } from './formula-help.ts'
import type { GridSay } from './grid-tools.ts'

export interface FormulaInputProps {
  readonly text: string
  readonly label: string
  readonly class: string
  readonly functions: Signal<readonly FunctionFacts[]>
  readonly say: GridSay
  /** Takes the focus each time that this object is another one. */
  readonly focusOn: object | null
  readonly onText: (text: string) => void
  readonly onFocus?: () => void
  /** Keys that the completion of function names does not use. True: it was dealt with. */
  readonly onKey: (event: KeyboardEvent) => boolean
}

/** A field for what a cell holds, with help for the functions of the add-in while a formula is typed. */
export function FormulaInput(props: FormulaInputProps) {
  const { text, functions, say, focusOn, onText, onKey } = props
  const field = useRef<HTMLTextAreaElement>(null)
  const caret = useSignal(text.length)
  const chosen = useSignal(0)
  const isHelpClosed = useSignal(false)
  const caretToSet = useRef<number | null>(null)
  const isFocused = useSignal(false)

  useLayoutEffect(() => {
    if (focusOn === null || field.current === null) return
    field.current.focus({ preventScroll: true })
    field.current.setSelectionRange(text.length, text.length)
  }, [focusOn])
  useLayoutEffect(() => {
    if (caretToSet.current === null || field.current === null) return
    field.current.setSelectionRange(caretToSet.current, caretToSet.current)
    caretToSet.current = null
  }, [text])

  const help = isFocused.value && !isHelpClosed.value ? formulaHelp(text, caret.value, functions.value) : undefined
  const complete = (name: string) => {
    if (help?.kind !== 'names') return
    const next = completed(text, help.start, caret.value, name)
    caretToSet.current = next.caret
    caret.value = next.caret
    onText(next.text)
    field.current?.focus({ preventScroll: true })
  }
  const takeCaret = () => {
    caret.value = field.current?.selectionStart ?? text.length
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const used = (help !== undefined && useHelpKey(event)) || onKey(event)
    if (used) event.preventDefault()
    // The grid around the editor must not act on what is typed here.
    event.stopPropagation()
  }
  const useHelpKey = (event: KeyboardEvent): boolean => {
    if (event.key === 'Escape') {
      isHelpClosed.value = true
      return true
    }
    if (help?.kind !== 'names') return false
    const { found } = help
    if (event.key === 'ArrowDown') chosen.value = (chosen.value + 1) % found.length
    else if (event.key === 'ArrowUp') chosen.value = (chosen.value + found.length - 1) % found.length
    else if (event.key === 'Tab') complete(found[Math.min(chosen.value, found.length - 1)]?.name ?? '')
    else return false
    return true
  }

  return (
    <div class={`formula-input ${props.class}`}>
      <textarea
        ref={field}
        class="formula-text"
        rows={1}
        spellcheck={false}
        autocomplete="off"
        aria-label={props.label}
        aria-autocomplete="list"
        {...(help?.kind === 'names'
          ? { 'aria-activedescendant': `functie-${Math.min(chosen.value, help.found.length - 1)}` }
          : {})}
        value={text}
        onInput={(event) => {
          isHelpClosed.value = false
          chosen.value = 0
          takeCaret()
          onText(event.currentTarget.value)
        }}
        onKeyDown={onKeyDown}
        onSelect={takeCaret}
        onFocus={() => {
          isFocused.value = true
          props.onFocus?.()
        }}
        onBlur={() => {
          isFocused.value = false
        }}
      />
      {help === undefined ? null : (
        <FormulaHelpCard help={help} chosen={chosen.value} say={say} field={field.current} onChoose={complete} />
      )}
    </div>
  )
}
