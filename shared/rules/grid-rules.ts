/** Rules about the grid around the values: tables, columns, merges, hidden rows, formulas. */
import { type GridIssue, rowsPerTableMax } from '#shared/model/index.ts'
import type { GridRule, Wording } from './rule.ts'
import { amount } from './wording.ts'

/** A count is written like an amount without cents. */
const rowLimit = amount(rowsPerTableMax * 100)

const hiddenAmounts: GridRule = {
  id: 'GB-105',
  severity: 'warning',
  scope: 'table',
  where: 'addin',
  on: 'grid',
  check: (issue) => (issue.kind === 'hidden-amounts' ? { values: [issue.count, amount(issue.cents)] } : undefined),
  message: {
    nl: '{n} verborgen rijen/kolommen tellen mee in het totaal ({bedrag}).',
    en: '{n} hidden rows/columns are counted in the total ({amount}).',
  },
}

const totalRow: GridRule = {
  id: 'GB-106',
  severity: 'error',
  scope: 'row',
  where: 'addin',
  on: 'grid',
  check: (issue) => (issue.kind === 'total-row' ? {} : undefined),
  message: {
    nl: 'Rij lijkt een totaalregel; totalen horen niet in de regeltabel.',
    en: 'Row looks like a total row; totals do not belong in the line table.',
  },
}

/** An error where the catalogue warns: Excel keeps only the first value of merged cells, so the others are lost. */
const mergedCells: GridRule = {
  id: 'GB-107',
  severity: 'error',
  scope: 'table',
  where: 'addin',
  on: 'grid',
  check: (issue) => (issue.kind === 'merged' ? {} : undefined),
  message: {
    nl: 'Samengevoegde cellen in de tabel; alleen de eerste cel wordt gelezen.',
    en: 'Merged cells in the table; only the first cell is read.',
  },
}

const formulaOverwritten: GridRule = {
  id: 'GB-109',
  severity: 'info',
  scope: 'cell',
  where: 'addin',
  on: 'grid',
  check: (issue) => (issue.kind === 'formula-overwritten' ? { field: issue.field, values: [issue.text] } : undefined),
  message: {
    nl: 'Formule in kolom {kolom} is overschreven door een vaste waarde.',
    en: 'Formula in column {column} was overwritten by a constant.',
  },
}

const externalLink: GridRule = {
  id: 'GB-110',
  severity: 'warning',
  scope: 'cell',
  where: 'addin',
  on: 'grid',
  check: (issue) => (issue.kind === 'external-link' ? { field: issue.field, values: [issue.text] } : undefined),
  message: { nl: 'Cel verwijst naar een ander bestand: {link}.', en: 'Cell refers to another file: {link}.' },
}

const columnMissing: GridRule = {
  id: 'GB-111',
  severity: 'error',
  scope: 'table',
  where: 'addin',
  on: 'grid',
  check: (issue) =>
    issue.kind === 'missing-column' || issue.kind === 'duplicate-column' ? { values: [issue.heading] } : undefined,
  message: {
    nl: 'Verplichte kolom "{kolom}" ontbreekt of komt dubbel voor.',
    en: 'Required column "{column}" is missing or duplicated.',
  },
}

/** Not in the catalogue: what makes that a table or the whole workbook is not read, or not wholly. */
const brokenStructure: GridRule = {
  id: 'GB-116',
  severity: 'error',
  scope: 'workbook',
  where: 'addin',
  on: 'grid',
  check(issue) {
    const wording = structureWording(issue)
    return wording && { values: [wording] }
  },
  message: { nl: 'Opbouw van het werkboek: {wat}.', en: 'Structure of the workbook: {what}.' },
}

export const gridRules: readonly GridRule[] = [
  hiddenAmounts,
  totalRow,
  mergedCells,
  formulaOverwritten,
  externalLink,
  columnMissing,
  brokenStructure,
]

/** What is wrong, where, and the remedy; undefined for what another rule reports. */
function structureWording(issue: GridIssue): Wording | undefined {
  switch (issue.kind) {
    case 'missing-table':
      return {
        nl: `tabel ${issue.name} ontbreekt, zet haar terug uit het sjabloon`,
        en: `table ${issue.name} is missing, put it back from the template`,
      }
    case 'duplicate-table':
      return {
        nl: `tabel ${issue.name} staat nog eens op blad ${issue.sheet}, verwijder de kopie`,
        en: `table ${issue.name} stands once more on sheet ${issue.sheet}, remove the copy`,
      }
    case 'too-many-rows':
      return {
        nl: `blad ${issue.sheet} heeft ${amount(issue.rows * 100).nl} rijen, de rijen na de grens van ${rowLimit.nl} zijn niet gelezen`,
        en: `sheet ${issue.sheet} has ${amount(issue.rows * 100).en} rows, those past the limit of ${rowLimit.en} were not read`,
      }
    case 'not-our-workbook':
      return {
        nl: `dit is geen gebiedsbegroting, geen van de tabellen staat op de bladen ${issue.sheets.join(', ')}; maak er een met "gebied template" en neem de regels over`,
        en: `this is no area budget, none of its tables stands on the sheets ${issue.sheets.join(', ')}; make one with "gebied template" and copy the rows into it`,
      }
    case 'bad-cover':
      return issue.raw === ''
        ? {
            nl: `"${issue.label}" op blad ${issue.sheet} is niet ingevuld`,
            en: `"${issue.label}" on sheet ${issue.sheet} is not filled in`,
          }
        : {
            nl: `"${issue.raw}" bij "${issue.label}" op blad ${issue.sheet} is niet te lezen, kies een waarde uit het sjabloon`,
            en: `"${issue.raw}" at "${issue.label}" on sheet ${issue.sheet} cannot be read, choose a value of the template`,
          }
    default:
      return undefined
  }
}
