/** The door of turns: the smallest change of one answer that gives another result. */
export type { AnswerPlace } from './place.ts'
export { type Come, type Turn, type Turned, turnsOf } from './turns.ts'
