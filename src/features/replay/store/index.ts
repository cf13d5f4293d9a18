/** The single place to import what reaches the tables of trials from. */
export * from './count.ts'
export * from './groups.ts'
export * from './past-case.ts'
export * from './sample.ts'
export * from './statement.ts'
export * from './trial.ts'
export * from './typed-case.ts'
