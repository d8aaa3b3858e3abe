import { useLayoutEffect, useRef } from 'preact/hooks'
import type { FormulaHelp, FunctionFacts } from './formula-help.ts'
import type { GridSay } from './grid-tools.ts'

export interface FormulaHelpCardProps {
  readonly help: FormulaHelp
  readonly chosen: number
  readonly say: GridSay
  /** Where it is typed. */
  readonly field: HTMLElement | null
  readonly onChoose: (name: string) => void
}

/** Below the field: the functions that fit what is typed, or the parameters of the function around the caret. */
export function FormulaHelpCard({ help, chosen, say, field, onChoose }: FormulaHelpCardProps) {
  const card = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    card.current?.showPopover()
  }, [])
  useLayoutEffect(() => {
    if (card.current !== null && field !== null) placeBelow(card.current, field)
    card.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  })
  return (
    <div ref={card} popover="manual" class="formula-help">
      {help.kind === 'call' ? (
        <Signature facts={help.facts} parameter={help.parameter} say={say} />
      ) : (
        <Names found={help.found} current={Math.min(chosen, help.found.length - 1)} say={say} onChoose={onChoose} />
      )}
    </div>
  )
}

/** Of the window, in pixels. */
const margin = 4

/** Over everything else in the page, as the sheet would cut it off. */
function placeBelow(card: HTMLElement, field: HTMLElement): void {
  const { left, top, bottom } = field.getBoundingClientRect()
  const { width, height } = card.getBoundingClientRect()
  const isBelow = bottom + height + margin <= window.innerHeight
  card.style.left = `${Math.max(margin, Math.min(left, window.innerWidth - width - margin))}px`
  card.style.top = `${isBelow ? bottom + margin : top - height - margin}px`
}

interface NamesProps {
  readonly found: readonly FunctionFacts[]
  readonly current: number
  readonly say: GridSay
  readonly onChoose: (name: string) => void
}

function Names({ found, current, say, onChoose }: NamesProps) {
  return (
    <div role="listbox" aria-label={say('completions')}>
      {found.map(({ name, description }, index) => (
        <div
          key={name}
          id={`functie-${index}`}
          role="option"
          aria-selected={index === current}
          class={index === current ? 'function-choice is-current' : 'function-choice'}
          onPointerDown={(event) => {
            // Else the field would lose the focus first.
            event.preventDefault()
            onChoose(name)
          }}
        >
          <span class="function-name">{name}</span>
          <span class="function-about">{description}</span>
        </div>
      ))}
    </div>
  )
}

interface SignatureProps {
  readonly facts: FunctionFacts
  readonly parameter: number
  readonly say: GridSay
}

function Signature({ facts, parameter, say }: SignatureProps) {
  const current = facts.parameters[parameter]
  return (
    <div class="is-signature" role="note">
      <p class="signature">
        <span class="function-name">{facts.name}</span>(
        {facts.parameters.map(({ name, isOptional, isRepeating }, index) => (
          <span key={name}>
            {index > 0 ? '; ' : ''}
            <span class={index === parameter ? 'is-current' : ''}>
              {isOptional ? `[${name}]` : name}
              {isRepeating ? '; …' : ''}
            </span>
          </span>
        ))}
        )
      </p>
      {current === undefined ? (
        <p class="function-about">{facts.description}</p>
      ) : (
        <p class="function-about">
          <strong>{current.name}</strong>
          {current.isOptional ? ` (${say('functionOptional')})` : ''}: {current.description}
        </p>
      )}
    </div>
  )
}
