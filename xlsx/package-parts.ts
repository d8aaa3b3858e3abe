import { ownUnzip, type Unzip, unpack } from './unpack.ts'
import { badXml, missingPart } from './xlsx-error.ts'
import { parseXml, type XmlDocument } from './xml-tree.ts'
import { readZip, type ZipEntry } from './zip-read.ts'

/** How one part names another: the last word of its type, since the two dialects of the format differ before it. */
export interface Relation {
  readonly id: string
  readonly type: string
  readonly path: string
}

/** The parts of a workbook file by name. Names are compared without regard to capitals, as the format demands. */
export interface Package {
  readonly entries: readonly ZipEntry[]
  readonly byPath: ReadonlyMap<string, ZipEntry>
  readonly unzip: Unzip
}

export function openPackage(bytes: Uint8Array, unzip: Unzip = ownUnzip): Package {
  const entries = readZip(bytes)
  const byPath = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]))
  if (!byPath.has('[content_types].xml')) throw missingPart('[Content_Types].xml')
  return { entries, byPath, unzip }
}

/** The text of a part, which must be UTF-8: the only encoding that programs write in these files. */
export function partText(parts: Package, path: string): string {
  const entry = parts.byPath.get(path.toLowerCase())
  if (entry === undefined) throw missingPart(path)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(unpack(entry, parts.unzip))
  } catch (error) {
    if (error instanceof TypeError) throw badXml(path, 'het is geen UTF-8', 'it is not UTF-8')
    throw error
  }
}

export function partDocument(parts: Package, path: string): XmlDocument {
  return parseXml(partText(parts, path), path)
}

/** Where the relations of a part are kept; '' is the package itself. */
export function relationsPath(path: string): string {
  const slash = path.lastIndexOf('/') + 1
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`
}

/** What a part names inside the file; links to other files are left out. */
export function relationsOf(parts: Package, path: string): readonly Relation[] {
  const source = relationsPath(path)
  if (!parts.byPath.has(source.toLowerCase())) return []
  const relations: Relation[] = []
  for (const { attributes } of partDocument(parts, source).root.children) {
    const target = attributes.get('Target')
    if (target === undefined || attributes.get('TargetMode') === 'External') continue
    const type = attributes.get('Type') ?? ''
    relations.push({
      id: attributes.get('Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      path: resolveTarget(path, target),
    })
  }
  return relations
}

/** A target is absolute (`/xl/styles.xml`) or relative to the folder of the part that names it. */
function resolveTarget(source: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const segments = source.split('/').slice(0, -1)
  for (const segment of target.split('/')) {
    if (segment === '..') segments.pop()
    else if (segment !== '.') segments.push(segment)
  }
  return segments.join('/')
}
