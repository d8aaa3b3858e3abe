/** A button that does its work often disappears with it. The focus then stays near instead of falling back to the page. */
import { useLayoutEffect, useRef } from 'preact/hooks'

/** For the element that holds everything: what had the focus is watched, and its nearest section that is left takes over. */
export function useKeptFocus<Holder extends HTMLElement>() {
  const holder = useRef<Holder>(null)
  useLayoutEffect(() => {
    const { current } = holder
    if (current === null) return undefined
    let around: readonly HTMLElement[] = []
    const remember = ({ target }: FocusEvent) => {
      around = target instanceof Element ? [...sectionsAround(target, current)] : []
    }
    const forget = () => {
      around = []
    }
    const mend = () => {
      // Somebody who went on in the sheet is not called back to the pane.
      if (document.activeElement !== document.body || !document.hasFocus()) return
      const heir = around.find(({ isConnected }) => isConnected)
      if (heir === undefined) return
      heir.tabIndex = -1
      heir.focus({ preventScroll: true })
    }
    const watching = new MutationObserver(mend)
    watching.observe(current, { childList: true, subtree: true })
    current.addEventListener('focusin', remember)
    // A click on nothing takes the focus away on purpose.
    document.addEventListener('pointerdown', forget)
    return () => {
      watching.disconnect()
      current.removeEventListener('focusin', remember)
      document.removeEventListener('pointerdown', forget)
    }
  }, [])
  return holder
}

/** From the inside out, the holder last. */
function* sectionsAround(start: Element, holder: HTMLElement): Generator<HTMLElement> {
  for (let at: Element | null = start; at !== null && at !== holder; at = at.parentElement) {
    if (at instanceof HTMLElement && at.matches('section, details')) yield at
  }
  yield holder
}
