/** Thousands of cells name the same few codes: what was made of a text is remembered, so that it is read once. */

const textsMax = 2_000

/** The same reader, quicker for a text that it read before. It must depend on nothing but the text. */
export function rememberTexts<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = read(text)
    if (known.size >= textsMax) known.clear()
    known.set(text, value)
    return value
  }
}
