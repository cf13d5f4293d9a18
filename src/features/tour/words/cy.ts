/** The single place for the Welsh words of the guided tour. */
import type { Words } from './en.ts'

export const cy: Words = {
  title: 'Gwasanaeth, o syniad i’w werth',
  lead: 'Gwelwch mewn pum munud sut mae pobl lle yn rhedeg gwasanaeth gyda’i gilydd, clic neu ddau ar y tro, fel y person y mae’n digwydd iddo. Pobl wneud yw pawb yma.',
  start: 'Dechrau’r daith',
  again: 'Dechrau eto',
  elsewhere: (council) => `Yn ${council}, cymydog y cyngor hwn ar eich peiriant, y mae’r daith yn dechrau.`,
  goThere: (council) => `Mynd i’r daith yn ${council}`,
  arrivedTitle: (council) => `Yr un gwasanaeth yn ${council}`,
  arrivedLead: (council, from) =>
    `Rydych bellach yn ${council}. Cymerodd y gwasanaeth hwn oddi wrth ${from} ac mae’n rhedeg ei gopi ei hun, gyda’i bris a’i eiriau ei hun.`,
  alone: 'Neu edrychwch o gwmpas ar eich pen eich hun',
  asResident: 'Defnyddio gwasanaeth, fel preswylydd',
  asStaff: 'Mewngofnodi fel un o bobl y cyngor',
  outbox: 'Darllen y post a anfonwyd',
  where: (part, parts) => `Taith, rhan ${part} o ${parts}`,
  happened: 'Beth sydd newydd ddigwydd',
  retold: 'Aeth rhywun ar y daith yma o’ch blaen, felly mae hyn wedi’i wneud yn barod, ac rydych yn gweld beth ddaeth ohono.',
  youAre: (name) => `Rydych yn edrych fel ${name}.`,
  look: 'Edrychwch ar',
  next: 'Nesaf',
  leave: 'Gadael y daith',
  overview: 'Pob rhan',
  inTheirLanguage: (council) => `Yn Saesneg y mae ${council} yn gweithio, felly yn Saesneg y bydd y rhan olaf.`,
  done: 'Dyna’r cylch cyfan. Edrychwch o gwmpas cyhyd ag y mynnwch.',
  notYetTitle: 'Ni ellir dangos y rhan hon eto',
  notYet:
    'Daw’r rhannau o’i blaen yn gyntaf. Ac am ryw funud ar ôl dechrau am y tro cyntaf, mae achosion gwneud y llynedd yn dal i gael eu hysgrifennu: arhoswch ychydig, yna ewch ymlaen.',
  chapter: {
    apply: 'Mae preswylydd yn gwneud cais',
    suggest: 'Mae hi’n awgrymu newid',
    try: 'Mae pawb yn gweld beth fyddai’n ei wneud',
    back: 'Mae eraill yn ei gefnogi',
    decide: 'Penderfynir arno',
    release: 'Fe’i rhyddheir',
    measure: 'Fe’i mesurir',
    brief: 'Caiff cynghorwyr eu briffio',
    adopt: 'Mae cyngor arall yn ei gymryd drosodd',
  },
  step: {
    apply: {
      button: ({ resident }) => `Gwneud cais fel ${resident}`,
      happened: ({ resident }) =>
        `Mae ${resident} wedi llenwi ffurflen yn ei hiaith ei hun. Cyn iddi ei hanfon, mae’r dudalen hon yn dweud beth yw’r gost a pham, wedi’i chyfrifo gan reolau’r gwasanaeth ei hun.`,
      looks: [],
    },
    send: {
      button: () => 'Ei anfon',
      happened: ({ resident }) => `Mae gan ${resident} gyfeirnod i’w ddilyn, ac ar waelod y dudalen hon gofynnir iddi sut oedd y profiad.`,
      looks: [],
    },
    suggest: {
      button: () => 'Awgrymu newid i gwestiwn',
      happened: ({ resident, said }) =>
        `Nid oedd un cwestiwn yn gwneud synnwyr i ${resident}. Ysgrifennodd o’r union dudalen honno: “${said}” Gwnaeth swyddog hynny’n newid manwl, yn y ddwy iaith.`,
      looks: ['yr hyn a fyddai’n newid', 'y dudalen lle ysgrifennodd hi'],
    },
    try: {
      button: () => 'Rhoi cynnig arno ar achosion y llynedd',
      happened: () =>
        'Rhedwyd y gwiriadau, yna’r bobl enghreifftiol, yna achosion y llynedd: i faint o bobl y byddai’r cwestiynau, y pris neu’r penderfyniad yn wahanol. Cyfrifir y ffigurau fel na ellir adnabod neb.',
      looks: ['yr hyn y byddai’n ei wneud'],
    },
    back: {
      button: () => 'Ei gefnogi, fel y byddai eraill',
      happened: () => 'Cefnogodd preswylwyr eraill yr union eiriau hyn, pob un unwaith. Os bydd y newid yn newid, gofynnir iddynt eto.',
      looks: ['pwy sy’n ei gefnogi'],
    },
    decide: {
      button: () => 'Penderfynu, fel y rhai sy’n atebol am y gwasanaeth',
      happened: () =>
        'Edrychodd y cyfarwyddwr a’r aelod cabinet ar y dystiolaeth, nodi beth mae’n ei wneud i bobl, yna cymeradwyo. Ni chaiff neb a’i cefnogodd benderfynu.',
      looks: ['y penderfyniad', 'pob penderfyniad, fel y gall pawb eu darllen'],
    },
    release: {
      button: () => 'Gwneud cais fel y person nesaf',
      happened: ({ resident, next }) =>
        `Mae’r newid ar waith. ${next} yw’r nesaf i wneud cais, ac mae’n gweld y cwestiwn fel y mae bellach; mae pobl ar ganol eu ffurflen yn cadw eu rhai nhw. Dywedwyd wrth ${resident} ac wrth bawb a’i cefnogodd, pob un yn ei iaith.`,
      looks: ['y post a anfonwyd'],
    },
    measure: {
      button: () => 'Gweld beth mae’r gwasanaeth yn ei gostio a’i roi',
      happened: () =>
        'Cost, amser, cwblhau a bodlonrwydd o gofnodion y cyngor ei hun, cyn ac ar ôl pob rhyddhau, a pha mor sicr yw pob un. Nid oes achosion eto gan fersiwn heddiw, ac addewid yw addewid nes bod tystiolaeth.',
      looks: [],
    },
    brief: {
      button: () => 'Ysgrifennu’r papur briffio',
      happened: () =>
        'Un dudalen i gynghorwyr a phawb arall, wedi’i rhewi ar ei diwrnod. Mae pob ffigur yn arwain at y cofnodion y daeth ohonynt.',
      looks: [],
    },
    share: {
      button: ({ neighbour }) => `Ei weld yn cyrraedd ${neighbour}`,
      happened: ({ neighbour }) =>
        `Mae ${neighbour} yn gweld bod gan y gwasanaeth a gymerodd fersiwn newydd, beth a wnaeth honno mewn man arall, ac mewn geiriau beth fyddai’r ddau gyda’i gilydd yn ei olygu i’w breswylwyr.`,
      looks: [],
    },
    adopt: {
      button: () => 'Ei gymryd drosodd, gan gadw’r newidiadau lleol',
      happened: ({ neighbour }) =>
        `Cyfunwyd y fersiwn newydd, gan gadw pris a geiriau ${neighbour}. Rhoddwyd cynnig ar ei achosion ei hun, a chymeradwyodd ei gyfarwyddwr a’i aelod cabinet ei hun.`,
      looks: ['y gwasanaeth yma, gyda’i bris ei hun'],
    },
  },
}
