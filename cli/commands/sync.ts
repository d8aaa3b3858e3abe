import { parseArgs, styleText } from 'node:util'
import {
  fieldHeading,
  fieldIdOf,
  fieldsByTable,
  type FieldValue,
  type KeptListName,
  type Language,
} from '#shared/model/index.ts'
import { checkWrite } from '#shared/rules/index.ts'
import { say } from '#shared/text/index.ts'
import { connect, defaultServer, describePerson, personFor } from '../api.ts'
import { CliError } from '../cli-error.ts'
import type { Command } from '../command.ts'
import { euros } from '../euros.ts'
import { languageOf } from '../language.ts'
import { outdatedLines, outdatedLists } from '../lists/outdated-lists.ts'
import { startProgress } from '../progress.ts'
import { isNothingDone, isOpen, type SyncOutcome } from '../sync/outcome.ts'
import { previewFile, type SyncChoices, syncFile } from '../sync/sync-file.ts'
import { openWorkbook } from '../workbook-file.ts'

export const syncCommand: Command = {
  name: 'sync',
  usage:
    'sync FILE.xlsx... [--server URL] [--als PERSOON] [--proef] [--verwijder | --zet-terug] [--conflict mij|server] [--herstel] [--reden TEKST] [--json] [--taal nl|en]',
  explanation:
    'Synchroniseert werkboeken met de server en schrijft terug wat de server antwoordt. 0: klaar, 1: er is nog iets te beslissen.',
  run: runSync,
}

interface SyncedFile {
  readonly outcome: SyncOutcome
  /** Lists that the workbook shows otherwise than the server. */
  readonly outdated: readonly KeptListName[]
}

async function runSync(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      server: { type: 'string', default: defaultServer },
      als: { type: 'string' },
      proef: { type: 'boolean', default: false },
      verwijder: { type: 'boolean', default: false },
      'zet-terug': { type: 'boolean', default: false },
      conflict: { type: 'string' },
      herstel: { type: 'boolean', default: false },
      reden: { type: 'string' },
      json: { type: 'boolean', default: false },
      taal: { type: 'string' },
    },
  })
  if (positionals.length === 0) throw new CliError(`Noem minstens één bestand. Gebruik: gebied ${syncCommand.usage}`)
  const language = languageOf(values.taal)
  if (values.proef) return previewAll(positionals, language)
  const choices: SyncChoices = {
    missing: missingChoice(values.verwijder, values['zet-terug']),
    conflicts: conflictChoice(values.conflict),
    isRecovering: values.herstel,
    reason: values.reden,
  }
  const progress = startProgress(say(language, 'synchronising'), positionals.length)
  const synced: SyncedFile[] = []
  for (const [i, file] of positionals.entries()) {
    progress.step(i, file)
    const person = values.als ?? personFor('gebiedscontroller', previewFile(file).budget.areaCode)
    if (values.als === undefined && !values.json) console.log(styleText('dim', actingLine(person, language)))
    const api = await connect(values.server, person, language)
    const outcome = await syncFile(file, api, choices)
    if (!values.json) console.log(outcomeLines(outcome, language).join('\n'))
    const outdated = await outdatedLists(api, openWorkbook(file).workbook)
    if (!values.json)
      for (const line of outdatedLines(outdated, { file, server: values.server }, language)) console.log(line)
    synced.push({ outcome, outdated })
  }
  progress.end()
  if (values.json) console.log(JSON.stringify({ files: synced.map(syncedJson) }))
  return synced.some(({ outcome }) => isOpen(outcome)) ? 1 : 0
}

/** The lines that a person reads about one synchronised file. */
export function outcomeLines(outcome: SyncOutcome, language: Language): readonly string[] {
  const { file, headSeq: seq } = outcome
  const counts = {
    file,
    fresh: outcome.created,
    changed: outcome.changed,
    deleted: outcome.deleted,
    conflicts: outcome.conflicts.length,
    heldBack: outcome.heldBack.length,
  }
  const done =
    isNothingDone(outcome) && !isOpen(outcome)
      ? [say(language, 'nothingToDo', { file, seq })]
      : [
          say(language, 'preview', counts),
          say(language, isOpen(outcome) ? 'synchronisedPartly' : 'synchronised', { file, seq, pulled: outcome.pulled }),
        ]
  const findings = outcome.findings.map(
    ({ rule, severity, message }) => `  ${styleText('red', say(language, severity))} ${rule}: ${message[language]}`,
  )
  return [...done, ...openLines(outcome, language).map((line) => styleText('yellow', `  ${line}`)), ...findings]
}

function openLines(outcome: SyncOutcome, language: Language): readonly string[] {
  const { missing, budget } = outcome
  return [
    ...outcome.heldBack.map((place) => say(language, 'heldBackRow', { place })),
    ...outcome.twins.map((number) => say(language, 'twin', { number })),
    ...(missing.length === 0 ? [] : [say(language, 'missingRows', { numbers: missing.join(', ') })]),
    ...outcome.conflicts.map(({ source, lineNumber: line, field, mine, theirs, by }) => {
      const { table } = source.row
      const known = fieldsByTable[table].find(({ id }) => id === fieldIdOf(table, field, budget.year))
      const heading = known ? fieldHeading(known, budget.year) : field
      const show = (value: FieldValue) =>
        known?.kind === 'cents' && value !== null ? euros(BigInt(value), language) : (value ?? '-')
      const said = checkWrite({ role: 'gebiedscontroller', state: 'concept', changedBy: by })
      const why = said.map(({ rule, message }) => `${rule} ${message[language]}`).join(' ')
      return `${say(language, 'conflict', { line, field: heading, mine: show(mine), theirs: show(theirs) })} ${why}`
    }),
    ...outcome.questions.map((question) =>
      say(language, `question-${question.kind}`, {
        line: 'source' in question ? question.source.row.lineNumber : question.row.fields.lineNumber,
      }),
    ),
  ]
}

function previewAll(files: readonly string[], language: Language): number {
  let isOpenWork = false
  for (const file of files) {
    const { preview } = previewFile(file)
    console.log(
      say(language, 'preview', {
        file,
        fresh: preview.created.length,
        changed: preview.changed.length,
        deleted: 0,
        conflicts: 0,
        heldBack: preview.heldBack.length,
      }),
    )
    isOpenWork ||= preview.missing.length + preview.heldBack.length + preview.twins.length > 0
    if (preview.missing.length > 0) {
      const numbers = preview.missing.map(({ lineNumber }) => lineNumber).join(', ')
      console.log(styleText('yellow', `  ${say(language, 'missingRows', { numbers })}`))
    }
  }
  return isOpenWork ? 1 : 0
}

function syncedJson({ outcome, outdated }: SyncedFile): unknown {
  const { budget, conflicts, questions, ...rest } = outcome
  return {
    ...rest,
    gebied: budget.areaCode,
    jaar: budget.year,
    versie: budget.version,
    nothingToDo: isNothingDone(outcome),
    verouderdeLijsten: outdated,
    conflicts: conflicts.map(({ lineNumber, field, mine, theirs, by, at }) => ({
      lineNumber,
      field,
      mine,
      theirs,
      by,
      at,
    })),
    questions: questions.map((question) => ({ kind: question.kind, id: question.id })),
  }
}

function actingLine(person: string, language: Language): string {
  return say(language, 'actingAs', { person: describePerson(person) })
}

function missingChoice(isDelete: boolean, isReturn: boolean): SyncChoices['missing'] {
  if (isDelete && isReturn) throw new CliError('--verwijder en --zet-terug gaan niet samen. Kies een van beide.')
  if (isDelete) return 'delete'
  return isReturn ? 'return' : undefined
}

function conflictChoice(value: string | undefined): SyncChoices['conflicts'] {
  if (value === undefined || value === 'server') return value
  if (value === 'mij') return 'mine'
  throw new CliError(`Kies met --conflict uit mij en server, niet "${value}".`)
}
