/** Rules of which one click puts every finding right. */
import type { Finding } from '#shared/model/index.ts'
import { usePane } from '../pane-context.ts'
import { Command } from '../parts/command.tsx'
import { fixableRules, type RuleFixes } from './filter.ts'

export function QuickFixes({ findings }: { readonly findings: readonly Finding[] }) {
  const { say } = usePane()
  const rules = fixableRules(findings)
  if (rules.length === 0) return null
  return (
    <details class="card quick">
      <summary>{say('quickFixes')}</summary>
      <ul class="plain-list">
        {rules.map((fixes) => (
          <QuickFix key={fixes.rule} {...fixes} />
        ))}
      </ul>
    </details>
  )
}

function QuickFix({ rule, count, example }: RuleFixes) {
  const { say, pick, count: countText, ports, announcement, attemptAlone } = usePane()
  const fixAll = () =>
    attemptAlone(async () => {
      const fixed = await ports.checker.fixAll(rule)
      announcement.value = countText('fixed', fixed)
    })
  return (
    <li>
      <p>
        <span class="rule-id">{rule}</span> {pick(example.message)}
      </p>
      <Command kind="small" icon="wrench" label={say('fixAllLabel', { count, rule })} onClick={fixAll}>
        {say('fixAll', { count })}
      </Command>
    </li>
  )
}
