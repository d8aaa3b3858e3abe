/** What happened, what to do, and a code to pass on. */
import type { ComponentChildren } from 'preact'
import { explainError, type Explanation } from '../explain-error.ts'
import { usePane } from '../pane-context.ts'
import { Icon } from './icon.tsx'
import { Notice } from './notice.tsx'

interface ErrorNoticeProps {
  readonly error: unknown
  readonly children?: ComponentChildren
}

/** Nothing when the person broke it off. `children`: buttons for what to do. */
export function ErrorNotice({ error, children }: ErrorNoticeProps) {
  const explanation = explainError(error)
  return explanation === undefined ? null : <ExplainedNotice explanation={explanation}>{children}</ExplainedNotice>
}

export function ExplainedNotice({
  explanation,
  children,
}: {
  readonly explanation: Explanation
  readonly children?: ComponentChildren
}) {
  const { say, pick, ports, announcement } = usePane()
  const { title, remedy, place, detail, code } = explanation
  const copy = async () => {
    await ports.copyText(code)
    announcement.value = say('copied')
  }
  return (
    <div role="alert">
      <Notice tone="error" title={say(title)}>
        {detail === undefined ? null : <p>{pick(detail)}</p>}
        {place === '' ? null : <p>{say('errorPlace', { place })}</p>}
        <p>{say(remedy)}</p>
        {children}
        <p class="error-code">
          <span>
            {say('errorCode')}: <code>{code}</code>
          </span>
          <button type="button" class="button icon-only" aria-label={say('copyErrorCode')} onClick={copy}>
            <Icon name="copy" />
          </button>
        </p>
      </Notice>
    </div>
  )
}
