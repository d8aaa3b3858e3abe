import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { GridSay } from './grid-tools.ts'
import { type Anchor, Popup } from './popup.tsx'

export interface ChoiceListProps {
  readonly anchor: Anchor
  readonly choices: readonly string[]
  readonly current: string
  readonly say: GridSay
  readonly onChoose: (choice: string) => void
  readonly onClose: () => void
}

/** The list of choices of a cell. Typed letters go to the first choice that begins with them. */
export function ChoiceList({ anchor, choices, current, say, onChoose, onClose }: ChoiceListProps) {
  const index = useSignal(Math.max(choices.indexOf(current), 0))
  const typed = useRef({ text: '', atMs: 0 })
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.children[index.value]?.scrollIntoView({ block: 'nearest' })
  }, [index.value])

  const move = (to: number) => {
    index.value = Math.min(Math.max(to, 0), choices.length - 1)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: index.value + 1,
      ArrowUp: index.value - 1,
      PageDown: index.value + 10,
      PageUp: index.value - 10,
      Home: 0,
      End: choices.length - 1,
    }
    const to = moves[event.key]
    if (to !== undefined) move(to)
    else if (event.key === 'Enter' || event.key === 'Tab') onChoose(choices[index.value] ?? '')
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) find(event.key, event.timeStamp)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const find = (key: string, atMs: number) => {
    const text = atMs - typed.current.atMs < typingPauseMs ? typed.current.text + key : key
    typed.current = { text, atMs }
    const found = choices.findIndex((choice) => choice.toLowerCase().startsWith(text.toLowerCase()))
    if (found >= 0) move(found)
  }

  return (
    <Popup
      anchor={anchor}
      class="choice-list"
      role="dialog"
      label={say('choices')}
      onClose={onClose}
      onKeyDown={onKeyDown}
    >
      <div
        ref={list}
        role="listbox"
        tabIndex={0}
        data-first
        aria-label={say('choices')}
        aria-activedescendant={`choice-${index.value}`}
      >
        {choices.map((choice, at) => (
          <div
            key={choice}
            id={`choice-${at}`}
            role="option"
            aria-selected={at === index.value}
            class={at === index.value ? 'choice is-current' : 'choice'}
            onPointerMove={() => move(at)}
            onClick={() => onChoose(choice)}
          >
            {choice}
          </div>
        ))}
      </div>
    </Popup>
  )
}

/** After this pause a letter begins a new search. */
const typingPauseMs = 900
