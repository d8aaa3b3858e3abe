/** What went wrong last, with what the server said of it. */
import { explainError } from '../pane/explain-error.ts'
import { Notice } from '../pane/parts/notice.tsx'
import { ServerError } from '../ports/server.ts'
import { SignInError, type SignInErrorReason } from '../ports/session.ts'
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
          {say('errorCode')}: <code>{explainError(error)?.code}</code>
        </p>
      </Notice>
    </div>
  )
}

const signInTexts: Readonly<Record<SignInErrorReason, TextKey>> = {
  'interaction-needed': 'errorSignIn',
  cancelled: 'errorCancelled',
  blocked: 'errorBlocked',
  offline: 'errorOffline',
  refused: 'errorRefused',
}

function textOf(error: unknown): TextKey {
  if (error instanceof SignInError) return signInTexts[error.reason]
  if (!(error instanceof ServerError)) return 'errorServer'
  if (error.reason === 'sign-in-needed') return 'errorSignIn'
  return error.reason === 'offline' || error.reason === 'timed-out' ? 'errorOffline' : 'errorServer'
}
