/** One field of a form: a text, a choice or yes and no, with what is wrong beside it. */
import type { ListColumn } from '#shared/workbook/index.ts'
import { choicesOf } from './collections.ts'
import { usePage } from './page-context.ts'

interface FieldInputProps {
  readonly column: ListColumn
  /** `name`, or `ceilings.0.cents` in a row of an inner list. */
  readonly field: string
  readonly text: string
  readonly isFixed?: boolean
  /** In a table the heading of the column is the label that is seen. */
  readonly isLabelUnseen?: boolean
  readonly onChange: (text: string) => void
}

export function FieldInput({ column, field, text, isFixed = false, isLabelUnseen = false, onChange }: FieldInputProps) {
  const { model, heading, say, pick } = usePage()
  const fault = model.editing.value?.beside.get(field)
  const faultId = `fault-${field.replaceAll('.', '-')}`
  const choices = choicesIn(choicesOf(model.chosen.value, withoutPosition(field)), column)
  const common = {
    'aria-invalid': fault === undefined ? undefined : (true as const),
    'aria-describedby': fault === undefined ? undefined : faultId,
  }
  return (
    <label class={`field ${column.kind}`}>
      <span class={isLabelUnseen ? 'unseen' : undefined}>{heading(column.heading)}</span>
      {choices === null ? (
        <TextInput column={column} text={text} isFixed={isFixed} onChange={onChange} common={common} />
      ) : (
        <select {...common} value={text} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
          <option value="">{say('none')}</option>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice === 'ja' ? say('yes') : choice === 'nee' ? say('no') : choice}
            </option>
          ))}
        </select>
      )}
      {column.kind === 'texts' && !isLabelUnseen ? <span class="hint">{say('textsHint')}</span> : null}
      {fault === undefined ? null : (
        <span class="invalid" id={faultId}>
          {pick(fault)}
        </span>
      )}
    </label>
  )
}

interface TextInputProps {
  readonly column: ListColumn
  readonly text: string
  readonly isFixed: boolean
  readonly onChange: (text: string) => void
  readonly common: { readonly 'aria-invalid': true | undefined; readonly 'aria-describedby': string | undefined }
}

function TextInput({ column: { key, kind }, text, isFixed, onChange, common }: TextInputProps) {
  const onInput = ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
    onChange(currentTarget.value)
  if (key === 'text' || kind === 'texts') {
    return <textarea {...common} rows={kind === 'texts' ? 2 : 4} value={text} readOnly={isFixed} onInput={onInput} />
  }
  const isNumber = kind === 'year' || kind === 'number'
  const isDecimal = kind === 'cents' || kind === 'hours'
  if (kind === 'date') return <input {...common} type="date" value={text} readOnly={isFixed} onInput={onInput} />
  return (
    <input
      {...common}
      type="text"
      inputMode={isNumber ? 'numeric' : isDecimal ? 'decimal' : 'text'}
      autocomplete="off"
      spellcheck={kind === 'text'}
      value={text}
      readOnly={isFixed}
      onInput={onInput}
    />
  )
}

function choicesIn(choices: readonly string[] | null, { kind }: ListColumn): readonly string[] | null {
  return kind === 'flag' ? ['ja', 'nee'] : choices
}

/** `ceilings.0.cents` is the field `ceilings.cents` of every row. */
function withoutPosition(field: string): string {
  return field.replace(/\.\d+\./, '.')
}
