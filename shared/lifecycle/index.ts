/** The life of a budget: from concept to adoption. Values only; the Worker carries it out. */
export * from './decide.ts'
export * from './protocol.ts'
export * from './transitions.ts'
export * from './waiving.ts'
