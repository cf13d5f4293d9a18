/** The single place for the Welsh words of trying a version on past cases. After a figure a Welsh noun stays singular. */
import type { Words } from './en.ts'

const number = (count: number) => count.toLocaleString('cy-GB')
const cases = (count: number) => `${number(count)} achos`

export const cy: Words = {
  number,
  cases,
  title: 'Rhoi cynnig arno ar achosion y llynedd',
  lead: (count, since, until) => `Rhoddwyd cynnig ar y fersiwn a awgrymir ar ${cases(count)} a agorwyd rhwng ${since} a ${until}.`,
  none: 'Nid oes achosion o’r deuddeg mis diwethaf i roi cynnig arno.',
  people: (count) =>
    `Nid oes neb wedi defnyddio’r gwasanaeth hwn eto. Rhoddwyd cynnig ar y fersiwn a awgrymir ar ${number(count)} o bobl a ddyfeisiwyd i gwrdd â phob rhan o’r rheolau. Nid ydynt yn dweud dim am bobl go iawn.`,
  madeUp: {
    all: 'Cafodd yr achosion hyn eu llunio ar gyfer arddangosiad. Nid ydynt yn dweud dim am bobl go iawn.',
    some: 'Cafodd rhai o’r achosion hyn eu llunio ar gyfer arddangosiad.',
    none: '',
  },
  live: {
    latest: (count) => `O’r ${cases(count)} diweddaraf`,
    all: (count) => (count === 1 ? 'O’r un achos yn y deuddeg mis diwethaf' : `O’r ${cases(count)} i gyd yn y deuddeg mis diwethaf`),
    some: (count) => `O blith ${cases(count)} yn y deuddeg mis diwethaf`,
    people: (count) => `O blith ${number(count)} o bobl a ddyfeisiwyd ar gyfer y gwasanaeth hwn`,
    changed: (count, of) =>
      count === 0
        ? `${of}, ni fyddai penderfyniad na thâl yr un yn wahanol.`
        : `${of}, byddai penderfyniad neu dâl ${number(count)} yn wahanol.`,
    paid: (before, after) => `Gyda’i gilydd byddent yn talu ${after} yn lle ${before}.`,
    amount: (name, before, after) => `Byddai “${name}” yn ${after} i gyd yn lle ${before}.`,
    cantTell: (count) => `Ni all neb ddweud yn achos ${number(count)}.`,
    peopleNote:
      'Nid oes neb wedi defnyddio’r gwasanaeth hwn eto, felly dyfeisiwyd pobl i gwrdd â phob rhan o’i reolau. Nid ydynt yn dweud dim am bobl go iawn.',
    leftOut: (count) => `Ni ellir cyfrif ${cases(count)} mor gyflym â hyn. Byddant yno pan roddir cynnig ar y newid ar bob achos.`,
  },
  removed: (count) => `Ni ellid defnyddio ${cases(count)} o’r cyfnod hwnnw, gan fod yr atebion wedi’u dileu fel yr addawyd.`,
  changed: (count, of) =>
    count === 0
      ? 'Ni fyddai penderfyniad na thâl neb yn wahanol.'
      : `Byddai penderfyniad neu dâl ${number(count)} o ${cases(of)} yn wahanol.`,
  changedFew: 'Ni fyddai neb, neu gyn lleied o bobl fel y byddai’n dweud rhywbeth am bobl unigol, yn cael penderfyniad neu dâl gwahanol.',
  outcomes: 'Yr hyn a fyddai’n cael ei benderfynu, cyn ac wedyn',
  outcomesSaid: (count) =>
    count === 0 ? 'Mae pob achos yn aros fel y mae.' : `Byddai rhywbeth arall yn cael ei gynnig i ${cases(count)}.`,
  before: 'Nawr',
  after: 'Gyda’r newid',
  howMany: 'Achosion',
  exit: (title) => `Ni chaiff ei dderbyn yma: ${title}`,
  open: 'Dim canlyniad wedi’i gynnig',
  figures: 'Yr hyn y byddai pobl yn ei dalu, yn ei glywed ac yn cael eu holi amdano',
  what: 'Beth',
  more: 'Mwy',
  less: 'Llai',
  same: 'Yr un fath',
  other: 'Dim modd cymharu',
  fee: 'Y gost',
  asked: 'Cwestiynau a ofynnir',
  sums: 'Gyda’i gilydd, cyn ac wedyn',
  cantTell: 'Ni ellir dweud',
  cantTellLead: (count) => `Ni all neb ddweud yn achos ${cases(count)}:`,
  because: {
    'not-asked': (question, count) => `ni ofynnwyd “${question}” bryd hynny (${cases(count)})`,
    'not-kept': (question, count) => `ni chedwir yr ateb i “${question}” at hyn (${cases(count)})`,
    'not-accepted': (question, count) => `ni fyddai’r ateb i “${question}” yn cael ei dderbyn mwyach (${cases(count)})`,
  },
  person: (before, after) =>
    `Achosion y mae’n rhaid i berson edrych yn fanwl arnynt, gan fod y canlyniad yn mynd yn erbyn rhywun, bod rhaid i ddau gytuno, neu na chynigir dim: ${number(before)} nawr, ${number(after)} gyda’r newid.`,
  rounded:
    'Caiff ffigurau a gyhoeddir eu cyfrif mewn grwpiau o 10 achos o leiaf a’u talgrynnu i’r 5 agosaf. Nid oes yr un o dan 10, ac mae pwy bynnag sydd mewn grŵp llai yn cyfrif fel y mae’r rhan fwyaf o achosion tebyg. Caiff pob tabl ei dalgrynnu ar ei ben ei hun, felly nid oes rhaid i’r tablau gyfateb i’w gilydd.',
  otherwise: {
    changed: (count) =>
      `Byddai ${cases(count)} yn cael penderfyniad neu dâl gwahanol mewn ffyrdd y mae pob un yn ymwneud â rhy ychydig o achosion i’w dangos. Maent o dan “Dim modd cymharu”.`,
    same: (count) =>
      `Byddai ${cases(count)} yn cael yr un penderfyniad a’r un tâl mewn ffyrdd y mae pob un yn ymwneud â rhy ychydig o achosion i’w dangos. Maent o dan “Dim modd cymharu”.`,
  },
  partOther: 'Eraill, pob un yn rhy brin i’w ddangos',
  partFew: 'Dan 10',
  equality: {
    lead: 'Cedwir atebion i gwestiynau cydraddoldeb ar wahân i achosion. Dim ond ar faint o bobl mewn grŵp y mae’r newid yn effeithio, o leiaf ac ar y mwyaf, y maent yn ei ddangos, a dim ond am fisoedd cyfan.',
    people: 'Pobl a ddywedodd hynny',
    least: 'O leiaf',
    most: 'Ar y mwyaf',
    few: 'Rhy brin i’w ddangos',
  },
  split: {
    area: 'Fesul ardal',
    channel: 'Fesul ffordd o wneud cais',
    month: 'Fesul mis',
    answer: (question) => `Yn ôl yr ateb i “${question}”`,
  },
  part: { area: 'Ardal', channel: 'Sut', month: 'Mis', answer: 'Ateb' },
  channels: {
    web: 'Ar-lein',
    phone: 'Dros y ffôn',
    counter: 'Wrth y cownter',
    paper: 'Ar bapur',
    partner: 'Drwy bartner',
    machine: 'Gan system arall',
  },
  partUnknown: 'Ddim yn hysbys',
  band: ({ first, last, isTime }) => {
    if (first === last) return first ?? ''
    if (first === undefined) return isTime ? `${last ?? ''} neu’n gynharach` : `${last ?? ''} neu lai`
    return last === undefined ? `${first} ${isTime ? 'neu’n hwyrach' : 'neu fwy'}` : `${first} i ${last}`
  },
  overlaps: 'Mae achos â sawl ateb yn cael ei gyfrif gyda phob un ohonynt.',
  partChanged: 'Penderfyniad neu dâl gwahanol',
  oneByOne: (count) => `Ni ellid cyfrif ${cases(count)} gyda’i gilydd, felly rhoddwyd cynnig arnynt fesul un.`,
  examples: 'Rhai o’r achosion hyn',
  examplesSame: (outcome) => `${outcome}, gyda thâl neu wybodaeth wahanol`,
  examplesOf: (from, to) => `${from} → ${to}`,
  example: (place) => `Achos ${place}`,
  running: (done, of) => `${number(done)} o ${cases(of)} hyd yma.`,
  look: 'Gweld pa mor bell y mae wedi mynd',
  stop: 'Rhoi’r gorau i roi cynnig arno',
  calledOff: (done, of) => `Rhoddwyd y gorau iddi ar ôl ${number(done)} o ${cases(of)}, felly nid oes ffigurau.`,
  publish: 'Cyhoeddi’r ffigurau hyn',
  publishLead:
    'Gall pawb eu darllen wedyn, wedi’u cyfrif mewn grwpiau a’u talgrynnu fel nad ydynt yn dweud dim am un person. Ni ellir eu tynnu’n ôl.',
  publishSplits: (most) => `Cânt eu cyhoeddi wedi’u rhannu mewn ${number(most)} ffordd ar y mwyaf: y rhai cyntaf uchod.`,
  published: (date) => `Cyhoeddwyd ar ${date}. Gall pawb ei ddarllen.`,
  publishedSoon: 'Mae llawer o achosion: bydd y ffigurau cyhoeddedig yno ymhen rhai munudau.',
  refused: {
    'no-such-trial': 'Nid oes dim i’w gyhoeddi.',
    'still-running': 'Arhoswch nes bod cynnig wedi’i roi ar bob achos.',
    'too-few-cases': 'Mae llai na 10 achos: byddai ffigurau’n dweud rhywbeth am bobl unigol, felly ni ellir cyhoeddi dim.',
  },
  publicPage: 'Y ffigurau cyhoeddedig',
  digests: 'I’w wirio',
  digestsLead:
    'Mae pwy bynnag sy’n rhoi cynnig ar yr un ddwy fersiwn ar yr un achosion yn cael yr un peth. Mae’r rhifau hyn yn dangos ai’r rhain ydynt.',
  digestOf: { from: 'Y fersiwn nawr', to: 'Y fersiwn a awgrymir', population: 'Achosion', digest: 'Canlyniad' },
  took: (ms) => `Cymerodd ${(ms / 1000).toFixed(1)} eiliad.`,
  list: (service) => `Rhoi cynnig ar achosion y llynedd: ${service}`,
  listNone: 'Nid oes dim wedi’i roi ar brawf eto.',
  back: 'Am y gwasanaeth hwn',
}
