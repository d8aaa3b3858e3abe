import { effect, type Signal } from '@preact/signals'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { addressOfBox } from '../book/index.ts'
import { CellEditor } from './cell-editor.tsx'
import { ChoiceList } from './choice-list.tsx'
import { FilterPopup } from './filter-popup.tsx'
import type { FunctionFacts } from './formula-help.ts'
import type { GridController, Menu } from './grid-controller.ts'
import { ChevronIcon } from './icons.tsx'
import { choicesAt } from './judge-input.ts'
import { createGridPointer, type GridPointer } from './pointer.ts'
import type { Anchor } from './popup.tsx'
import { cellId } from './row-cells.ts'
import { createScroll, pixelsOf, type Scroll } from './scroll.ts'
import { boxBetween, mergeAt, type Place } from './selection.ts'
import { SelectionLayer } from './selection-layer.tsx'
import { SheetGridRows } from './sheet-grid.tsx'
import { columnHeadHeight, rowHeadWidth, rowHeight } from './sheet-layout.ts'
import type { SheetView } from './sheet-view.ts'
import { createTextMeasure } from './text-width.ts'
import { scrollToShow } from './visible-window.ts'

export interface GridProps {
  readonly controller: GridController
  readonly functions: Signal<readonly FunctionFacts[]>
  /** Real Excel refuses what an add-in asks while a cell is being edited. */
  readonly onEditMode: (isEditing: boolean) => void
}

/** The sheet in front: cells to see, select, fill in and copy, by mouse and by keyboard. */
export function Grid({ controller, functions, onEditMode }: GridProps) {
  const { view, tools, copied } = controller
  const frame = useRef<HTMLDivElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const scroll = useMemo(createScroll, [])
  const measure = useMemo(createTextMeasure, [])
  const pointer = useRef<GridPointer | null>(null)
  useLayoutEffect(() => {
    if (frame.current === null) return
    const addressOf = (from: Place, to: Place) => addressOfBox(boxBetween(from, to))
    pointer.current = createGridPointer({ controller, frame: frame.current, addressOf })
  }, [controller])
  useFrameSize(frame, scroll, controller)
  useFollowing(view, scroll, frame)
  useFocusBack(view, grid, onEditMode)

  const layout = view.layout.value
  const { active } = view.selection.value
  const { rows, columns } = layout
  const onCopy = (event: ClipboardEvent, isCut: boolean) => {
    event.clipboardData?.setData('text/plain', controller.copy(isCut))
    event.preventDefault()
  }
  return (
    <div
      ref={frame}
      class="sheet"
      onScroll={(event) => {
        scroll.top.value = event.currentTarget.scrollTop
        scroll.left.value = event.currentTarget.scrollLeft
      }}
    >
      <div
        class="sheet-canvas"
        style={{ width: `${rowHeadWidth + columns.length}px`, height: `${columnHeadHeight + rows.length}px` }}
      >
        <div
          ref={grid}
          role="grid"
          tabIndex={0}
          class="sheet-grid"
          aria-label={tools.say('gridLabel', { sheet: view.sheet.value.name })}
          aria-rowcount={rows.count + 1}
          aria-colcount={columns.count + 1}
          aria-multiselectable="true"
          aria-activedescendant={cellId(active.row, active.column)}
          onKeyDown={(event) => {
            if (controller.press(event)) event.preventDefault()
          }}
          onCopy={(event) => onCopy(event, false)}
          onCut={(event) => onCopy(event, true)}
          onPaste={(event) => {
            controller.paste(event.clipboardData?.getData('text/plain') ?? '')
            event.preventDefault()
          }}
          onPointerDown={(event) => pointer.current?.down(event)}
          onPointerMove={(event) => pointer.current?.move(event)}
          onPointerUp={(event) => pointer.current?.up(event)}
          onDblClick={(event) => pointer.current?.doubleClick(event)}
        >
          <SheetGridRows
            view={view}
            scroll={scroll}
            say={tools.say}
            measure={measure}
            onFilter={controller.openFilter}
          />
        </div>
        <SelectionLayer view={view} scroll={scroll} copied={copied} isFrozen={false} />
        <div class="over-layer">
          <CellEditor
            view={view}
            say={tools.say}
            functions={functions}
            onKey={controller.pressInEditor}
            isFrozen={false}
          />
          <ChoiceButton controller={controller} isFrozen={false} />
        </div>
        <SelectionLayer view={view} scroll={scroll} copied={copied} isFrozen={true} />
        <div class="over-layer is-frozen">
          <CellEditor
            view={view}
            say={tools.say}
            functions={functions}
            onKey={controller.pressInEditor}
            isFrozen={true}
          />
          <ChoiceButton controller={controller} isFrozen={true} />
        </div>
      </div>
      <OpenMenu controller={controller} anchorOf={(place) => anchorOf(view, scroll, frame.current, place)} />
    </div>
  )
}

/** Beside the active cell when it has a list of choices. */
function ChoiceButton({ controller, isFrozen }: { readonly controller: GridController; readonly isFrozen: boolean }) {
  const { view, tools } = controller
  const { active } = view.selection.value
  const layout = view.layout.value
  view.watch()
  if (active.row < layout.frozenRows !== isFrozen || view.editing.value !== null) return null
  if (choicesAt(view.book, view.sheet.value.id, active) === null) return null
  const { left, top, width } = pixelsOf(boxAt(view, active), layout)
  return (
    <button
      type="button"
      tabIndex={-1}
      class="choice-button"
      style={{ left: `${left + width}px`, top: `${top}px` }}
      aria-label={tools.say('openChoices')}
      aria-haspopup="listbox"
      onClick={controller.openChoices}
    >
      <ChevronIcon />
    </button>
  )
}

/** Lets the keys go to the cells again, after something around the grid was used. */
export function focusGrid(): void {
  document.querySelector<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true })
}

interface OpenMenuProps {
  readonly controller: GridController
  readonly anchorOf: (place: Place) => Anchor
}

function OpenMenu({ controller, anchorOf }: OpenMenuProps) {
  const menu = controller.menu.value
  const anchor = useMemo(() => (menu === null ? null : anchorOf(menu.place)), [menu])
  if (menu === null || anchor === null) return null
  const close = () => {
    // The popup of a menu that was closed before may tell it once more.
    if (controller.menu.peek() === menu) controller.menu.value = null
  }
  return <MenuAt controller={controller} menu={menu} anchor={anchor} onClose={close} />
}

interface MenuAtProps {
  readonly controller: GridController
  readonly menu: Menu
  readonly anchor: Anchor
  readonly onClose: () => void
}

function MenuAt({ controller, menu, anchor, onClose }: MenuAtProps) {
  const { view, tools } = controller
  if (menu.kind === 'filter') {
    return (
      <FilterPopup
        view={view}
        tools={tools}
        table={menu.table}
        column={menu.column}
        anchor={anchor}
        onClose={onClose}
      />
    )
  }
  const { place, choices } = menu
  const current = view.book.texts(view.sheet.peek().id, { ...place, rows: 1, columns: 1 })[0]?.[0] ?? ''
  return (
    <ChoiceList
      anchor={anchor}
      choices={choices}
      current={current}
      say={tools.say}
      onChoose={(choice) => controller.choose(place, choice)}
      onClose={onClose}
    />
  )
}

function useFrameSize(
  frame: { readonly current: HTMLElement | null },
  scroll: Scroll,
  controller: GridController,
): void {
  useLayoutEffect(() => {
    const element = frame.current
    if (element === null) return
    const observer = new ResizeObserver(() => {
      scroll.width.value = element.clientWidth
      scroll.height.value = element.clientHeight
      controller.pageRows.value = Math.max(1, Math.floor((element.clientHeight - columnHeadHeight) / rowHeight) - 4)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
}

/** Scrolls to the cell that must be seen, from where this sheet was left. */
function useFollowing(view: SheetView, scroll: Scroll, frame: { readonly current: HTMLElement | null }): void {
  const place = view.followed.value
  const sheet = view.sheet.value.id
  const left = useRef({ sheet, places: new Map<string, { readonly top: number; readonly left: number }>() })
  useLayoutEffect(() => {
    const element = frame.current
    if (element === null) return
    const now = { top: scroll.top.peek(), left: scroll.left.peek() }
    if (left.current.sheet !== sheet) left.current.places.set(left.current.sheet, now)
    const from = left.current.sheet === sheet ? now : (left.current.places.get(sheet) ?? { top: 0, left: 0 })
    left.current.sheet = sheet
    const { rows, columns, frozenRows } = view.layout.peek()
    const room = { height: element.clientHeight - columnHeadHeight, width: element.clientWidth - rowHeadWidth }
    element.scrollTop = scrollToShow(rows, frozenRows, from.top, room.height, place.row)
    element.scrollLeft = scrollToShow(columns, 0, from.left, room.width, place.column)
  }, [place, sheet])
}

/** After an edit the keys go to the grid again. */
function useFocusBack(
  view: SheetView,
  grid: { readonly current: HTMLElement | null },
  onEditMode: (isEditing: boolean) => void,
) {
  useLayoutEffect(() => {
    let wasEditing = false
    // Not the effect of a hook, which waits for the next frame: the host must know at once.
    return effect(() => {
      const isEditing = view.editing.value !== null
      if (isEditing === wasEditing) return
      wasEditing = isEditing
      onEditMode(isEditing)
      if (!isEditing) grid.current?.focus({ preventScroll: true })
    })
  }, [])
  useEffect(() => grid.current?.focus({ preventScroll: true }), [])
}

function anchorOf(view: SheetView, scroll: Scroll, frame: HTMLElement | null, place: Place): Anchor {
  const layout = view.layout.peek()
  const { left, top, width, height } = pixelsOf(boxAt(view, place), layout)
  const edges = frame?.getBoundingClientRect()
  const x = (edges?.left ?? 0) + left - scroll.left.peek()
  const y = (edges?.top ?? 0) + top - (place.row < layout.frozenRows ? 0 : scroll.top.peek())
  return { left: x, top: y, right: x + width, bottom: y + height }
}

function boxAt(view: SheetView, place: Place) {
  return mergeAt(place, view.sheet.peek().merges) ?? { ...place, rows: 1, columns: 1 }
}
