/** The single place to import the SQL of journeys from. */
export {
  deleteDraft,
  deleteOldDrafts,
  type DraftKey,
  draftOf,
  type DraftRow,
  markEqualityDone,
  markSent,
  saveDraft,
} from './draft.ts'
export { addEqualityAnswers, type EqualityAnswers } from './equality.ts'
export { findLinkedDraft, keepReturnLink, type LinkedDraft, moveDraft } from './return-link.ts'
