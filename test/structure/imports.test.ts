import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSources, root } from './sources.ts'

const sources = readSources()
const production = sources.filter((source) => !source.isTest)

/** Who may import whom (ARCHITECTURE.md). The folder that fits longest decides; what is not listed is refused. */
const allowed: Readonly<Record<string, { folders: readonly string[]; packages: readonly string[] }>> = {
  'shared/text': { folders: [], packages: [] },
  'shared/codes': { folders: [], packages: [] },
  'shared/cells': { folders: ['shared/codes', 'shared/text'], packages: ['zod/mini'] },
  'shared/model': { folders: ['shared/cells', 'shared/codes', 'shared/text'], packages: ['zod/mini'] },
  'shared/iv3': { folders: [], packages: ['zod/mini'] },
  'shared/workbook': {
    folders: ['shared/cells', 'shared/codes', 'shared/model', 'shared/text'],
    packages: ['zod/mini'],
  },
  'shared/rules': {
    folders: ['shared/cells', 'shared/codes', 'shared/iv3', 'shared/model', 'shared/text'],
    packages: ['zod/mini'],
  },
  'shared/sync': { folders: ['shared/cells', 'shared/codes', 'shared/model', 'shared/text'], packages: ['zod/mini'] },
  'shared/renewal': {
    folders: ['shared/cells', 'shared/codes', 'shared/model', 'shared/sync', 'shared/workbook'],
    packages: [],
  },
  'shared/consolidation': { folders: ['shared/cells', 'shared/codes', 'shared/model', 'shared/text'], packages: [] },
  'shared/example': { folders: ['shared/cells', 'shared/codes', 'shared/model'], packages: [] },
  'shared/questions': { folders: ['shared/cells', 'shared/model'], packages: ['zod/mini'] },
  'shared/lifecycle': { folders: ['shared/model', 'shared/rules'], packages: ['zod/mini'] },
  'shared/calculation': { folders: ['shared/cells', 'shared/codes', 'shared/model'], packages: [] },
  xlsx: { folders: ['shared/workbook', 'shared/cells'], packages: ['fflate'] },
  // Only start.ts joins the parts of the add-in; each part knows the ports and the core.
  addin: { folders: ['addin', 'shared'], packages: ['@azure/msal-browser', '@preact/signals', 'uuid'] },
  'addin/ports': { folders: ['shared'], packages: [] },
  'addin/excel': { folders: ['addin/ports', 'shared'], packages: [] },
  'addin/functions': { folders: ['addin/ports', 'shared'], packages: [] },
  'addin/checking': { folders: ['addin/ports', 'shared'], packages: [] },
  'addin/lifecycle': { folders: ['addin/ports', 'shared'], packages: [] },
  'addin/linking': { folders: ['addin/ports', 'shared'], packages: [] },
  'addin/sync': { folders: ['addin/ports', 'shared'], packages: ['zod/mini'] },
  'addin/server': { folders: ['addin/ports', 'shared'], packages: ['zod/mini'] },
  'addin/live': { folders: ['addin/ports', 'shared'], packages: [] },
  'addin/sign-in': { folders: ['addin/ports'], packages: ['zod/mini', '@azure/msal-browser'] },
  'addin/office': { folders: ['addin/ports'], packages: [] },
  'addin/pane': { folders: ['addin/ports', 'shared'], packages: ['preact', '@preact/signals'] },
  'addin/page': {
    folders: ['addin/ports', 'addin/pane', 'shared'],
    packages: ['preact', '@preact/signals', 'papaparse'],
  },
  'addin/build': {
    folders: ['addin/functions', 'xlsx/xml-tree.ts', 'shared/model', 'shared/rules'],
    packages: ['node:', 'vite', 'custom-functions-metadata'],
  },
  'workbench/book': { folders: ['shared'], packages: ['@borgar/fx', '@formulajs/formulajs'] },
  'workbench/host': { folders: ['workbench/book', 'shared'], packages: ['zod/mini'] },
  'workbench/client': { folders: ['workbench/host', 'workbench/book'], packages: [] },
  'workbench/grid': { folders: ['workbench/book', 'shared'], packages: ['preact', '@preact/signals'] },
  'workbench/page': {
    folders: ['workbench', 'shared', 'xlsx'],
    packages: ['preact', '@preact/signals', 'uuid', 'zod/mini'],
  },
  worker: {
    folders: ['shared'],
    packages: [
      'hono',
      'hono-openapi',
      '@hono/standard-validator',
      'jose',
      'zod',
      'cloudflare:workers',
      '@cloudflare/workers-types',
    ],
  },
  cli: {
    folders: ['shared', 'xlsx', 'worker', 'addin/build'],
    packages: [
      'node:',
      'office-addin-dev-certs',
      'vite',
      'vitest',
      'miniflare',
      '@cloudflare/workers-types',
      'oauth2-mock-server',
      'uuid',
      'papaparse',
      'zod',
    ],
  },
}

const folderOf = (file: string) =>
  Object.keys(allowed)
    .filter((folder) => file.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0] ?? file

const isUnder = (target: string, names: readonly string[]) =>
  names.some((name) => target === name || target.startsWith(name.endsWith(':') ? name : `${name}/`))

describe('imports', () => {
  test('every folder imports only what the architecture allows', () => {
    const refused = production.flatMap((source) => {
      const own = folderOf(source.path)
      const rule = allowed[own] ?? { folders: [], packages: [] }
      return source.imports
        .filter(({ target, isPackage }) =>
          isPackage ? !isUnder(target, rule.packages) : !isUnder(target, [own, ...rule.folders]),
        )
        .map(({ target }) => `${source.path} -> ${target}`)
    })
    expect(refused).toEqual([])
  })

  test('explanations of rules are loaded by who shows them, late, and by nothing that judges', () => {
    const importersOf = (isTarget: (target: string) => boolean) =>
      production.filter((source) => source.imports.some(({ target }) => isTarget(target)))
    const users = importersOf((target) => target.startsWith('shared/rules/explanations/'))
      .map((source) => source.path)
      .filter((file) => !file.startsWith('shared/rules/explanations/'))
    expect(users.sort()).toEqual([
      'addin/build/rule-help-text.ts',
      'addin/build/rule-help.ts',
      'addin/pane/check/rule-explanation.ts',
    ])
    const fixed = importersOf((target) => target.endsWith('/rule-explanation.ts'))
      .filter((source) => /^import (?!type)[^;']*?'[^']*rule-explanation\.ts'/m.test(source.text))
      .map((source) => source.path)
    expect(fixed).toEqual([])
  })

  test('every import of an own file names a file that exists', () => {
    const missing = sources.flatMap((source) =>
      source.imports
        .filter(({ target, isPackage }) => !isPackage && !existsSync(path.join(root, target)))
        .map(({ target }) => `${source.path} -> ${target}`),
    )
    expect(missing).toEqual([])
  })

  test('no file imports itself through others', () => {
    const graph = new Map(
      production.map((source) => [
        source.path,
        source.imports.filter((entry) => !entry.isPackage && !entry.isTypeOnly).map((entry) => entry.target),
      ]),
    )
    expect(cyclesOf(graph)).toEqual([])
  })
})

describe('the core', () => {
  test('shared has no clock, dice, network or platform in it', () => {
    const platform =
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.|\bcrypto\.|\bfetch\(|\bconsole\.|\bsetTimeout\b/
    const found = production
      .filter((source) => source.path.startsWith('shared/'))
      .filter((source) => platform.test(source.text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')))
      .map((source) => source.path)
    expect(found).toEqual([])
  })

  test('no production file is longer than 350 lines', () => {
    const long = production.filter((source) => source.text.split('\n').length > 351).map((source) => source.path)
    expect(long).toEqual([])
  })

  test('no test is skipped or singled out', () => {
    const found = sources
      .filter((source) => /\b(?:test|it|describe)\.(?:skip|only|todo)\b/.test(source.text))
      .map((source) => source.path)
      .filter((file) => file !== 'test/structure/imports.test.ts')
    expect(found).toEqual([])
  })
})

/** Each cycle once, as `a -> b -> a`. */
function cyclesOf(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const cycles: string[] = []
  const state = new Map<string, 'open' | 'done'>()
  const visit = (file: string, trail: readonly string[]) => {
    if (state.get(file) === 'done') return
    if (state.get(file) === 'open') {
      cycles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '))
      return
    }
    state.set(file, 'open')
    for (const target of graph.get(file) ?? []) visit(target, [...trail, file])
    state.set(file, 'done')
  }
  for (const file of graph.keys()) visit(file, [])
  return cycles
}
