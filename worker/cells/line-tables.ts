/** The lines of an area's budget as a table that spills: the questions for them, read one after another. */
import { yearsOf } from '#shared/model/index.ts'
import type { CellQuestion, MatrixCell } from '#shared/questions/index.ts'
import { mayReadRows, type Person } from '../auth/rights.ts'
import { loadLineTable, type TableLine } from '../store/line-table.ts'
import { areaFault, type KnownFacts } from './facts.ts'
import { inOrder } from './status.ts'
import { type CellValue, type Fault, noBudget, noRight, tooLarge } from './values.ts'

type Question = Extract<CellQuestion, { functie: 'regels' }>

/** Lines of all tables in one answer together: three areas at their largest, about 4 MB. */
const tableRowsMax = 15_000

/** Amendments follow the original budget, as the mutations that they are. */
export async function answerLineTables(
  db: D1Database,
  person: Person,
  facts: KnownFacts,
  questions: readonly CellQuestion[],
): Promise<ReadonlyMap<CellQuestion, CellValue>> {
  const answers = new Map<CellQuestion, CellValue>()
  let rowsLeft = tableRowsMax
  for (const question of questions) {
    if (question.functie !== 'regels') continue
    const answer = await answerLines(db, person, facts, question, rowsLeft)
    answers.set(question, answer)
    if (answer.soort === 'matrix') rowsLeft -= answer.rijen.length - 1
  }
  return answers
}

async function answerLines(
  db: D1Database,
  person: Person,
  facts: KnownFacts,
  { gebied, jaar, versie }: Question,
  rowsLeft: number,
): Promise<CellValue> {
  const wrongArea = areaFault(facts, gebied, jaar)
  if (wrongArea !== undefined) return wrongArea
  if (!mayReadRows(person, gebied)) return noRight(gebied)
  const budgets = inOrder(facts.counted(jaar, versie, gebied))
  if (budgets.length === 0) return noBudget(gebied, jaar, versie)
  const ids = budgets.map(({ budgetId }) => budgetId)
  const lines = await loadLineTable(db, ids, rowsLeft + 1)
  if (lines.length > rowsLeft) return tooManyRows()
  return { soort: 'matrix', rijen: [headings(jaar), ...lines.map(cells)] }
}

function tooManyRows(): Fault {
  return tooLarge(
    `Tabellen van samen meer dan ${tableRowsMax} regels passen niet in een antwoord`,
    `Tables of more than ${tableRowsMax} lines together do not fit an answer`,
  )
}

function headings(year: number): MatrixCell[] {
  const first = ['Nr', 'Omschrijving', 'Programma', 'Taakveld', 'Categorie', 'L/B', 'I/S']
  return [...first, ...yearsOf(year).map(String), 'Dekking']
}

function cells(line: TableLine): MatrixCell[] {
  return [
    line.line_number,
    line.description,
    line.programme_code,
    line.taakveld_code,
    line.category_code,
    line.side,
    line.nature,
    ...[line.amount0, line.amount1, line.amount2, line.amount3].map((cents) =>
      cents === null ? null : { cents: String(cents) },
    ),
    line.source_code,
  ]
}
