/** The counts, which are also the filter by severity, and the filter by sheet and words. */
import type { Finding, Severity } from '#shared/model/index.ts'
import { usePane } from '../pane-context.ts'
import { Icon } from '../parts/icon.tsx'
import type { CountKey } from '../text/speak.ts'
import { everything, type FindingFilter, severities, sheetsOf } from './filter.ts'

export const severityCounts: Readonly<Record<Severity, CountKey>> = {
  error: 'severityError',
  warning: 'severityWarning',
  info: 'severityInfo',
}

/** So few need no search. */
const findingsAtAGlance = 10

interface FilterBarProps {
  readonly counts: Readonly<Record<Severity, number>>
  readonly findings: readonly Finding[]
}

export function FilterBar({ counts, findings }: FilterBarProps) {
  const { filter, say, count } = usePane()
  const change = (next: Partial<FindingFilter>) => (filter.value = { ...filter.value, ...next })
  const toggle = (severity: Severity) => {
    const { severities: chosen } = filter.value
    change({
      severities: chosen.includes(severity) ? chosen.filter((one) => one !== severity) : [...chosen, severity],
    })
  }
  const isOffered = (severity: Severity) => counts[severity] > 0 || filter.value.severities.includes(severity)
  return (
    <section class="filters" aria-label={say('filterTitle')}>
      <div class="chips">
        {severities.filter(isOffered).map((severity) => (
          <button
            type="button"
            key={severity}
            class={`chip ${severity}`}
            aria-pressed={filter.value.severities.includes(severity)}
            onClick={() => toggle(severity)}
          >
            <Icon name={severity} />
            {count(severityCounts[severity], counts[severity])}
          </button>
        ))}
      </div>
      {findings.length <= findingsAtAGlance && filter.value === everything ? null : (
        <div class="filter-fields">
          <SheetChoice findings={findings} sheet={filter.value.sheet} onChoice={(sheet) => change({ sheet })} />
          <label class="field">
            <span>{say('search')}</span>
            <input
              type="search"
              placeholder={say('searchHint')}
              value={filter.value.text}
              onInput={({ currentTarget }) => change({ text: currentTarget.value })}
            />
          </label>
        </div>
      )}
      {filter.value === everything ? null : (
        <button type="button" class="button link" onClick={() => (filter.value = everything)}>
          {say('clearFilter')}
        </button>
      )}
    </section>
  )
}

interface SheetChoiceProps {
  readonly findings: readonly Finding[]
  readonly sheet: string | null
  readonly onChoice: (sheet: string | null) => void
}

/** The sheet that was chosen stays a choice when its last finding is gone. */
function SheetChoice({ findings, sheet, onChoice }: SheetChoiceProps) {
  const { say } = usePane()
  const sheets = [...new Set([...sheetsOf(findings), ...(sheet === null ? [] : [sheet])])]
  return (
    <label class="field">
      <span>{say('sheet')}</span>
      <select value={sheet ?? ''} onChange={({ currentTarget }) => onChoice(currentTarget.value || null)}>
        <option value="">{say('allSheets')}</option>
        {sheets.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
