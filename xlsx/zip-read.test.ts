import { crc32, inflateRawSync } from 'node:zlib'
import { Deflate } from 'fflate'
import { describe, expect, test } from 'vitest'
import { packageFile, workbookParts } from './package-fixture.ts'
import { readXlsx } from './read-workbook.ts'
import type { Unzip } from './unpack.ts'
import { XlsxError } from './xlsx-error.ts'
import { packEntry, writeZip } from './zip-write.ts'
import type { ZipEntry } from './zip-read.ts'

const text = (content: string) => new TextEncoder().encode(content)
const good = () => packageFile(workbookParts('<sheetData/>'))

/** A part that says it is smaller than what is in it. */
function lyingEntry(name: string, sizeBytes: number, realBytes: number): ZipEntry {
  const chunks: Uint8Array[] = []
  const deflater = new Deflate({ level: 1 }, (chunk) => chunks.push(chunk))
  const zeros = new Uint8Array(1_000_000)
  for (let at = 0; at < realBytes; at += zeros.length) deflater.push(zeros, at + zeros.length >= realBytes)
  const packed = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let filled = 0
  for (const chunk of chunks) {
    packed.set(chunk, filled)
    filled += chunk.length
  }
  return { ...packEntry(name, text('')), method: 'deflated', packed, sizeBytes }
}

/** What a command line on Node gives. */
const nodeUnzip: Unzip = {
  inflate: (packed, sizeBytes) => inflateRawSync(packed, { maxOutputLength: sizeBytes + 1 }),
  crc32: (bytes) => crc32(bytes),
}

function failure(bytes: Uint8Array, unzip?: Unzip): XlsxError {
  try {
    readXlsx(bytes, unzip)
  } catch (error) {
    if (error instanceof XlsxError) return error
    throw error
  }
  throw new Error('the file was read')
}

describe('[S-21] a file that is no workbook is refused with what to do about it', () => {
  test.for([
    ['an empty file', new Uint8Array(), 'not-a-zip', 'leeg'],
    ['a web page', text('<html><table></table></html>'), 'not-a-zip', 'Opslaan als'],
    ['a csv', text('Taakveld;Bedrag\n0.1;100'), 'not-a-zip', 'csv'],
    [
      'an old or encrypted workbook',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      'encrypted',
      'zonder wachtwoord',
    ],
    ['a workbook cut in half', good().subarray(0, 400), 'damaged', 'afgekapt'],
    ['only the first bytes of a zip', Uint8Array.of(0x50, 0x4b, 3, 4), 'damaged', 'afgekapt'],
    ['a zip of something else', packageFile({ 'notitie.txt': 'hallo' }), 'missing-part', '[Content_Types].xml'],
  ] as const)('%s', ([, bytes, reason, words]) => {
    const error = failure(bytes)
    expect(error.reason).toBe(reason)
    expect(error.message).toContain(words)
    expect(error.messageEn).not.toBe('')
  })
})

test('a document of Word is no workbook', () => {
  const file = packageFile({ ...workbookParts('<sheetData/>'), 'xl/workbook.xml': '<w:document xmlns:w="w"/>' })
  expect(failure(file)).toMatchObject({ reason: 'missing-part' })
})

test.for(['../evil.xml', '/xl/evil.xml', 'xl\\evil.xml', 'C:evil.xml', 'xl//evil.xml', 'xl/\u0001.xml'])(
  'a part named %j is refused',
  (name) => {
    expect(failure(packageFile({ ...workbookParts('<sheetData/>'), [name]: 'x' })).reason).toBe('bad-path')
  },
)

test('two parts whose names differ in capitals only are refused', () => {
  const file = packageFile({ ...workbookParts('<sheetData/>'), 'XL/Workbook.xml': '<workbook/>' })
  expect(failure(file).reason).toBe('duplicate-part')
})

test('more than 2,000 parts are refused and 2,000 are read', () => {
  const parts = { ...workbookParts('<sheetData/>') }
  for (let index = Object.keys(parts).length; index < 2_000; index++) parts[`xl/media/${index}.txt`] = ''
  expect(readXlsx(packageFile(parts)).sheets).toHaveLength(1)
  expect(failure(packageFile({ ...parts, 'one-more.txt': '' })).reason).toBe('too-many-parts')
})

test('a part that unpacks to more than 100 times its size is refused before it is unpacked', () => {
  const file = packageFile({ ...workbookParts('<sheetData/>'), 'xl/bomb.bin': new Uint8Array(20_000_000) })
  expect(failure(file)).toMatchObject({ reason: 'ratio' })
  expect(failure(file).message).toContain('xl/bomb.bin')
})

test('more than 100 MB unpacked is refused', () => {
  const big = { ...packEntry('xl/big.bin', text('x')), sizeBytes: 101 * 1024 * 1024, packed: new Uint8Array(2_000_000) }
  expect(failure(writeZip([big])).reason).toBe('too-large')
})

test.for([300_000_000, 900_000_000])('a part of %d bytes whose header says 1,000 is refused soon', (realBytes) => {
  const parts = Object.entries(workbookParts('<sheetData/>'))
  const entries = parts.map(([name, content]) =>
    name.endsWith('sheet1.xml') ? lyingEntry(name, 1_000, realBytes) : packEntry(name, text(String(content))),
  )
  const file = writeZip(entries)
  const startMs = performance.now()
  expect(failure(file)).toMatchObject({ reason: 'damaged' })
  expect(performance.now() - startMs).toBeLessThan(5_000)
})

describe('a host that brings what it unpacks with', () => {
  test('reads the same workbook', () => {
    const rows = Array.from(
      { length: 500 },
      (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>${row}</v></c></row>`,
    )
    const file = packageFile(workbookParts(`<sheetData>${rows.join('')}</sheetData>`))
    expect(readXlsx(file, nodeUnzip)).toEqual(readXlsx(file))
  })

  test('is not trusted further than the directory: another length is damage', () => {
    const tooMuch: Unzip = { ...nodeUnzip, inflate: (_packed, sizeBytes) => new Uint8Array(sizeBytes + 1) }
    expect(failure(good(), tooMuch)).toMatchObject({ reason: 'damaged' })
  })

  test('refuses a part whose header says 1,000 bytes and which holds 20,000,000', () => {
    const parts = Object.entries(workbookParts('<sheetData/>'))
    const entries = parts.map(([name, content]) =>
      name.endsWith('sheet1.xml') ? lyingEntry(name, 1_000, 20_000_000) : packEntry(name, text(String(content))),
    )
    expect(failure(writeZip(entries), nodeUnzip)).toMatchObject({ reason: 'damaged' })
  })
})

test('a sheet that is large even when packed is read whole', () => {
  let state = 1
  const rows = Array.from({ length: 120_000 }, (_, row) => {
    state = (state * 48_271) % 2_147_483_647
    return `<row r="${row + 1}"><c r="A${row + 1}"><v>${state}</v></c></row>`
  })
  const file = packageFile(workbookParts(`<sheetData>${rows.join('')}</sheetData>`))
  expect(file.length).toBeGreaterThan(600_000)
  expect(readXlsx(file).sheets[0]?.rows[119_999]?.[0]).toEqual({ kind: 'number', value: state })
})

test('one changed byte in a stored part is noticed by its checksum', () => {
  const stored = packEntry('[Content_Types].xml', text('<T/>'))
  const parts = Object.entries(workbookParts('<sheetData/>')).slice(1)
  const file = writeZip([stored, ...parts.map(([name, content]) => packEntry(name, text(String(content))))])
  const workbook = packEntry('xl/workbook.xml', text('<workbook><sheets/></workbook>'))
  const changed = writeZip([
    stored,
    packEntry('_rels/.rels', text(String(parts[0]?.[1]))),
    { ...workbook, crc: workbook.crc ^ 1 },
  ])
  expect(readXlsx(file).sheets).toHaveLength(1)
  expect(failure(changed)).toMatchObject({ reason: 'damaged' })
  expect(failure(changed).message).toContain('xl/workbook.xml')
})

test('an encrypted part is recognised', () => {
  const file = good()
  const view = new DataView(file.buffer)
  const directory = view.getUint32(file.length - 6, true)
  view.setUint16(directory + 8, 1, true)
  expect(failure(file).reason).toBe('encrypted')
})

test('a part with another name in its own header than in the directory is refused', () => {
  const file = good()
  file[30] = 'X'.charCodeAt(0)
  expect(failure(file).reason).toBe('damaged')
})

test('no cut of a good file reads as something else', () => {
  const file = good()
  for (let length = 1; length < file.length; length += 7)
    expect(failure(file.subarray(0, length)).reason).not.toBe('bad-xml')
})
