export type XlsxErrorReason =
  | 'not-a-zip' // another kind of file, or nothing
  | 'encrypted' // behind a password, or the format of before 2007
  | 'damaged' // cut off, or changed on its way
  | 'too-large' // more unpacked bytes or places than we hold in memory
  | 'too-many-parts'
  | 'ratio' // unpacks to far more than it weighs
  | 'bad-path' // a part whose name points outside the file
  | 'duplicate-part'
  | 'missing-part' // a part, sheet or table that should be there
  | 'bad-xml'
  | 'bad-edit' // a change that the file cannot take
  | 'bad-design' // a workbook that Excel would not open

/** Why a workbook cannot be read, written or changed, in words for the person who chose the file. */
export class XlsxError extends Error {
  override name = 'XlsxError'
  readonly reason: XlsxErrorReason
  /** The same in English; `message` is Dutch. */
  readonly messageEn: string

  constructor(reason: XlsxErrorReason, message: string, messageEn: string) {
    super(message)
    this.reason = reason
    this.messageEn = messageEn
  }
}

/** A part that is not the XML it should be; `detail` says what was found, in both languages. */
export function badXml(part: string, detail: string, detailEn: string): XlsxError {
  return new XlsxError(
    'bad-xml',
    `Onderdeel ${part} van de werkmap is niet leesbaar: ${detail}. Open het bestand in Excel en sla het opnieuw op als .xlsx.`,
    `Part ${part} of the workbook cannot be read: ${detailEn}. Open the file in Excel and save it again as .xlsx.`,
  )
}

/** A part that the workbook names, or must have, and that is not in the file. */
export function missingPart(part: string): XlsxError {
  return new XlsxError(
    'missing-part',
    `Onderdeel ${part} ontbreekt in het bestand. Open het in Excel en sla het opnieuw op als .xlsx.`,
    `Part ${part} is missing from the file. Open it in Excel and save it again as .xlsx.`,
  )
}

export function badEdit(detail: string, detailEn: string): XlsxError {
  return new XlsxError('bad-edit', detail, detailEn)
}
