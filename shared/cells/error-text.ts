/** The error values of Excel as its English and its Dutch version show them. */
const errorTexts: ReadonlySet<string> = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
  '#FIELD!',
  '#BLOCKED!',
  '#CONNECT!',
  '#UNKNOWN!',
  '#BUSY!',
  '#EXTERNAL!',
  '#TIMEOUT!',
  '#PYTHON!',
  '#LEEG!',
  '#DEEL/0!',
  '#WAARDE!',
  '#VERW!',
  '#NAAM?',
  '#GETAL!',
  '#N/B',
  '#GEGEVENS_OPHALEN',
  '#OVERLOOP!',
  '#OVERLOPEN!',
  '#BEREKENEN!',
  '#VELD!',
  '#GEBLOKKEERD!',
  '#VERBINDEN!',
  '#ONBEKEND!',
  '#BEZET!',
  '#EXTERN!',
])

/** Whether a text is how an error cell looks after it went through a CSV file or a paste of values. */
export function isErrorText(text: string): boolean {
  return errorTexts.has(text.toUpperCase())
}
