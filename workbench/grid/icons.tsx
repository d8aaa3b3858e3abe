/** Drawn signs of the grid. Symbols of fonts are not on every machine. */
import type { JSX } from 'preact'

const icon =
  (path: string, viewBox = '0 0 16 16') =>
  (): JSX.Element => (
    <svg class="icon" width="16" height="16" viewBox={viewBox} aria-hidden="true" focusable="false">
      <path d={path} fill="currentColor" />
    </svg>
  )

export const ChevronIcon = icon(
  'M3.2 5.6a.75.75 0 0 1 1.06 0L8 9.34l3.74-3.74a.75.75 0 1 1 1.06 1.06l-4.27 4.27a.75.75 0 0 1-1.06 0L3.2 6.66a.75.75 0 0 1 0-1.06Z',
)
export const FunnelIcon = icon(
  'M2.5 3h11a.75.75 0 0 1 .58 1.22L10 9.26v3.24a.75.75 0 0 1-.33.62l-2.25 1.5A.75.75 0 0 1 6.25 14V9.26L1.92 4.22A.75.75 0 0 1 2.5 3Z',
)
export const AscendingIcon = icon(
  'M4.75 13a.75.75 0 0 0 .75-.75V5.3l1.47 1.48a.75.75 0 1 0 1.06-1.06L5.28 2.97a.75.75 0 0 0-1.06 0L1.47 5.72a.75.75 0 0 0 1.06 1.06L4 5.3v6.95c0 .41.34.75.75.75ZM9 11.5h2v1.5H9v-1.5Zm0-3.75h3.5v1.5H9v-1.5ZM9 4h5v1.5H9V4Z',
)
export const DescendingIcon = icon(
  'M4.75 3a.75.75 0 0 1 .75.75v6.95l1.47-1.48a.75.75 0 1 1 1.06 1.06l-2.75 2.75a.75.75 0 0 1-1.06 0L1.47 10.28a.75.75 0 1 1 1.06-1.06L4 10.7V3.75c0-.41.34-.75.75-.75ZM9 11.5h5v1.5H9v-1.5Zm0-3.75h3.5v1.5H9v-1.5ZM9 4h2v1.5H9V4Z',
)
export const NoFilterIcon = icon(
  'M2.5 3h7.2L8.2 4.5H4.1l3.46 4.02c.12.14.19.3.19.49v4.24l1-.67V9l.9-1.05 1.07 1.07-.47.54v3.5a.75.75 0 0 1-.33.63l-2.25 1.5A.75.75 0 0 1 6.25 14V9.26L1.92 4.22A.75.75 0 0 1 2.5 3Zm8.03-.53 1.72 1.72 1.72-1.72a.75.75 0 1 1 1.06 1.06l-1.72 1.72 1.72 1.72a.75.75 0 1 1-1.06 1.06l-1.72-1.72-1.72 1.72a.75.75 0 0 1-1.06-1.06l1.72-1.72-1.72-1.72a.75.75 0 0 1 1.06-1.06Z',
)
