/** F6 goes from one region of the page to the next, as in Excel: the grid keeps Tab for itself. */

/** In the order in which they follow each other; each is where its region takes the focus. */
const regions = [
  '.ribbon button:not(:disabled)',
  '.name-box',
  '[role="grid"]',
  '.sheet-tabs [role="tab"][aria-selected="true"]',
  '.task-pane:not([hidden]) iframe',
]

/** Moves the focus to the next region, or the one before; a region that is not there is passed over. */
export function focusNextRegion(page: HTMLElement, isBackwards: boolean): void {
  const places = regions.map((selector) => page.querySelector<HTMLElement>(selector))
  const now = document.activeElement
  const at = regions.findIndex((selector) => now !== null && now.closest(selector) !== null)
  const step = isBackwards ? -1 : 1
  for (let turn = 1; turn <= places.length; turn++) {
    const place = places[(at + step * turn + places.length * 2) % places.length]
    if (place === null || place === undefined) continue
    place.focus({ preventScroll: true })
    return
  }
}
