/** The single place for the Welsh words of each figure. */
import type { figures as english } from './figures-en.ts'

const cases = 'Cofnodion yn hanes pob achos: derbyniwyd, rhoddwyd i rywun, gofynnwyd, penderfynwyd, caewyd, tynnwyd yn ôl.'
const journeysFrom =
  'Cyfrif dyddiol o ffurflenni a ddechreuwyd, a anfonwyd ac a ddaeth i ben yn gynnar yn briodol. Ni chedwir dim am neb gydag ef.'
const ratingsFrom =
  'Sgoriau a roddwyd ag un clic. Cânt eu cyfrif fesul deg neu fwy gyda’i gilydd, ac ni chedwir enw, achos nac ateb neb gyda nhw.'

export const figures: typeof english = {
  cost: {
    name: 'Cost un achos',
    counts: 'Yr hyn y mae’r cyngor yn ei wario ar y gwasanaeth mewn blwyddyn, wedi’i rannu â’r achosion a orffennwyd yn y flwyddyn honno.',
    how: 'Caiff pob cost a nodwyd ar gyfer y gwasanaeth, gyda’i rhan o dimau a rennir, ei rhannu rhwng y sianeli yn ôl yr hyn sy’n ei hachosi, a’i rhannu â’r achosion a orffennwyd ym mhob un. Nid yw costau cychwyn na gorfodi wedi’u cynnwys, fel y dywed llawlyfr gwasanaethau’r llywodraeth.',
    from: 'Costau a munudau a nodwyd gan reolwr, gyda phwy a phryd, a’r achosion a gyfrifwyd o’u hanes.',
  },
  touches: {
    name: 'Camau swyddog fesul achos',
    counts: 'Pa mor aml, ar gyfartaledd, y gwnaeth swyddog neu bartner rywbeth i achos ar ôl ei dderbyn.',
    how: 'Cyfrifir pob cam a gofnododd swyddog neu bartner yn hanes achos a orffennwyd: ei roi i rywun, nodiadau, cwestiynau, penderfyniadau, taliadau, tasgau a chamau pellach.',
    from: cases,
  },
  'time-taken': {
    name: 'Amser a gymerwyd',
    counts:
      'Diwrnodau calendr o anfon hyd at y penderfyniad cyntaf, neu gau lle nad oes un. Ni chymerodd hanner yr holl achosion fwy na hyn.',
    how: 'Gwerth canol yr holl achosion a orffennwyd. Ni chyfrifir achosion sy’n dal ar agor.',
    from: cases,
  },
  completion: {
    name: 'Ffurflenni a gwblhawyd',
    counts: 'O’r holl ffurflenni a ddechreuwyd, y rhai a anfonwyd neu a ddaeth i ben yn briodol am nad yw’r gwasanaeth ar gyfer y person.',
    how: 'Mae ffurflen yn cyfrif o’i thudalen gyntaf a atebwyd, yn y mis y’i dechreuwyd. Yr un ffurflen yw un a gadwyd ac a ailgydiwyd ynddi. Ystyrir bod un na ddefnyddiwyd am 28 diwrnod wedi’i rhoi heibio; gadewir allan fisoedd y gall eu ffurflenni gael eu gorffen o hyd.',
    from: journeysFrom,
  },
  satisfaction: {
    name: 'Yn fodlon ar y penderfyniad',
    counts: 'O bawb a roddodd sgôr i’r ffordd y cawsant eu trin hyd at y penderfyniad, y rhai a ddywedodd da neu da iawn.',
    how: 'Gofynnir i bobl unwaith, ar y dudalen â’u penderfyniad a thrwy e-bost.',
    from: ratingsFrom,
  },
  'satisfaction-sent': {
    name: 'Yn fodlon ar y ffurflen',
    counts: 'O bawb a roddodd sgôr ar ôl anfon, y rhai a ddywedodd da neu da iawn.',
    how: 'Gofynnir i bobl unwaith, ar y dudalen sy’n cadarnhau’r hyn a anfonwyd ganddynt.',
    from: ratingsFrom,
  },
  'take-up': {
    name: 'Wedi’i wneud ar-lein',
    counts: 'O’r holl achosion a orffennwyd, y rhai a ddaeth ar-lein, gyda chymorth partner neu hebddo.',
    how: 'Achosion a orffennwyd yn ôl y sianel y daethant drwyddi. Mae’r rhai y cynorthwyodd sefydliad partner gyda nhw ar-lein yn cyfrif fel ar-lein.',
    from: cases,
  },
  asked: {
    name: 'Gofyn am ragor',
    counts: 'O’r holl achosion a orffennwyd, y rhai lle bu’n rhaid i’r cyngor ofyn i’r person am rywbeth arall.',
    how: 'Achosion a orffennwyd lle gofynnodd swyddog gwestiwn i’r person o leiaf unwaith.',
    from: cases,
  },
  reopened: {
    name: 'Wedi’u hailagor',
    counts: 'O’r holl achosion a orffennwyd, y rhai a ailagorwyd ar ôl eu penderfynu.',
    how: 'Achosion a orffennwyd sydd â chofnod a’u hailagorodd.',
    from: cases,
  },
  applications: {
    name: 'Wedi’u derbyn',
    counts: 'Ceisiadau ac adroddiadau a dderbyniodd y cyngor.',
    how: 'Cyfrifir yn y mis y’u derbyniwyd, dros bob sianel.',
    from: cases,
  },
  finished: {
    name: 'Wedi’u gorffen',
    counts: 'Achosion a benderfynwyd, neu a gaewyd lle nad oes angen penderfyniad. Nid yw’r rhai a dynnwyd yn ôl yn eu plith.',
    how: 'Cyfrifir ym mis y penderfyniad cyntaf.',
    from: cases,
  },
  withdrawn: {
    name: 'Wedi’u tynnu’n ôl',
    counts: 'Achosion a dynnodd y person yn ôl cyn eu penderfynu.',
    how: 'Cyfrifir yn y mis y’u tynnwyd yn ôl.',
    from: cases,
  },
}
