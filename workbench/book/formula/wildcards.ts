/** `*`, `?` and `~` in what is searched for, as Excel reads them. */

/** Whether the text has a sign that stands for others, or one that says that it does not. */
export function hasWildcard(text: string): boolean {
  return /[*?~]/.test(text)
}

/** Matches whole texts without regard to capitals. */
export function wildcardPattern(text: string): RegExp {
  return new RegExp(`^${wildcardSource(text)}$`, 'isu')
}

/** The source of a regular expression (flags `su`) for the same. */
export function wildcardSource(text: string): string {
  return text.replace(/~([*?~])|[*?]|[\\^$.|+()[\]{}/]/gu, (sign, escaped: string | undefined) => {
    if (sign === '*') return '.*'
    if (sign === '?') return '.'
    return escaped === '~' ? '~' : `\\${escaped ?? sign}`
  })
}
