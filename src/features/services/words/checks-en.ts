/** The single place for the English words of what is certain of a service, what is worth a look, and the picture of the way through it. */
import type { Spoken } from '#core/definition/spoken.ts'

export const checksEn = {
  title: (service: string) => `What was checked: ${service}`,
  link: (service: string) => `What was checked of “${service}”`,
  lead: 'A program has gone through every way somebody could use this service. What it says here holds for everybody who ever could, not only for those who did.',
  certainOn: (day: string) => `Last gone through on ${day}.`,
  counts: (certain: number, open: number) =>
    open === 0 ? `${certain} things are certain. Nothing was left open.` : `${certain} things are certain, ${open} could not be told.`,

  faults: 'What must be mended',
  faultsBody: 'The service cannot be released like this. The people here are made up.',
  looks: 'What is worth a look',
  looksBody: 'It is not wrong, and it may be meant. The people here are made up.',
  nothing: 'Nothing was found that must be mended or is worth a look.',
  fault: 'Must be mended',
  look: 'Worth a look',
  exampleOn: (day: string) => `For example on ${day}`,
  bothSides: (day: string) => `Both sides, on ${day}`,
  bothSidesOf: (finding: string) => `Both sides: ${finding}`,
  question: 'Question',
  person: 'One person',
  further: 'One step further',
  day: 'Day',
  same: 'the same',
  notAsked: 'not asked',
  anybody: 'Anybody, whatever they answer.',
  conflict: 'These leave nobody:',
  found: (faults: number, looks: number) =>
    [
      faults === 0 ? [] : faults === 1 ? ['one thing must be mended'] : [`${faults} things must be mended`],
      looks === 0 ? [] : looks === 1 ? ['one is worth a look'] : [`${looks} are worth a look`],
    ]
      .flat()
      .join(', '),
  draft: 'What the checks say',
  draftWorking: 'Going through every way to use the service…',
  draftStale: 'This could not be gone through just now. What stands here is for what was there before.',
  draftHint: 'When you see what it would do, a program goes through every way somebody could use the service with this change.',
  draftNothing: 'This change brings nothing that must be mended or is worth a look.',
  draftNew: (found: string) => `This comes with the change: ${found}.`,
  draftEarlier: (count: number) => (count === 1 ? 'One thing is so already without it' : `${count} things are so already without it`),
  draftWay: 'The way through as it would be',
  whatToDo: 'What to do:',
  mend: 'Change this',
  read: 'See it in the rules',

  certain: 'What is certain',
  certainBody:
    'These hold for everybody who could ever use the service, not only for those who did. A program has proved them of exactly these rules:',
  claims: {
    'page-reachable': (count: number) => `Every one of ${count} pages can be reached by somebody`,
    'question-reachable': (count: number) => `Questions asked only of some are asked of somebody (${count})`,
    'end-reachable': () => 'There is a way to the end',
    'can-be-true': (count: number) => `Conditions can be true (${count})`,
    'can-be-untrue': (count: number) => `Conditions can be untrue (${count})`,
    'option-reachable': (count: number) => `Answers offered only to some are offered to somebody (${count})`,
    'options-differ': (count: number) => `It matters which answer is chosen (${count} questions)`,
    'table-complete': (count: number) => `No table has a gap: there is a row for everybody (${count})`,
    'table-without-overlap': (count: number) => `Where only one row may fit, no two ever do (${count})`,
    'row-matches': (count: number) => `Every row is met by somebody (${count})`,
    'outcome-reachable': (count: number) => `Every decision proposed can be reached by somebody (${count})`,
    'outcome-told': () => 'Whoever gets to the end is proposed a decision',
    'never-fails': (count: number) => `Nothing that is worked out ever fails (${count})`,
    'never-negative': (count: number) => `No fee or award is ever less than nothing (${count})`,
    'question-read': (count: number) => `Nothing is asked for no use (${count} questions)`,
    'no-cliff-edge': (count: number) => `No smallest step changes the decision (${count} looked at)`,
    'adverse-needs-person': () => 'No decision goes against somebody without a person',
  },
  open: 'What could not be told',
  openBody: 'The program could not show these, nor that they are not so. They may hold.',
  openNone: 'Nothing was left open.',

  way: 'The way through',
  wayBody:
    'Follow the line from the top. A dotted line is a page that only some people see; a short line to a bar is where the service ends early.',
  wayTitle: 'From the first page to the decision',
  wayDescription: (pages: number, some: number, outcomes: number) =>
    `${pages} pages, ${some} of them only for some people, and then one of ${outcomes} decisions. The list has the same in words.`,
  flow: {
    start: 'Start',
    sent: 'You check your answers and send them',
    decided: 'A person decides',
    some: 'Only some people see this',
    onlyIf: (condition: string) => `Only if ${condition}.`,
    leaves: (condition: string) => `The service ends here if ${condition}.`,
    ends: (title: string) => `Ends here: ${title}`,
    adverse: 'goes against the person',
    list: 'The same in words',
    mustBeMended: 'Must be mended',
    worthALook: 'Worth a look',
    people: (count: number) => (count === 1 ? '1 example person' : `${count} example people`),
    nobody: 'No example person comes here',
    metBy: 'Example people:',
    key: 'What the signs mean',
    signs: {
      page: 'A page that everybody sees',
      some: 'A page that only some people see',
      leaving: 'The service ends here for some',
      outcome: 'A decision',
      adverse: 'A decision that goes against the person',
      people: 'So many example people come here',
      nobody: 'No example person comes here',
    },
  },
  tables: 'Rows of rules and who meets them',
  tablesBody: (rows: number, met: number) =>
    met === rows ? `Example people meet all ${rows} rows of the tables.` : `Example people meet ${met} of ${rows} rows of the tables.`,
  reason: 'Reason and source',
  metBy: 'Example people',
  metNone: 'None yet',
  metMore: (count: number) => (count === 1 ? 'and one more' : `and ${count} more`),
  toRecord: 'See the public record',
}

/** What every language says of checks. */
export type ChecksWords = Spoken<typeof checksEn>
