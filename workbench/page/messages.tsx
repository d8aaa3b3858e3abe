import { type Signal, signal } from '@preact/signals'

/** What the page last had to say. It goes by itself, and a screen reader says it. */
export interface Messages {
  readonly current: Signal<string>
  readonly tell: (message: string) => void
}

export function createMessages(): Messages {
  const current = signal('')
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    current,
    tell: (message) => {
      current.value = message
      clearTimeout(timer)
      timer = setTimeout(() => {
        current.value = ''
      }, shownMs)
    },
  }
}

const shownMs = 8_000

export function MessageBar({ messages }: { readonly messages: Messages }) {
  const text = messages.current.value
  return (
    <div class={text === '' ? 'message' : 'message is-shown'} role="status" aria-live="polite">
      {text}
    </div>
  )
}
