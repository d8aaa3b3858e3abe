import type { Signal } from '@preact/signals'
import type { FunctionFacts } from './formula-help.ts'
import { FormulaInput } from './formula-input.tsx'
import type { GridSay } from './grid-tools.ts'
import { pixelsOf } from './scroll.ts'
import { mergeAt } from './selection.ts'
import type { SheetView } from './sheet-view.ts'

export interface CellEditorProps {
  readonly view: SheetView
  readonly say: GridSay
  readonly functions: Signal<readonly FunctionFacts[]>
  readonly onKey: (event: KeyboardEvent) => boolean
  /** Only the layer that the cell is in draws the editor. */
  readonly isFrozen: boolean
}

/** The text of the cell that is being edited, in its place. While the caret is in the formula bar it only follows. */
export function CellEditor({ view, say, functions, onKey, isFrozen }: CellEditorProps) {
  const editing = view.editing.value
  const layout = view.layout.value
  if (editing === null || editing.sheet !== view.sheet.value.id) return null
  if (editing.place.row < layout.frozenRows !== isFrozen) return null
  const box = mergeAt(editing.place, view.sheet.value.merges) ?? { ...editing.place, rows: 1, columns: 1 }
  const { left, top, width, height } = pixelsOf(box, layout)
  const style = { left: `${left}px`, top: `${top}px`, minWidth: `${width + 1}px`, minHeight: `${height + 1}px` }
  if (editing.where === 'bar') {
    return (
      <div class="cell-editor is-following" style={style} aria-hidden="true">
        {editing.text}
      </div>
    )
  }
  return (
    <div class="cell-editor" style={style}>
      <FormulaInput
        class="in-cell"
        text={editing.text}
        label={say('cellEditor')}
        functions={functions}
        say={say}
        focusOn={editing.focus}
        onText={(text) => view.edit({ ...editing, text })}
        onKey={onKey}
      />
    </div>
  )
}
