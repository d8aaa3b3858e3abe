/** What went wrong last, with what the server said of it. */
import { Notice } from '../pane/parts/notice.tsx'
import { ServerError } from '../ports/server.ts'
import { SignInError } from '../ports/session.ts'
import { usePage } from './page-context.ts'
import type { TextKey } from './speak.ts'

export function ErrorNotice() {
  const { model, say, pick } = usePage()
  const error = model.error.value
  if (error === null) return null
  const detail = error instanceof ServerError ? error.detail : undefined
  return (
    <div role="alert">
      <Notice tone="error" title={say('errorTitle')}>
        <p>{detail === undefined ? say(textOf(error)) : pick(detail)}</p>
        <p class="error-code">
          {say('errorCode')}: <code>{codeOf(error)}</code>
        </p>
      </Notice>
    </div>
  )
}

function textOf(error: unknown): TextKey {
  if (error instanceof SignInError) {
    if (error.reason === 'cancelled') return 'errorCancelled'
    return error.reason === 'offline' ? 'errorOffline' : 'errorSignIn'
  }
  if (!(error instanceof ServerError)) return 'errorServer'
  if (error.reason === 'sign-in-needed') return 'errorSignIn'
  return error.reason === 'offline' || error.reason === 'timed-out' ? 'errorOffline' : 'errorServer'
}

/** Without contents or names: for who helps. */
function codeOf(error: unknown): string {
  if (error instanceof ServerError) {
    return ['server', error.reason, error.status, error.problem, error.requestId].filter(Boolean).join('/')
  }
  if (error instanceof SignInError) return ['aanmelden', error.reason, error.code].filter(Boolean).join('/')
  return error instanceof Error ? error.name : typeof error
}
