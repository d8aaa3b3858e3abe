import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { gebied, temporaryFolder } from '../gebied.test-data.ts'
import { type LocalServer, startLocalServer } from '../local-server/start.ts'

let server: LocalServer
beforeAll(async () => {
  server = await startLocalServer({ port: 0, stateDir: null })
})
afterAll(() => server.stop())

const lists = (...args: readonly string[]) => gebied('lijsten', ...args, '--server', server.url)
const people = (...args: readonly string[]) => gebied('personen', ...args, '--server', server.url)

function fileOf(name: string, ...lines: readonly string[]): string {
  const file = path.join(temporaryFolder(), name)
  writeFileSync(file, lines.join('\r\n'))
  return file
}

const programmeHeadings = 'Code;Naam;Van jaar;T/m jaar'

describe('[S-108] lists at the command line', () => {
  test('are written as CSV and as JSON that load again without a change', async () => {
    const folder = path.join(temporaryFolder(), 'lijsten')
    const written = await lists('toon', '--uit', folder)
    expect(written.stdout.split('\n')).toContain(path.join(folder, 'plafonds.csv'))
    expect(readFileSync(path.join(folder, 'plafonds.csv'), 'utf8').split('\r\n').slice(0, 2)).toEqual([
      '\ufeffBron;Van jaar;Jaar;Gebied;Onderdeel;Plafond',
      'PB-4;2023;2023;;;"400.000,00"',
    ])
    const csv = await lists('laad', folder, '--json')
    expect(JSON.parse(csv.stdout)).toMatchObject({ nieuw: 0, gewijzigd: 0, items: [] })
    const json = path.join(folder, 'alles.json')
    writeFileSync(json, (await lists('toon', '--json')).stdout)
    expect((await lists('laad', json)).stdout).toMatch(/Geladen: nieuw 0, gewijzigd 0, ongewijzigd \d{2,}\./)
  })

  test('are tried first: what is new, and what changes in which field', async () => {
    const file = fileOf(
      'programmas.csv',
      programmeHeadings,
      '6;De stad van morgen;2023;2026',
      '9;Dienstverlening;2023;2026',
    )
    const trial = await lists('laad', file, '--proef')
    expect(trial.stdout).toBe(
      [
        '  gewijzigd  programmas 6 vanaf 2023 (name)',
        '  nieuw      programmas 9 vanaf 2023',
        'Proef, er is niets geladen: nieuw 1, gewijzigd 1, ongewijzigd 0.',
        '',
      ].join('\n'),
    )
    expect((await lists('toon', 'programmas')).stdout).not.toContain('Dienstverlening')
    expect((await lists('laad', file, '--als', 'financien')).stdout).toContain('Geladen: nieuw 1, gewijzigd 1')
    expect((await lists('toon', 'programmas', '--csv')).stdout.split('\r\n')).toContain('9;Dienstverlening;2023;2026')
  })

  test('with a cell that cannot be read are refused with file, line, column and remedy', async () => {
    const file = fileOf('programmas.csv', programmeHeadings, '7;Wonen;2023;2026', '8;Zorg;23;2026')
    expect(await lists('laad', file)).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: `${file}, regel 3, kolom Van jaar: "23" past niet; schrijf een jaar zoals 2023\nEr is niets geladen: 1 keer klopt iets niet.\n`,
    })
  })

  test('that the server refuses are refused at the same place', async () => {
    const folder = temporaryFolder()
    writeFileSync(path.join(folder, 'verdeelsleutels.csv'), 'Code;Naam;Van jaar;T/m jaar\nVS;Sleutel;2023;2026\n')
    writeFileSync(
      path.join(folder, 'aandelen.csv'),
      'Sleutel;Van jaar;Gebied;Aandeel\nVS;2023;HOL;9000\nVS;2023;NRD;1000\n',
    )
    const { exitCode, stderr } = await lists('laad', folder)
    expect(exitCode).toBe(1)
    expect(stderr).toContain(
      `${path.join(folder, 'aandelen.csv')}, regel 3, kolom Gebied: NRD staat niet in de lijst gebieden`,
    )
    const json = fileOf('programmas.json', JSON.stringify([{ code: '7', name: '', validFrom: 2023, validTo: 2026 }]))
    expect((await lists('laad', json)).stderr).toContain(`${json}, programmas 1, name: minstens 1 tekens`)
  })

  test('by who may not are refused with what to do', async () => {
    const file = fileOf('programmas.csv', programmeHeadings, '7;Wonen;2023;2026')
    expect((await lists('laad', file, '--als', 'wethouder')).stderr).toContain('Geen recht (403)')
    expect((await lists('toon', 'wijken')).stderr).toContain('"wijken" is geen lijst. Kies uit gemeente')
    expect((await lists('toon', 'bronnen', '--csv')).stderr).toContain('Noem met --uit een map')
  })
})

describe('[S-109] people at the command line', () => {
  test('are written as CSV that loads again, and refused with their place', async () => {
    const file = path.join(temporaryFolder(), 'personen.csv')
    writeFileSync(file, (await people('toon', '--csv')).stdout)
    expect((await people('laad', file)).stdout).toMatch(/Geladen: nieuw 0, gewijzigd 0, ongewijzigd \d+\./)
    const other = readFileSync(file, 'utf8').replace(';HOL', ';HOL; SPZ').replace('Griffie;griffie', 'Griffie;clerk')
    writeFileSync(file, other.replace(';HOL; SPZ', ';"HOL; SPZ"'))
    const { exitCode, stderr } = await people('laad', file)
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/personen\.csv, regel \d+, kolom Rol: verwacht wordt gebiedscontroller, /)
    writeFileSync(file, readFileSync(file, 'utf8').replace('Griffie;clerk', 'Griffie;griffie'))
    expect((await people('laad', file, '--proef')).stdout).toContain('Proef, er is niets geladen: nieuw 0, gewijzigd 1')
    expect((await people('laad', file, '--als', 'financien')).stderr).toContain('Geen recht (403)')
  })
})
