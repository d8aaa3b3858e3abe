/** One planted error of every rule that one workbook can show, through the command line as a person uses it. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { notJudgedAlone, rules } from '#shared/rules/index.ts'
import { checkFile } from '../../cli/commands/check.ts'
import { draftFile } from './draft-file.ts'
import { nurseries, planted, plants } from './plants.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'gebied-planted-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const workbookId = '0193dddd-0000-7000-8000-000000000001'

const shownByOne = rules.map(({ id }) => id).filter((id) => !notJudgedAlone.includes(id))

describe('planted errors', () => {
  test('there is one for every rule that one workbook can show', () => {
    expect(plants.map(({ rule }) => rule).sort()).toEqual([...shownByOne].sort())
  })

  test.for(plants)('$rule is found where it was planted, and not before', ({ rule, nursery, plant }) => {
    const draft = nurseries[nursery]()
    const before = ruleIdsOf('before.xlsx', draftFile(draft, workbookId))
    plant(draft)
    const after = ruleIdsOf('after.xlsx', draftFile(draft, workbookId))
    expect(after).toContain(rule)
    if (!barren.has(rule)) expect(before).not.toContain(rule)
  })

  test('gebied check prints the ids of all of them', () => {
    const files = [...planted()].map(([name, draft]) => {
      const file = path.join(folder, `${name}.xlsx`)
      writeFileSync(file, draftFile(draft, workbookId))
      return file
    })
    const printed = checkOutput(files)
    expect(shownByOne.filter((id) => !printed.includes(`${id} `))).toEqual([])
  })
})

/** These are shown by the kind of workbook itself. */
const barren: ReadonlySet<string> = new Set(['GB-116', 'GB-411'])

function ruleIdsOf(name: string, bytes: Uint8Array): readonly string[] {
  const file = path.join(folder, name)
  writeFileSync(file, bytes)
  const checked = checkFile(file)
  if ('error' in checked) throw new Error(checked.error)
  return checked.findings.map((finding) => finding.rule)
}

function checkOutput(files: readonly string[]): string {
  const bin = path.join(import.meta.dirname, '../../cli/bin.mjs')
  try {
    execFileSync(process.execPath, [bin, 'check', ...files], { encoding: 'utf8' })
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string }
    expect(status).toBe(1)
    return stdout
  }
  throw new Error('Planted workbooks were judged to be without errors.')
}
