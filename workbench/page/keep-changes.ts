import type { Desk } from './desk.ts'
import type { KeptWorkbooks } from './kept-workbook.ts'
import { saveFile } from './save-file.ts'

/** Long enough that typing on does not wait for it, short enough to lose little. */
const quietMs = 4_000

/** Keeps the workbook in the browser each time that it was changed and then left alone. Calling what is returned stops it. */
export function keepChanges({ book, fileName }: Desk, store: KeptWorkbooks): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const keep = () => {
    const name = fileName.peek()
    void store.keep({ fileName: name, bytes: saveFile(book, name.replace(/\.xlsx$/i, '')) })
  }
  const unsubscribe = book.subscribe(({ edited, isStructural }) => {
    if (edited.length === 0 && !isStructural) return
    clearTimeout(timer)
    timer = setTimeout(keep, quietMs)
  })
  return () => {
    clearTimeout(timer)
    unsubscribe()
  }
}
