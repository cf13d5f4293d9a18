/** The single place to import the SQL of journeys from. */
export {
  countOldDrafts,
  deleteDraft,
  deleteDraftsOf,
  deleteOldDrafts,
  type DraftKey,
  draftOf,
  type DraftRow,
  keepCarried,
  keptDraftsOf,
  markEqualityDone,
  markSent,
  saveDraft,
} from './draft.ts'
export {
  addEqualityAnswers,
  deleteEqualityMonth,
  type EqualityAnswers,
  type EqualityMonth,
  equalityCounts,
  equalityMonths,
} from './equality.ts'
export { journeyCountsOf, type JourneyCount, takeJourneyCounts } from './tally.ts'
export { countErrors, type PageCount, pageCountsOf, takePageCounts } from './page-tally.ts'
export { findLinkedDraft, keepReturnLink, type LinkedDraft, moveDraft } from './return-link.ts'
