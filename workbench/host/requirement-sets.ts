/** Requirement sets by name, with the newest version that a host has: `{ ExcelApi: '1.14' }`. */
export type RequirementSets = Readonly<Record<string, string>>

/** What the add-in's manifest asks at least, beside what every Excel of that age has. */
export const requirementSetsDefault: RequirementSets = {
  ExcelApi: '1.14',
  SharedRuntime: '1.1',
  CustomFunctionsRuntime: '1.3',
  CustomFunctions: '1.9',
  RibbonApi: '1.1',
  RichApiRuntime: '1.1',
  DelayForCellEdit: '1.1',
  DialogApi: '1.1',
}
