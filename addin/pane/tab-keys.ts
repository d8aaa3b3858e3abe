/** Which tab a key leads to, as the pattern of a tab list has it. */
import { tabIds, type TabId } from './pane-model.ts'

/** Undefined for a key that does not move. */
export function tabAfter(current: TabId, key: string): TabId | undefined {
  const at = tabIds.indexOf(current)
  switch (key) {
    case 'ArrowRight':
      return tabIds[(at + 1) % tabIds.length]
    case 'ArrowLeft':
      return tabIds.at(at - 1)
    case 'Home':
      return tabIds[0]
    case 'End':
      return tabIds.at(-1)
    default:
      return undefined
  }
}
