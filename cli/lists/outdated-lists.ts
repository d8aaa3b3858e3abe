/** Whether the sheet Codes, by which a workbook is judged, still shows the lists of the server. */
import { styleText } from 'node:util'
import {
  type AreaWorkbook,
  differingLists,
  type KeptListName,
  type Language,
  referenceSchema,
} from '#shared/model/index.ts'
import { say } from '#shared/text/index.ts'
import type { Api } from '../api.ts'
import { ApiProblem } from '../cli-error.ts'

/**
 * Names of the lists that differ. Empty when there is nothing to compare: the workbook has no usable sheet Codes, which
 * `check` tells, or the server has no lists yet.
 */
export async function outdatedLists(api: Api, { budget, reference }: AreaWorkbook): Promise<readonly KeptListName[]> {
  if (reference === null) return []
  const answer = await api.get(`/v1/referentie?jaar=${budget.year}`).catch(undefinedWhenRefused)
  return answer === undefined ? [] : differingLists(reference, referenceSchema.parse(answer))
}

/** The line with the remedy; none when no list differs. */
export function outdatedLines(
  lists: readonly KeptListName[],
  { file, server }: { readonly file: string; readonly server: string },
  language: Language,
): readonly string[] {
  if (lists.length === 0) return []
  return [styleText('yellow', `  ${say(language, 'outdatedLists', { file, server, lists: lists.join(', ') })}`)]
}

function undefinedWhenRefused(error: unknown): undefined {
  if (!(error instanceof ApiProblem)) throw error
}
