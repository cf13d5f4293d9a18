/** The door of the journey: answers to pages, pages to what comes next, answers to what the rules say. */
export { evaluate, type Evaluation, type PlainValue, type Reason, type Step } from './evaluate.ts'
export { nextAfter, walk, type Walk, type WalkedPage } from './walk.ts'
