/** The single place for what a proof says in Welsh. Names stand in quotation marks or after a colon, so that they never mutate. */
import type { Named, Sayings } from './sayings.en.ts'

function stepIn({ question, calculation, isGroup, isDay }: Named): string {
  if (isDay) return 'un diwrnod yn ddiweddarach'
  if (isGroup) return `un cofnod arall yn ${question}`
  return calculation === '' ? `cam lleiaf yr ateb i ${question}` : `cam lleiaf y ffigur ${calculation}`
}

function stepped({ figures }: Named): string {
  return figures === undefined ? '' : `, o ${figures[0]} i ${figures[1]},`
}

export const welsh: Sayings = {
  findings: {
    'unreachable-page': {
      says: ({ page }) => `Ni all neb gyrraedd y dudalen ${page}.`,
      help: 'Newidiwch ei hamod, neu tynnwch y dudalen.',
    },
    'unreachable-question': {
      says: ({ question }) => `Ni ofynnir y cwestiwn hwn i neb byth: ${question}.`,
      help: 'Newidiwch ei amod, neu tynnwch y cwestiwn.',
    },
    'unreachable-end': {
      says: () => 'Ni all neb gyrraedd y diwedd ac anfon y ffurflen.',
      help: 'Newidiwch un o’r rhannau sy’n gwrth-ddweud ei gilydd.',
    },
    'never-true': { says: ({ part }) => `Nid yw hyn byth yn wir i neb: ${part}.`, help: 'Newidiwch ef, neu tynnwch ef.' },
    'always-true': {
      says: ({ part }) => `Mae hyn yn wir i bawb, felly nid yw’n penderfynu dim: ${part}.`,
      help: 'Tynnwch ef, neu newidiwch ef.',
    },
    'unreachable-option': {
      says: ({ question, options }) => `Ni chynigir yr ateb hwn i neb byth: ${options} (${question}).`,
      help: 'Newidiwch ei amod, neu tynnwch yr opsiwn.',
    },
    'alike-options': {
      says: ({ question, options }) => `Pa un bynnag o’r rhain yw’r ateb i ${question}, yr un peth sy’n dilyn: ${options}.`,
      help: 'Cadwch nhw os oes eu hangen ar bobl i’w hadnabod eu hunain; fel arall, rhowch nhw gyda’i gilydd.',
    },
    'table-gap': {
      says: ({ table }) => `Nid oes rhes yn y tabl ${table} ar gyfer rhywun.`,
      help: 'Ychwanegwch res ar eu cyfer, neu un ar y diwedd ar gyfer pawb arall.',
    },
    'table-overlap': {
      says: ({ table, rows }) => `Mae rhesi’r tabl ${table} yn gorgyffwrdd: ${rows}.`,
      help: 'Newidiwch nhw fel mai dim ond un sy’n gymwys, neu gadewch i’r gyntaf gyfrif.',
    },
    'row-never-matches': {
      says: ({ table, rows }) => `Nid oes neb byth yn cyrraedd y rhes ${rows} yn y tabl ${table}.`,
      help: 'Newidiwch yr hyn y mae’n ei ofyn, symudwch hi i fyny, neu tynnwch hi.',
    },
    'unreachable-outcome': {
      says: ({ outcome }) => `Mae’r rheolau yn enwi’r canlyniad ${outcome}, ond ni all neb ei gael.`,
      help: 'Newidiwch y rheolau sy’n arwain ato.',
    },
    'no-outcome': { says: () => 'Nid yw rhywun sy’n ateb popeth yn cael canlyniad gan y rheolau.', help: 'Gwnewch reol ar eu cyfer.' },
    overflow: {
      says: ({ calculation }) => `Gall hyn fynd yn rhy fawr i’w gyfrifo: ${calculation}.`,
      help: 'Gosodwch y mwyaf y mae’r cwestiynau yn ei dderbyn.',
    },
    'division-by-nothing': {
      says: ({ calculation }) => `Gall hyn rannu â dim: ${calculation}.`,
      help: 'Dywedwch beth ydyw bryd hynny, fel yn count == 0 ? … : …, neu peidiwch â derbyn 0.',
    },
    'empty-list': {
      says: ({ calculation }) => `Gall hyn chwilio am y lleiaf neu’r mwyaf o ddim: ${calculation}.`,
      help: 'Dywedwch beth ydyw bryd hynny, fel yn size(list) == 0 ? … : …',
    },
    'before-birth': {
      says: ({ calculation }) => `Gall hyn ofyn am oedran ar ddiwrnod cyn y geni: ${calculation}.`,
      help: 'Ychwanegwch latest: today at y dyddiad geni.',
    },
    'negative-fee': { says: () => 'Gall y ffi fod yn llai na dim.', help: 'Cadwch hi rhag mynd yn is, fel yn max(gbp("0.00"), …).' },
    'negative-amount': {
      says: ({ calculation }) => `Dangosir hyn i bobl a gall fod yn llai na dim: ${calculation}.`,
      help: 'Cadwch ef rhag mynd yn is, fel yn max(gbp("0.00"), …).',
    },
    'unread-question': {
      says: ({ question }) => `Nid oes rheol, tasg, neges, ffigur na deddf yn defnyddio’r ateb i ${question}.`,
      help: 'Tynnwch y cwestiwn, neu dywedwch yn ei ddiben pa ddeddf sydd ei angen.',
    },
    'cliff-edge': {
      says: (named) => `Mae ${stepIn(named)}${stepped(named)} yn newid y canlyniad o ${named.outcome} i ${named.other}.`,
      help: 'Edrychwch ar y ddwy ochr. Os dyna’r bwriad, gadewch ef.',
    },
    'adverse-without-person': {
      says: ({ exit, outcome }) =>
        `Mae’r ffurflen yn gorffen gyda ${exit} i rywun y byddai’r rheolau yn cynnig hyn iddo: ${outcome}. Nid oes neb wedi edrych.`,
      help: 'Gadewch iddynt wneud cais, fel bod rhywun yn penderfynu; neu dywedwch pa ddeddf sy’n eu troi i ffwrdd.',
    },
  },
  claims: {
    'page-reachable': ({ page }) => `Gall rhywun gyrraedd y dudalen ${page}.`,
    'question-reachable': ({ question }) => `Gofynnir y cwestiwn hwn i rywun: ${question}.`,
    'end-reachable': () => 'Gall rhywun gyrraedd y diwedd ac anfon y ffurflen.',
    'can-be-true': ({ part }) => `Mae hyn yn wir i rywun: ${part}.`,
    'can-be-untrue': ({ part }) => `Nid yw hyn yn wir i bawb: ${part}.`,
    'option-reachable': ({ question, options }) => `Cynigir yr ateb hwn i rywun: ${options} (${question}).`,
    'options-differ': ({ question }) => `Mae’r ateb i’r cwestiwn hwn yn cyfrif: ${question}.`,
    'table-complete': ({ table }) => `Mae rhes i bawb yn y tabl ${table}.`,
    'table-without-overlap': ({ table }) => `Nid oes dwy res o’r tabl ${table} byth yn gymwys gyda’i gilydd.`,
    'row-matches': ({ table, rows }) => `Mae rhywun yn cyrraedd y rhes ${rows} yn y tabl ${table}.`,
    'outcome-reachable': ({ outcome }) => `Mae’r rheolau yn rhoi’r canlyniad hwn i rywun: ${outcome}.`,
    'outcome-told': () => 'Mae pawb sy’n cyrraedd y diwedd yn cael canlyniad gan y rheolau.',
    'never-fails': ({ calculation }) => `Gellir cyfrifo hyn bob amser: ${calculation}.`,
    'never-negative': ({ calculation }) => `Nid yw hyn byth yn llai na dim: ${calculation}.`,
    'question-read': ({ question }) => `Mae rhywbeth yn defnyddio’r ateb i ${question}.`,
    'no-cliff-edge': (named) => `Nid yw ${stepIn(named)} yn newid unrhyw ganlyniad.`,
    'adverse-needs-person': ({ exit }) =>
      exit === '' ? 'Ni wrthodir neb heb i berson edrych.' : `Nid yw ${exit} yn troi neb i ffwrdd y dylai person fod wedi edrych arno.`,
  },
  allAlike: ({ question }) => `Beth bynnag yw’r ateb i ${question}, yr un peth sy’n dilyn.`,
  person: (answers, day) => `Er enghraifft ar ${day}: ${answers}.`,
  beside: (answers) => `Un cam ymhellach: ${answers}.`,
  answer: (question, answer) => `${question}: ${answer}`,
  nothing: 'rhywun â’r atebion symlaf',
  conflict: (parts) => `Nid yw’r rhain yn gadael neb: ${parts}.`,
  why: {
    budget: 'Mae’n cymryd mwy o gamau nag a ganiateir.',
    beyond: 'Mae’n dibynnu ar rywbeth nad edrychir arno, fel llythrennau testun.',
    fault: 'Mae’n dibynnu ar rywbeth sydd ei hun yn wallus.',
  },
  part: {
    page: (page, condition) => `dangosir y dudalen ${page} os ${condition}`,
    section: (section, condition) => `dangosir y rhan ${section} os ${condition}`,
    question: (question, condition) => `gofynnir ${question} os ${condition}`,
    answers: (question) => `yr atebion y mae ${question} yn eu caniatáu`,
    accepted: (question) => `yr hyn a dderbynnir fel ateb i ${question}`,
    offered: (option, question) => `pryd y cynigir ${option} fel ateb i ${question}`,
    exit: (exit, condition) => `mae’r ffurflen yn gorffen gyda ${exit} os ${condition}`,
    condition: (name, condition) => `${name}, sy’n golygu: ${condition}`,
    calculation: (name) => `sut y cyfrifir ${name}`,
    table: (name) => `y tabl ${name}`,
    casework: (id) => `amod ${id}`,
  },
  outcome: 'Y canlyniad',
  fee: 'Y ffi',
}
