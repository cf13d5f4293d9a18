/** The single place for how rules are said in English. Names and texts come in with their quotation marks; signs and words of the code never come in. */
import type { Spoken } from '#core/definition/spoken.ts'

/** What stands between two values, said of each sort: dates come before and after, everything else is more or less. */
export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>='

const sizes = { '==': 'is', '!=': 'is not', '<': 'is less than', '<=': 'is at most', '>': 'is more than', '>=': 'is at least' }
const dates = { ...sizes, '<': 'is before', '<=': 'is on or before', '>': 'is after', '>=': 'is on or after' }

/** English. */
export const english = {
  quoted: (text: string) => `“${text}”`,
  bracketed: (text: string) => `(${text})`,
  yes: 'yes',
  no: 'no',
  today: 'today',
  decided: 'the decision',
  emptyText: 'nothing written',

  // Names that would be the same.
  ofQuestion: (name: string, number: number) => `${name} (question ${number})`,
  ofSort: (name: string, sort: Sort, number: number) => (number === 1 ? `${name} (${sorts[sort]})` : `${name} (${sorts[sort]} ${number})`),
  figure: (name: string, amount: string) => `${name} (${amount})`,

  // Values.
  below: (amount: string) => `minus ${amount}`,
  days: (count: string) => (count === '1' ? '1 day' : `${count} days`),
  months: (count: string) => (count === '1' ? '1 month' : `${count} months`),
  plus: (parts: readonly string[]) => parts.join(' plus '),
  less: (left: string, right: string) => `${left} less ${right}`,
  /** The same where a part is more than a name or a number. */
  longPlus: (parts: readonly string[]) => parts.join(', plus '),
  longLess: (left: string, right: string) => `${left}, less ${right}`,
  times: (left: string, right: string) => `${left} times ${right}`,
  divided: (left: string, right: string) => `${left} divided by ${right}, leaving out the rest`,
  rest: (left: string, right: string) => `what is left over when ${left} is divided by ${right}`,
  joined: (left: string, right: string) => `${left} followed by ${right}`,
  opposite: (value: string) => `minus ${value}`,
  after: (length: string, date: string) => `${length} after ${date}`,
  before: (length: string, date: string) => `${length} before ${date}`,
  between: (from: string, to: string) => `the days from ${from} to ${to}`,
  listOf: (items: readonly string[]) => `the list of ${listed(items, 'and')}`,
  whether: (clause: string) => `whether ${clause}`,
  branch: (value: string, condition: string) => `if ${condition}: ${value}`,
  otherwise: (value: string) => `otherwise: ${value}`,
  branches: (parts: readonly string[]) => parts.join('; '),
  part: (name: string, of: string) => `${name} of ${of}`,
  column: (name: string, table: string) => `${name} from the table ${table}`,
  parts: {
    lines: 'the lines',
    town: 'the town',
    postcode: 'the postcode',
    uprn: 'the property number',
    ward: 'the ward',
    parish: 'the parish',
    name: 'the name',
    number: 'the number',
    description: 'the description',
    grid: 'the grid reference',
  },

  // Members of lists.
  it: 'it',
  member: ['the first', 'the second'],
  ofMember: (name: string, member: string) => `${name} of ${member}`,
  calling: (list: string, member: string) => `${list} (each called ${member})`,
  picked: (list: string, clause: string) => `those of ${list} for which ${clause}`,
  each: (value: string, list: string) => `${value} for each of ${list}`,
  total: (value: string, list: string) => `the total of ${value} over all of ${list}`,
  counted: (list: string, clause: string) => `how many of ${list} there are for which ${clause}`,

  // Conditions.
  always: 'this is always so',
  never: 'this is never so',
  answered: (question: string, answer: string) => `${question} is answered ${answer}`,
  notAnswered: (question: string, answer: string) => `${question} is not answered ${answer}`,
  answeredOneOf: (question: string, answers: readonly string[]) => `${question} is answered ${listed(answers, 'or')}`,
  answeredNoneOf: (question: string, answers: readonly string[]) => `${question} is not answered ${listed(answers, 'or')}`,
  hasAnswer: (question: string) => `${question} has an answer`,
  hasNone: (question: string) => `${question} has no answer`,
  isTrue: (name: string) => `${name} is so`,
  isNotTrue: (name: string) => `${name} is not so`,
  not: (clause: string) => `(${clause}) is not so`,
  and: (clauses: readonly string[]) => clauses.join(' and '),
  or: (clauses: readonly string[]) => clauses.join(' or '),
  ifThen: (condition: string, then: string, otherwise: string) => `if ${condition}, then ${then}, and if not, then ${otherwise}`,
  compared: (left: string, sign: Comparison, right: string) => `${left} ${sizes[sign]} ${right}`,
  comparedDates: (left: string, sign: Comparison, right: string) => `${left} ${dates[sign]} ${right}`,
  same: (left: string, right: string) => `${left} is the same as ${right}`,
  different: (left: string, right: string) => `${left} is not the same as ${right}`,
  oneOf: (value: string, items: readonly string[]) => `${value} is one of ${listed(items, 'or')}`,
  notOneOf: (value: string, items: readonly string[]) => `${value} is none of ${listed(items, 'or')}`,
  includes: (list: string, value: string) => `${list} includes ${value}`,
  includesNot: (list: string, value: string) => `${list} does not include ${value}`,
  all: (list: string, clause: string) => `for every one of ${list}: ${clause}`,
  some: (list: string, clause: string) => `for at least one of ${list}: ${clause}`,
  one: (list: string, clause: string) => `for exactly one of ${list}: ${clause}`,
  formula: (source: string) => `this holds: ${source}`,
  /** Clauses as they stand after “if”. */
  afterIf: (clauses: readonly string[], joint: 'and' | 'or') => clauses.join(` ${joint} `),

  // What would change a result.
  turn: (answer: string, { before, after }: { readonly before: string; readonly after: string }, come: string) =>
    `If ${answer} were ${after} instead of ${before}, ${come}.`,
  turnGives: (outcome: string) => `the result would be ${outcome}`,
  turnEnds: (title: string) => `the service would end early: ${title}`,
  ofEntry: (name: string, entry: number, group: string) => `${name} in entry ${entry} of ${group}`,
  nothing: 'nothing',

  // Laid out as lists.
  allOf: 'All of these:',
  anyOf: 'Any of these:',
  firstThatFits: 'The first of these that fits:',
  totalOf: (list: string) => `The total, over all of ${list}, of the first of these that fits:`,

  outcome: 'Outcome',
  cell: (column: string, said: string) => `${column} is ${said}`,
  cellOfList: (column: string, said: string) => `among ${column} there is ${said}`,
  row: (asked: readonly string[], given: readonly string[]) =>
    asked.length === 0 ? `In every other case: ${given.join(', and ')}` : `If ${asked.join(', and ')}, then ${given.join(', and ')}`,

  /** Cells of a table, which leave out what they test. */
  cells: {
    anything: 'anything',
    or: ' or ',
    not: (value: string) => `not ${value}`,
    neither: (values: readonly string[]) => `neither ${values.join(' nor ')}`,
    ends: (one: string, other: string) => `${one} and ${other}`,
    interval: (least: string, most: string) => `${least} to ${most}`,
    size: {
      '<': (value: string) => `less than ${value}`,
      '<=': (value: string) => `${value} or less`,
      '>': (value: string) => `more than ${value}`,
      '>=': (value: string) => `${value} or more`,
    },
    date: {
      '<': (value: string) => `before ${value}`,
      '<=': (value: string) => `${value} or earlier`,
      '>': (value: string) => `after ${value}`,
      '>=': (value: string) => `${value} or later`,
    },
  },

  /** How rows that fit become one result (DMN 1.5, section 8.2.11). */
  hits: {
    unique: 'Only one of these rows can fit.',
    first: 'The rows are looked at from the top. The first one that fits counts.',
    any: 'Where several rows fit, they all say the same.',
    priority: 'Where several rows fit, the most important result counts.',
    'rule-order': 'Every row that fits counts, from the top.',
    list: 'Every row that fits counts.',
    sum: 'The results of all rows that fit are added up.',
    min: 'Of all rows that fit, the smallest result counts.',
    max: 'Of all rows that fit, the largest result counts.',
    count: 'What counts is how many rows fit.',
  },

  roundings: {
    half_up: 'rounded to the nearest penny',
    half_even: 'rounded to the nearest penny, half a penny to the even one',
    down: 'rounded down to the penny',
    up: 'rounded up to the penny',
  },
  /** The same where the steps are not pennies. */
  steps: { half_up: 'to the nearest', half_even: 'to the nearest, half a step to the even one', down: 'rounded down', up: 'rounded up' },
  nations: { england_and_wales: 'England and Wales', scotland: 'Scotland', northern_ireland: 'Northern Ireland' },

  /** Functions, by name and, where it matters, by what they take. */
  calls: {
    min: (a: string, b: string) => `the smaller of ${a} and ${b}`,
    'min date': (a: string, b: string) => `the earlier of ${a} and ${b}`,
    'min list': (list: string) => `the smallest of ${list}`,
    'min date list': (list: string) => `the earliest of ${list}`,
    max: (a: string, b: string) => `the larger of ${a} and ${b}`,
    'max date': (a: string, b: string) => `the later of ${a} and ${b}`,
    'max list': (list: string) => `the largest of ${list}`,
    'max date list': (list: string) => `the latest of ${list}`,
    sum: (list: string) => `the total of ${list}`,
    ceilDiv: (amount: string, step: string) => `how many times ${step} goes into ${amount}, counting a part as one`,
    floorDiv: (amount: string, step: string) => `how many whole times ${step} goes into ${amount}`,
    percent: (amount: string, hundredths: string, rounding: string) => `${hundredths} per cent of ${amount}, ${rounding}`,
    share: (amount: string, times: string, ...[by = '', rounding = '']: readonly string[]) =>
      `${amount} times ${times} divided by ${by}, ${rounding}`,
    divide: (amount: string, by: string, rounding: string) => `${amount} divided by ${by}, ${rounding}`,
    roundTo: (amount: string, step: string, rounding: string) => `${amount} taken to whole steps of ${step}, ${rounding}`,
    days: (count: string) => `${count} days`,
    months: (count: string) => `${count} months`,
    'count days': (length: string) => `the number of days in ${length}`,
    'count months': (length: string) => `the number of months in ${length}`,
    ageOn: (born: string, on: string) => `the age ${on === 'today' ? on : `on ${on}`} of somebody born on ${born}`,
    monthsBetween: (from: string, to: string) => `the whole months from ${from} to ${to}`,
    yearOf: (date: string) => `the year of ${date}`,
    monthOf: (date: string) => `the number of the month of ${date}`,
    dayOf: (date: string) => `the day of the month of ${date}`,
    weekdayOf: (date: string) => `the number of the weekday of ${date}, with Monday as 1`,
    firstOfMonth: (date: string) => `the first day of the month of ${date}`,
    lastOfMonth: (date: string) => `the last day of the month of ${date}`,
    addWorkingDays: (date: string, count: string, nation: string) => `${count} working days after ${date} in ${nation}`,
    workingDaysBetween: (from: string, to: string, nation: string) => `the working days after ${from} up to ${to} in ${nation}`,
    lowerAscii: (text: string) => `${text} in small letters`,
    upperAscii: (text: string) => `${text} in capital letters`,
    trim: (text: string) => `${text} without spaces at either end`,
    postcodeArea: (text: string) => `the first letters of the postcode ${text}`,
    postcodeDistrict: (text: string) => `the first half of the postcode ${text}`,
    size: (list: string) => `how many entries ${list} has`,
    'size options': (list: string) => `how many of ${list} are chosen`,
    'size text': (text: string) => `how many characters ${text} has`,
    isBankHoliday: (date: string, nation: string) => `${date} is a bank holiday in ${nation}`,
    isWorkingDay: (date: string, nation: string) => `${date} is a working day in ${nation}`,
    startsWith: (text: string, start: string) => `${text} begins with ${start}`,
    endsWith: (text: string, end: string) => `${text} ends with ${end}`,
    contains: (text: string, part: string) => `${text} has ${part} in it`,
    like: (text: string, pattern: string) => `${text} has the form ${pattern}`,
  },
}

const sorts = { constant: 'figure', condition: 'condition', calculation: 'worked out', table: 'table', member: 'one of several' }

/** What may share its words with a question or with another of its sort. */
export type Sort = keyof typeof sorts

function listed(items: readonly string[], last: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`
}

/** The grammar of one language: the same for each, with other words. */
export type Grammar = Spoken<typeof english>
