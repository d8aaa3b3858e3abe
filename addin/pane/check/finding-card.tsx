/** One finding: what is wrong, where, what was expected, and what can be done about it. */
import { useSignal } from '@preact/signals'
import type { Finding } from '#shared/model/index.ts'
import type { FixableFinding } from '../../ports/checker.ts'
import { usePane } from '../pane-context.ts'
import { Command } from '../parts/command.tsx'
import { FindingText } from '../parts/finding-text.tsx'
import { Icon } from '../parts/icon.tsx'
import { ExplanationText } from './explanation-text.tsx'
import { isFixable } from './filter.ts'

export function FindingCard({ finding }: { readonly finding: Finding }) {
  const { say, ports, attemptInWorkbook } = usePane()
  const isExplained = useSignal(false)
  const { rule, severity, sheet, cell } = finding
  return (
    <li class={`finding ${severity}`}>
      <FindingText finding={finding}>
        <button
          type="button"
          class="button link explain"
          aria-expanded={isExplained.value}
          onClick={() => (isExplained.value = !isExplained.value)}
        >
          <span>
            {say('explain')} <span class="unseen">{rule}</span>
          </span>
          <Icon name="chevron" />
        </button>
      </FindingText>
      <div class="buttons">
        {sheet === null || cell === null ? null : (
          <Command
            kind="small"
            icon="target"
            label={say('goToPlace', { sheet, cell })}
            onClick={() => attemptInWorkbook(() => ports.checker.goTo(finding))}
          >
            {say('goTo', { cell })}
          </Command>
        )}
        {isFixable(finding) ? <Fix finding={finding} /> : null}
      </div>
      {isExplained.value ? <ExplanationText rule={rule} severity={severity} /> : null}
    </li>
  )
}

/** What is written stands on the button, so that nobody is surprised. */
function Fix({ finding }: { readonly finding: FixableFinding }) {
  const { check, say, count, number, ports, announcement, attemptAlone } = usePane()
  const { value } = finding.fix
  const shown = typeof value === 'number' ? number(value) : value
  const fix = () =>
    attemptAlone(async () => {
      await ports.checker.fix(finding)
      if (check.value.error === null) announcement.value = count('fixed', 1)
    })
  return (
    <Command
      kind="small"
      icon="wrench"
      label={say('fixLabel', { cell: finding.cell ?? '', value: shown })}
      onClick={fix}
    >
      {say('fixWrites', { value: shown })}
    </Command>
  )
}
