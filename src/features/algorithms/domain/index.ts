/** The single place to import the pure part of algorithm records from. */
export { type Example, type Examples, examplesOf, type Met } from './example.ts'
export { type AlgorithmRecord, type DataUse, recordOf } from './record.ts'
export type { Proved } from './proved.ts'
