/** What a host says of itself to the add-in. */
export interface OfficeSurroundings {
  readonly requirementSets: Readonly<Record<string, string>>
  /** `nl-NL` */
  readonly displayLanguage: string
  /** Null: no theme, as in Excel on the web. */
  readonly theme: Readonly<Record<string, string | boolean>> | null
}
