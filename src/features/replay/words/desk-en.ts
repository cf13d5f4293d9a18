/** The single place for the English words of what officers do with a trial: look at one of its cases, and try it on others. */
import { en } from './en.ts'

const { number } = en

export const deskEn = {
  exampleTitle: 'One case, before and after',
  exampleOf: (reference: string, date: string) => `Case ${reference}, sent on ${date}.`,
  exampleMadeUp: 'This case was made up for a demonstration. It says nothing about a real person.',
  exampleOpen: 'Open the case',
  exampleBack: 'The trial',
  exampleHidden: 'Some of it is not shown, because your role may not read those answers.',
  becomes: (from: string, to: string) => `With the change it would be “${to}” instead of “${from}”.`,
  stays: (outcome: string) => `It would stay “${outcome}”, and something else would be charged or told.`,
  same: (outcome: string) => `It would stay “${outcome}”, and nothing else would be charged or told.`,
  cantTell: 'Nobody can tell what would come of it:',
  lacks: {
    'not-asked': (question: string) => `“${question}” was not asked then`,
    'not-kept': (question: string) => `the answer to “${question}” is not kept for this`,
    'not-accepted': (question: string) => `the answer to “${question}” would no longer be accepted`,
  },
  result: 'What comes of it',
  proposed: 'What the rules propose',
  fee: 'What it costs',
  noFee: 'No price',
  person: 'Does a person have to look closely?',
  yes: 'Yes',
  no: 'No',
  way: 'What differs on the way there',
  wayNone: 'Every rule comes to the same in both.',
  cannotTell: 'Cannot be told',
  today: 'The day it was sent',
  notThere: 'Not worked out here',
  different: 'Different',
  otherRule: 'The rule is different',
  sameWay: (count: number) =>
    count === 1 ? 'The one step that is the same in both' : `The ${number(count)} steps that are the same in both`,
  step: 'What was worked out',
  value: 'What came of it',
  reads: 'What it read',
  asked: 'What is asked',
  askedSame: (count: number) => (count === 1 ? 'Both ask the same question.' : `Both ask the same ${number(count)} questions.`),
  onlyBefore: 'Asked now, and no longer with the change',
  onlyAfter: 'Asked with the change, and not now',
  answered: { yes: 'Yes', no: 'No' },
  again: 'Try it again, or on other cases',
  againButton: 'Try it',
  choose: 'Choose the cases, and what figures are split by',
  since: 'Cases sent from this day on',
  sinceHint: 'Until today. For example, 1 4 2026.',
  sinceFault: 'Enter a day that has been, such as 1 4 2026',
  splits: 'Split the figures',
  splitsByAnswer: 'By what people answered',
  groups: 'By equality group',
  groupsTitle: 'Whom the change concerns, by equality group',
  groupsNone: 'This service asks no equality questions, or too few people have answered them to say anything.',
  groupsTooMany:
    'There are too many cases to count them by month for this page. Try it again and split the figures by month: this will be there then.',
  sameRuns: 'The same cases gave the same result when it was tried:',
  answers: 'What they answered',
  answersNote: 'Only answers that rules can read are kept for this: no names, no words of their own.',
}

export type DeskWords = typeof deskEn
