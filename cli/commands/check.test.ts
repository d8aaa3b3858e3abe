import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { editsForRows } from '#shared/workbook/index.ts'
import { patchXlsx } from '../../xlsx/index.ts'
import { gebied, temporaryFolder } from '../gebied.test-data.ts'
import { openWorkbook } from '../workbook-file.ts'
import { checkedLines, checkFile } from './check.ts'

async function exampleFile(folder: string, areaCode = 'HOL'): Promise<string> {
  const file = path.join(folder, `${areaCode}.xlsx`)
  await gebied('template', '--gebied', areaCode, '--jaar', '2023', '--voorbeeld', file)
  return file
}

describe('[S-70] check', () => {
  test('says which rules a workbook by itself cannot show', async () => {
    const file = await exampleFile(temporaryFolder())
    const { stdout } = await gebied('check', file, file)
    expect(stdout.match(/Niet gecontroleerd zonder de server: .*GB-312.*GB-608/g)).toHaveLength(1)
  })

  test('a right workbook gives exit 0, its rows and its totals in cents as text', async () => {
    const file = await exampleFile(temporaryFolder())
    const { exitCode, stdout } = await gebied('check', file, '--json')
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toEqual({
      files: [
        {
          file,
          gebied: 'HOL',
          jaar: 2023,
          versie: 'primitief',
          rows: 10,
          findings: [
            {
              rule: 'GB-510',
              severity: 'info',
              sheet: 'Begroting',
              cell: 'AD5',
              field: 'decisionNumber',
              lineNumber: 'HOL-001',
              message: 'Het besluit noemt dit "krediet"; het is een exploitatiebudget.',
            },
          ],
          totals: {
            2023: { lastenCents: '29952000', batenCents: '0' },
            2024: { lastenCents: '12130000', batenCents: '0' },
            2025: { lastenCents: '12430000', batenCents: '0' },
            2026: { lastenCents: '12740000', batenCents: '0' },
          },
        },
      ],
    })
  })

  test('an error gives exit 1 and names rule, sheet, cell and remedy in the language asked for', async () => {
    const file = await exampleFile(temporaryFolder())
    const { bytes, grid, workbook } = openWorkbook(file)
    const first = workbook.rows.begroting[0]?.gridRow ?? 0
    const { edits } = editsForRows(workbook, grid, [
      { kind: 'change', table: 'begroting', gridRow: first, values: { taakveldCode: '0.99' } },
    ])
    writeFileSync(file, patchXlsx(bytes, edits))
    const { exitCode, stdout } = await gebied('check', file, '--json', '--taal', 'en')
    expect(exitCode).toBe(1)
    const { findings } = JSON.parse(stdout).files[0]
    expect(findings.find(({ lineNumber }: { lineNumber: string | null }) => lineNumber === 'HOL-001')).toEqual({
      rule: 'GB-201',
      severity: 'error',
      sheet: 'Begroting',
      cell: 'N5',
      field: 'taakveldCode',
      lineNumber: 'HOL-001',
      message: 'Taakveld 0.99 does not exist in 2023.',
    })
    const { stdout: text } = await gebied('check', file)
    expect(text).toContain('fout GB-201 Begroting!N5 (HOL-001): Taakveld 0.99 bestaat niet in 2023.')
  })

  test('what was expected is shown where the message does not say it', async () => {
    const file = await exampleFile(temporaryFolder())
    const { bytes, grid, workbook } = openWorkbook(file)
    const first = workbook.rows.begroting[0]?.gridRow ?? 0
    const { edits } = editsForRows(workbook, grid, [
      { kind: 'change', table: 'begroting', gridRow: first, values: { programmeCode: '5', goalCode: '6.1.1' } },
    ])
    writeFileSync(file, patchXlsx(bytes, edits))
    const { stdout } = await gebied('check', file, '--json')
    expect(JSON.parse(stdout).files[0].findings).toContainEqual(
      expect.objectContaining({ rule: 'GB-210', expected: '6', found: '5' }),
    )
    const lines = checkedLines(checkFile(file), 'nl').join('\n')
    expect(lines).toContain('Doel 6.1.1 hoort niet bij programma 5. (verwacht: 6)')
  })

  test('a file that cannot be read gives exit 2 and does not keep the others from being checked', async () => {
    const folder = temporaryFolder()
    const good = await exampleFile(folder)
    const broken = path.join(folder, 'kapot.xlsx')
    writeFileSync(broken, 'Gebied;Bedrag\nHOL;12\n')
    const { exitCode, stdout } = await gebied('check', broken, good, path.join(folder, 'weg.xlsx'), '--json')
    expect(exitCode).toBe(2)
    const { files } = JSON.parse(stdout)
    expect(files.map((entry: { error?: string; rows?: number }) => entry.error ?? entry.rows)).toEqual([
      expect.stringContaining('Dit is geen .xlsx-bestand'),
      10,
      expect.stringContaining('kan niet worden gelezen (ENOENT)'),
    ])
  })

  test('no file, an unknown language and an unknown option are refused with what is asked', async () => {
    expect(await gebied('check')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('Noem minstens één bestand'),
    })
    expect(await gebied('check', 'a.xlsx', '--taal', 'fr')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('Kies met --taal uit nl en en, niet "fr"'),
    })
    expect(await gebied('check', '--snel')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--snel') })
    expect(await gebied('chek')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('"chek" is geen opdracht'),
    })
  })
})

describe('template', () => {
  test('does not overwrite a file unless asked, and names the areas there are', async () => {
    const file = await exampleFile(temporaryFolder())
    expect(await gebied('template', '--gebied', 'HOL', '--jaar', '2023', file)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('bestaat al; er is niets geschreven'),
    })
    expect((await gebied('template', '--gebied', 'HOL', '--jaar', '2023', '--overschrijf', file)).exitCode).toBe(0)
    expect((await gebied('check', file, '--json')).stdout).toContain('"rows":0')
    expect(await gebied('template', '--gebied', 'XYZ', '--jaar', '2023', `${file}2`)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('een gebied van de lijst: HOL, SPZ, STH, SHT, STAD, CONCERN'),
    })
    expect(await gebied('template', '--gebied', 'HOL', '--jaar', 'volgend', `${file}2`)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('Noem met --jaar een begrotingsjaar van 2017 tot en met 2099'),
    })
  })
})

describe('[S-103] check of a file for CBS', () => {
  const delivery = {
    metadata: {
      overheidslaag: 'Gemeente',
      overheidsnummer: '060193',
      overheidsnaam: 'Zwolle',
      boekjaar: 2026,
      periode: 0,
      status: 'Begroting',
      datum: '2025-11-12 10:30:00+01:00',
      details_openbaar: false,
      financieel_pakket: 'eigen',
      export_software: 'eigen',
    },
    contact: { naam: 'Financiën', email: 'iv3@zwolle.nl', telefoon: '038' },
    data: {
      lasten: [{ taakveld: '8.1', categorie: 'L3.8', bedrag: 400_000 }],
      baten: [{ taakveld: '0.7', categorie: 'B4.3.1', bedrag: 400_000 }],
      balans_lasten: [],
      balans_baten: [],
      balans_standen: [],
    },
  }
  const write = (content: string | Uint8Array) => {
    const file = path.join(temporaryFolder(), 'iv3.json')
    writeFileSync(file, content)
    return file
  }

  test('a sound delivery gives exit 0, also with a warning', async () => {
    const file = write(JSON.stringify(delivery))
    expect(await gebied('check', file)).toMatchObject({
      exitCode: 0,
      stdout: `${file}: Iv3-levering · geen bevindingen\n`,
    })
    const apart = write(JSON.stringify({ ...delivery, data: { ...delivery.data, baten: [] } }))
    const { exitCode, stdout } = await gebied('check', apart, '--json', '--taal', 'en')
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout).files[0].findings).toMatchObject([
      { rule: 'GB-801', severity: 'warning', message: expect.stringContaining('difference 400 x') },
    ])
  })

  test('what does not fit the schema gives exit 1 with the place', async () => {
    const { telefoon, ...contact } = delivery.contact
    const file = write(JSON.stringify({ ...delivery, contact: { ...contact, telefoonnr: telefoon } }))
    const { exitCode, stdout } = await gebied('check', file)
    expect(exitCode).toBe(1)
    expect(stdout).toContain('fout GB-806 levering: Iv3-bestand voldoet niet aan schema v2.1: contact.telefoonnr.')
  })

  test('what is no JSON, or in another character set, gives exit 2 and the remedy', async () => {
    const broken = await gebied('check', write('{"metadata": '))
    expect([broken.exitCode, broken.stdout]).toEqual([2, expect.stringContaining('geen leesbare JSON')])
    const latin = await gebied('check', write(Buffer.from('{"naam": "Financi\u00ebn"}', 'latin1')))
    expect([latin.exitCode, latin.stdout]).toEqual([2, expect.stringContaining('geen UTF-8')])
  })
})
