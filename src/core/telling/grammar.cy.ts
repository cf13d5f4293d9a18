/** The single place for how rules are said in Welsh. Names stand in quotation marks and figures in digits, so that they never mutate. */
import type { Grammar } from './grammar.en.ts'

/** Welsh. */
export const welsh: Grammar = {
  quoted: (text) => `“${text}”`,
  bracketed: (text) => `(${text})`,
  yes: 'ie',
  no: 'na',
  today: 'heddiw',
  decided: 'y penderfyniad',
  emptyText: 'dim wedi’i ysgrifennu',

  ofQuestion: (name, number) => `${name} (cwestiwn ${number})`,
  ofSort: (name, sort, number) => (number === 1 ? `${name} (${sorts[sort]})` : `${name} (${sorts[sort]} ${number})`),
  figure: (name, amount) => `${name} (${amount})`,

  below: (amount) => `minws ${amount}`,
  days: (count) => (count === '2' ? '2 ddiwrnod' : `${count} diwrnod`),
  months: (count) => (count === '2' ? '2 fis' : `${count} mis`),
  plus: (parts) => parts.join(' plws '),
  less: (left, right) => `${left} llai ${right}`,
  longPlus: (parts) => parts.join(', plws '),
  longLess: (left, right) => `${left}, llai ${right}`,
  times: (left, right) => `${left} wedi’i luosi â ${right}`,
  divided: (left, right) => `${left} wedi’i rannu â ${right}, gan adael y gweddill allan`,
  rest: (left, right) => `y gweddill pan rennir ${left} â ${right}`,
  joined: (left, right) => `${left} ac yna ${right}`,
  opposite: (value) => `minws ${value}`,
  after: (length, date) => `${length} ar ôl ${date}`,
  before: (length, date) => `${length} cyn ${date}`,
  between: (from, to) => `y diwrnodau o ${from} i ${to}`,
  listOf: (items) => `y rhestr o ${listed(items, 'ac')}`,
  whether: (clause) => `p’un a yw hyn yn wir (${clause})`,
  branch: (value, condition) => `os ${condition}: ${value}`,
  otherwise: (value) => `fel arall: ${value}`,
  branches: (parts) => parts.join('; '),
  part: (name, of) => `${name} yn ${of}`,
  column: (name, table) => `${name} o’r tabl ${table}`,
  parts: {
    lines: 'y llinellau',
    town: 'y dref',
    postcode: 'y cod post',
    uprn: 'rhif yr eiddo',
    ward: 'y ward',
    parish: 'y gymuned',
    name: 'yr enw',
    number: 'y rhif',
    description: 'y disgrifiad',
    grid: 'y cyfeirnod grid',
  },

  it: 'hwn',
  member: ['y cyntaf', 'yr ail'],
  ofMember: (name, member) => `${name} ar gyfer ${member}`,
  calling: (list, member) => `${list} (pob un o’r rhain yw ${member})`,
  picked: (list, clause) => `y rhai ${from(list)} y mae hyn yn wir amdanynt: ${clause}`,
  each: (value, list) => `${value} ar gyfer pob un ${from(list)}`,
  total: (value, list) => `cyfanswm ${value} dros bob un ${from(list)}`,
  counted: (list, clause) => `nifer y rhai ${from(list)} y mae hyn yn wir amdanynt: ${clause}`,

  always: 'mae hyn yn wir bob amser',
  never: 'nid yw hyn byth yn wir',
  answered: (question, answer) => `${answer} yw’r ateb i ${question}`,
  notAnswered: (question, answer) => `nid ${answer} yw’r ateb i ${question}`,
  answeredOneOf: (question, answers) => `${listed(answers, 'neu')} yw’r ateb i ${question}`,
  answeredNoneOf: (question, answers) => `nid ${listed(answers, 'neu')} yw’r ateb i ${question}`,
  hasAnswer: (question) => `mae ateb i ${question}`,
  hasNone: (question) => `nid oes ateb i ${question}`,
  isTrue: (name) => `${is(name)} yn wir`,
  isNotTrue: (name) => `nid yw ${name} yn wir`,
  not: (clause) => `nid yw (${clause}) yn wir`,
  and: (clauses) => joined(clauses),
  or: (clauses) => clauses.join(' neu '),
  ifThen: (condition, then, otherwise) => `os ${condition}, yna ${then}, ac os na, yna ${otherwise}`,
  compared: (left, sign, right) => (sign === '!=' ? `nid yw ${left} yn hafal i ${right}` : `${is(left)} ${sizes[sign](right)}`),
  comparedDates: (left, sign, right) => (sign === '!=' ? `nid yw ${left} yn hafal i ${right}` : `${is(left)} ${dates[sign](right)}`),
  same: (left, right) => `${is(left)} yr un fath â ${right}`,
  different: (left, right) => `nid yw ${left} yr un fath â ${right}`,
  oneOf: (value, items) => `${is(value)} yn un o ${listed(items, 'neu')}`,
  notOneOf: (value, items) => `nid yw ${value} yn un o ${listed(items, 'neu')}`,
  includes: (list, value) => `${is(list)} yn cynnwys ${value}`,
  includesNot: (list, value) => `nid yw ${list} yn cynnwys ${value}`,
  all: (list, clause) => `ar gyfer pob un ${from(list)}: ${clause}`,
  some: (list, clause) => `ar gyfer o leiaf un ${from(list)}: ${clause}`,
  one: (list, clause) => `ar gyfer un yn union ${from(list)}: ${clause}`,
  formula: (source) => `mae hyn yn wir (${source})`,
  afterIf: (clauses, joint) => clauses.map(afterIf).join(joint === 'and' ? ' ac os ' : ' neu os '),

  turn: (answer, { before, after }, come) => `Pe bai ${answer} yn ${after} yn lle ${before}, ${come}.`,
  turnGives: (outcome) => `y canlyniad fyddai ${outcome}`,
  turnEnds: (title) => `byddai’r gwasanaeth yn dod i ben yn gynnar: ${title}`,
  ofEntry: (name, entry, group) => `${name} yng nghofnod ${entry} o dan ${group}`,
  nothing: 'dim',

  allOf: 'Pob un o’r rhain:',
  anyOf: 'Unrhyw un o’r rhain:',
  firstThatFits: 'Y cyntaf o’r rhain sy’n gymwys:',
  totalOf: (list) => `Y cyfanswm, dros bob un ${from(list)}, o’r cyntaf o’r rhain sy’n gymwys:`,

  outcome: 'Canlyniad',
  cell: (column, said) => `${said} yw ${column}`,
  cellOfList: (column, said) => (said.startsWith('nid ') ? `nid yw ${said.slice(4)} ymhlith ${column}` : `mae ${said} ymhlith ${column}`),
  row: (asked, given) =>
    asked.length === 0 ? `Ym mhob achos arall: ${given.join('; ')}` : `Os ${asked.map(afterIf).join(', ac os ')}, yna ${given.join('; ')}`,

  cells: {
    anything: 'unrhyw beth',
    or: ' neu ',
    not: (value) => `nid ${value}`,
    neither: (values) => `nid ${values.join(' neu ')}`,
    ends: (one, other) => `${one} ond ${other}`,
    interval: (least, most) => `${least} i ${most}`,
    size: {
      '<': (value) => `llai na ${value}`,
      '<=': (value) => `${value} neu lai`,
      '>': (value) => `mwy na ${value}`,
      '>=': (value) => `${value} neu fwy`,
    },
    date: {
      '<': (value) => `cyn ${value}`,
      '<=': (value) => `${value} neu’n gynharach`,
      '>': (value) => `ar ôl ${value}`,
      '>=': (value) => `${value} neu’n hwyrach`,
    },
  },

  hits: {
    unique: 'Dim ond un o’r rhesi hyn all fod yn gymwys.',
    first: 'Edrychir ar y rhesi o’r top. Y gyntaf sy’n gymwys sy’n cyfrif.',
    any: 'Os oes sawl rhes yn gymwys, mae pob un yn dweud yr un peth.',
    priority: 'Os oes sawl rhes yn gymwys, y canlyniad pwysicaf sy’n cyfrif.',
    'rule-order': 'Mae pob rhes sy’n gymwys yn cyfrif, o’r top.',
    list: 'Mae pob rhes sy’n gymwys yn cyfrif.',
    sum: 'Adir canlyniadau pob rhes sy’n gymwys at ei gilydd.',
    min: 'O’r holl resi sy’n gymwys, y canlyniad lleiaf sy’n cyfrif.',
    max: 'O’r holl resi sy’n gymwys, y canlyniad mwyaf sy’n cyfrif.',
    count: 'Yr hyn sy’n cyfrif yw nifer y rhesi sy’n gymwys.',
  },

  roundings: {
    half_up: 'wedi’i dalgrynnu i’r geiniog agosaf',
    half_even: 'wedi’i dalgrynnu i’r geiniog agosaf, hanner ceiniog i’r eilrif',
    down: 'wedi’i dalgrynnu i lawr i’r geiniog',
    up: 'wedi’i dalgrynnu i fyny i’r geiniog',
  },
  steps: { half_up: 'i’r agosaf', half_even: 'i’r agosaf, hanner cam i’r eilrif', down: 'i lawr', up: 'i fyny' },
  nations: { england_and_wales: 'Cymru a Lloegr', scotland: 'yr Alban', northern_ireland: 'Gogledd Iwerddon' },

  calls: {
    min: (a, b) => `y lleiaf o ${a} neu ${b}`,
    'min date': (a, b) => `y cynharaf o ${a} neu ${b}`,
    'min list': (list) => `y lleiaf o ${list}`,
    'min date list': (list) => `y cynharaf o ${list}`,
    max: (a, b) => `y mwyaf o ${a} neu ${b}`,
    'max date': (a, b) => `y diweddaraf o ${a} neu ${b}`,
    'max list': (list) => `y mwyaf o ${list}`,
    'max date list': (list) => `y diweddaraf o ${list}`,
    sum: (list) => `cyfanswm ${list}`,
    ceilDiv: (amount, step) => `sawl gwaith y mae ${step} yn mynd i ${amount}, gan gyfrif rhan fel un`,
    floorDiv: (amount, step) => `sawl gwaith gyfan y mae ${step} yn mynd i ${amount}`,
    percent: (amount, hundredths, rounding) => `${hundredths} y cant o ${amount}, ${rounding}`,
    share: (amount, times, ...[by = '', rounding = '']) => `${amount} wedi’i luosi â ${times} a’i rannu â ${by}, ${rounding}`,
    divide: (amount, by, rounding) => `${amount} wedi’i rannu â ${by}, ${rounding}`,
    roundTo: (amount, step, rounding) => `${amount} mewn camau cyfan o ${step}, ${rounding}`,
    days: (count) => `${count} diwrnod`,
    months: (count) => `${count} mis`,
    'count days': (length) => `nifer y diwrnodau yn ${length}`,
    'count months': (length) => `nifer y misoedd yn ${length}`,
    ageOn: (born, on) => `oedran ${on === 'heddiw' ? on : `ar ${on}`} rhywun a aned ar ${born}`,
    monthsBetween: (from, to) => `y misoedd cyfan o ${from} i ${to}`,
    yearOf: (date) => `blwyddyn ${date}`,
    monthOf: (date) => `rhif mis ${date}`,
    dayOf: (date) => `rhif y diwrnod ym mis ${date}`,
    weekdayOf: (date) => `rhif diwrnod yr wythnos ${date}, gyda dydd Llun yn 1`,
    firstOfMonth: (date) => `diwrnod cyntaf mis ${date}`,
    lastOfMonth: (date) => `diwrnod olaf mis ${date}`,
    addWorkingDays: (date, count, nation) => `${count} diwrnod gwaith ar ôl ${date} (${nation})`,
    workingDaysBetween: (from, to, nation) => `y diwrnodau gwaith ar ôl ${from} hyd at ${to} (${nation})`,
    lowerAscii: (text) => `${text} mewn llythrennau bach`,
    upperAscii: (text) => `${text} mewn priflythrennau`,
    trim: (text) => `${text} heb fylchau ar y naill ben na’r llall`,
    postcodeArea: (text) => `llythrennau cyntaf y cod post ${text}`,
    postcodeDistrict: (text) => `hanner cyntaf y cod post ${text}`,
    size: (list) => `nifer y cofnodion yn ${list}`,
    'size options': (list) => `faint o ${list} sydd wedi’u dewis`,
    'size text': (text) => `nifer y nodau yn ${text}`,
    isBankHoliday: (date, nation) => `${is(date)} yn ŵyl banc (${nation})`,
    isWorkingDay: (date, nation) => `${is(date)} yn ddiwrnod gwaith (${nation})`,
    startsWith: (text, start) => `${is(text)} yn dechrau â ${start}`,
    endsWith: (text, end) => `${is(text)} yn gorffen â ${end}`,
    contains: (text, part) => `${is(text)} yn cynnwys ${part}`,
    like: (text, pattern) => `mae ffurf ${pattern} ar ${text}`,
  },
}

const sizes = {
  '==': (value: string) => `yn hafal i ${value}`,
  '<': (value: string) => `yn llai na ${value}`,
  '<=': (value: string) => `yn ddim mwy na ${value}`,
  '>': (value: string) => `yn fwy na ${value}`,
  '>=': (value: string) => `yn ddim llai na ${value}`,
}
const dates = {
  '==': (value: string) => `ar ${value}`,
  '<': (value: string) => `cyn ${value}`,
  '<=': (value: string) => `ar neu cyn ${value}`,
  '>': (value: string) => `ar ôl ${value}`,
  '>=': (value: string) => `ar neu ar ôl ${value}`,
}

const sorts = { constant: 'ffigur', condition: 'amod', calculation: 'wedi’i gyfrifo', table: 'tabl', member: 'un o sawl un' }

function listed(items: readonly string[], last: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`
}

/** “a” stands before the consonant of a name, and “ac” before vowels, verbs and “nid”. */
function joined(parts: readonly string[]): string {
  return parts.reduce((all, part) => `${all} ${/^“[b-df-hj-np-tvxz]/i.test(part) ? 'a' : 'ac'} ${part}`)
}

/** “mae’r ateb”, “mae “Plant””. */
function is(what: string): string {
  return /^yr? /.test(what) ? `mae’r ${what.replace(/^yr? /, '')}` : `mae ${what}`
}

/** “o’r rhai”, “o “Plant””. */
function from(what: string): string {
  return /^yr? /.test(what) ? `o’r ${what.replace(/^yr? /, '')}` : `o ${what}`
}

/** “mae rhywbeth” is “os yw rhywbeth”, “nid yw” is “os nad yw”. */
function afterIf(clause: string): string {
  return clause
    .replace(/^mae(?=[ ’'])/i, 'yw')
    .replace(/^nid\b/i, 'nad')
    .replace(/^rydych\b/i, 'ydych')
    .replace(/^rydym\b/i, 'ydym')
}
