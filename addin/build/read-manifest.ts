/** A manifest as what the checks ask about: elements, resources by id, and every address in it. */
import { childNamed, parseXml, type XmlElement } from '../../xlsx/xml-tree.ts'

export interface Manifest {
  readonly xml: string
  readonly root: XmlElement
  /** Value of each resource by its id, as `bt:Url` and the like define them. */
  readonly resources: ReadonlyMap<string, Resource>
  /** Ids that are referred to, with the element that does so. */
  readonly references: readonly { readonly id: string; readonly element: string }[]
  /** Every https or http address, wherever it stands. */
  readonly urls: readonly string[]
}

export interface Resource {
  readonly kind: 'Image' | 'Url' | 'String'
  readonly section: string
  readonly value: string
  readonly overrides: ReadonlyMap<string, string>
}

/** Throws XlsxError when the text is no XML at all. */
export function readManifest(xml: string): Manifest {
  const { root } = parseXml(xml, 'manifest.xml')
  const elements = descendants(root)
  return {
    xml,
    root,
    resources: resourcesOf(root),
    references: elements.flatMap((element) => {
      const id = element.attributes.get('resid')
      return id === undefined ? [] : [{ id, element: element.name }]
    }),
    urls: elements.flatMap((element) =>
      [...element.attributes.values(), textOf(xml, element)].filter((value) => /^https?:/i.test(value)),
    ),
  }
}

/** The text between the tags of an element without children; empty for one with children. */
export function textOf(xml: string, element: XmlElement): string {
  return element.children.length > 0 ? '' : xml.slice(element.openEnd, element.closeStart).trim()
}

/** The element at a path of names below this one; undefined when it is not there. */
export function elementAt(element: XmlElement, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((at, name) => (at === undefined ? at : childNamed(at, name)), element)
}

export function descendants(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(descendants)]
}

function resourcesOf(root: XmlElement): ReadonlyMap<string, Resource> {
  const resources = elementAt(root, 'VersionOverrides', 'Resources')
  return new Map(
    (resources?.children ?? []).flatMap((section) =>
      section.children.map((entry): [string, Resource] => [
        entry.attributes.get('id') ?? '',
        {
          kind: entry.name === 'Image' || entry.name === 'Url' ? entry.name : 'String',
          section: section.name,
          value: entry.attributes.get('DefaultValue') ?? '',
          overrides: overridesOf(entry),
        },
      ]),
    ),
  )
}

/** By locale. */
export function overridesOf(element: XmlElement): ReadonlyMap<string, string> {
  return new Map(
    element.children
      .filter(({ name }) => name === 'Override')
      .map(({ attributes }) => [attributes.get('Locale') ?? '', attributes.get('Value') ?? '']),
  )
}
