/**
 * An object of the Excel API as the interpreter sees it: a plain class whose properties and methods bear the names of
 * the API. Which of them a client may use stands in `member-versions.ts`; the rest of the class is the host's own.
 */
export abstract class HostObject {
  /** The name of the class in the API: `Range`. */
  abstract readonly kind: string
  /** What a `load()` reads that names no property. */
  abstract readonly scalars: readonly string[]
}

export abstract class HostCollection extends HostObject {
  abstract readonly items: readonly HostObject[]
  /** Properties of the collection itself rather than of its items. */
  readonly scalars: readonly string[] = []
}
