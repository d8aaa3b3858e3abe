/** What to do about a finding, why its rule exists and where that comes from; the words are fetched when somebody first asks for them. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Severity } from '#shared/model/index.ts'
import { usePane } from '../pane-context.ts'
import { ErrorNotice } from '../parts/error-notice.tsx'
import type { TextKey } from '../text/speak.ts'
import type { ExplainedRule } from './rule-explanation.ts'

const meanings: Readonly<Record<Severity, TextKey>> = {
  error: 'meansError',
  warning: 'meansWarning',
  info: 'meansInfo',
}

const wheres: Readonly<Record<ExplainedRule['where'], TextKey>> = {
  addin: 'whereAddin',
  both: 'whereBoth',
  server: 'whereServer',
}

function meaningOf(severity: Severity, { isAcrossAreas }: ExplainedRule): TextKey {
  return severity === 'error' && isAcrossAreas ? 'meansErrorAcross' : meanings[severity]
}

interface ExplanationTextProps {
  readonly rule: string
  readonly severity: Severity
}

export function ExplanationText({ rule, severity }: ExplanationTextProps) {
  const { say, pick, ports } = usePane()
  const loaded = useSignal<{ explanation: ExplainedRule | undefined } | { error: unknown } | null>(null)
  useEffect(() => {
    import('./rule-explanation.ts').then(
      ({ explainRule }) => (loaded.value = { explanation: explainRule(rule) }),
      (error: unknown) => (loaded.value = { error }),
    )
  }, [rule])
  if (loaded.value === null) return <p class="hint">{say('loading')}</p>
  if ('error' in loaded.value) return <ErrorNotice error={loaded.value.error} />
  const { explanation } = loaded.value
  if (explanation === undefined) return <p>{say('explainMissing')}</p>
  return (
    <div class="explain-text">
      <h4>{say('explainRemedy')}</h4>
      <p>{pick(explanation.remedy)}</p>
      <h4>{say('explainWhy')}</h4>
      <p>{pick(explanation.explanation)}</p>
      <h4>{say('explainWhat')}</h4>
      <p>{pick(explanation.message).replaceAll(/\{[^}]+\}/g, '\u2026')}</p>
      <p class="hint">
        {say(meaningOf(severity, explanation))} {say(wheres[explanation.where])}
      </p>
      <p class="hint">{say('explainOrigin', { origin: pick(explanation.origin) })}</p>
      <p>
        <button type="button" class="button link" onClick={() => ports.openRulePage(rule)}>
          {say('explainMore', { rule })}
        </button>
      </p>
    </div>
  )
}
