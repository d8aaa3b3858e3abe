import { describe, expect, test } from 'vitest'
import { details, found, hoursLine, line, lists, valid, workbook } from './sample-workbook.test-data.ts'

const area = (code: string, policyFields: readonly string[] = []) =>
  valid({ code, name: code, isDynamic: true, isPilot: false, policyFields })
const goal = (code: string, programmeCode: string, validFrom: number, validTo: number) => ({
  code,
  programmeCode,
  name: 'doel',
  validFrom,
  validTo,
})
const role = (code: string, isOverhead: boolean, aliases: readonly string[] = []) =>
  valid({ code, aliases, isOverhead, isCoreTeam: true })
const costCentre = (code: string, isBlocked: boolean, validTo = 2030) => ({
  code,
  name: code,
  isBlocked,
  validFrom: 2020,
  validTo,
})

const reference = lists({
  areas: [area('HOL', ['Wonen', 'Energie']), area('STH')],
  goals: [goal('6.1.1', '6', 2022, 2023), goal('7.1.1', '7', 2020, 2030)],
  roles: [role('gebiedscontroller', true), role('programmamanager', false, ['programmaleider'])],
  policyFields: [valid({ code: 'Energie', usualTaakvelden: ['7.4', '8.1'] })],
  costCentres: [costCentre('6100', false), costCentre('6000', true), costCentre('5000', false, 2022)],
  costTypes: [valid({ code: 'inhuur', name: 'Inhuur', categoryCode: '3.5.1' })],
})
const one = (rule: string, fields: Parameters<typeof line>[0], year = 2023) =>
  found(rule, workbook({ year, rows: [line(fields)] }), reference)

describe('programme, goal and area', () => {
  test('[GB-210] a goal belongs to one programme', () => {
    expect(one('GB-210', { programmeCode: '7' })).toEqual([
      {
        rule: 'GB-210',
        field: 'goalCode',
        nl: 'Doel 6.1.1 hoort niet bij programma 7.',
        en: 'Goal 6.1.1 does not belong to programme 7.',
      },
    ])
    expect(one('GB-210', { programmeCode: '6' })).toEqual([])
  })

  test('[GB-211] a goal of another year is not known, since codes are re-used', () => {
    expect(one('GB-211', { goalCode: '6.1.1' }, 2026)).toEqual([
      {
        rule: 'GB-211',
        field: 'goalCode',
        nl: 'Doel 6.1.1 bestaat niet in begroting 2026.',
        en: 'Goal 6.1.1 does not exist in budget 2026.',
      },
    ])
    expect(one('GB-211', { goalCode: '6.1.1' })).toEqual([])
    expect(found('GB-211', workbook({ year: 2026, rows: [line({})] }))).toEqual([])
  })

  test('[GB-217] a line of another area does not belong in this workbook', () => {
    const nl = 'Gebied STH is onbekend of niet van u.'
    const en = 'Area STH is unknown or not yours.'
    expect(one('GB-217', { areaCode: 'STH' })).toEqual([{ rule: 'GB-217', field: 'areaCode', nl, en }])
    expect(one('GB-217', { areaCode: 'HOL' })).toEqual([])
    expect(found('GB-217', workbook({ rows: [line({})] }), lists({ areas: [area('STH')] }))).toHaveLength(1)
    expect(found('GB-217', workbook({ rows: [line({})] }))).toEqual([])
  })
})

describe('domain and policy field', () => {
  test('[GB-212] there are four domains', () => {
    expect(one('GB-212', { domain: 'economie' })).toEqual([
      {
        rule: 'GB-212',
        field: 'domain',
        nl: 'Domein "economie" is geen domein (sociaal, fysiek, bedrijfsvoering, publiek).',
        en: 'Domain "economie" is not a domain.',
      },
    ])
    expect(one('GB-212', { domain: 'fysiek' })).toEqual([])
    expect(details('GB-212', workbook({ rows: [line({ domain: 'Fysiek' })] }))).toMatchObject([{ fix: 'fysiek' }])
  })

  test("[GB-213] a policy field stands on the area's list", () => {
    expect(one('GB-213', { policyField: 'Cultuur' })).toEqual([
      {
        rule: 'GB-213',
        field: 'policyField',
        nl: 'Beleidsveld "Cultuur" staat niet op de lijst van dit gebied.',
        en: 'Policy field "Cultuur" is not on this area\'s list.',
      },
    ])
    expect(one('GB-213', { policyField: 'Wonen' })).toEqual([])
    expect(found('GB-213', workbook({ rows: [line({ policyField: 'Cultuur' })] }))).toEqual([])
  })

  test('[GB-214] a policy field has its usual taakvelden', () => {
    expect(one('GB-214', { policyField: 'Energie', taakveldCode: '6.3' })).toEqual([
      {
        rule: 'GB-214',
        field: 'taakveldCode',
        nl: 'Beleidsveld Energie met taakveld 6.3 is ongebruikelijk.',
        en: 'Policy field Energie with taakveld 6.3 is unusual.',
      },
    ])
    expect(one('GB-214', { policyField: 'Energie', taakveldCode: '7.4' })).toEqual([])
    expect(one('GB-214', { policyField: 'Wonen', taakveldCode: '6.3' })).toEqual([])
  })
})

const effort = (role: string, taakveldCode: string, note: string | null = null) =>
  found('GB-209', workbook({ rows: [line({ taakveldCode, note }), hoursLine({ role })] }), reference)

describe('ledger and roles', () => {
  test.for(['9999', '6000', '5000'])('[GB-215] cost centre %s is unknown, blocked or closed', (costCentreCode) => {
    expect(one('GB-215', { costCentreCode })).toEqual([
      {
        rule: 'GB-215',
        field: 'costCentreCode',
        nl: `Kostenplaats ${costCentreCode} bestaat niet of is geblokkeerd in 2023.`,
        en: `Cost centre ${costCentreCode} does not exist or is blocked in 2023.`,
      },
    ])
  })

  test('[GB-215] without a list of cost centres none can be judged', () => {
    expect(one('GB-215', { costCentreCode: '6100' })).toEqual([])
    expect(found('GB-215', workbook({ rows: [line({ costCentreCode: '9999' })] }))).toEqual([])
  })

  test('[GB-216] hired staff are not wages', () => {
    const judged = workbook({ rows: [line({ costTypeCode: 'inhuur', categoryCode: '1.1' })] })
    expect(found('GB-216', judged, reference)).toEqual([
      {
        rule: 'GB-216',
        field: 'categoryCode',
        nl: 'Kostensoort inhuur hoort bij categorie L3.5.1, niet bij L1.1.',
        en: 'Cost type inhuur maps to category L3.5.1, not L1.1.',
      },
    ])
    expect(details('GB-216', judged, reference)).toMatchObject([{ severity: 'warning', fix: '3.5.1' }])
    expect(one('GB-216', { costTypeCode: 'inhuur', categoryCode: '3.5.2', side: 'B' })).toMatchObject([
      { nl: 'Kostensoort inhuur hoort bij categorie B3.5.1, niet bij B3.5.2.' },
    ])
    expect(one('GB-216', { costTypeCode: 'inhuur', categoryCode: '3.5.1' })).toEqual([])
  })

  test.for([
    ['gebiedscontroller', '8.1'],
    ['Programmaleider', '0.4'],
  ] as const)('[GB-209] %s on %s: overhead and primary process seem swapped', ([role, taakveldCode]) => {
    expect(effort(role, taakveldCode)).toEqual([
      {
        rule: 'GB-209',
        field: 'role',
        nl: `Functie ${role}: overhead (0.4) en primair taakveld lijken verwisseld.`,
        en: `Role ${role}: overhead (0.4) and primary taakveld seem swapped.`,
      },
    ])
    expect(effort(role, taakveldCode, 'Zie notitie overhead')).toEqual([])
  })

  test('[GB-209] a role on its own taakveld, and a role that nobody listed, are left alone', () => {
    expect(effort('gebiedscontroller', '0.4')).toEqual([])
    expect(effort('jurist', '8.1')).toEqual([])
  })
})
