import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { excelMembers } from '../../addin/excel/members.ts'
import { objectKinds } from '../../workbench/client/object-kinds.ts'
import { excelNames } from '../../workbench/client/excel-names.ts'
import { simulatedExcel } from '../../workbench/client/simulated-excel.ts'
import { memberVersions } from '../../workbench/host/member-versions.ts'
import { excelWithMicrosoftClient } from './excel-with-microsoft-client.ts'
import { scenarios } from './scenarios.ts'
import { transcriptOf } from './transcript.ts'

const types = readFileSync(createRequire(import.meta.url).resolve('@types/office-js/index.d.ts'), 'utf8')
const excelTypes = types.slice(types.indexOf('declare namespace Excel {'))

/** Text of a class of the published types, with the comment before it. */
function classText(kind: string): { readonly body: string; readonly comment: string } {
  const start = excelTypes.search(new RegExp(`\\n {4}class ${kind} extends `))
  expect(start, kind).toBeGreaterThan(0)
  return {
    body: excelTypes.slice(start, excelTypes.indexOf('\n    }\n', start)),
    comment: excelTypes.slice(excelTypes.lastIndexOf('/**', start), start),
  }
}

/** `1.4` of `[Api set: ExcelApi 1.4]`: of the member, or of its class where the member says nothing. */
function publishedVersion(member: string): string | undefined {
  const [kind = '', name = ''] = member.split('.')
  const { body, comment } = classText(kind)
  const at = body.search(new RegExp(`\\n {8}(?:readonly )?${name}(?:\\(|:)`))
  if (at < 0) return undefined
  const own = body.slice(body.lastIndexOf('/**', at), at)
  const version = /\[Api set: ExcelApi ([\d.]+)/
  return (version.exec(own) ?? version.exec(comment))?.[1]
}

describe('the members of the host', () => {
  test('are those of the published types, with the same version', () => {
    const published = [...memberVersions.keys()].map((member) => [member, publishedVersion(member)])
    expect(Object.fromEntries(published)).toEqual(Object.fromEntries(memberVersions))
  })

  test('hold every member that the add-in uses', () => {
    // What a client has by itself, and the facts of an event, are no members of the host.
    const isOfClient = /^(?:RequestContext|RunOptions|\w+EventArgs)\./
    const used = Object.keys(excelMembers).filter((member) => !isOfClient.test(member))
    expect(used.filter((member) => !memberVersions.has(member))).toEqual([])
  })

  test('are all in our client, and nothing else is', () => {
    const own = Object.entries(objectKinds).flatMap(([kind, { readable, objects, methods, items, event }]) =>
      [...readable, ...Object.keys(objects), ...Object.keys(methods), items && 'items', event?.name]
        .filter((name) => typeof name === 'string' && !name.startsWith('_'))
        .map((name) => `${kind}.${name}`),
    )
    expect(own.toSorted()).toEqual([...memberVersions.keys()].toSorted())
  })

  test("are all in the npm copy of Microsoft's client", () => {
    const { Excel } = excelWithMicrosoftClient()
    const classes = Excel as unknown as Readonly<Record<string, { readonly prototype: object }>>
    const unknown = [...memberVersions.keys()].filter((member) => {
      const [kind = '', name = ''] = member.split('.')
      return !(name in (classes[kind]?.prototype ?? {}))
    })
    expect(unknown).toEqual([])
  })

  test('are all used in a scenario', async () => {
    const used = new Set<string>()
    for (const [, scenario] of scenarios) {
      const excel = simulatedExcel()
      await transcriptOf(scenario, excel)
      for (const member of excel.host.statistics.members.keys()) used.add(member)
    }
    const isSeenByClientOnly = /\.(?:items|onChanged)$/
    expect(
      [...memberVersions.keys()].filter((member) => !used.has(member) && !isSeenByClientOnly.test(member)),
    ).toEqual([])
  })
})

test("the constants of our client are Microsoft's", () => {
  const { Excel } = excelWithMicrosoftClient()
  expect(Excel).toMatchObject(excelNames)
})
