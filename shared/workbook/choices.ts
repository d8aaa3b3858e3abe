import { councilRoutes, decisionBodies, decisionOutcomes } from '#shared/model/index.ts'

/** Words that a column of the template takes, apart from the lists of the municipality: closed by law or by the trade. */
export const choices = {
  side: ['L', 'B'],
  nature: ['I', 'S'],
  domain: ['sociaal', 'fysiek', 'bedrijfsvoering', 'publiek'],
  track: ['gebiedsgericht', 'wijkgericht'],
  lineType: ['exploitatie', 'investering', 'reserve', 'intern', 'taakstelling'],
  vatTreatment: ['BCF', 'ondernemer', 'kostprijsverhogend'],
  body: decisionBodies,
  outcome: decisionOutcomes,
  councilRoute: councilRoutes,
  yesNo: ['ja', 'nee'],
  planStatus: ['gepland', 'lopend', 'gereed', 'vervallen'],
  unit: ['euro', 'x € 1.000'],
} as const

/** A list for a validation rule, written out: Excel takes at most 255 characters, with commas in every language. */
export function quotedList(words: readonly string[]): string {
  return `"${words.join(',')}"`
}
