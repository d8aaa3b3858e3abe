/** The project's own sources as text with what they import, for the tests that hold the structure. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export const root = path.join(import.meta.dirname, '../..')
const folders = ['shared', 'xlsx', 'worker', 'cli', 'addin', 'workbench', 'test']

export interface Source {
  /** Path from the project's root, with `/`. */
  readonly path: string
  readonly text: string
  readonly isTest: boolean
  /** Files of the project that it imports, by path; packages by name. */
  readonly imports: readonly { readonly target: string; readonly isPackage: boolean; readonly isTypeOnly: boolean }[]
}

export function readSources(): readonly Source[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:m?ts|tsx)$/.test(name))
      .map((name) => readSource(`${folder}/${name.replaceAll('\\', '/')}`)),
  )
}

function readSource(file: string): Source {
  const text = readFileSync(path.join(root, file), 'utf8')
  const found = text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/gm)
  const imports = [...found].map(([, type, fixed, lazy]) => ({
    ...resolveImport(file, fixed ?? lazy ?? ''),
    isTypeOnly: type !== undefined,
  }))
  return {
    path: file,
    text,
    isTest: /\.(?:test|contract|test-data)\.tsx?$/.test(file) || file.startsWith('test/'),
    imports,
  }
}

function resolveImport(from: string, specifier: string): { target: string; isPackage: boolean } {
  if (specifier.startsWith('#shared/')) return { target: specifier.slice(1), isPackage: false }
  if (specifier.startsWith('.')) {
    return { target: path.posix.join(path.posix.dirname(from), specifier), isPackage: false }
  }
  return { target: specifier, isPackage: true }
}
