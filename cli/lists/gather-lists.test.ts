import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../gebied.test-data.ts'
import { gatherLists } from './gather-lists.ts'
import { namedFiles } from './read-files.ts'

function filesOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder()
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content)
  return folder
}

const gather = (files: Readonly<Record<string, string | Uint8Array>>) => gatherLists(namedFiles([filesOf(files)]))
const programme = (code: string) => ({ code, name: 'Stad', validFrom: 2023, validTo: 2026 })

describe('[S-108] files of lists', () => {
  test.for([
    [{ 'wijken.csv': 'Code' }, /wijken\.csv: geen naam van een lijst\. Noem het bestand naar zijn lijst: gemeente/],
    [{ 'x.json': '{"wijken": []}' }, /Schrijf { "soort": \[items\] }/],
    [{ 'x.json': '[]' }, /geef een bestand met \[items\] de naam van zijn lijst/],
    [{ 'x.json': '{' }, /geen geldige JSON/],
    [{ 'programmas.csv': '"Code;Naam' }, /aanhalingstekens/],
    [{ 'programmas.csv': Uint8Array.of(0x43, 0xe9) }, /CSV UTF-8/],
    [{ 'programmas.xlsx': '' }, /geen \.csv of \.json/],
    [{}, /geen \.csv of \.json/],
  ] as const)('%o are refused with what to do', ([files, message]) => {
    expect(() => gather(files)).toThrow(message)
  })

  test('that are not there are refused by name', () => {
    expect(() => namedFiles(['bestaat-niet'])).toThrow(/bestaat-niet: kan niet worden gelezen \(ENOENT\)/)
    expect(() => namedFiles(['package.json', 'README.md'])).toThrow(/README\.md: geen \.csv of \.json/)
  })

  test('come together from JSON and CSV, and every field is found back', () => {
    const { load, faults, placeOf } = gather({
      'a.json': JSON.stringify({ programmas: [programme('4')], gebieden: [] }),
      'programmas.json': JSON.stringify([programme('5')]),
      'programmas.csv': '\ufeffcode,NAAM,Van jaar,T/m jaar\r\n6,"Stad, en land",2023,2026\r\n',
    })
    expect(faults).toEqual([])
    expect(load).toEqual({
      gebieden: [],
      programmas: [programme('4'), programme('5'), { ...programme('6'), name: 'Stad, en land' }],
    })
    expect(placeOf('programmas', 1, 'name')).toMatch(/programmas\.json, programmas 1, name$/)
    expect(placeOf('programmas', 2, 'name')).toMatch(/programmas\.csv, regel 2, kolom Naam$/)
  })
})
