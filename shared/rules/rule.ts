/**
 * A rule is one small object; the list of rules in `index.ts` is the product. Texts, severity, scope and place come from
 * the catalogue. `on` says what a check is given, since the scope does not: GB-106 is about a row and seen in the grid.
 */
import type {
  Add,
  GridIssue,
  Language,
  PlacedRow,
  ReadingIssue,
  RowOf,
  Severity,
  TableId,
} from '#shared/model/index.ts'
import type { Facts, WholeFacts } from './facts.ts'
import type { AreaLists, Subject, SubjectKind } from './subject.ts'

export interface RuleText {
  /** `GB-303` */
  readonly id: string
  readonly severity: Severity
  readonly scope: 'cell' | 'row' | 'table' | 'workbook' | 'cross-area'
  /** Where it can be decided: `addin` needs the grid or the user's sheet, `server` needs what only the server knows. */
  readonly where: 'addin' | 'server' | 'both'
  /**
   * What the rule is held against beside the workbook and its lists: other versions of the budget, or what only the server
   * knows. Without it the rule finds nothing, which is said to the person as "niet gecontroleerd".
   */
  readonly needs?: 'versions' | 'server'
  readonly message: Readonly<Record<Language, string>>
}

/** Judges a cell that could not be read, or only with a remark. */
export interface ReadingRule extends RuleText {
  readonly on: 'reading'
  check(issue: ReadingIssue, facts: Facts): Hit | undefined
}

/** Judges what the grid shows apart from values. */
export interface GridRule extends RuleText {
  readonly on: 'grid'
  check(issue: GridIssue, facts: Facts): Hit | undefined
}

/** Judges each row of its tables. */
export interface RowRule<Table extends TableId = TableId> extends RuleText {
  readonly on: 'row'
  readonly tables: readonly Table[]
  /** A row in which one of these could not be read is not judged: its cell has a finding of its own. */
  readonly reads: readonly FieldIn<RowOf<Table>>[]
  check(placed: PlacedIn<Table>, facts: Facts): Hit | readonly Hit[] | undefined
}

/** Judges a row that was not wholly read, by the rules that therefore did not judge it. */
export interface HeldBackRule extends RuleText {
  readonly on: 'held-back'
  check(placed: PlacedIn<TableId>, waiting: readonly RuleText[]): Hit | undefined
}

/** Judges the workbook as a whole, or rows against each other. */
export interface WorkbookRule extends RuleText {
  readonly on: 'workbook'
  /**
   * The fields of rows that it looks at, its own or through the facts, beside their place: after an edit that touches none
   * of them it is not run again. A hit at a row names its number. A rule that looks at more (issues, tokens) leaves it out
   * and always runs.
   */
  readonly reads?: FieldsRead
  /** What rows add up to, for a rule that would else go over all of them after every edit. */
  readonly sums?: readonly RowSum[]
  check(facts: WholeFacts): readonly PlacedHit[]
}

/** What rows add up to, as what one row of each table adds. After an edit only its own rows are taken off and added. */
export type RowSum = { readonly [Table in TableId]?: (placed: PlacedRow<Table>, facts: Facts, add: Add) => void }

export type FieldsRead = { readonly [Table in TableId]?: readonly FieldIn<RowOf<Table>>[] }

/** Judges what several areas take part in. */
export interface SubjectRule extends RuleText {
  readonly on: 'subject'
  readonly subject: SubjectKind
  check(subject: Subject, lists: AreaLists): readonly AreasHit[]
}

export type Rule = ReadingRule | GridRule | RowRule | HeldBackRule | WorkbookRule

/** That a rule does not hold, and what its message needs. */
export interface Hit {
  /** The field by its id; what it is called outside follows from the year of the budget. */
  readonly field?: string
  /** Fill the places of the message in the order in which they stand there, which is the same in both languages. */
  readonly values?: readonly Value[]
  /** When it is not that of the rule. */
  readonly severity?: Severity
  /** What should stand there and what does, for a person who compares them; left out where the message is clear enough. */
  readonly expected?: Value
  readonly found?: Value
  /** What one click would put in the field's cell, amounts in the unit of that cell; only when the remedy is obvious. */
  readonly fix?: string | number
}

export interface PlacedHit extends Hit {
  /** The row that it is about, when there is one. */
  readonly row?: PlacedIn<TableId>
  /** The table that it is about, when it is not about one row. */
  readonly table?: TableId
  /** A cell outside the tables. */
  readonly cell?: { readonly sheet: string; readonly gridRow: number; readonly gridColumn: number }
}

export interface AreasHit extends Hit {
  /** Whom it concerns: at least one. */
  readonly areas: readonly string[]
}

export type Value = string | number | Wording

/** The same in both languages of the product. */
export type Wording = Readonly<Record<Language, string>>

/** A row of one of the tables. */
export type PlacedIn<Table extends TableId> = Table extends TableId ? PlacedRow<Table> : never

type FieldIn<Row> = Row extends unknown ? keyof Row & string : never
