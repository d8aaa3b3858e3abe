/** The fields of the form that makes an area workbook. */
import type { Signal } from '@preact/signals'
import type { AreaEntry } from '../../ports/server.ts'
import { usePane } from '../pane-context.ts'
import { Notice } from '../parts/notice.tsx'

const yearMin = 2017
const yearMax = 2099
const amendmentMax = 999

export function YearField({ year }: { readonly year: Signal<number> }) {
  const { say } = usePane()
  return (
    <label class="field">
      <span>{say('year')}</span>
      <NumberInput value={year} min={yearMin} max={yearMax} />
    </label>
  )
}

export function AmendmentField({ number }: { readonly number: Signal<number> }) {
  const { say } = usePane()
  return (
    <label class="field">
      <span>{say('amendmentNumber')}</span>
      <NumberInput value={number} min={1} max={amendmentMax} />
    </label>
  )
}

/** Takes over a number as soon as it is whole and within its bounds; until then the browser says what is wrong. */
function NumberInput(props: { readonly value: Signal<number>; readonly min: number; readonly max: number }) {
  const { value, min, max } = props
  return (
    <input
      type="number"
      inputMode="numeric"
      required
      min={min}
      max={max}
      defaultValue={String(value.peek())}
      onInput={({ currentTarget }) => {
        if (currentTarget.validity.valid) value.value = currentTarget.valueAsNumber
      }}
    />
  )
}

const versions = ['primitief', 'wijziging', 'realisatie', 'prognose'] as const
const versionKeys = {
  primitief: 'versionPrimitief',
  wijziging: 'amendment',
  realisatie: 'versionRealisatie',
  prognose: 'versionPrognose',
} as const

export function VersionField({ version }: { readonly version: Signal<string> }) {
  const { say } = usePane()
  return (
    <label class="field">
      <span>{say('version')}</span>
      <select value={version.value} onChange={({ currentTarget }) => (version.value = currentTarget.value)}>
        {versions.map((id) => (
          <option key={id} value={id}>
            {say(versionKeys[id])}
          </option>
        ))}
      </select>
    </label>
  )
}

interface AreaFieldProps {
  readonly areas: readonly AreaEntry[]
  readonly code: string | undefined
  readonly year: number
  readonly onChoice: Signal<string>
}

/** Own areas come first, so that the first is usually right. */
export function AreaField({ areas, code, year, onChoice }: AreaFieldProps) {
  const { say } = usePane()
  if (code === undefined) return <Notice tone="info" title={say('noAreasInYear', { year: String(year) })} />
  const groups = [
    { label: say('ownAreas'), entries: areas.filter(({ isMine }) => isMine) },
    { label: say('otherAreas'), entries: areas.filter(({ isMine }) => !isMine) },
  ].filter(({ entries }) => entries.length > 0)
  return (
    <label class="field">
      <span>{say('area')}</span>
      <select value={code} onChange={({ currentTarget }) => (onChoice.value = currentTarget.value)}>
        {groups.map(({ label, entries }) => (
          <optgroup key={label} label={label}>
            {entries.map((entry) => (
              <option key={entry.code} value={entry.code}>
                {entry.name} ({entry.code})
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  )
}
