/** The benches that run in a real browser, against the built site. */
import { browserCells } from './browser-cells.ts'
import type { Bench } from './figure.ts'
import { paneStart } from './pane-start.ts'

export const browserBenches: readonly Bench[] = [paneStart, browserCells]
