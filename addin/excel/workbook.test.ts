import { describe, expect, test } from 'vitest'
import { simulatedExcel } from '../../workbench/client/simulated-excel.ts'
import { memberVersions } from '../../workbench/host/member-versions.ts'
import { requirementSetsDefault } from '../../workbench/host/requirement-sets.ts'
import type { ExcelUnderTest } from './excel-under-test.test-data.ts'
import { excelMembers } from './members.ts'
import { workbookContract } from './workbook.contract.ts'

const made: ExcelUnderTest[] = []

workbookContract('over the client of the workbench', (excelApi) => {
  const excel = simulatedExcel({ requirementSets: { ...requirementSetsDefault, ExcelApi: excelApi } })
  made.push(excel)
  return excel
})

/** After the whole contract: what it touched. */
describe('the members of the Excel API that are used', () => {
  const listed = Object.keys(excelMembers)

  /** A client asks for these by itself: items of collections, and the parts in which it sends many cells. */
  const isOfClient = (member: string) =>
    /\._|^(?:ConditionalFormat|NamedItem)Collection\.getItem$|^Range\.(?:getRow|getBoundingRect)$/.test(member)
  /** Those that a client does not send: its own context, the items that it made, the facts of an event. */
  const isUnseen = (member: string) => /^RequestContext\.|\.(?:items|onChanged)$|EventArgs\./.test(member)

  test('are those of the list, no more and no less', () => {
    const touched = new Set(made.flatMap(({ host }) => [...host.statistics.members.keys()]))
    expect([...touched].filter((member) => !isOfClient(member)).toSorted()).toEqual(
      listed.filter((member) => !isUnseen(member)).toSorted(),
    )
  })

  test('have the version that the host knows, and ask for ExcelApi 1.14 at most', () => {
    const known = Object.entries(excelMembers).filter(([member]) => memberVersions.has(member))
    expect(known.map(([member]) => [member, memberVersions.get(member)])).toEqual(known)
    expect(Object.values(excelMembers).filter((version) => Number(version.split('.')[1]) > 14)).toEqual([])
  })

  test('are all there, and only a failed creation takes Undo away', () => {
    expect(made.flatMap(({ host }) => host.statistics.missing)).toEqual([])
    expect(made.flatMap(({ host }) => host.bugs)).toEqual([])
    expect(made.flatMap(({ host }) => [...host.statistics.undoBreaking])).toEqual(['Worksheet.delete'])
  })
})
