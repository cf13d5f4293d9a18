/** The single place for the Welsh words of making services simpler. After a figure a Welsh noun stays singular, so that no plural is needed. */
import type { Words } from './en.ts'

const number = (count: number) => count.toLocaleString('cy-GB')
const cases = (count: number) => `${number(count)} achos`
/** Hours as people say them: short times in seconds or minutes; one unit for all that stand together. */
const span = (...times: readonly number[]) => {
  const [first = 0] = times
  const [perHour, unit] = first < 0.05 ? ([3600, 'eiliad'] as const) : first < 3 ? ([60, 'munud'] as const) : ([1, 'awr'] as const)
  return { said: times.map((time) => Math.round(time * perHour).toLocaleString('cy-GB')), unit }
}
const percent = (share: number) => `${(Math.ceil(share * 1000) / 10).toLocaleString('cy-GB')}%`

export const cy: Words = {
  number,
  menu: 'Symleiddio',
  title: 'Cwestiynau y gellid eu gollwng',
  titleOf: (service) => `Cwestiynau y gellid eu gollwng: ${service}`,
  lead: 'Rhaid i bob cwestiwn haeddu ei le. Dyma faint o amser y mae pob un yn ei gostio i bobl, pwy sy’n darllen yr ateb, a pha mor aml y gwnaeth wahaniaeth i rywun.',
  listHead: { service: 'Gwasanaeth', minutes: 'Amser y flwyddyn y mae pobl yn ei dreulio arno', could: 'Gellid symleiddio' },
  listNone: 'Nid oes gwasanaeth wedi’i gyhoeddi eto.',
  notLooked: 'Heb edrych drwyddo eto',
  madeUp: 'Mae hyn yn seiliedig ar achosion ac amserau a wnaed i’w dangos. Nid yw’n dweud dim am bobl go iawn.',
  looked: (looked, all, day) =>
    looked < all
      ? `Ar ${day} edrychwyd drwy sampl o ${cases(looked)}, allan o ${number(all)} o’r deuddeg mis diwethaf.`
      : `Ar ${day} edrychwyd drwy bob un o’r ${cases(looked)} o’r deuddeg mis diwethaf.`,
  removed: (count) => `Mae atebion ${cases(count)} wedi’u dileu fel yr addawyd ac ni ellid eu defnyddio.`,
  measured: (month) =>
    `Mesurwyd amserau ers ${month}: o’r eiliad y dangosir tudalen hyd nes y caiff ei hateb, deng munud ar y mwyaf, heb ddim sy’n arwain yn ôl at neb.`,
  notMeasured: 'Nid oes amserau wedi’u mesur eto.',
  notYet: 'Nid oes neb wedi edrych drwy’r fersiwn hon eto. Mae’n cymryd hyd at funud.',
  lookButton: 'Edrych drwyddo',
  againButton: 'Edrych eto',
  looking: 'Mae rhywun yn edrych drwyddo. Dewch yn ôl ymhen munud.',
  couldTitle: 'Beth allai fod yn symlach, yr arbediad amser mwyaf yn gyntaf',
  couldNone: 'Ni chafwyd dim y gellid ei ollwng.',
  tooFew: (least) => `Mae llai na ${least} achos o’r deuddeg mis diwethaf: rhy ychydig i ddweud pa atebion sy’n gwneud gwahaniaeth.`,
  candidate: {
    drop: (question) => `Rhoi’r gorau i ofyn “${question}”`,
    merge: (question, count) => `Cynnig un ateb yn lle ${count} ar gyfer “${question}”`,
    'merge-into': (question, other) => `Gofyn “${other}” yn unig, ac nid “${question}” hefyd`,
    prefill: (question, other) => `Dechrau “${question}” gyda’r ateb i “${other}”`,
    reorder: (page) => `Gofyn “${page}” yn gynharach`,
  },
  because: {
    'nobody-reads': 'Nid oes neb na dim yn darllen yr ateb.',
    'only-people-read': 'Nid oes rheol, neges na thasg yn darllen yr ateb. Dim ond pobl a all: gofynnwch iddynt a oes ei angen arnynt.',
    'never-changed': (count) => `Mae rheolau’n darllen yr ateb, ond mewn ${cases(count)} ni fyddai unrhyw ateb arall wedi newid dim.`,
    'hardly-answered': (count, of) =>
      `Gellir ei adael yn wag, a dyna a wna bron pawb: atebodd ${number(count)} o ${number(of)}. Nid oes rheol yn ei ddarllen.`,
    'same-answers': (same, of) => `O’r ${number(of)} a atebodd y ddau, dywedodd ${number(same)} yr un peth ddwywaith.`,
    'same-filled-in': (same, of) =>
      `O’r ${number(of)} a atebodd y ddau, dywedodd ${number(same)} yr un peth ddwywaith. Mae ei angen, felly byddai pobl yn gweld yr hyn a ddywedwyd ganddynt o’r blaen ac yn gallu ei newid.`,
    alike: (options) => `Ym mhob achos, yr un oedd canlyniad yr atebion hyn: ${options}.`,
    'ends-earlier': (pages) =>
      `Mae rhai’n dysgu ar y dudalen hon nad yw’r gwasanaeth ar eu cyfer nhw. O’i gofyn yn gynt, byddai’n eu harbed rhag ${pages}.`,
  },
  why: 'Pam',
  tried: 'Rhoddwyd cynnig arno ar achosion y gorffennol',
  triedSame: (of) => `O ${cases(of)}, ni fyddai’r un yn cael ei benderfynu, ei brisio na’i gyfrifo’n wahanol.`,
  triedChanged: (count, of) => `O ${cases(of)}, byddai ${number(count)} yn cael ei benderfynu, ei brisio neu ei gyfrifo’n wahanol.`,
  triedCantTell: (count) => `Ar gyfer ${cases(count)} ni all neb ddweud.`,
  triedFewer: (count) => `Gofynnid llai mewn ${number(count)}.`,
  triedSure: (high) => `Sampl ydyw: o’r holl achosion mae’n sicr o fod yn ${percent(high)} ar y mwyaf.`,
  notTried: 'Ni roddwyd cynnig arno: byddai’n rhaid ailysgrifennu’r rheolau sy’n ei ddarllen yn gyntaf.',
  tooFewToTry: 'Rhy ychydig o achosion i roi cynnig arno.',
  saves: 'Amser y byddai pobl yn ei arbed mewn blwyddyn',
  savesHours: (...times) => {
    const { said, unit } = span(...times)
    return `Tua ${said[0]} ${unit} (yn sicr rhwng ${said[1]} a ${said[2]})`
  },
  savesAtMost: (most) => {
    const { said, unit } = span(most)
    return `${said[0]} ${unit} ar y mwyaf: mae pobl yn dal i’w ddarllen, ac nid oes neb wedi mesur pa mor hir y mae hynny’n ei gymryd`
  },
  savesUnknown: 'Mesurwyd rhy ychydig o amserau i ddweud',
  savesNone: 'Ni ellir dweud: ni fesurwyd erioed lai o atebion i ddewis ohonynt',
  suggestButton: 'Awgrymu’r newid hwn',
  suggestHint: 'Daw’n newid a awgrymir, i roi cynnig arno, ei gefnogi a’i benderfynu fel unrhyw un arall. Nid oes dim yn newid tan hynny.',
  suggestWords: 'Awgrymu bod rhywun yn ei weithio allan',
  suggestionText: {
    drop: (question) =>
      `A allem roi’r gorau i ofyn “${question}”? Yn yr achosion yr edrychwyd drwyddynt, ni newidiodd yr ateb erioed yr hyn a benderfynwyd na’r pris. Byddai’n rhaid newid y rheolau sy’n ei ddarllen gydag ef.`,
    prefill: (question, others) => `A ellid llenwi “${question}” i bobl sydd eisoes wedi dweud wrthym? Gofynnir hyn yma hefyd: ${others}.`,
  },
  needTitle: 'Mae angen y cwestiwn hwn arnom',
  needReason: 'Ar gyfer beth y defnyddir yr ateb?',
  needHint: 'Bydd staff eraill yn gweld hyn gyda’ch enw. Mae’n tynnu’r cwestiwn oddi ar y rhestr hon.',
  needButton: 'Cadw’r cwestiwn',
  questionsTitle: 'Pob cwestiwn, a’r hyn y mae’n ei gostio',
  head: {
    question: 'Cwestiwn',
    reads: 'Pwy a beth sy’n ei ddarllen',
    basis: 'Ar ba sail',
    minutes: 'Amser y flwyddyn',
    errors: 'Gwallau',
    left: 'Yn gadael yma',
    changed: 'Gwnaeth wahaniaeth',
  },
  uses: {
    page: (name) => `a ofynnir “${name}”`,
    exit: (name) => `a yw’n gorffen: ${name}`,
    outcome: () => 'y penderfyniad a gynigir',
    fee: () => 'yr hyn sydd i’w dalu',
    figure: (name) => `ffigur: ${name}`,
    once: () => 'a anfonwyd o’r blaen',
    task: (name) => `tasg: ${name}`,
    action: (name) => `yr hyn y mae swyddogion yn ei wneud: ${name}`,
    message: (name) => `neges: ${name}`,
    appointment: (name) => `amser i’w drefnu: ${name}`,
    coverage: () => 'y cyfrif cyhoeddus fesul ardal',
    law: (name) => `y gyfraith: ${name}`,
  },
  basis: {
    consent: 'cydsyniad',
    contract: 'contract',
    'legal-obligation': 'mae’r gyfraith yn gofyn amdano',
    'vital-interests': 'i ddiogelu bywyd',
    'public-task': 'tasg gyhoeddus',
    'legitimate-interests': 'buddiannau dilys',
  },
  few: 'rhy ychydig',
  changedOf: (changed, of) => `${number(changed)} o ${number(of)}`,
  changedUnclear: (count) => `(ni ellir dweud am ${number(count)})`,
  unclear: 'ni ellir dweud',
  /** Roles the council gives no name of its own. */
  roles: { officer: 'swyddogion', manager: 'rheolwyr' },
  notByRules: 'nid oes rheol yn ei ddarllen',
  share: (share) => `${(Math.round(share * 1000) / 10).toLocaleString('cy-GB')}%`,
  hours: (...times) => {
    const { said, unit } = span(...times)
    return `${said[0]} ${unit} (${said[1]} i ${said[2]})`
  },
  sharedNote:
    'Mae tudalen â sawl cwestiwn yn rhannu ei hamser yn gyfartal rhyngddynt. Gall y sawl a ddechreuodd ffurflen lai na phedair wythnos yn ôl ddod yn ôl o hyd, ac nid yw’n cael ei gyfrif fel un a adawodd.',
  keptTitle: 'Beth sy’n aros, a pham',
  keptWhy: {
    law: (law) => `Mae’r gyfraith yn gofyn amdano: ${law}.`,
    work: (uses) => `Mae rhywun yn gweithio gyda’r ateb: ${uses}.`,
    rules: (uses) => `Mae’n gwneud gwahaniaeth: ${uses}.`,
    people: (readers) => `Dim ond person all ddarllen ateb o’r fath, ac mae’r rhain yn gwneud: ${readers}.`,
    'too-few': () => 'Rhy ychydig o achosion i ddweud.',
  },
  neededBy: (name, day) => `${name}, ${day}`,
  takeBack: 'Tynnu hyn yn ôl',
  twiceTitle: 'Gofynnir mewn sawl gwasanaeth',
  twiceLead: 'Gofynnir yr un peth ym mhob un o’r rhain. Gellid llenwi’r hyn y mae rhywun wedi’i ddweud wrth un ohonynt yn y nesaf.',
  twiceNone: 'Nid oes cwestiwn yn cael ei ofyn mewn mwy nag un gwasanaeth.',
  twiceHead: {
    question: 'Cwestiwn',
    services: 'Gofynnir yn',
    because: 'Pam rydym yn meddwl mai’r un peth ydyw',
    hours: 'Amser y flwyddyn i gyd',
    act: 'Beth i’w wneud',
  },
  twiceBecause: {
    block: 'yr union gwestiwn a rennir',
    words: 'yr un geiriau',
    options: 'yr un atebion i ddewis ohonynt',
    scheme: 'yr un math o rif',
    name: 'yr un rhan o enw',
  },
  twiceButton: 'Awgrymu ei lenwi',
  done: {
    needed: 'Cedwir y cwestiwn, gyda’ch rheswm.',
    open: 'Mae’r cwestiwn ar y rhestr eto.',
    looking: 'Mae rhywun yn edrych drwyddo. Dewch yn ôl ymhen munud.',
  },
  refused: {
    law: 'Mae’r gyfraith yn pennu’r rhan hon, felly ni ellir ei hawgrymu yma.',
    'not-taken': 'Ni ellid gwneud hwn yn newid a awgrymir. Efallai fod y gwasanaeth wedi newid yn y cyfamser: edrychwch eto.',
    'no-reason': 'Dywedwch ar gyfer beth y defnyddir yr ateb.',
  },
  reference: 'Sut y gweithir hyn allan',
  referenceBody:
    'Ar gyfer pob achos yn y gorffennol, rhoddwyd cynnig ar bob ateb arall i bob cwestiwn yn ei le. Lle na ddaeth dim allan yn wahanol, ni wnaeth yr ateb wahaniaeth. Mae ffigurau ag ystod o’i mewn 19 gwaith o bob 20; lle mae llai na 30, ni ddywedir dim.',
}
