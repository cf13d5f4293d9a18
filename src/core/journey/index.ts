/** The door of the journey: answers to pages, pages to what comes next, answers to what the rules say. */
export { askedOfEntry } from './entry.ts'
export { evaluate, type Evaluation, type Reason } from './evaluate.ts'
export type { PlainValue } from './plain-value.ts'
export { type Rules, rulesOf, type Ruling } from './ruling.ts'
export type { Step } from './trace.ts'
export { findPageBefore, nextAfter, nextAfterChange, walk, type Walk, type WalkedPage } from './walk.ts'
export { readFileAnswers } from './file-answers.ts'
export { type Trial, tryAnswers } from './try.ts'
