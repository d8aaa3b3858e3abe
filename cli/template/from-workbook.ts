/** `gebied template --uit`: the workbook of the next year, of an amendment, or of the present template, from another one. */
import path from 'node:path'
import { v7 as uuidV7 } from 'uuid'
import {
  type AreaWorkbook,
  budgetYearMax,
  differingLists,
  type Language,
  type Reference,
  rowsPerTableMax,
} from '#shared/model/index.ts'
import {
  amendment,
  codeProposals,
  migrate,
  nextYear,
  type Obstacle,
  obstacleTo,
  type Renewal,
  wholeObstacle,
  withProposals,
} from '#shared/renewal/index.ts'
import { templateVersion } from '#shared/sync/index.ts'
import { linkOf, readState, templateDesign, type WorkbookDesign } from '#shared/workbook/index.ts'
import { CliError } from '../cli-error.ts'
import { openWorkbook, type WorkbookFile } from '../workbook-file.ts'
import { type Goal, goalOf, type Wish } from './goal.ts'
import { type ChosenLists, chooseLists } from './choose-lists.ts'
import { amendmentLines, listLine, migrationLines, nextYearLines } from './report.ts'

export interface RenewalRequest extends Wish {
  /** The old workbook, which is only read, and the new one. */
  readonly source: string
  readonly file: string
  readonly server: string | undefined
  readonly person: string | undefined
  readonly language: Language
}

export interface MadeWorkbook {
  readonly design: WorkbookDesign
  /** What a person reads about it. */
  readonly lines: readonly string[]
}

/** Nothing is written. Throws CliError with the place and the remedy when something would be lost. */
export async function makeFromWorkbook(request: RenewalRequest): Promise<MadeWorkbook> {
  if (path.resolve(request.source) === path.resolve(request.file)) {
    throw new CliError(
      `${request.file} is het oude werkboek, en dat blijft zoals het is. Noem een andere naam voor het nieuwe.`,
    )
  }
  const opened = openWorkbook(request.source)
  const { budget } = opened.workbook
  refuse(opened, wholeObstacle(opened.workbook, templateOf(opened)))
  const goal = goalOf(budget, request)
  const year = goal.kind === 'next-year' ? budget.year + 1 : budget.year
  if (year > budgetYearMax) throw new CliError(`Een begrotingsjaar is hoogstens ${budgetYearMax}.`)
  const chosen = await chooseLists(opened.workbook, year, request.server, request.person)
  const made = madeFor(goal, opened, chosen, request)
  return { ...made, lines: [...made.lines, listLine(chosen, request)] }
}

function madeFor(goal: Goal, opened: WorkbookFile, chosen: ChosenLists, request: RenewalRequest): MadeWorkbook {
  if (goal.kind === 'migration') return migratedFrom(opened, chosen, request)
  refuse(opened, obstacleTo(opened.workbook, templateOf(opened)))
  return goal.kind === 'next-year' ? nextYearOf(opened, chosen, request) : amendmentOf(opened, chosen, goal, request)
}

function nextYearOf({ workbook }: WorkbookFile, { lists }: ChosenLists, request: RenewalRequest): MadeWorkbook {
  const renewal = nextYear(workbook, lists)
  const before = { lists: workbook.reference ?? lists, year: workbook.budget.year }
  const proposals = codeProposals(renewal.rows, before, { lists, year: renewal.budget.year })
  const rows = request.isRenumbering ? withProposals(renewal.rows, proposals) : renewal.rows
  return {
    design: designOf({ ...renewal, rows }, lists),
    lines: nextYearLines({ ...renewal, rows }, proposals, request),
  }
}

function amendmentOf(
  { file, workbook }: WorkbookFile,
  { lists }: ChosenLists,
  goal: Extract<Goal, { kind: 'amendment' }>,
  request: RenewalRequest,
): MadeWorkbook {
  const made = amendment(workbook, goal.version, goal.lines)
  if (made.unknown.length > 0) {
    throw new CliError(
      `${file} heeft geen regel ${made.unknown.join(', ')}. Noem met --regels nummers uit de kolom Nr van Begroting.`,
    )
  }
  return { design: designOf(made, lists), lines: amendmentLines(made, request) }
}

function migratedFrom(
  { file, grid, workbook }: WorkbookFile,
  chosen: ChosenLists,
  request: RenewalRequest,
): MadeWorkbook {
  const link = linkOf(grid, workbook)
  const state = readState(grid)
  if (state === null) {
    throw new CliError(
      `${file}: het verborgen blad _gebied ontbreekt of is beschadigd, dus de koppeling met de server kan niet mee. Neem een eerdere versie van het bestand.`,
    )
  }
  if (link.kind === 'other-budget') {
    throw new CliError(
      `${file}: het voorblad noemt een andere begroting dan waarvoor het werkboek is gemaakt (${state.areaCode} ${state.year} ${state.version}). Zet het voorblad terug.`,
    )
  }
  const hasNewLists = chosen.from === 'server' && !hasSameLists(workbook, chosen.lists)
  if (state.templateVersion >= templateVersion && !hasNewLists) throw nothingToRenew(file, state.year, chosen)
  const migration = migrate({ grid, workbook, state, reference: chosen.lists, templateVersion })
  if (migration.differing.length > 0) {
    throw new CliError(
      `${file}: niet alles kan precies worden overgenomen (${migration.differing.join(', ')}), dus er is niets geschreven. Herstel die regels; "gebied check" zegt wat er is.`,
    )
  }
  return { design: migration.design, lines: migrationLines(workbook, migration.left, request) }
}

function hasSameLists({ reference }: AreaWorkbook, lists: Reference): boolean {
  return reference !== null && differingLists(reference, lists).length === 0
}

function nothingToRenew(file: string, year: number, { from }: ChosenLists): CliError {
  const others = `--jaar ${year + 1} voor het volgende jaar, of --versie wijziging-1 voor een wijziging.`
  return new CliError(
    from === 'server'
      ? `${file} heeft al het sjabloon van nu (${templateVersion}) en de lijsten van de server: er is niets te vernieuwen. Noem ${others}`
      : `${file} heeft al het sjabloon van nu (${templateVersion}). Noem --server URL om het blad Codes te vernieuwen met de lijsten van de server, ${others}`,
  )
}

function designOf({ budget, rows }: Renewal, reference: ChosenLists['lists']): WorkbookDesign {
  return templateDesign({
    budget,
    state: 'concept',
    reference,
    templateVersion,
    workbookId: uuidV7(),
    rows,
    controlTotals: null,
    head: null,
    known: [],
  })
}

/** Without its hidden sheet a workbook counts as one of the present template: nothing says that it is older. */
function templateOf({ grid }: WorkbookFile): number {
  return readState(grid)?.templateVersion ?? templateVersion
}

function refuse({ file }: WorkbookFile, obstacle: Obstacle | null): void {
  if (obstacle !== null) throw new CliError(`${file}: ${refusalOf(obstacle)}`)
}

function refusalOf(obstacle: Obstacle): string {
  switch (obstacle.kind) {
    case 'not-ours':
      return 'dit is geen gebiedswerkboek. Noem met --uit een werkboek dat met "gebied template" of in het taakvenster is gemaakt.'
    case 'no-budget':
      return 'het voorblad zegt niet welke begroting dit is. Vul daar gebied, begrotingsjaar en versie in.'
    case 'rows':
      return `deze regels zijn niet helemaal te lezen en zouden verloren gaan: ${obstacle.places.join(', ')}. Herstel ze; "gebied check" zegt wat er is.`
    case 'grid': {
      const { issue } = obstacle
      if (issue.kind === 'too-many-rows')
        return `het blad ${issue.sheet} heeft meer dan ${rowsPerTableMax} regels. Verwijder regels die niet meedoen.`
      const what =
        'heading' in issue ? `de kolom "${issue.heading}" op het blad ${issue.sheet}` : `de tabel ${issue.name}`
      return `${what} ontbreekt of staat er twee keer. Zet dat terug zoals in het sjabloon.`
    }
  }
}
