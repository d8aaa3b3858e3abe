import { OfficeAddinManifest } from 'office-addin-manifest'
import { describe, expect, test } from 'vitest'
import { manifestVersion } from '../versions.ts'
import { checkManifest } from './check-manifest.ts'
import { manifestFile, manifestSource } from './manifest-source.ts'
import { type Environment, environments, manifestVariant } from './manifest-variants.ts'

const source = manifestSource()
const production = { isLocalAllowed: false }

describe('the manifest', () => {
  test('holds, as it stands in the repository', () => {
    expect(checkManifest(source, production)).toEqual([])
  })

  test.for(Object.keys(environments) as Environment[])('holds for %s, with its own id and namespace', (environment) => {
    const isLocalAllowed = environment === 'ontwikkeling'
    const origin = isLocalAllowed ? 'https://localhost:8787' : 'https://gebied.zwolle.example'
    const xml = manifestVariant(source, { environment, origin })
    expect(checkManifest(xml, { isLocalAllowed })).toEqual([])
    expect(xml).toContain(`<Id>${environments[environment].id}</Id>`)
    expect(xml).toContain(`DefaultValue="${environments[environment].namespace}"`)
    expect(xml).not.toContain('gebiedsbegroting.example')
    const pages = [...xml.matchAll(/taskpane\.html\?([^"]+)"/g)].map(([, query]) => query)
    const namespace = environments[environment].namespace
    expect(new Set(pages)).toEqual(new Set([namespace === 'GEBIED' ? 'mv=1.0.0.0' : `ns=${namespace}&amp;mv=1.0.0.0`]))
  })

  test('ids, names and namespaces of the environments all differ', () => {
    const values = Object.values(environments)
    for (const key of ['id', 'suffix', 'namespace'] as const) {
      expect(new Set(values.map((value) => value[key])).size).toBe(values.length)
    }
  })

  test('an origin must be https and nothing more', () => {
    for (const origin of ['http://gebied.nl', 'https://gebied.nl/', 'gebied.nl']) {
      expect(() => manifestVariant(source, { environment: 'productie', origin })).toThrow(/https origin/)
    }
  })
})

describe('the checker notices', () => {
  test.for([
    ['another order', '<DefaultLocale>nl-NL</DefaultLocale>\n', '', /lacks <DefaultLocale>/],
    ['elements out of order', /( {2}<Version>.*\n)( {2}<ProviderName>.*\n)/, '$2$1', /in the order/],
    ['an unknown element', '<Permissions>', '<Favour/><Permissions>', /may not hold <Favour>/],
    ['a version that begins with 0', '<Version>1.', '<Version>0.', /not begin with 0/],
    ['a page of another version', 'mv=1.0.0.0"/>\n        <bt:Url', 'mv=0.9.0.0"/>\n        <bt:Url', /\?mv=/],
    [
      'a plain address',
      'https://gebiedsbegroting.example/icons/gebied-32',
      'http://gebiedsbegroting.example/icons/gebied-32',
      /must be https/,
    ],
    [
      'a second origin',
      '<SupportUrl DefaultValue="https://gebiedsbegroting',
      '<SupportUrl DefaultValue="https://hulp',
      /one origin/,
    ],
    ['a resource that is not there', 'resid="Sync.Tip"', 'resid="Sync.Tap"', /refers to Sync.Tap/],
    [
      'a resource that nobody uses',
      '<bt:ShortStrings>',
      '<bt:ShortStrings><bt:String id="Vrij" DefaultValue="x"/>',
      /Vrij is not used/,
    ],
    [
      'a runtime of another page',
      '<FunctionFile resid="Taskpane.Url"/>',
      '<FunctionFile resid="LearnMore.Url"/>',
      /resid of <Runtime>/,
    ],
    ['a runtime that ends with its page', ' lifetime="long"', '', /lifetime/],
    ['a text without English', '<bt:Override Locale="en-US" Value="Synchronise"/>', '', /Sync.Label has no English/],
    [
      'an icon that is not as large as it says',
      'icons/controleren-40.png',
      'icons/controleren-48.png',
      /not an icon of size 40/,
    ],
    ['a requirement that is too high', 'MinVersion="1.14"', 'MinVersion="1.20"', /ExcelApi 1.14/],
    ['a text that is too long', 'DefaultValue="Taakvenster"', `DefaultValue="${'t'.repeat(126)}"`, /longer than 125/],
    ['more rights than needed', 'ReadWriteDocument', 'ReadWriteMailbox', /ReadWriteDocument/],
  ] as const)('%s', ([, from, to, complaint]) => {
    const damaged = source.replace(from, to)
    expect(damaged).not.toBe(source)
    expect(checkManifest(damaged, production).join('\n')).toMatch(complaint)
  })

  test('an address of one machine, except in development', () => {
    const xml = manifestVariant(source, { environment: 'productie', origin: 'https://localhost:8787' })
    expect(checkManifest(xml, production).join('\n')).toMatch(/one machine/)
    expect(checkManifest(xml, { isLocalAllowed: true })).toEqual([])
  })
})

test('Microsoft’s own reader understands it as it is meant', async () => {
  const info = await OfficeAddinManifest.readManifestFile(manifestFile)
  expect(info).toMatchObject({
    id: environments.productie.id,
    displayName: 'Gebiedsbegroting',
    defaultLocale: 'nl-NL',
    hosts: ['Workbook'],
    permissions: 'ReadWriteDocument',
    version: manifestVersion,
  })
})
