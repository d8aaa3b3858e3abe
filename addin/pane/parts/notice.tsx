/** A message with a tone; the icon and the words say it, the colour only supports. */
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

export type Tone = 'error' | 'warning' | 'info' | 'good'

interface NoticeProps {
  readonly tone: Tone
  readonly title: string
  readonly icon?: IconName
  readonly children?: ComponentChildren
}

export function Notice({ tone, title, icon, children }: NoticeProps) {
  return (
    <div class={`notice ${tone}`}>
      <Icon name={icon ?? tone} />
      <div class="notice-body">
        <p class="notice-title">{title}</p>
        {children}
      </div>
    </div>
  )
}
