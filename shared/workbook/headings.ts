/** A heading without what people and other programs change by accident: case, blanks, line breaks, the form of accents. */
export function comparableHeading(heading: string): string {
  return heading.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
}
