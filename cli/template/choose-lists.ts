/** Which lists go into a workbook that is made from another one. */
import { exampleReference } from '#shared/example/index.ts'
import { type AreaWorkbook, type Reference, referenceSchema } from '#shared/model/index.ts'
import { connect, personFor } from '../api.ts'

export interface ChosenLists {
  readonly lists: Reference
  readonly from: 'server' | 'workbook' | 'example'
}

/**
 * Those of the server that is named, for the year of the new workbook; else the snapshot in the old workbook; else the
 * example's. Throws CliError when a named server cannot be reached: other lists than asked for would go unnoticed.
 */
export async function chooseLists(
  { budget, reference }: AreaWorkbook,
  year: number,
  server: string | undefined,
  person: string | undefined,
): Promise<ChosenLists> {
  if (server !== undefined) {
    const api = await connect(server, person ?? personFor('gebiedscontroller', budget.areaCode))
    return { lists: referenceSchema.parse(await api.get(`/v1/referentie?jaar=${year}`)), from: 'server' }
  }
  return reference === null ? { lists: exampleReference, from: 'example' } : { lists: reference, from: 'workbook' }
}
