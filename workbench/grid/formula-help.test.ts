import { describe, expect, test } from 'vitest'
import { completed, formulaHelp, type FunctionFacts, takesReference } from './formula-help.ts'

const parameter = (name: string, facts: Partial<FunctionFacts['parameters'][number]> = {}) => ({
  name,
  description: '',
  isOptional: false,
  isRepeating: false,
  ...facts,
})
const restant: FunctionFacts = {
  name: 'GEBIED.RESTANT',
  description: 'Wat er van een bron over is.',
  parameters: [parameter('bron'), parameter('jaar'), parameter('versie', { isOptional: true })],
}
const total: FunctionFacts = {
  name: 'GEBIED.TOTAAL',
  description: '',
  parameters: [parameter('gebied'), parameter('jaar')],
}
const sum: FunctionFacts = { name: 'GEBIED.VN', description: '', parameters: [parameter('x', { isRepeating: true })] }
const functions = [restant, total, sum]

/** The help at the `|` in the text. */
function helpAt(marked: string) {
  const help = formulaHelp(marked.replace('|', ''), marked.indexOf('|'), functions)
  if (help?.kind === 'names') return help.found.map(({ name }) => name)
  return help === undefined ? undefined : [help.facts.name, help.parameter]
}

describe('help while typing a formula', () => {
  test.for([
    ['=GEB|', ['GEBIED.RESTANT', 'GEBIED.TOTAAL', 'GEBIED.VN']],
    ['=gebied.t|', ['GEBIED.TOTAAL']],
    ['=1+rest|', ['GEBIED.RESTANT']],
    ['=GEBIED.RESTANT(|', ['GEBIED.RESTANT', 0]],
    ['=GEBIED.RESTANT("SP;GGW";|', ['GEBIED.RESTANT', 1]],
    ['=GEBIED.RESTANT(A1;SOM(1;2;3);|', ['GEBIED.RESTANT', 2]],
    ['=GEBIED.RESTANT(A1;SOM(1;|', ['GEBIED.RESTANT', 1]],
    ['=SOM(GEBIED.TOTAAL("HOL";|2023))', ['GEBIED.TOTAAL', 1]],
    ['=GEBIED.VN(1;2;3|', ['GEBIED.VN', 0]],
    ['=GEBIED.RESTANT(tblX[[#This Row];[Jaar]];|', ['GEBIED.RESTANT', 1]],
    ['=GEBIED.RESTANT("tot|', undefined],
    ['=GEBIED.RESTANT(1;2)|', undefined],
    ['GEBIED|', undefined],
    ['=SOM(|', undefined],
  ] as const)('at %s is %o', ([marked, expected]) => {
    expect(helpAt(marked)).toEqual(expected)
  })

  test('puts the chosen name in place of what was typed of it', () => {
    expect(completed('=1+res', 3, 6, 'GEBIED.RESTANT')).toEqual({ text: '=1+GEBIED.RESTANT(', caret: 18 })
    expect(completed('=resta(A1)', 1, 4, 'GEBIED.RESTANT')).toEqual({ text: '=GEBIED.RESTANT(A1)', caret: 16 })
  })

  test('knows where a click on a cell means its address', () => {
    expect(['=', '=SOM(', '=A1+ ', '=A1;'].map((text) => takesReference(text, text.length))).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect(['A1+', '=A1', '=SOM(A1)', ''].map((text) => takesReference(text, text.length))).toEqual([
      false,
      false,
      false,
      false,
    ])
  })
})
