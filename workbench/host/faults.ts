/** What a test makes go wrong. Each fault holds until it is taken away. */
export class Faults {
  /** Every batch answers AccessDenied. */
  accessDenied = false
  /** Every batch takes this much longer. */
  slowSyncMs = 0
  /** A larger batch is refused, as is a larger answer. Excel on the web has 5 MB. */
  payloadMaxBytes = 5 * 1024 * 1024
  /** Each call of a custom function is sent twice. */
  invokesTwice = false
  readonly #waiting = new Set<() => void>()
  #cellEdit = false

  /** A person is typing in a cell: batches are refused, or wait when they asked for that. */
  get cellEdit(): boolean {
    return this.#cellEdit
  }

  set cellEdit(isEditing: boolean) {
    this.#cellEdit = isEditing
    if (isEditing) return
    for (const goOn of this.#waiting) goOn()
    this.#waiting.clear()
  }

  /** Resolves when nobody is typing in a cell. */
  async editingEnded(): Promise<void> {
    while (this.#cellEdit) await new Promise<void>((resolve) => this.#waiting.add(resolve))
  }
}
