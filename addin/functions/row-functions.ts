/** The function that judges a row by the same rules as the pane, the command line and the server. */
import type { Severity } from '#shared/model/index.ts'
import { cellsOf, inherited } from './argument-cell.ts'
import { invalid, type Wording } from './cell-failure.ts'
import { answerLocally } from './local-call.ts'
import { readOptionalYear } from './read-argument.ts'
import { judgeRow } from './judge-row.ts'

/**
 * Controleert een begrotingsregel: per bevinding de regel, de ernst en de uitleg; "in orde" als er niets is.
 * @customfunction CONTROLE
 * @param rij Cellen van één rij.
 * @param [koppen] Koppen van die cellen. Weggelaten: de kolommen van tblBegroting, op volgorde.
 * @param [jaar] Begrotingsjaar. Weggelaten: de eerste kop die een jaar is.
 * @requiresAddress
 */
export function checkRow(
  rij: unknown[][],
  koppen: unknown[][],
  jaar: unknown,
  invocation: CustomFunctions.Invocation,
): unknown[][] {
  return answerLocally('CONTROLE', invocation, ({ language, reference }) => {
    const [cells = [], ...others] = cellsOf(rij)
    if (others.length > 0) throw invalid('Geef één rij tegelijk.', 'Give one row at a time.')
    const headings = headingsOf(koppen)
    if (headings !== null && headings.length !== cells.length) {
      throw invalid('Er zijn niet evenveel koppen als cellen.', 'There are not as many headings as cells.')
    }
    const lists = reference()
    const findings = judgeRow({ cells, headings, year: readOptionalYear(jaar, 'jaar') }, lists)
    if (findings === undefined)
      throw invalid('Geef het begrotingsjaar: argument jaar.', 'Give the budget year: argument jaar.')
    const rows = findings.map(({ rule, severity, message }) => [
      rule,
      severities[severity][language],
      message[language],
    ])
    if (lists === null) rows.push(['', severities.info[language], notAgainstLists[language]])
    return rows.length > 0 ? rows : [[inOrder[language]]]
  })
}

const severities: Readonly<Record<Severity, Wording>> = {
  error: { nl: 'fout', en: 'error' },
  warning: { nl: 'let op', en: 'warning' },
  info: { nl: 'info', en: 'info' },
}
const inOrder: Wording = { nl: 'in orde', en: 'in order' }
const notAgainstLists: Wording = {
  nl: 'Niet gecontroleerd tegen de lijsten: het werkboek heeft geen lijsten.',
  en: 'Not checked against the lists: the workbook has no lists.',
}

/** Null when left out. A heading such as 2023 may be a number. */
function headingsOf(koppen: unknown): readonly string[] | null {
  const headings = cellsOf(koppen)
    .flat()
    .map((cell) => {
      if (cell.kind === 'error') throw inherited(cell.value, 'koppen')
      return cell.kind === 'empty' ? '' : String(cell.value)
    })
  return headings.every((heading) => heading === '') ? null : headings
}
