/** What the grid asks of the page around it: its texts, a question in the page, and a message. */

/** Keys of the texts that the grid shows; the page has them in each language. */
export type GridTextKey =
  | 'gridLabel'
  | 'cellEditor'
  | 'filterButton'
  | 'filterMenu'
  | 'sortAscending'
  | 'sortDescending'
  | 'filterSearch'
  | 'filterAll'
  | 'filterFound'
  | 'filterEmptyCells'
  | 'filterClear'
  | 'filterNothing'
  | 'apply'
  | 'cancel'
  | 'retry'
  | 'choices'
  | 'openChoices'
  | 'invalidTitle'
  | 'invalidMessage'
  | 'keepAnyway'
  | 'nothingToUndo'
  | 'nothingToRedo'
  | 'pasteTooLarge'
  | 'functionOptional'
  | 'completions'

export type GridSay = (key: GridTextKey, values?: Readonly<Record<string, string | number>>) => string

export interface Question {
  readonly title: string
  readonly message: string
  /** The first is the one that Enter chooses; Escape chooses the last. */
  readonly answers: readonly { readonly id: string; readonly label: string }[]
}

export interface GridTools {
  readonly say: GridSay
  /** Gives the id of the answer. */
  readonly ask: (question: Question) => Promise<string>
  /** Says it in the page and to a screen reader; it needs no answer. */
  readonly tell: (message: string) => void
}
