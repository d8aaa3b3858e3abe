import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/** Pixels of the window that the popup belongs to. */
export interface Anchor {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface PopupProps {
  readonly anchor: Anchor
  readonly class: string
  readonly role: 'dialog' | 'listbox'
  readonly label: string
  /** Also called when the person clicks elsewhere or presses Escape. */
  readonly onClose: () => void
  readonly onKeyDown?: (event: KeyboardEvent) => void
  readonly children: ComponentChildren
}

/** Something that opens at a cell, over everything else in the page. It takes the focus to the element that asks for it. */
export function Popup({ anchor, class: name, role, label, onClose, onKeyDown, children }: PopupProps) {
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const popup = element.current
    if (popup === null) return
    const before = document.activeElement
    popup.showPopover()
    place(popup, anchor)
    popup.querySelector<HTMLElement>('[data-first]')?.focus()
    // Moving the view leaves the popup behind.
    window.addEventListener('resize', onClose)
    return () => {
      window.removeEventListener('resize', onClose)
      // A popup that goes while it has the focus leaves the page without any.
      if (popup.contains(document.activeElement)) giveFocusTo(before)
    }
  }, [anchor])
  return (
    <div
      ref={element}
      popover="auto"
      class={`popup ${name}`}
      role={role}
      aria-label={label}
      onToggle={(event) => {
        if (event.newState === 'closed') onClose()
      }}
      {...(onKeyDown === undefined ? {} : { onKeyDown })}
    >
      {children}
    </div>
  )
}

/** A button inside the grid gives the focus on to the grid, whose keys people expect then. */
function giveFocusTo(element: Element | null): void {
  const target = element?.closest('[role="grid"]') ?? element
  if (target instanceof HTMLElement) target.focus({ preventScroll: true })
}

const margin = 4

/** Below the cell where it fits, else above; never outside the window. */
function place(popup: HTMLElement, anchor: Anchor): void {
  const { width, height } = popup.getBoundingClientRect()
  const isBelow = anchor.bottom + height + margin <= window.innerHeight || anchor.top < height
  const left = Math.min(anchor.left, window.innerWidth - width - margin)
  popup.style.left = `${Math.max(left, margin)}px`
  popup.style.top = `${isBelow ? Math.min(anchor.bottom, window.innerHeight - height - margin) : anchor.top - height}px`
}
