/**
 * What Excel and its administrators demand of a manifest and a schema cannot say: Microsoft's own validator needs the
 * internet, so this one stands in the build. Every complaint names the element and what to do.
 */
import type { XmlElement } from '../../xlsx/xml-tree.ts'
import { childrenUnder } from './manifest-order.ts'
import { descendants, elementAt, type Manifest, overridesOf, readManifest, textOf } from './read-manifest.ts'

export interface ManifestRules {
  /** Addresses on localhost are for development only. */
  readonly isLocalAllowed: boolean
}

/** Complaints in English, for developers; none: the manifest holds. */
export function checkManifest(xml: string, { isLocalAllowed }: ManifestRules): readonly string[] {
  const manifest = readManifest(xml)
  return [
    ...orderComplaints(manifest.root, ''),
    ...identityComplaints(manifest),
    ...resourceComplaints(manifest),
    ...runtimeComplaints(manifest),
    ...addressComplaints(manifest, isLocalAllowed),
    ...languageComplaints(manifest),
    ...iconComplaints(manifest),
    ...requirementComplaints(manifest),
  ]
}

function orderComplaints(element: XmlElement, parent: string): readonly string[] {
  const rule = childrenUnder(parent, element.name)
  if (rule === undefined)
    return [`<${element.name}> in <${parent}> is not known to the checker: remove it or add its order.`]
  const places = element.children.map(({ name }) => rule.order.indexOf(name))
  const unknown = element.children.filter((_, index) => places[index] === -1).map(({ name }) => name)
  const isOrdered = places.every((place, index) => index === 0 || place >= (places[index - 1] ?? 0))
  const missing = rule.required.filter((name) => !element.children.some((child) => child.name === name))
  return [
    ...unknown.map((name) => `<${element.name}> may not hold <${name}>.`),
    ...(isOrdered ? [] : [`<${element.name}>: children must stand in the order ${rule.order.join(', ')}.`]),
    ...missing.map((name) => `<${element.name}> lacks <${name}>.`),
    ...element.children
      .filter((_, index) => places[index] !== -1)
      .flatMap((child) => orderComplaints(child, element.name)),
  ]
}

function identityComplaints({ xml, root }: Manifest): readonly string[] {
  const text = (name: string) => {
    const element = elementAt(root, name)
    return element === undefined ? '' : textOf(xml, element)
  }
  const complaints: string[] = []
  if (!/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(text('Id')))
    complaints.push('<Id> is no GUID in small letters.')
  if (!/^[1-9]\d*\.\d+\.\d+\.\d+$/.test(text('Version')))
    complaints.push('<Version> must be a.b.c.d and not begin with 0.')
  if (text('ProviderName').length === 0 || text('ProviderName').length > 125)
    complaints.push('<ProviderName>: 1 to 125 characters.')
  if (text('Permissions') !== 'ReadWriteDocument')
    complaints.push('<Permissions> must be ReadWriteDocument, no more and no less.')
  const version = text('Version')
  const pageVersions = [...xml.matchAll(/taskpane\.html\?(?:ns=\w+&amp;)?mv=([\d.]+)/g)].map(([, found]) => found)
  if (pageVersions.some((found) => found !== version))
    complaints.push(`?mv= in the page's address must be <Version> ${version}.`)
  return complaints
}

function resourceComplaints({ root, resources, references }: Manifest): readonly string[] {
  const used = new Set(references.map(({ id }) => id))
  const ids = elementAt(root, 'VersionOverrides', 'Resources')?.children.flatMap(({ children }) =>
    children.map(({ attributes }) => attributes.get('id') ?? ''),
  )
  const doubled = (ids ?? []).filter((id, index, list) => list.indexOf(id) !== index)
  const limits: Readonly<Record<string, number>> = { ShortStrings: 125, LongStrings: 250 }
  return [
    ...references
      .filter(({ id }) => !resources.has(id))
      .map(({ id, element }) => `<${element}> refers to ${id}, which is no resource.`),
    ...[...resources.keys()].filter((id) => !used.has(id)).map((id) => `Resource ${id} is not used.`),
    ...[...resources.keys()]
      .filter((id) => id.length > 32)
      .map((id) => `Resource id ${id} is longer than 32 characters.`),
    ...doubled.map((id) => `Resource id ${id} occurs twice.`),
    ...[...resources].flatMap(([id, { section, value, overrides }]) =>
      [value, ...overrides.values()]
        .filter((text) => text.length > (limits[section] ?? 2048))
        .map(() => `Resource ${id} is longer than ${limits[section] ?? 2048} characters.`),
    ),
  ]
}

/** The shared runtime loads only when these are one and the same. */
function runtimeComplaints({ root, resources }: Manifest): readonly string[] {
  const host = elementAt(root, 'VersionOverrides', 'Hosts', 'Host')
  if (host === undefined) return []
  const elements = descendants(host)
  const runtime = elements.find(({ name }) => name === 'Runtime')
  const resid = runtime?.attributes.get('resid')
  const page = elements.find(({ name }) => name === 'Page')?.children[0]
  const functionFile = elements.find(({ name }) => name === 'FunctionFile')
  const panes = elements
    .filter(({ name, attributes }) => name === 'Action' && attributes.get('xsi:type') === 'ShowTaskpane')
    .map((action) => elementAt(action, 'SourceLocation'))
  const others = [page, functionFile, ...panes].filter((element) => element?.attributes.get('resid') !== resid)
  const source = elementAt(root, 'DefaultSettings', 'SourceLocation')?.attributes.get('DefaultValue')
  return [
    ...(runtime?.attributes.get('lifetime') === 'long' ? [] : ['<Runtime> must have lifetime="long".']),
    ...(others.length === 0
      ? []
      : [`Page, FunctionFile and ShowTaskpane must have the resid of <Runtime> (${resid}).`]),
    ...(source === resources.get(resid ?? '')?.value
      ? []
      : ['<DefaultSettings> must have the address of the runtime.']),
  ]
}

function addressComplaints({ xml, root, urls }: Manifest, isLocalAllowed: boolean): readonly string[] {
  const own = urls.filter(
    (url) => !url.startsWith('http://schemas.microsoft.com/') && !url.startsWith('http://www.w3.org/'),
  )
  const origins = new Set(own.filter((url) => URL.canParse(url)).map((url) => new URL(url).origin))
  const domain = elementAt(root, 'AppDomains', 'AppDomain')
  return [
    ...own.filter((url) => !url.startsWith('https://')).map((url) => `${url} must be https.`),
    ...own
      .filter((url) => URL.canParse(url) && isLocal(url) && !isLocalAllowed)
      .map((url) => `${url} is an address of one machine.`),
    ...(origins.size === 1 ? [] : [`All addresses must be on one origin, not ${[...origins].join(', ')}.`]),
    ...(domain !== undefined && origins.has(textOf(xml, domain))
      ? []
      : ['<AppDomain> must be the origin of the add-in.']),
  ]
}

const isLocal = (url: string) => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname)

function languageComplaints({ xml, root, resources }: Manifest): readonly string[] {
  const locale = elementAt(root, 'DefaultLocale')
  const named = ['DisplayName', 'Description'].flatMap((name) => {
    const element = elementAt(root, name)
    return element !== undefined && overridesOf(element).get('en-US') ? [] : [`<${name}> has no English.`]
  })
  return [
    ...(locale !== undefined && textOf(xml, locale) === 'nl-NL' ? [] : ['<DefaultLocale> must be nl-NL.']),
    ...named,
    ...[...resources]
      .filter(([, { kind, overrides }]) => kind === 'String' && !overrides.get('en-US'))
      .map(([id]) => `Text ${id} has no English.`),
  ]
}

const iconSizes = ['16', '20', '24', '32', '40', '48', '64', '80']

function iconComplaints({ root, resources }: Manifest): readonly string[] {
  return descendants(root)
    .filter(({ name }) => name === 'Icon')
    .flatMap((icon) => {
      const sizes = new Set(icon.children.map(({ attributes }) => attributes.get('size') ?? ''))
      const missing = iconSizes.filter((size) => !sizes.has(size))
      const wrong = icon.children.filter(({ attributes }) => {
        const file = resources.get(attributes.get('resid') ?? '')?.value
        return file !== undefined && !file.endsWith(`-${attributes.get('size')}.png`)
      })
      return [
        ...missing.map((size) => `An <Icon> lacks size ${size}.`),
        ...wrong.map(
          ({ attributes }) => `${attributes.get('resid')} is not an icon of size ${attributes.get('size')}.`,
        ),
      ]
    })
}

/** As low as the add-in can do with: newer parts of Excel are asked for at run time. */
const lowest: Readonly<Record<string, string>> = {
  SharedRuntime: '1.1',
  CustomFunctionsRuntime: '1.2',
  ExcelApi: '1.14',
}

function requirementComplaints({ root }: Manifest): readonly string[] {
  const sets = elementAt(root, 'Requirements', 'Sets')?.children ?? []
  const found = new Map(sets.map(({ attributes }) => [attributes.get('Name') ?? '', attributes.get('MinVersion')]))
  return [
    ...Object.entries(lowest)
      .filter(([name, version]) => found.get(name) !== version)
      .map(([name, version]) => `<Requirements> must ask for ${name} ${version}.`),
    ...[...found.keys()].filter((name) => !(name in lowest)).map((name) => `<Requirements> may not ask for ${name}.`),
  ]
}
