/** The single place for the Welsh words of what is certain of a service, what is worth a look, and the picture of the way through it. */
import type { ChecksWords } from './checks-en.ts'

export const checksCy: ChecksWords = {
  title: (service) => `Beth a wiriwyd: ${service}`,
  link: (service) => `Beth a wiriwyd yn “${service}”`,
  lead: 'Mae rhaglen wedi mynd drwy bob ffordd y gallai rhywun ddefnyddio’r gwasanaeth hwn. Mae’r hyn a ddywed yma yn wir am bawb a allai, nid dim ond y rhai a wnaeth.',
  certainOn: (day) => `Aed drwyddo ddiwethaf ar ${day}.`,
  counts: (certain, open) =>
    open === 0
      ? `Nifer y pethau sy’n sicr: ${certain}. Ni adawyd dim yn agored.`
      : `Nifer y pethau sy’n sicr: ${certain}. Nifer na ellid eu dweud: ${open}.`,

  faults: 'Beth y mae’n rhaid ei gywiro',
  faultsBody: 'Ni ellir rhyddhau’r gwasanaeth fel hyn. Pobl ddychmygol yw’r rhai sydd yma.',
  looks: 'Beth sy’n werth edrych arno',
  looksBody: 'Nid yw’n anghywir, a gall fod yn fwriadol. Pobl ddychmygol yw’r rhai sydd yma.',
  nothing: 'Ni chafwyd dim y mae’n rhaid ei gywiro nac sy’n werth edrych arno.',
  fault: 'Rhaid ei gywiro',
  look: 'Gwerth edrych arno',
  exampleOn: (day) => `Er enghraifft ar ${day}`,
  bothSides: (day) => `Y ddwy ochr, ar ${day}`,
  bothSidesOf: (finding) => `Y ddwy ochr: ${finding}`,
  question: 'Cwestiwn',
  person: 'Un person',
  further: 'Un cam ymhellach',
  day: 'Diwrnod',
  same: 'yr un peth',
  notAsked: 'heb ei ofyn',
  anybody: 'Unrhyw un, beth bynnag yw’r atebion.',
  conflict: 'Nid yw’r rhain yn gadael neb:',
  found: (faults, looks) =>
    [faults === 0 ? [] : [`pethau y mae’n rhaid eu cywiro: ${faults}`], looks === 0 ? [] : [`pethau sy’n werth edrych arnynt: ${looks}`]]
      .flat()
      .join(', '),
  draft: 'Yr hyn y mae’r gwiriadau’n ei ddweud',
  draftWorking: 'Yn mynd drwy bob ffordd o ddefnyddio’r gwasanaeth…',
  draftStale: 'Ni ellid mynd drwyddo yn awr. Ar gyfer yr hyn oedd yno o’r blaen y mae’r hyn a welir yma.',
  draftHint:
    'Pan welwch beth fyddai’n ei wneud, mae rhaglen yn mynd drwy bob ffordd y gallai rhywun ddefnyddio’r gwasanaeth gyda’r newid hwn.',
  draftNothing: 'Nid yw’r newid hwn yn dod â dim y mae’n rhaid ei gywiro nac sy’n werth edrych arno.',
  draftNew: (found) => `Daw hyn gyda’r newid: ${found}.`,
  draftEarlier: (count) => `Nifer y pethau sydd felly eisoes hebddo: ${count}`,
  draftWay: 'Y ffordd drwyddo fel y byddai',
  whatToDo: 'Beth i’w wneud:',
  mend: 'Ei newid',
  read: 'Ei weld yn y rheolau',

  certain: 'Beth sy’n sicr',
  certainBody:
    'Mae’r rhain yn wir am bawb a allai ddefnyddio’r gwasanaeth, nid dim ond y rhai a wnaeth. Mae rhaglen wedi’u profi am yr union reolau hyn:',
  claims: {
    'page-reachable': (count) => `Gall rhywun gyrraedd pob un o’r tudalennau (${count})`,
    'question-reachable': (count) => `Gofynnir i rywun y cwestiynau a ofynnir i rai yn unig (${count})`,
    'end-reachable': () => 'Mae ffordd i’r diwedd',
    'can-be-true': (count) => `Gall yr amodau fod yn wir (${count})`,
    'can-be-untrue': (count) => `Gall yr amodau beidio â bod yn wir (${count})`,
    'option-reachable': (count) => `Cynigir i rywun yr atebion a gynigir i rai yn unig (${count})`,
    'options-differ': (count) => `Mae ots pa ateb a ddewisir (cwestiynau: ${count})`,
    'table-complete': (count) => `Nid oes bwlch mewn unrhyw dabl: mae rhes i bawb (${count})`,
    'table-without-overlap': (count) => `Lle caiff un rhes yn unig fod yn gymwys, nid yw dwy byth (${count})`,
    'row-matches': (count) => `Mae rhywun yn cwrdd â phob rhes (${count})`,
    'outcome-reachable': (count) => `Gall rhywun gyrraedd pob penderfyniad a gynigir (${count})`,
    'outcome-told': () => 'Cynigir penderfyniad i bawb sy’n cyrraedd y diwedd',
    'never-fails': (count) => `Nid yw dim a gyfrifir byth yn methu (${count})`,
    'never-negative': (count) => `Nid yw unrhyw ffi na dyfarniad byth yn llai na dim (${count})`,
    'question-read': (count) => `Ni ofynnir dim yn ddiangen (cwestiynau: ${count})`,
    'no-cliff-edge': (count) => `Nid yw’r cam lleiaf yn newid y penderfyniad (${count})`,
    'adverse-needs-person': () => 'Nid oes penderfyniad yn mynd yn erbyn rhywun heb berson',
  },
  open: 'Beth na ellid ei ddweud',
  openBody: 'Ni allai’r rhaglen ddangos y rhain, na dangos nad ydynt felly. Efallai eu bod yn wir.',
  openNone: 'Ni adawyd dim yn agored.',

  way: 'Y ffordd drwyddo',
  wayBody:
    'Dilynwch y llinell o’r top. Tudalen y mae rhai pobl yn unig yn ei gweld yw llinell ddotiog; lle daw’r gwasanaeth i ben yn gynnar y mae llinell fer at far.',
  wayTitle: 'O’r dudalen gyntaf i’r penderfyniad',
  wayDescription: (pages, some, outcomes) =>
    `Nifer y tudalennau: ${pages}, a ${some} ohonynt i rai pobl yn unig. Nifer y penderfyniadau posibl: ${outcomes}. Mae’r rhestr yn dweud yr un peth mewn geiriau.`,
  flow: {
    start: 'Dechrau',
    sent: 'Rydych yn gwirio’ch atebion ac yn eu hanfon',
    decided: 'Person sy’n penderfynu',
    some: 'Rhai pobl yn unig sy’n gweld hon',
    onlyIf: (condition) => `Dim ond os yw hyn yn wir: ${condition}.`,
    leaves: (condition) => `Daw’r gwasanaeth i ben yma os yw hyn yn wir: ${condition}.`,
    ends: (title) => `Yn gorffen yma: ${title}`,
    adverse: 'yn mynd yn erbyn y person',
    list: 'Yr un peth mewn geiriau',
    mustBeMended: 'Rhaid ei gywiro',
    worthALook: 'Gwerth edrych arno',
    people: (count) => `Nifer y bobl enghreifftiol: ${count}`,
    nobody: 'Nid oes person enghreifftiol yn dod yma',
    metBy: 'Pobl enghreifftiol:',
    key: 'Beth mae’r arwyddion yn ei olygu',
    signs: {
      page: 'Tudalen y mae pawb yn ei gweld',
      some: 'Tudalen y mae rhai pobl yn unig yn ei gweld',
      leaving: 'Daw’r gwasanaeth i ben yma i rai',
      outcome: 'Penderfyniad',
      adverse: 'Penderfyniad sy’n mynd yn erbyn y person',
      people: 'Nifer y bobl enghreifftiol sy’n dod yma',
      nobody: 'Nid oes person enghreifftiol yn dod yma',
    },
  },
  tables: 'Rhesi’r rheolau a phwy sy’n cwrdd â nhw',
  tablesBody: (rows, met) =>
    met === rows
      ? `Mae pobl enghreifftiol yn cwrdd â phob un o ${rows} rhes y tablau.`
      : `Mae pobl enghreifftiol yn cwrdd â ${met} o ${rows} rhes y tablau.`,
  reason: 'Rheswm a ffynhonnell',
  metBy: 'Pobl enghreifftiol',
  metNone: 'Neb eto',
  metMore: (count) => `a ${count} arall`,
  toRecord: 'Gweld y cofnod cyhoeddus',
}
