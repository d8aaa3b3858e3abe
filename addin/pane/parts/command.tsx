/** A button that asks for work: while other work is under way it says so and does nothing, and keeps the focus. */
import type { ComponentChildren } from 'preact'
import { usePane } from '../pane-context.ts'
import { Icon, type IconName } from './icon.tsx'

interface CommandProps {
  readonly onClick: () => unknown
  readonly children: ComponentChildren
  readonly icon?: IconName
  readonly kind?: 'primary' | 'plain' | 'small'
  /** For a screen reader, when the visible words alone are not clear. Begins with those words. */
  readonly label?: string
  /** Work that may begin while other work is under way, such as stopping it. */
  readonly isAlways?: boolean
}

export function Command({ onClick, children, icon, kind = 'plain', label, isAlways = false }: CommandProps) {
  const { isBusy } = usePane()
  return (
    <button
      type="button"
      class={`button ${kind}`}
      // Bound to the signal itself: hundreds of these must not be drawn anew whenever something begins.
      aria-disabled={isAlways ? false : isBusy}
      aria-label={label}
      onClick={() => (isBusy.value && !isAlways ? undefined : onClick())}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      <span>{children}</span>
    </button>
  )
}
