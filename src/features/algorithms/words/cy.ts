/** The single place for the Welsh words of algorithm records. */
import type { Words } from './en.ts'

export const cy: Words = {
  invite: 'Sut y gwneir penderfyniadau: y rheolau mewn geiriau',
  title: (service) => `Sut y gwneir penderfyniadau: ${service}`,
  back: (service) => `Am “${service}”`,
  lead: 'Dyma gofnod cyhoeddus y rheolau y tu ôl i’r gwasanaeth hwn. Fe’i gwneir o’r rheolau eu hunain, felly mae bob amser yn dweud beth maent yn ei wneud.',
  contents: 'Ar y dudalen hon',

  short: 'Yn gryno',
  shortBody: [
    'Pobl a ysgrifennodd y rheolau hyn. Ni ddysgwyd dim yma o ddata, ac ni adewir dim i siawns: mae’r un atebion ar yr un diwrnod bob amser yn rhoi’r un canlyniad.',
    'Mae’r rheolau’n gweithio allan gynnig a’r rhesymau drosto. Person yn y cyngor sy’n penderfynu, a pherson sy’n penderfynu bob tro pan fydd yn mynd yn erbyn rhywun.',
  ],
  purpose: 'Beth yw ei ddiben',
  organisation: 'Sefydliad',
  team: 'Tîm',
  member: 'Aelod cabinet cyfrifol',
  director: 'Cyfarwyddwr atebol',
  since: 'Mae’r rheolau hyn yn gymwys ers',
  contact: 'Cwestiynau am y rheolau hyn',
  fingerprint: 'Ôl bys y rheolau',

  way: 'Y ffordd drwyddo',

  rules: 'Y rheolau mewn geiriau',
  rulesBody:
    'Yr hyn a gyfrifir, yn ei drefn: mae pob cam yn defnyddio dim ond yr hyn sydd o’i flaen. Mae enwau atebion, ffigurau a chamau mewn dyfynodau.',
  exits: 'Pwy na all ddefnyddio’r gwasanaeth',
  exit: (condition) => `Os yw hyn yn wir: ${condition}.`,
  steps: 'Yr hyn a gyfrifir',
  outcome: 'Yr hyn a gynigir',
  outcomeLead: 'Y cynnig yw:',
  fee: 'Faint mae’n ei gostio',
  feeLead: 'Yr hyn sydd i’w dalu:',
  noRules: 'Nid oes rheolau’n cynnig penderfyniad yma. Person sy’n penderfynu ar sail yr atebion.',
  source: 'Ffynhonnell:',

  metBody: (rows, met) =>
    met === rows
      ? `Mae pobl enghreifftiol yn cwrdd â phob un o ${rows} rhes y tablau.`
      : `Mae pobl enghreifftiol yn cwrdd â ${met} o ${rows} rhes y tablau.`,
  examples: 'Pobl enghreifftiol',
  examplesBody: (count) => `Nifer y bobl enghreifftiol, wedi’u dychmygu: ${count}. Rhedwyd y rheolau ar gyfer pob un ohonynt yn awr.`,
  examplesNone: 'Nid oes pobl enghreifftiol eto.',
  on: (day) => `Ar ${day}`,
  result: 'Canlyniad',
  feeOf: 'I’w dalu',
  why: 'Pam',
  open: 'Nid yw’r rheolau’n dweud dim: nid yw’r atebion yn gyflawn',

  checks: 'Beth a wiriwyd',
  checksBody: (day) => `Pan ryddhawyd y rheolau hyn ar ${day}:`,
  checksNone: 'Fe’u rhyddhawyd cyn i hyn gael ei gofnodi.',

  proved: 'Beth sy’n sicr',
  provedOn: (day) => `Profwyd ar ${day}.`,
  findings: 'Beth sy’n werth edrych arno',
  findingsBody:
    'Daeth yr un rhaglen o hyd i hyn. Nid yw’n anghywir, a gall fod yn fwriadol; caiff pawb ei wybod. Pobl ddychmygol yw’r rhai sydd ynddo.',

  person: 'Sut mae person yn rhan o hyn',
  personBody: 'Mae person yn darllen pob achos ac yn penderfynu. Dim ond cynnig y mae’r rheolau.',
  personAdverse: (outcomes) => `Mae’r penderfyniadau hyn yn mynd yn erbyn rhywun ac ni chânt eu gwneud byth heb berson: ${outcomes}.`,
  personPair: (outcomes) => `Rhaid i ddau berson gytuno ar: ${outcomes}.`,
  challenge: 'Os ydych yn anghytuno',
  challengeBody: (to, within) => `Gallwch herio penderfyniad o fewn ${within}. Bydd yn mynd at: ${to}.`,
  challengeNone: (email, phone) => `Dywedwch wrthym, a bydd rhywun yn edrych eto: ${email}, ${phone}.`,

  data: 'Yr hyn sy’n hysbys amdanoch',
  dataRead: 'Mae’r rheolau’n darllen yr atebion hyn, a dim byd arall:',
  dataNone: 'Nid yw’r rheolau’n darllen atebion.',
  effects: 'Effeithiau disgwyliedig ar bobl a lle',

  history: 'Rheolau cynharach',
  historyBody: 'Pob set o reolau a fu mewn defnydd erioed, y ddiweddaraf yn gyntaf. Mae achos yn cadw’r rheolau yr anfonwyd ef danynt.',
  when: 'Rhyddhawyd',
  which: 'Ôl bys',
  byWhom: 'Yn atebol',
  current: 'mewn defnydd yn awr',

  reuse: 'Ewch â hwn gyda chi',
  reuseBody: 'Y cofnod cyfan fel data, ym meysydd y Safon Cofnodi Tryloywder Algorithmig:',
  reuseLink: 'lawrlwythwch ef fel JSON',
}
