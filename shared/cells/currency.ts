/** Currencies that turn up in the books of a Dutch municipality, old guilders included; signs need no list. */
const foreignNames = new RegExp(
  `(?<!\\p{L})(?:${[
    'USD|GBP|CHF|JPY|CNY|CAD|AUD|NZD|DKK|SEK|NOK|PLN|CZK|HUF|RON|BGN|TRY|ILS|INR|ANG|AWG|XCG|SRD',
    'NLG|HFL|FL|BEF|DEM|DM|FRF|FR|KR',
    'dollars?|pond|ponden|pounds?|yen|gulden|kroon|kronen|francs?|frank|franken',
  ].join('|')})(?!\\p{L})`,
  'iu',
)

const foreignSigns = /(?!€)\p{Sc}|ƒ/u

/** Whether the text names another currency than the euro, by its sign, its code or its name. */
export function isForeignCurrency(text: string): boolean {
  return foreignSigns.test(text) || foreignNames.test(text)
}
