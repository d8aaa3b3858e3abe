import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { gatherLists, gatherPeople } from '#shared/workbook/index.ts'
import { temporaryFolder } from '../gebied.test-data.ts'
import { namedFiles, readListFile } from './read-files.ts'

function filesOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder()
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content)
  return folder
}

const gather = (files: Readonly<Record<string, string | Uint8Array>>) =>
  gatherLists(namedFiles([filesOf(files)]).map(readListFile))
const programme = (code: string) => ({ code, name: 'Stad', validFrom: 2023, validTo: 2026 })

describe('[S-108] files of lists', () => {
  test.for([
    [{ 'x.json': '{' }, /geen geldige JSON/],
    [{ 'programmas.csv': '"Code;Naam' }, /aanhalingstekens/],
    [{ 'programmas.csv': Uint8Array.of(0x43, 0xe9) }, /CSV UTF-8/],
    [{ 'programmas.xlsx': '' }, /geen \.csv of \.json/],
    [{}, /geen \.csv of \.json/],
  ] as const)('%o are refused with what to do', ([files, message]) => {
    expect(() => gather(files)).toThrow(message)
  })

  test.for([
    ['wijken.csv', 'Code', 'geen naam van een lijst; noem het bestand naar zijn lijst (gemeente, '],
    ['x.json', '{"wijken": []}', 'geen lijsten; schrijf { "soort": [items] }'],
    ['x.json', '[]', 'geen lijsten; schrijf { "soort": [items] }'],
  ] as const)('%s with %s holds no list, which is said', ([name, text, message]) => {
    expect(gather({ [name]: text }).faults[0]?.nl).toContain(message)
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
    expect(placeOf('programmas', 1, 'name', 'nl')).toMatch(/programmas\.json, programmas 1, name$/)
    expect(placeOf('programmas', 2, 'name', 'en')).toMatch(/programmas\.csv, line 2, column Naam$/)
  })
})

describe('[S-108] a file of people', () => {
  const people = (name: string, content: string) =>
    gatherPeople(readListFile(path.join(filesOf({ [name]: content }), name)))

  test('of JSON holds people, or is told to hold none', () => {
    const kim = { oid: '1', name: 'Kim', role: 'griffie', areas: [] }
    const { people: read, faults, placeOf } = people('personen.json', JSON.stringify([kim]))
    expect([read, faults]).toEqual([[kim], []])
    expect(placeOf(0, 'areas.1', 'nl')).toMatch(/personen\.json, personen 1, areas\.1$/)
    expect(people('personen.json', '{"people": []}').faults[0]?.nl).toContain('geen mensen; schrijf [{ "oid"')
  })

  test('of CSV has each fault at its line and column', () => {
    const { people: read, placeOf } = people(
      'personen.csv',
      'Naam;Rol;Gebieden;Object-id\n\nKim;griffie;"HOL; SPZ";1\n',
    )
    expect(read).toEqual([{ name: 'Kim', role: 'griffie', areas: ['HOL', 'SPZ'], oid: '1' }])
    expect(placeOf(0, 'areas.1', 'en')).toMatch(/personen\.csv, line 3, column Gebieden$/)
  })
})
