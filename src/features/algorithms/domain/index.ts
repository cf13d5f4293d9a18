/** The single place to import the pure part of algorithm records from. */
export { type Example, type Examples, examplesOf, type Met } from './example.ts'
export { type AlgorithmRecord, type DataUse, recordOf, type Rules, rulesOf } from './record.ts'
