/** A spreadsheet may run what begins like this, after blanks; full-width forms included. */
const startsActive = /^(?:(?![\t\r])[\s\u200b-\u200d\u2060])*[=+\-@\t\r\0\uff1d\uff0b\uff0d\uff20]/

/** A number with or without groups, in Dutch or English: the only text that may begin with a minus. */
const trueNumber = /^-?(?:\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+)(?:[.,]\d+)?$/

/** Signs that end a field for some reader, with comma or with semicolon, and blanks that a reader might trim. */
const needsQuotes = /[",;\t\r\n\f\v\0\u0085\u2028\u2029]|^[\s\ufeff]|[\s\ufeff]$/

/**
 * One field of a CSV file by RFC 4180, for comma and semicolon files alike, that does nothing in a spreadsheet: a text
 * that begins like a formula gets an apostrophe in front. Numbers stay as they are. Source: OWASP ASVS 5.0, 1.2.10.
 */
export function toCsvField(value: string): string {
  const inert = startsActive.test(value) && !trueNumber.test(value) ? `'${value}` : value
  return needsQuotes.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}
