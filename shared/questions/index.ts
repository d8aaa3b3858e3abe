/** What the add-in asks the server besides synchronising: values for formula cells, and what changed. */
export * from './changes.ts'
export * from './questions.ts'
