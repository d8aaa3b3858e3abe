export * from './address.ts'
export * from './area-workbook.ts'
export * from './budget.ts'
export * from './budget-state.ts'
export * from './ceiling.ts'
export * from './differing-lists.ts'
export * from './draw.ts'
export * from './fields.ts'
export * from './finding.ts'
export * from './item-years.ts'
export * from './person.ts'
export * from './reference.ts'
export {
  councilRoutes,
  decisionBodies,
  decisionOutcomes,
  instrumentYears,
  reserveTypes,
  sourceSchema,
  wholeBasisPoints,
} from './reference-items.ts'
export * from './reserve-balance.ts'
export * from './rows.ts'
export * from './tally.ts'
export * from './total.ts'
export * from './variance.ts'
export * from './versions.ts'
