import type { Signal } from '@preact/signals'
import type { CopiedCells } from './clipboard.ts'
import { pixelsOf, type Scroll } from './scroll.ts'
import { mergeAt } from './selection.ts'
import { columnHeadHeight, rowHeadWidth } from './sheet-layout.ts'
import type { SheetView } from './sheet-view.ts'

export interface SelectionLayerProps {
  readonly view: SheetView
  readonly scroll: Scroll
  readonly copied: Signal<CopiedCells | null>
  /** Draws over the rows that stay in view; the part of the selection below them is cut off. */
  readonly isFrozen: boolean
}

/** The borders of the selection, the active cell and what was copied, drawn over the cells. */
export function SelectionLayer({ view, scroll, copied, isFrozen }: SelectionLayerProps) {
  const layout = view.layout.value
  const { box, active } = view.selection.value
  const activeBox = mergeAt(active, view.sheet.value.merges) ?? { ...active, rows: 1, columns: 1 }
  const selected = pixelsOf(box, layout)
  const cell = pixelsOf(activeBox, layout)
  const copy = copied.value !== null && copied.value.sheet === view.sheet.value.id ? copied.value.box : null
  const frozenEnd = columnHeadHeight + layout.rows.offsetOf(layout.frozenRows)
  const top = isFrozen ? columnHeadHeight : scroll.top.value + frozenEnd
  const clip = `inset(${top - 1}px 0 0 ${scroll.left.value + rowHeadWidth - 1}px)`
  const style = isFrozen ? { height: `${frozenEnd}px`, clipPath: clip } : { clipPath: clip }
  return (
    <div class={isFrozen ? 'selection-layer is-frozen' : 'selection-layer'} style={style} aria-hidden="true">
      <div class="selection-box" style={pixels(selected)}>
        <div
          class="selection-active"
          style={pixels({ ...cell, left: cell.left - selected.left, top: cell.top - selected.top })}
        />
      </div>
      {copy === null ? null : <div class="copied-box" style={pixels(pixelsOf(copy, layout))} />}
    </div>
  )
}

function pixels({ left, top, width, height }: ReturnType<typeof pixelsOf>) {
  return { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` }
}
