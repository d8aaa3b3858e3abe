import { describe, expect, test } from 'vitest'
import { startupOf } from './startup.ts'
import { surroundingsOf } from './surroundings.ts'

interface Told {
  readonly displayLanguage?: string
  readonly theme?: { readonly isDarkTheme?: boolean; readonly bodyBackgroundColor?: string }
  readonly sets?: readonly string[]
  readonly account?: string
}

/** What Office says; nothing it leaves out is there. */
function officeThatSays({ displayLanguage, theme, sets = [], account }: Told) {
  let behaviour = 'None'
  return {
    context: {
      displayLanguage,
      officeTheme: theme,
      requirements: { isSetSupported: (name: string, version: string) => sets.includes(`${name} ${version}`) },
    },
    auth: {
      getAuthContext: () =>
        account === undefined ? Promise.reject(new Error('13012')) : Promise.resolve({ userPrincipalName: account }),
    },
    addin: {
      getStartupBehavior: async () => behaviour,
      setStartupBehavior: async (next: string) => {
        behaviour = next
      },
    },
    StartupBehavior: { load: 'Load', none: 'None' },
  } as unknown as typeof Office
}

describe('the surroundings', () => {
  test.for([
    ['nl-NL', 'nl'],
    ['nl-BE', 'nl'],
    ['en-US', 'en'],
    ['de-DE', 'en'],
    [undefined, 'nl'],
  ] as const)('with Office in %s the pane speaks %s', ([displayLanguage, language]) => {
    const told = displayLanguage === undefined ? {} : { displayLanguage }
    expect(surroundingsOf(officeThatSays(told), false).language).toBe(language)
  })

  test.for([
    [{ isDarkTheme: true }, false, true],
    [{ isDarkTheme: false }, true, false],
    [{ bodyBackgroundColor: '#262626' }, false, true],
    [{ bodyBackgroundColor: '#F3F2F1' }, true, false],
    [undefined, true, true],
    [{}, true, true],
  ] as const)('theme %o beside a browser that prefers dark (%s) is dark: %s', ([theme, prefersDark, isDark]) => {
    const told = theme === undefined ? {} : { theme }
    expect(surroundingsOf(officeThatSays(told), prefersDark).isDark).toBe(isDark)
  })

  test('the account of Office is asked for only where Office can say it, and may stay unknown', async () => {
    const able = ['NestedAppAuth 1.1']
    const hintOf = (told: Told) => surroundingsOf(officeThatSays(told), false).loginHint()
    expect(await hintOf({ sets: able, account: 'kim@zwolle.example' })).toBe('kim@zwolle.example')
    expect(await hintOf({ sets: able })).toBeUndefined()
    expect(await hintOf({ account: 'kim@zwolle.example' })).toBeUndefined()
  })
})

describe('starting with the workbook', () => {
  test('is off until somebody asks, and can be switched off again', async () => {
    const startup = startupOf(officeThatSays({ sets: ['SharedRuntime 1.1'] }))
    expect(await startup?.isOn()).toBe(false)
    await startup?.set(true)
    expect(await startup?.isOn()).toBe(true)
    await startup?.set(false)
    expect(await startup?.isOn()).toBe(false)
  })

  test('is not offered where Excel has no shared runtime', () => {
    expect(startupOf(officeThatSays({}))).toBeUndefined()
  })
})
