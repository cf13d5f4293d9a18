/** The single place for the Welsh words of services. */
import type { Words } from './en.ts'

/** Numbers after which “blynedd” takes the nasal mutation, as they are said. */
const nasalYears = new Set([5, 7, 8, 9, 10, 12, 15, 18, 20, 50, 100])

export const cy: Words = {
  listTitle: 'Gwasanaethau',
  listSearch: 'Dod o hyd i wasanaeth',
  listSearchHint: 'Er enghraifft, am beth y mae neu beth sydd ei angen arnoch',
  listButton: 'Chwilio',
  listFound: (count, query) => `${count} gwasanaeth ar gyfer “${query}”`,
  listNone: (query) => `Ni ddaethom o hyd i wasanaeth ar gyfer “${query}”.`,
  listNoneHelp: 'Rhowch gynnig ar eiriau eraill, neu edrychwch drwy’r rhestr.',
  listEmpty: 'Nid oes gwasanaethau eto.',
  listAll: 'Gweld pob gwasanaeth',
  listTrack: 'Ydych chi wedi gwneud cais yn barod?',
  listTrackLink: 'Gweld pa mor bell rydym arni',

  coverageLink: 'Gweld faint sydd wedi ateb hyd yn hyn, fesul ardal',
  start: 'Dechrau nawr',
  needs: 'Yr hyn y bydd ei angen arnoch',
  minutes: (count) => (count === 1 ? 'Tua munud' : `Tua ${count} munud`),
  save: 'Gallwch gadw eich atebion a dod yn ôl yn nes ymlaen.',
  takes: 'Faint o amser mae’n ei gymryd',
  cost: 'Faint mae’n ei gostio',
  free: 'Dim: mae am ddim',
  aim: 'Ein nod',
  data: 'Beth sy’n digwydd i’r hyn a ddywedwch wrthym',
  dataBecause: (basis) => `Gallwn wneud hyn oherwydd ${basis}.`,
  dataReaders: (readers) => `Fe’i gwelir gan: ${readers}.`,
  dataKept: (time, from) => `Rydym yn ei gadw am ${time} ar ôl ${from}.`,
  dataMore: 'Sut rydym yn gofalu am yr hyn a ddywedwch wrthym',
  otherWays: 'Ffyrdd eraill o wneud cais',
  otherWaysBody: 'Caiff pob ffordd ei thrin yn gyfartal.',
  byPhone: (phone, opening) => `Ffoniwch ${phone} (${opening}). Byddwn yn gofyn yr un cwestiynau.`,
  onPaper: 'Ar bapur:',
  onPaperLink: 'argraffwch y ffurflen',
  onPaperAsk: (phone) => `neu gofynnwch i ni am un ar ${phone}.`,
  inPerson: (address) => `Dewch â hi neu anfonwch hi i ${address}.`,
  aboutLink: 'Am y gwasanaeth hwn: rheolau, pwy sy’n gyfrifol, pa mor dda mae’n gweithio',

  bases: {
    consent: 'eich bod yn cytuno i hynny',
    contract: 'bod ei angen ar gyfer yr hyn rydych yn ei ofyn gennym',
    'legal-obligation': 'bod y gyfraith yn gofyn am hynny',
    'vital-interests': 'ei fod yn diogelu bywyd rhywun',
    'public-task': 'ei fod yn rhan o’n tasg gyhoeddus',
    'legitimate-interests': 'bod ei angen ac nad yw’n pwyso’n annheg arnoch',
  },
  specials: {
    'explicit-consent': 'Ar gyfer manylion sensitif, oherwydd eich bod yn cytuno i hynny.',
    'social-protection-law': 'Ar gyfer manylion sensitif, oherwydd bod cyfraith diogelwch cymdeithasol yn gofyn am hynny.',
    'substantial-public-interest': 'Ar gyfer manylion sensitif, oherwydd budd cyhoeddus sylweddol.',
    'health-or-social-care': 'Ar gyfer manylion sensitif, oherwydd bod ei angen ar ofal iechyd neu ofal cymdeithasol.',
    'legal-claims': 'Ar gyfer manylion sensitif, oherwydd achos cyfreithiol.',
    'equality-monitoring': 'Ar gyfer manylion sensitif, i wirio bod pobl yn cael eu trin yn gyfartal.',
  },
  readers: { officer: 'swyddogion y cyngor', officers: 'swyddogion y cyngor', crews: 'criwiau casglu', partners: 'sefydliadau partner' },
  moments: { submitted: 'i chi ei anfon', decided: 'i ni benderfynu', closed: 'i ni gau’r achos' },
  years: (count) => {
    if (count === 1) return '1 flwyddyn'
    if (count === 2) return '2 flynedd'
    return `${count} ${nasalYears.has(count) ? 'mlynedd' : 'blynedd'}`
  },
  months: (count) => (count === 2 ? '2 fis' : `${count} mis`),
  days: (count) => (count === 2 ? '2 ddiwrnod' : `${count} diwrnod`),
  workingDays: (count) => (count === 2 ? '2 ddiwrnod gwaith' : `${count} diwrnod gwaith`),

  paperNeeds: 'Bydd arnoch angen:',
  paperData: (text) => `**Beth sy’n digwydd i’r hyn a ddywedwch wrthym.** ${text}`,
  phoneOpening: (council, service) => `Helô, ${council} sydd yma. Gallaf eich helpu gyda: ${service}.`,
  phoneData: 'Cyn dechrau, dyma beth sy’n digwydd i’r hyn a ddywedwch wrthym:',
  someAnswers: 'mae eich atebion cynharach yn golygu ei fod yn berthnasol',

  aboutTitle: (service) => `Am “${service}”`,
  aboutWho: 'Pwy sy’n gyfrifol',
  aboutMember: 'Aelod cabinet cyfrifol',
  aboutDirector: 'Cyfarwyddwr atebol',
  aboutPublished: 'Mae’r cwestiynau a’r rheolau hyn yn berthnasol ers',
  aboutVersion: 'Ôl bys y cwestiynau a’r rheolau',
  aboutTranslation: 'Cyfieithiad',
  aboutTranslations: {
    source: 'Dyma’r gwreiddiol.',
    draft: 'Cyfieithiad drafft yw hwn nad oes neb wedi’i adolygu eto.',
    reviewed: 'Mae’r cyfieithiad wedi’i adolygu.',
  },
  aboutRules: 'Y rheolau',
  aboutRulesBody:
    'Mae’r rheolau’n gweithio allan gynnig a’r rhesymau drosto. Person sy’n penderfynu, a pherson sy’n penderfynu bob tro pan fydd yn mynd yn eich erbyn.',
  aboutReason: 'Rheswm',
  aboutCells: {
    anything: 'unrhyw beth',
    yes: 'ie',
    no: 'na',
    or: ' neu ',
    not: (value) => `nid ${value}`,
    and: (one, other) => `${one}, ${other}`,
    between: (least, most) => `${least} i ${most}`,
    atMost: (value) => `${value} neu lai`,
    atLeast: (value) => `${value} neu fwy`,
    under: (value) => `llai na ${value}`,
    over: (value) => `mwy na ${value}`,
  },
  aboutMeasures: 'Beth ddylai ei gyflawni',
  aboutBaseline: 'Cost un cais o’r blaen',
  aboutTarget: 'Beth ddylai un cais ei gostio',
  aboutBenefits: 'Manteision a addawyd',
  aboutEffects: 'Effeithiau disgwyliedig ar bobl a lle',
  effects: { social: 'Pobl', economic: 'Arian a gwaith', environmental: 'Yr amgylchedd', equality: 'Cydraddoldeb', language: 'Y Gymraeg' },
  aboutAppeal: 'Os credwch fod penderfyniad yn anghywir',
  aboutAppealBody: (to, time) => `Gallwch apelio i ${to} o fewn ${time}.`,

  footerPrivacy: 'Preifatrwydd',
  footerAccessibility: 'Hygyrchedd',

  privacyTitle: 'Sut rydym yn gofalu am yr hyn a ddywedwch wrthym',
  privacyWho: (council) => `${council} sy’n penderfynu sut y defnyddir yr hyn a ddywedwch wrthym (ni yw’r “rheolydd”).`,
  privacyOfficer: 'Ein swyddog diogelu data',
  privacyRegistration: 'Ein rhif cofrestru gyda’r rheoleiddiwr',
  privacyRights: 'Eich hawliau',
  privacyRightsBody: 'Gallwch ofyn i ni:',
  privacyRightsList: [
    'am weld yr hyn sydd gennym amdanoch a chael copi ohono',
    'am gywiro’r hyn sy’n anghywir',
    'am ei ddileu pan nad oes ei angen arnom mwyach',
    'am ei ddefnyddio’n llai tra bo rhywbeth yn cael ei wirio',
    'am beidio â’i ddefnyddio, lle rydym yn dibynnu ar dasg gyhoeddus',
    'am i berson edrych ar benderfyniad; yn y cyngor hwn person sy’n penderfynu popeth sy’n mynd yn eich erbyn',
  ],
  privacyAnswer: 'Byddwn yn ateb o fewn un mis calendr. Mae am ddim.',
  privacyComplain: 'Os nad ydych yn hapus â sut rydym yn ei drin, gallwch gwyno i:',
  privacyServices: 'Beth mae pob gwasanaeth yn gofyn amdano, a pham',
  privacyEquality:
    'Mae rhai gwasanaethau’n gofyn cwestiynau dewisol amdanoch ar ôl i chi wneud cais. Cedwir eich atebion iddynt ar wahân i bopeth arall, a dim ond fel cyfansymiau y cânt eu defnyddio.',
  privacySecurity: 'Sut y caiff ei gadw’n ddiogel',
  privacySecurityBody:
    'Caiff yr hyn a ddywedwch wrthym ei amgryptio, dim ond pobl sydd ei angen sy’n ei weld, a chofnodir pob tro yr edrychir arno. Pan ddaw ei amser i ben caiff ei ddileu drwy ddileu ei allwedd.',
  privacyDrafts: 'Caiff yr hyn nad ydych wedi’i anfon ei ddileu 28 diwrnod ar ôl i chi ei ddefnyddio ddiwethaf.',

  cookiesTitle: 'Cwcis',
  cookiesBody:
    'Ffeiliau bach y mae eich porwr yn eu cadw ar ein rhan yw cwcis. Dim ond y rhai na all ein tudalennau weithio hebddynt rydym yn eu defnyddio, felly nid oes dim i’w dderbyn na’i wrthod. Nid oes neb arall yn gosod cwcis yma, ac nid oes dim yn eich dilyn.',
  cookiesName: 'Enw',
  cookiesWhy: 'Ar gyfer beth',
  cookiesEnds: 'Pryd mae’n mynd',
  cookiesAll: 'Pob cwci rydym yn ei ddefnyddio',
  cookies: [
    ['folkmoot-visitor', 'Yn dod o hyd i’r atebion nad ydych wedi’u hanfon eto, ac yn diogelu ffurflenni', 'Pan fyddwch yn cau eich porwr'],
    ['folkmoot-session', 'Yn cofio eich bod wedi mewngofnodi', 'Pan fyddwch yn allgofnodi, neu ar ôl 12 awr'],
    ['folkmoot-language', 'Yn cofio’r iaith a ddewisoch', 'Ar ôl blwyddyn'],
    ['folkmoot-follow', 'Yn gadael i chi edrych ar eich cais ar ôl i chi roi ei gyfeirnod', 'Ar ôl awr'],
  ],

  accessibilityTitle: 'Datganiad hygyrchedd',
  accessibilityBody: (council) =>
    `Mae’r datganiad hwn yn ymwneud â gwasanaethau ar-lein ${council}. Rydym am i gynifer o bobl â phosibl allu eu defnyddio. Dylech allu:`,
  accessibilityList: [
    'newid lliwiau, cyferbyniad a ffontiau gyda’ch porwr neu’ch dyfais',
    'chwyddo hyd at 400% heb i destun lifo oddi ar y sgrin',
    'defnyddio pob tudalen â bysellfwrdd yn unig',
    'defnyddio pob tudalen â meddalwedd adnabod lleferydd',
    'gwrando ar bob tudalen â darllenydd sgrin',
    'defnyddio pob tudalen heb sgriptiau',
  ],
  accessibilityCannot: 'Os na allwch ddefnyddio tudalen',
  accessibilityCannotBody:
    'Gellir defnyddio pob gwasanaeth dros y ffôn ac ar bapur hefyd. Dywedwch wrthym os oes angen rhywbeth arnoch mewn print bras, yn hawdd ei ddeall, fel sain neu mewn braille:',
  accessibilityReport: 'Dweud wrthym am broblem',
  accessibilityReportBody:
    'Os dewch o hyd i broblem nad yw wedi’i rhestru yma, neu os credwch nad ydym yn bodloni’r gofynion, ysgrifennwch at:',
  accessibilityEnforcement: 'Os nad ydych yn hapus â’n hateb',
  accessibilityEnforcementBody:
    'Y Comisiwn Cydraddoldeb a Hawliau Dynol (EHRC) sy’n gorfodi Rheoliadau Hygyrchedd Cyrff Sector Cyhoeddus (Gwefannau a Rhaglenni Symudol) (Rhif 2) 2018.',
  accessibilityEnforcementNorthernIreland:
    'Comisiwn Cydraddoldeb Gogledd Iwerddon (ECNI) sy’n gorfodi Rheoliadau Hygyrchedd Cyrff Sector Cyhoeddus (Gwefannau a Rhaglenni Symudol) (Rhif 2) 2018 yng Ngogledd Iwerddon.',
  accessibilityEnforcementContact: 'Cysylltwch â:',
  accessibilityTechnical: 'Gwybodaeth dechnegol',
  accessibilityCommitted: (council) =>
    `Mae ${council} wedi ymrwymo i wneud ei wefan yn hygyrch, yn unol â Rheoliadau Hygyrchedd Cyrff Sector Cyhoeddus (Gwefannau a Rhaglenni Symudol) (Rhif 2) 2018.`,
  accessibilityStatus: 'Pa mor dda rydym yn bodloni’r gofynion',
  accessibilityStatuses: {
    full: 'Mae’r wefan hon yn cydymffurfio’n llawn â safon AA Canllawiau Hygyrchedd Cynnwys Gwe fersiwn 2.2.',
    partial:
      'Mae’r wefan hon yn cydymffurfio’n rhannol â safon AA Canllawiau Hygyrchedd Cynnwys Gwe fersiwn 2.2, oherwydd yr hyn a restrir isod.',
    none: 'Nid yw’r wefan hon yn cydymffurfio â safon AA Canllawiau Hygyrchedd Cynnwys Gwe fersiwn 2.2. Rhestrir isod yr hyn nad yw’n ei bodloni.',
  },
  accessibilityProblems: 'Yr hyn nad yw’n hygyrch',
  accessibilityNone: 'Ni wyddom am ddim nad yw’n hygyrch.',
  accessibilityPrepared: 'Am y datganiad hwn',
  accessibilityDates: (prepared, reviewed) => `Paratowyd y datganiad hwn ar ${prepared}. Cafodd ei adolygu ddiwethaf ar ${reviewed}.`,
  accessibilityTested:
    'Caiff pob tudalen ei phrofi’n awtomatig yn erbyn WCAG 2.2 AA, â bysellfwrdd, heb sgriptiau ac ar led o 320 picsel, ym mhob iaith.',

  email: 'E-bost',
  phone: 'Ffôn',
  post: 'Post',
}
