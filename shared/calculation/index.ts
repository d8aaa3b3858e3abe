/** Arithmetic of budgets: whole cents in, whole cents out, rounded half away from zero. */
export { allocate } from './allocate.ts'
export { effortCents, fullTimeEquivalents } from './effort.ts'
export { netOfVat, type VatTreatment } from './net-of-vat.ts'
export { projectYears } from './project-years.ts'
export { structuralPart } from './structural-part.ts'
export { toThousands } from './thousands.ts'
