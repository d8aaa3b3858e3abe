/** The third way out of a conflict: a value that neither side had, read as the cell would be read. */
import { useSignal } from '@preact/signals'
import type { FieldValue } from '#shared/model/index.ts'
import type { ConflictView } from '../../ports/synchroniser.ts'
import { usePane } from '../pane-context.ts'
import type { TextKey } from '../text/speak.ts'
import type { OtherValue } from './other-value.ts'

const kinds: Readonly<Record<ConflictView['kind'], { readonly label: TextKey; readonly example: string }>> = {
  cents: { label: 'otherAmount', example: '47500' },
  hours: { label: 'otherHours', example: '120' },
  date: { label: 'otherDate', example: '31-12-2023' },
  year: { label: 'otherYear', example: '2024' },
  code: { label: 'otherText', example: '8.1' },
  text: { label: 'otherText', example: 'Wijkteam' },
}

interface OtherValueFormProps {
  readonly conflict: ConflictView
  readonly onValue: (value: FieldValue) => unknown
}

export function OtherValueForm({ conflict, onValue }: OtherValueFormProps) {
  const { say, language, announcement } = usePane()
  const reading = useSignal<OtherValue>({ kind: 'empty' })
  const { kind, id, field } = conflict
  const { label, example } = kinds[kind]
  const inputId = `other-${id}-${field}`
  const read = async (typed: string): Promise<OtherValue> => {
    const { readOtherValue } = await import('./other-value.ts')
    return readOtherValue(kind, typed, language.value)
  }
  return (
    <details class="other">
      <summary>{say(label)}</summary>
      <form
        class="other-form"
        onSubmit={async (event) => {
          event.preventDefault()
          const { value } = event.currentTarget.elements.namedItem('value') as HTMLInputElement
          reading.value = await read(value)
          if (reading.value.kind === 'read') onValue(reading.value.value)
          else announcement.value = say('notReadable', { example })
        }}
      >
        <input
          id={inputId}
          name="value"
          aria-label={`${say(label)}: ${conflict.lineNumber}`}
          aria-invalid={reading.value.kind === 'unreadable'}
          aria-describedby={`${inputId}-reading`}
          autocomplete="off"
          onInput={async ({ currentTarget }) => {
            const { value } = currentTarget
            const next = await read(value)
            // A slow first load must not overtake what was typed since.
            if (currentTarget.value === value) reading.value = next
          }}
        />
        <button type="submit" class="button small">
          {say('useOther')}
        </button>
        <p class={reading.value.kind === 'unreadable' ? 'invalid' : 'hint'} id={`${inputId}-reading`}>
          {reading.value.kind === 'read' ? say('readAs', { value: reading.value.shown }) : null}
          {reading.value.kind === 'unreadable' ? say('notReadable', { example }) : null}
        </p>
      </form>
    </details>
  )
}
