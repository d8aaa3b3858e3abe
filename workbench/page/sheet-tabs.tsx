import { type Signal, useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { BookSheet } from '../book/book.ts'
import { attempt } from '../grid/commit-edit.ts'
import { focusGrid } from '../grid/grid.tsx'
import type { Desk } from './desk.ts'
import { PlusIcon } from './icons.tsx'
import type { Say } from './text.ts'

/** The visible sheets, to go to, to rename and to add to. */
export function SheetTabs({ desk, say }: { readonly desk: Desk; readonly say: Say }) {
  const { view, controller, book } = desk
  const renamed = useSignal<string | null>(null)
  view.watch()
  const sheets = book.sheets().filter(({ visibility }) => visibility === 'visible')
  const current = view.sheet.value.id
  useLayoutEffect(
    () => document.getElementById(tabId(current))?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    [current],
  )
  const show = async (id: string) => {
    if ((await controller.finishEdit()) === 'kept') return
    view.showSheet(id)
    focusGrid()
  }
  const add = () => {
    const names = new Set(book.sheets().map(({ name }) => name.toLowerCase()))
    let number = book.sheets().length + 1
    while (names.has(say('newSheetName', { number }).toLowerCase())) number++
    attempt(controller.tools, () =>
      view.showSheet(book.transact('person', () => book.addSheet(say('newSheetName', { number })))),
    )
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const index = sheets.findIndex(({ id }) => id === current)
    const next =
      event.key === 'ArrowRight' ? sheets[index + 1] : event.key === 'ArrowLeft' ? sheets[index - 1] : undefined
    if (event.key === 'F2') renamed.value = current
    else if (next !== undefined) {
      view.showSheet(next.id)
      document.getElementById(tabId(next.id))?.focus()
    } else return
    event.preventDefault()
  }
  return (
    <div class="sheet-tabs">
      <div class="tab-list" role="tablist" aria-label={say('sheets')} onKeyDown={onKeyDown}>
        {sheets.map((sheet) => (
          <button
            key={sheet.id}
            id={tabId(sheet.id)}
            type="button"
            role="tab"
            class="sheet-tab"
            aria-selected={sheet.id === current}
            tabIndex={sheet.id === current ? 0 : -1}
            title={say('renameHint')}
            onClick={() => void show(sheet.id)}
            onDblClick={() => {
              renamed.value = sheet.id
            }}
          >
            {sheet.name}
          </button>
        ))}
      </div>
      <RenameField desk={desk} say={say} sheets={sheets} renamed={renamed} />
      <button type="button" class="icon-button" aria-label={say('addSheet')} title={say('addSheet')} onClick={add}>
        <PlusIcon />
      </button>
    </div>
  )
}

const tabId = (sheet: string) => `blad-${sheet}`

interface RenameFieldProps {
  readonly desk: Desk
  readonly say: Say
  readonly sheets: readonly BookSheet[]
  readonly renamed: Signal<string | null>
}

/** Over the tab whose name is being changed: a list of tabs may hold no field. */
function RenameField({ desk, say, sheets, renamed }: RenameFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  const sheet = sheets.find(({ id }) => id === renamed.value)
  const tab = sheet === undefined ? null : document.getElementById(tabId(sheet.id))
  useLayoutEffect(() => field.current?.select(), [sheet?.id])
  if (sheet === undefined || tab === null) return null
  const finish = (name: string) => {
    if (renamed.peek() === null) return
    renamed.value = null
    if (name.trim() === '' || name === sheet.name) return
    attempt(desk.controller.tools, () =>
      desk.book.transact('person', () => desk.book.renameSheet(sheet.id, name.trim())),
    )
  }
  return (
    <input
      ref={field}
      type="text"
      class="rename-field"
      aria-label={say('sheetName')}
      maxLength={31}
      defaultValue={sheet.name}
      style={{ left: `${tab.offsetLeft}px`, width: `${Math.max(tab.offsetWidth, 90)}px` }}
      onBlur={(event) => finish(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish(event.currentTarget.value)
        else if (event.key === 'Escape') renamed.value = null
        else return
        tab.focus()
      }}
    />
  )
}
