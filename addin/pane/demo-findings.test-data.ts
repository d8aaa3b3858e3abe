/** Findings as the example municipality could have them, few or thousands. */
import type { Finding } from '#shared/model/index.ts'

const templates: readonly Omit<Finding, 'cell' | 'lineNumber'>[] = [
  {
    rule: 'GB-303',
    severity: 'error',
    sheet: 'Inzet',
    table: 'inzet',
    field: 'amountCents',
    message: {
      nl: 'Uren x tarief = 96.000, maar bedrag is 90.000.',
      en: 'Hours x rate = 96,000, but amount is 90,000.',
    },
    fix: { field: 'amountCents', value: 96_000 },
  },
  {
    rule: 'GB-201',
    severity: 'error',
    sheet: 'Begroting',
    table: 'begroting',
    field: 'taakveldCode',
    message: { nl: 'Taakveld 6.2 bestaat niet in 2025.', en: 'Taakveld 6.2 does not exist in 2025.' },
  },
  {
    rule: 'GB-401',
    severity: 'error',
    sheet: 'Begroting',
    table: 'begroting',
    field: 'sourceCode',
    message: { nl: 'Regel is voor 12.500 niet gedekt in 2024.', en: 'Line is not covered for 12,500 in 2024.' },
  },
  {
    rule: 'GB-302',
    severity: 'warning',
    sheet: 'Begroting',
    table: 'begroting',
    field: 'amount.2024',
    message: {
      nl: 'Negatieve last/bate zonder toelichting.',
      en: 'Negative cost/income without explanation.',
    },
  },
  {
    rule: 'GB-102',
    severity: 'warning',
    sheet: 'Begroting',
    table: 'begroting',
    field: 'amount.2023',
    message: { nl: 'Bedrag staat als tekst; gelezen als 45.000.', en: 'Amount is stored as text; read as 45,000.' },
    fix: { field: 'amount.2023', value: 45_000 },
  },
  {
    rule: 'GB-113',
    severity: 'info',
    sheet: 'Begroting',
    table: 'begroting',
    field: 'categoryCode',
    message: {
      nl: 'Spaties of harde spaties in code verwijderd: "3.8".',
      en: 'Spaces or hard spaces removed from code: "3.8".',
    },
    fix: { field: 'categoryCode', value: '3.8' },
  },
]

const ofWorkbook: Finding = {
  rule: 'GB-314',
  severity: 'error',
  sheet: null,
  cell: null,
  table: null,
  lineNumber: null,
  field: null,
  message: {
    nl: 'Som van de regels (181.120) wijkt af van het controletotaal op het voorblad (180.000).',
    en: 'Sum of the lines (181,120) differs from the control total on the cover (180,000).',
  },
  expected: { nl: '180.000', en: '180,000' },
  found: { nl: '181.120', en: '181,120' },
}

const ofAreas: Finding = {
  rule: 'GB-707',
  severity: 'warning',
  sheet: null,
  cell: null,
  table: null,
  lineNumber: null,
  field: null,
  message: {
    nl: 'wijkmanager heeft verschillende tarieven: HOL 80,00, SPZ 92,00.',
    en: 'wijkmanager has different rates: HOL 80.00, SPZ 92.00.',
  },
  areas: ['HOL', 'SPZ'],
  waiver: {
    by: 'F. de Vries',
    at: '2023-02-14T09:30:00.000Z',
    reason: 'Spoorzone huurt tot de zomer in.',
  },
}

/** One about the workbook as a whole, one about several areas, the others spread over the rules above. */
export function demoFindings(count: number): readonly Finding[] {
  const placed = Array.from({ length: count - 2 }, (_, index): Finding => {
    const template = templates[index % templates.length] ?? ofWorkbook
    const row = 7 + Math.floor(index / templates.length)
    const column = template.sheet === 'Inzet' ? 'H' : 'TNYUSO'.charAt(index % templates.length)
    const mark = template.sheet === 'Inzet' ? 'HOL-I' : 'HOL-'
    return { ...template, cell: `${column}${row}`, lineNumber: `${mark}${String(row - 6).padStart(3, '0')}` }
  })
  return [ofWorkbook, ofAreas, ...placed]
}
