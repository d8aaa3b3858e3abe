import type { IFunction } from 'custom-functions-metadata'
import { describe, expect, test } from 'vitest'
import { english, englishChoices } from '../functions/english.ts'
import { associationFaults, functionsMetadata, textFaults } from './functions-metadata.ts'
import { breaks, readSnapshot, shapesOf } from './metadata-snapshot.ts'
import { parseFunctions, parseSources } from './parse-functions.ts'
import { fromDutchFormula, toDutchFormula } from '../../workbench/book/notation/dutch-formula.ts'

interface Metadata {
  readonly functions: readonly IFunction[]
  readonly enums: readonly object[]
}

const source = (declaration: string, tags = '@customfunction DEEL') => [
  { name: 'x-functions.ts', text: `/**\n * Doet iets.\n * ${tags}\n * @param a Iets.\n */\n${declaration}\n` },
]

describe('the metadata', () => {
  test('holds every function with help under the origin, in Dutch and in English', () => {
    const { nl, en, associations } = functionsMetadata('https://gebied.example.nl')
    const [dutch, inEnglish] = [nl as Metadata, en as Metadata]
    expect(dutch.functions).toHaveLength(27)
    expect(associations).toHaveLength(27)
    const remaining = dutch.functions.find(({ id }) => id === 'RESTANT')
    expect(remaining).toEqual({
      id: 'RESTANT',
      name: 'RESTANT',
      description:
        'Geeft wat er van een dekkingsbron over is in een jaar: plafond min beroep. Negatief: er is te veel beroepen.',
      helpUrl: 'https://gebied.example.nl/help/functies/restant.html',
      options: { requiresStreamAddress: true, stream: true },
      parameters: [
        { name: 'bron', type: 'any', description: 'Code van de bron, zoals "SP-GGW-2023".' },
        { name: 'jaar', type: 'any', description: 'Kalenderjaar.' },
        {
          name: 'gebied',
          type: 'any',
          optional: true,
          description: 'Code van het gebied. Weggelaten of "alle": alle gebieden samen.',
        },
        {
          name: 'onderdeel',
          type: 'any',
          optional: true,
          description: 'Onderdeel van de bron, zoals "kernteam". Weggelaten: de hele bron.',
        },
      ],
      result: {},
    })
    expect(inEnglish.functions.map(({ name, parameters }) => [name, parameters.map((p) => p.name)])).toEqual(
      dutch.functions.map(({ name, parameters }) => [name, parameters.map((p) => p.name)]),
    )
    expect(inEnglish.functions.find(({ id }) => id === 'SALDO')?.description).toBe(
      'Gives baten minus lasten of an area, from what all areas have synchronised.',
    )
  })

  test('lets errors in, offers the choices, asks for addresses, and recomputes nothing by itself', () => {
    const { nl } = functionsMetadata()
    expect(nl).toMatchObject({ allowErrorForDataTypeAny: true, allowCustomDataForDataTypeAny: true })
    const { functions, enums } = nl as Metadata
    expect(enums).toContainEqual({
      id: 'Kant',
      type: 'string',
      values: [
        { name: 'lasten', stringValue: 'L', tooltip: 'Uitgaven' },
        { name: 'baten', stringValue: 'B', tooltip: 'Inkomsten' },
      ],
    })
    const total = functions.find(({ id }) => id === 'TOTAAL')
    expect(total?.parameters.map(({ name, customEnumId }) => [name, customEnumId])).toContainEqual(['kant', 'Kant'])
    for (const { id, options } of functions) {
      expect([id, options?.requiresAddress ?? options?.requiresStreamAddress]).toEqual([id, true])
      expect([id, options?.volatile]).toEqual([id, undefined])
    }
  })

  test('has matrices where functions spill', () => {
    const { functions } = functionsMetadata().nl as Metadata
    const spilling = functions.filter(({ result }) => result?.dimensionality === 'matrix').map(({ id }) => id)
    expect(spilling).toEqual(['CONSOLIDATIE', 'CONTROLE', 'DOORREKENEN', 'REGELS', 'VERDEEL'])
  })
})

describe('the build stops', () => {
  test.for([
    ['a type that Excel does not know', 'export function part(a: Map<string, string>): string { return "" }'],
    ['an id that cannot be one', 'export function part(a: string): string { return "" }', '@customfunction ON-JUIST'],
  ] as const)('at %s', ([, declaration, tags]) => {
    expect(() => parseSources(source(declaration, tags), '')).toThrow(
      /^The custom functions have errors:\nx-functions.ts: /,
    )
  })

  test('at an id that two files declare', () => {
    const [one] = source('export function part(a: string): string { return a }')
    if (one === undefined) throw new Error('no source')
    expect(() => parseSources([one, { ...one, name: 'y-functions.ts' }], '')).toThrow('DEEL stands twice.')
  })

  test('at a function that is not associated, and at one that is not declared', () => {
    expect(associationFaults([['SALDO', 'balance']], [['SALDO', 'total']])).toEqual([
      'SALDO (balance) is not associated.',
      'SALDO (total) is associated, but declared nowhere.',
    ])
  })

  test('at texts that are missing or too many, and at a name that is too short', () => {
    const { functions, enums } = parseSources(
      source('export function part(a: string, b: Kies): string { return a }', '@customfunction VN'),
      "/** @customenum {string} */\nexport declare enum Kies {\n  een = '1',\n}\n",
    )
    const texts = { VN: { description: '', parameters: { c: 'x' } }, OUD: { description: 'x', parameters: {} } }
    expect(textFaults({ functions, enums }, texts, {})).toEqual([
      'VN: id and name are equal and have at least three characters.',
      'VN has no English description.',
      'VN: b has no description.',
      'VN: a has no English description.',
      'VN: b has no English description.',
      'VN has an English text for c, but no such parameter.',
      'OUD has English texts, but does not exist.',
      'Choice een of Kies lacks a tip.',
    ])
    expect(textFaults(parseFunctions(), english, englishChoices)).toEqual([])
  })
})

describe('formulas that people have', () => {
  const shapes = shapesOf(parseFunctions().functions)
  const balance = (change: object) => shapes.map((shape) => (shape.id === 'SALDO' ? { ...shape, ...change } : shape))
  const parameters = shapes.find(({ id }) => id === 'SALDO')?.parameters ?? []
  const [first, ...others] = parameters
  const extra = { name: 'valuta', type: 'any', isOptional: true }

  test('[S-84] stay as the snapshot has them, which is up to date', () => {
    expect(shapes).toEqual(readSnapshot())
  })

  test('go on working with new functions and new optional arguments at the end', () => {
    const grown = [...balance({ parameters: [...parameters, extra] }), { ...shapes[0], id: 'NIEUW' } as never]
    expect(breaks(shapes, grown)).toEqual([])
  })

  test.for([
    ['a function goes', shapes.filter(({ id }) => id !== 'SALDO'), 'SALDO is gone.'],
    ['it stops streaming', balance({ isStreaming: false }), 'SALDO gives something else.'],
    ['it spills', balance({ result: 'any[][]' }), 'SALDO gives something else.'],
    [
      'an argument goes',
      balance({ parameters: parameters.slice(0, -1) }),
      'Parameter 3 of SALDO was versie (any, optional) and is gone.',
    ],
    [
      'an argument comes in between',
      balance({ parameters: [first, extra, ...others] }),
      'Parameter 2 of SALDO was jaar (any) and is valuta (any, optional).',
    ],
    [
      'a new argument is needed',
      balance({ parameters: [...parameters, { ...extra, isOptional: false }] }),
      'The new parameter valuta of SALDO must be optional.',
    ],
  ] as const)('would break when %s', ([, after, reason]) => {
    expect(breaks(shapes, after as never)).toContain(reason)
  })
})

test('no name is that of a function of Excel in Dutch or English, or of a cell', () => {
  for (const { id } of parseFunctions().functions) {
    expect(fromDutchFormula(`=${id}(1)`), id).toBe(`=${id}(1)`)
    expect(toDutchFormula(`=${id}(1)`), id).toBe(`=${id}(1)`)
    expect(id).not.toMatch(/^[A-Z]{1,3}\d+$/)
  }
})
