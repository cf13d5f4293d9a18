/** The single place to import the SQL of value from. */
export { casesProjection, findMeasured } from './case.ts'
export { cellsOf } from './cells.ts'
export { applyCounts, countsProjection, countsStreamOf, streamOf } from './counts.ts'
export { addRating, isRated, markRated, markSurveyed, takeRatings, unsurveyed } from './rating.ts'
