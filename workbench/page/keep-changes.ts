import type { Desk } from './desk.ts'
import type { KeptWorkbooks } from './kept-workbook.ts'
import { saveFile } from './save-file.ts'

/** Long enough that typing on does not wait for it, short enough to lose little; who goes on typing is kept in between. */
const quietMs = 2_000
const typingMsMax = 10_000

/** Keeps the workbook in the browser each time that it was changed and then left alone. Calling what is returned stops it. */
export function keepChanges({ book, fileName }: Desk, store: KeptWorkbooks): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let sinceMs: number | null = null
  const keep = () => {
    clearTimeout(timer)
    if (sinceMs === null) return
    sinceMs = null
    const name = fileName.peek()
    void store.keep({ fileName: name, bytes: saveFile(book, name.replace(/\.xlsx$/i, '')) })
  }
  const unsubscribe = book.subscribe(({ edited, isStructural }) => {
    if (edited.length === 0 && !isStructural) return
    sinceMs ??= Date.now()
    clearTimeout(timer)
    timer = setTimeout(keep, Math.min(quietMs, sinceMs + typingMsMax - Date.now()))
  })
  const onHide = () => {
    if (document.visibilityState === 'hidden') keep()
  }
  document.addEventListener('visibilitychange', onHide)
  return () => {
    document.removeEventListener('visibilitychange', onHide)
    clearTimeout(timer)
    unsubscribe()
  }
}
