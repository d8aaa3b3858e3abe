export { examplePeople, exampleTenantId, type Person } from './people.ts'
export { exampleReference } from './reference.ts'
export type { ExampleRows } from './rows.ts'
export { exampleWorkbooks, exampleYear } from './workbooks.ts'
