/** The form of one item, with what stands in its way: faults, somebody who was earlier. */
import { useEffect, useRef } from 'preact/hooks'
import { Notice } from '../pane/parts/notice.tsx'
import type { Editing } from './admin-model.ts'
import { columnsOf, hasHistory } from './collections.ts'
import { ConflictNotice } from './conflict-notice.tsx'
import { Drawer } from './drawer.tsx'
import { Ending } from './ending.tsx'
import { ErrorNotice } from './error-notice.tsx'
import { FieldInput } from './field-input.tsx'
import { HistoryList } from './history-list.tsx'
import { InnerRows } from './inner-rows.tsx'
import { usePage } from './page-context.ts'

export function ItemDrawer() {
  const { model, say, heading } = usePage()
  const editing = model.editing.value
  if (editing === null) return null
  const { draft, beside, conflict } = editing
  const { collection, seen, texts } = draft
  const { own, inner, title } = columnsOf(collection)
  const change = (key: string, text: string) => model.change({ ...draft, texts: { ...texts, [key]: text } })
  return (
    <Drawer
      title={seen === null ? say('newItem', { list: heading(title) }) : `${heading(title)}: ${seen.code}`}
      onClose={() => (model.editing.value = null)}
    >
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void model.save()
        }}
      >
        <InTheWay draft={draft} beside={beside} conflict={conflict} />
        {seen === null ? null : <p class="hint">{say('keyFixed')}</p>}
        <div class="fields">
          {own.map((column) => (
            <FieldInput
              key={column.key}
              column={column}
              field={column.key}
              text={texts[column.key] ?? ''}
              isFixed={seen !== null && fixedKeys.has(column.key)}
              onChange={(text) => change(column.key, text)}
            />
          ))}
        </div>
        {inner === null ? null : <InnerRows draft={draft} inner={inner} />}
        <p class="buttons form-end">
          <button type="submit" class="button primary" aria-disabled={model.isBusy.value}>
            {say('save')}
          </button>
          <button type="button" class="button" onClick={() => (model.editing.value = null)}>
            {say('cancel')}
          </button>
          {seen === null ? null : (
            <button type="button" class="button subtle" onClick={model.copy}>
              {say('copyItem')}
            </button>
          )}
        </p>
      </form>
      {seen === null || !('validTo' in texts) ? null : <Ending draft={draft} />}
      {seen === null || !hasHistory(collection) ? null : <HistoryList />}
    </Drawer>
  )
}

/** Whoever presses the button at the foot of a long form sees what there is to do: the first field at fault, else this. */
function InTheWay({ draft, beside, conflict }: Editing) {
  const { model, say, pick } = usePage()
  const place = useRef<HTMLDivElement>(null)
  const error = model.error.value
  const isFree = error === null && conflict === null && beside.size === 0
  useEffect(() => {
    if (isFree) return
    const fault = place.current?.parentElement?.querySelector<HTMLElement>('[aria-invalid="true"]')
    if (fault) fault.focus()
    else place.current?.scrollIntoView({ block: 'nearest' })
  }, [isFree, error, conflict, beside])
  const whole = beside.get('')
  return (
    <div ref={place} class="in-the-way">
      <ErrorNotice />
      {conflict === null ? null : <ConflictNotice draft={draft} now={conflict} />}
      {beside.size === 0 ? null : (
        <div role="alert">
          <Notice tone="error" title={say('wrongTitle')}>
            <p>{whole === undefined ? say('wrongText') : pick(whole)}</p>
          </Notice>
        </div>
      )}
    </div>
  )
}

/** What names an item: another code or first year is another item. */
const fixedKeys: ReadonlySet<string> = new Set(['code', 'validFrom', 'oid'])
