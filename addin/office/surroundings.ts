/** What Office says about where the add-in runs: language, colours, account, support. Everything works without an answer. */
export interface Surroundings {
  readonly language: 'nl' | 'en'
  readonly isDark: boolean
  /** Prefix for keys in the browser's storage: storage is shared where Office does not partition it. */
  readonly storagePrefix: string
  readonly isSupported: (set: string, version: string) => boolean
  /** Who is signed in to Office; undefined when Office does not say. */
  readonly loginHint: () => Promise<string | undefined>
  /** `Excel 16.0 (PC)`, for the diagnostics. */
  readonly host: string
}

/** `prefersDark` decides where Office gives no theme: on the web. */
export function surroundingsOf(office: typeof Office, prefersDark: boolean): Surroundings {
  const { context } = office
  const isSupported = (set: string, version: string) => context.requirements.isSetSupported(set, version)
  return {
    language: /^nl\b/i.test(context.displayLanguage ?? 'nl-NL') ? 'nl' : 'en',
    isDark: themeIsDark(context) ?? prefersDark,
    storagePrefix: context.partitionKey ?? '',
    isSupported,
    loginHint: async () => {
      if (!isSupported('IdentityAPI', '1.3') && !isSupported('NestedAppAuth', '1.1')) return undefined
      try {
        return (await office.auth.getAuthContext()).userPrincipalName
      } catch {
        // Older builds know the method but do not answer it: then the person is asked.
        return undefined
      }
    },
    host: `${context.diagnostics?.host ?? 'Excel'} ${context.diagnostics?.version ?? ''} (${context.diagnostics?.platform ?? ''})`,
  }
}

/** Undefined: Office gives no theme here. */
function themeIsDark({ officeTheme }: typeof Office.context): boolean | undefined {
  if (officeTheme === undefined || officeTheme === null) return undefined
  if (typeof officeTheme.isDarkTheme === 'boolean') return officeTheme.isDarkTheme
  return isDarkColour(officeTheme.bodyBackgroundColor)
}

/** Of `#RRGGBB`; undefined for anything else. Weights: relative luminance as WCAG has it, without its curve. */
function isDarkColour(colour: string | undefined): boolean | undefined {
  const [, red, green, blue] = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour ?? '') ?? []
  if (red === undefined || green === undefined || blue === undefined) return undefined
  return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue) < 128
}

const part = (hex: string) => Number.parseInt(hex, 16)
