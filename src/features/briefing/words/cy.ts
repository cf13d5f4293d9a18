/** The single place for the Welsh words of briefings. After a figure a Welsh noun stays singular, so that no plural is needed. */
import { formatDate } from '#core/value/date-words.ts'
import { ended } from './ended.ts'
import type { Words } from './en.ts'

const day = (iso: string) => formatDate(iso, 'cy')
const number = (count: number) => count.toLocaleString('cy-GB')

export const cy: Words = {
  title: 'Papurau briffio',
  lead: 'Beth y gofynnodd pobl amdano, beth newidiodd, beth gostiodd a beth roddodd. Mae pob papur wedi’i rewi ar ei ddiwrnod, ac mae pob ffigur yn arwain at y cofnodion y daeth ohonynt.',
  none: 'Nid oes papur briffio eto.',
  council: 'Y cyngor cyfan',
  titleOf: (service) => `O weledigaeth i werth: ${service}`,
  titleOfCouncil: 'O weledigaeth i werth: y cyngor cyfan',
  period: (from, on) => `O ${day(from)} hyd ${day(on)}. Rhewyd ar ${day(on)}.`,
  draft: (from, on) => `O ${day(from)} hyd ${day(on)}. Drafft yw hwn: mae’n newid wrth i’r gwasanaethau newid.`,
  answers: (member, director) => `${member} a ${director} sy’n atebol am y gwasanaeth hwn.`,
  preElection: 'Mae etholiad yn agos, felly nid enwir neb yma.',
  madeUpNote: 'Mae rhai o’r achosion y tu ôl i’r ffigurau hyn yn rhai gwneud, i ddangos sut mae hyn yn gweithio.',
  part: {
    asked: 'Beth y gofynnodd pobl amdano',
    changed: 'Beth newidiodd',
    worth: 'Beth gostiodd a beth roddodd',
    refused: 'Beth a wrthodwyd, a pham',
    unsure: 'Beth sy’n ansicr',
  },
  capabilitiesTitle: 'Beth helpodd a beth oedd yn rhwystr',
  capabilitiesLead: 'Chwe gallu “Digital: Vision to Value”, wedi’u barnu yn ôl yr hyn a welwyd yma yn unig.',
  capability: {
    leadership: 'Arweinyddiaeth ddigidol',
    governance: 'Llywodraethu',
    change: 'Newid sefydliadol',
    procurement: 'Caffael',
    resources: 'Rheoli a rhannu adnoddau',
    professionalism: 'Proffesiynoldeb',
  },
  standing: { helped: 'Helpodd', 'held-back': 'Rhwystr', mixed: 'Y ddau', 'no-evidence': 'Dim tystiolaeth' },
  print: 'Argraffwch y dudalen hon neu cadwch hi fel ffeil gyda’ch porwr.',
  frozenBy: 'Sut i’w wirio',
  digest: (digest) => `Ôl bys y papur hwn yw ${digest}. Cedwir ef yng nghofnod y cyngor, na ellir ei newid heb i neb sylwi.`,
  back: 'Pob papur briffio',
  linked: 'Mae pob brawddeg yn arwain at y cofnodion y daw ohonynt.',
  linkedFrozen:
    'Mae pob brawddeg yn arwain at y cofnodion y daw ohonynt. Dangosir ffigurau fel yr oeddent y diwrnod hwnnw, ac awgrymiadau a phenderfyniadau fel y maent heddiw.',
  asItWas: (on) => `Fel yr oedd ar ${day(on)}, pan rewyd y papur.`,
  asItIs: 'Sut y caiff ei gyfrif, a beth ydyw heddiw',
  byMonth: 'Fesul mis',
  month: 'Mis',
  countedFrom: 'Cyfrifwyd o',
  backToBriefing: 'Yn ôl i’r papur briffio',

  asked: (count, staff) =>
    `Awgrymwyd ${number(count)} newid, ${staff === 0 ? 'pob un gan bobl y tu allan i’r cyngor' : `${number(staff)} ohonynt gan staff`}.`,
  backed: (title, backers) =>
    `${title} (${backers === 0 ? 'nid oes neb yn cefnogi hyn' : `${backers === 1 ? '1 person' : `${number(backers)} o bobl`} yn cefnogi hyn`})`,
  released: (title, on) => `${ended(title)} Ers ${day(on)}.`,
  refused: (title, reason) => `${ended(title)} Gwrthodwyd: ${reason}`,
  noReason: 'ni chofnodwyd rheswm.',
  more: (count) => `A ${number(count)} arall.`,
  benefit: {
    promised: (label) => `Addawyd, heb ei ddangos eto: ${label}`,
    claimed: (label) => `Honnwyd, heb ei wirio eto gan rywun arall: ${label}`,
    verified: (label) => `Gwiriwyd: ${label}`,
    refuted: (label) => `Gwrthbrofwyd gan y dystiolaeth: ${label}`,
  },
  madeUp: 'Mae rhai o’r achosion a gyfrifwyd yn rhai gwneud, ar gyfer arddangos.',
  tooFew: (label) => `${label}: rhy ychydig o achosion i ddweud.`,
  stillPromised: (count) => `${number(count)} budd a addawyd heb dystiolaeth eto.`,
  cannotTell: (title, count) => `${ended(title)} Ar gyfer ${number(count)} achos cynharach, ni all neb ddweud beth fyddai wedi newid.`,
  aboutQuestion: (question) => `Awgrym am y cwestiwn “${question}”.`,
  aboutService: 'Awgrym am y gwasanaeth.',
  nothingAsked: 'Ni awgrymodd neb newid yn y cyfnod hwn.',
  nothingChanged: 'Ni newidiodd dim yn y cyfnod hwn.',
  nothingMeasured: 'Ni ellid mesur dim yn y cyfnod hwn.',
  nothingRefused: 'Ni wrthodwyd dim yn y cyfnod hwn.',
  nothingUnsure: 'Nid oes dim uchod wedi’i nodi’n ansicr.',

  sponsorsNamed: (services) =>
    services === 1
      ? 'Enwir aelod cabinet a chyfarwyddwr sy’n atebol amdano.'
      : `Ar gyfer pob un o ${number(services)} gwasanaeth enwir aelod cabinet a chyfarwyddwr.`,
  decided: (count) => `Penderfynwyd ar ${number(count)} awgrym.`,
  overdue: (count) => `Mae ${number(count)} awgrym yn aros am ateb yn hirach nag yr addawodd y cyngor.`,
  withEvidence: (count, all) =>
    `Roedd ${number(count)} o ${number(all)} penderfyniad yn seiliedig ar achosion y gorffennol ac ar gofnod o’r effaith ar bobl.`,
  waived: (check, until) => `Rhoddwyd gwiriad o’r neilltu hyd ${day(until)}: ${check}.`,
  changedIn: (count, days) =>
    `Daeth ${number(count)} awgrym yn rhan o’r gwasanaeth, fel arfer ${days === 0 ? 'ar y diwrnod y’i gwnaed' : `${number(days)} diwrnod ar ôl ei wneud`}.`,
  waiting: (count) => `Mae ${number(count)} awgrym yn aros am benderfyniad.`,
  blocksUsed: (count) => `Cedwir ${number(count)} rhan unwaith, i’w defnyddio gan sawl gwasanaeth.`,
  takenOver: (name, origin) => `Cymerwyd “${name}” gan ${origin} yn lle ei adeiladu eto.`,
  examples: (count) => `Rhoddir cynnig ar ${number(count)} person enghreifftiol gyda phob newid, gyda’r hyn a ddylai ddigwydd iddynt.`,
  draftWords: (name) => `Nid oes neb wedi adolygu cyfieithiad “${name}”.`,
  noEvidence: {
    leadership: 'Ni phenderfynwyd dim yn y cyfnod hwn, felly nid oes tystiolaeth.',
    governance: 'Ni phenderfynwyd dim yn y cyfnod hwn, felly nid oes tystiolaeth.',
    change: 'Ni awgrymwyd dim yn y cyfnod hwn, felly nid oes tystiolaeth.',
    procurement: 'Nid yw’r cyngor yn cadw contractau yma, felly nid oes tystiolaeth.',
    resources: 'Nid oes dim yn cael ei rannu â gwasanaethau neu gynghorau eraill, felly nid oes tystiolaeth.',
    professionalism: 'Ni welwyd dim sy’n siarad o’i blaid nac yn ei erbyn.',
  },

  staffTitle: 'Gwneud papur briffio',
  staffLead:
    'Ysgrifennir papur briffio o gofnodion y cyngor ei hun dros y deuddeg mis diwethaf. Edrychwch ar y drafft, yna rhewch ef: o hynny ymlaen gall pawb ei ddarllen ac ni all neb ei newid.',
  about: 'Am beth mae',
  look: 'Edrych ar y drafft',
  freeze: 'Rhewi a chyhoeddi’r papur hwn',
  freezeNote: 'Cyhoeddir ef fel y mae nawr.',
  unknownSubject: 'Dewiswch wasanaeth, neu’r cyngor cyfan',
}
