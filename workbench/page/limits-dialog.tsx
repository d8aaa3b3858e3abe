import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Say } from './text.ts'

/** What this page does not do as Excel does. */
export function LimitsDialog({ say, onClose }: { readonly say: Say; readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="limits-title" onClose={onClose}>
      <h2 id="limits-title">{say('limitsTitle')}</h2>
      <p>{say('limitsIntro')}</p>
      <ul>
        {limits.map((key) => (
          <li key={key}>{say(key)}</li>
        ))}
      </ul>
      <p>{say('limitsProtocol')}</p>
      <div class="dialog-buttons">
        <button type="button" class="button is-primary" autofocus onClick={() => dialog.current?.close()}>
          {say('close')}
        </button>
      </div>
    </dialog>
  )
}

const limits = [
  'limitRibbon',
  'limitBrowsers',
  'limitCalculation',
  'limitEvents',
  'limitReopen',
  'limitSignIn',
  'limitFiles',
] as const
