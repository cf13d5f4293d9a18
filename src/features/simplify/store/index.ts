/** The single place to import the SQL of making services simpler from. */
export { applyPages, countedFact, countsStreamOf, pageFigures, pagesProjection, streamOf } from './pages.ts'
export { findStudy, putStudy } from './study.ts'
