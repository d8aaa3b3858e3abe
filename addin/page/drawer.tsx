/** A dialog at the right side over the page: holds the focus, closes by Escape, and gives the focus back to what opened it. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Icon } from '../pane/parts/icon.tsx'
import { usePage } from './page-context.ts'

interface DrawerProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ComponentChildren
}

export function Drawer({ title, onClose, children }: DrawerProps) {
  const { say } = usePage()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const shown = dialog.current
    const opener = document.activeElement
    shown?.showModal()
    return () => {
      shown?.close()
      if (opener instanceof HTMLElement) opener.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      class="drawer"
      aria-labelledby="drawer-title"
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <div class="drawer-top">
        <h2 id="drawer-title">{title}</h2>
        <button type="button" class="button icon-only" aria-label={say('close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <div class="drawer-body">{children}</div>
    </dialog>
  )
}
