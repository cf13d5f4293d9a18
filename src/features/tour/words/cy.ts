/** The single place for the Welsh words of the guided tour. */
import type { Words } from './en.ts'

export const cy: Words = {
  title: 'Gwasanaeth, o syniad i’w werth',
  lead: 'Gwelwch mewn pum munud sut mae pobl lle yn rhedeg gwasanaeth gyda’i gilydd: naw rhan, clic neu ddau yr un, fel y person y mae’n digwydd iddo. Pobl wneud yw pawb yma.',
  start: 'Dechrau’r daith',
  again: 'Dechrau eto',
  goOn: 'Ymlaen',
  elsewhere: (council) => `Yn ${council}, cymydog y cyngor hwn ar eich peiriant, y mae’r daith yn dechrau.`,
  goThere: (council) => `Mynd i’r daith yn ${council}`,
  arrivedTitle: (council) => `Yr un gwasanaeth yn ${council}`,
  arrivedLead: (council, from) =>
    `Rydych bellach yn ${council}. Cymerodd y gwasanaeth hwn oddi wrth ${from} beth amser yn ôl, ac mae’n rhedeg ei gopi ei hun, gyda’i bris a’i eiriau ei hun. Nid oes neb yma wedi gwneud dim eto.`,
  alone: 'Neu edrychwch o gwmpas ar eich pen eich hun',
  asResident: 'Defnyddio gwasanaeth, fel preswylydd',
  asStaff: 'Mewngofnodi fel un o bobl y cyngor',
  outbox: 'Darllen y post a anfonwyd',
  where: (part, parts) => `Taith, rhan ${part} o ${parts}`,
  happened: 'Beth sydd newydd ddigwydd',
  retold: 'Aeth rhywun ar y daith yma o’ch blaen, felly roedd hyn wedi’i wneud yn barod: rydych yn gweld beth ddaeth ohono.',
  youAre: (name) => `Rydych yn edrych fel ${name}.`,
  look: 'Edrychwch ar',
  next: 'Nesaf',
  leave: 'Gadael y daith',
  overview: 'Pob rhan',
  inTheirLanguage: (council) => `Yn Saesneg y mae ${council} yn gweithio, felly yn Saesneg y bydd y rhan olaf.`,
  done: 'Dyna’r cylch cyfan. Cedwir popeth a welsoch yng nghofnodion y cynghorau: edrychwch o gwmpas cyhyd ag y mynnwch.',
  notYetTitle: 'Ni ellir dangos y rhan hon eto',
  notYet:
    'Daw’r rhannau o’i blaen yn gyntaf. Ac am ryw funud ar ôl dechrau am y tro cyntaf, mae achosion gwneud y llynedd yn dal i gael eu hysgrifennu: arhoswch ychydig, yna ewch ymlaen.',
  chapter: {
    apply: {
      title: 'Mae preswylydd yn gwneud cais',
      ahead:
        'Mae hi’n llenwi ffurflen yn ei hiaith ei hun, yn cael gwybod y pris a pham cyn ei hanfon, a gofynnir iddi sut oedd y profiad.',
    },
    suggest: {
      title: 'Mae hi’n awgrymu newid',
      ahead:
        'Nid yw un cwestiwn yn gwneud synnwyr iddi. Mae’n dweud hynny o’r union dudalen honno, ac mae swyddog yn ei wneud yn newid manwl.',
    },
    try: {
      title: 'Mae pawb yn gweld beth fyddai’n ei wneud',
      ahead: 'Gwiriadau, pobl enghreifftiol, ac achosion y llynedd: pwy fyddai’n cael eu holi, eu codi neu eu penderfynu’n wahanol.',
    },
    back: { title: 'Mae eraill yn ei gefnogi', ahead: 'Pob un ohonynt unwaith, ac i’r union eiriau hyn.' },
    decide: {
      title: 'Penderfynir arno',
      ahead: 'Mae’r cyfarwyddwr atebol a’r aelod cabinet yn pwyso beth mae’n ei wneud i bobl, yna’n penderfynu’n gyhoeddus.',
    },
    release: {
      title: 'Fe’i rhyddheir',
      ahead: 'Mae’r person nesaf yn gweld y cwestiwn fel y mae bellach, a chaiff pawb a’i cefnogodd wybod.',
    },
    measure: { title: 'Fe’i mesurir', ahead: 'Beth mae’r gwasanaeth yn ei gostio a’i roi, cyn ac ar ôl, a pha mor sicr yw hynny.' },
    brief: {
      title: 'Caiff cynghorwyr eu briffio',
      ahead: 'Un dudalen i’w hargraffu, lle mae pob ffigur yn arwain at y cofnodion y daeth ohonynt.',
    },
    adopt: {
      title: 'Mae cyngor arall yn ei gymryd drosodd',
      ahead: 'Mae’n gweld y fersiwn newydd a’r hyn a wnaeth, yn cadw ei bris a’i eiriau ei hun, ac yn penderfynu drosto’i hun.',
    },
  },
  step: {
    apply: {
      button: ({ resident }) => `Gwneud cais fel ${resident}`,
      happened: ({ resident }) =>
        `Mae ${resident} wedi llenwi ffurflen, yn ei hiaith ei hun. Cyn iddi anfon dim, mae’r dudalen hon yn dweud wrthi beth yw’r gost a pham: rheolau’r gwasanaeth ei hun a’i cyfrifodd.`,
      looks: [],
    },
    send: {
      button: () => 'Ei anfon',
      happened: ({ resident }) =>
        `Mae ${resident} wedi’i anfon ac mae ganddi gyfeirnod i’w ddilyn. Ar waelod y dudalen hon gofynnir iddi sut oedd y profiad. Cyfrifir yr hyn y mae pobl yn ei ateb; ni chedwir pwy a atebodd.`,
      looks: [],
    },
    suggest: {
      button: () => 'Awgrymu newid i gwestiwn',
      happened: ({ resident, said }) =>
        `Nid oedd un cwestiwn yn gwneud synnwyr i ${resident}, felly ysgrifennodd o’r union dudalen honno: “${said}” Gwnaeth swyddog hynny’n newid manwl i’r gwasanaeth, yn y ddwy iaith. Does dim wedi newid eto.`,
      looks: ['yr hyn a fyddai’n newid', 'y dudalen lle ysgrifennodd hi'],
    },
    try: {
      button: () => 'Rhoi cynnig arno ar achosion y llynedd',
      happened: () =>
        'Rhedwyd y gwiriadau, rhoddwyd cynnig ar y bobl enghreifftiol, ac yna ar achosion y llynedd: faint o bobl fyddai’n cael eu holi, eu codi neu eu penderfynu’n wahanol, o beth i beth. Cyhoeddodd swyddog y ffigurau, wedi’u cyfrif fel na ellir adnabod neb.',
      looks: ['yr hyn y byddai’n ei wneud'],
    },
    back: {
      button: () => 'Ei gefnogi, fel y byddai eraill',
      happened: () =>
        'Cefnogodd preswylwyr eraill y newid hwn, pob un ohonynt unwaith. I’r union eiriau hyn y mae eu cefnogaeth: os bydd y newid yn newid, gofynnir iddynt eto.',
      looks: ['pwy sy’n ei gefnogi'],
    },
    decide: {
      button: () => 'Penderfynu, fel y rhai sy’n atebol am y gwasanaeth',
      happened: () =>
        'Edrychodd y cyfarwyddwr a’r aelod cabinet ar y dystiolaeth, nodi’n gyntaf beth mae’n ei wneud i bobl, ac yna cymeradwyo. Ni chaiff neb a’i cefnogodd benderfynu. Gyda chymeradwyaeth y ddau fe’i rhoddwyd ar waith.',
      looks: ['y penderfyniad', 'pob penderfyniad, fel y gall pawb eu darllen'],
    },
    release: {
      button: () => 'Gwneud cais fel y person nesaf',
      happened: ({ resident, next }) =>
        `Mae’r newid yn rhan o’r gwasanaeth. ${next} yw’r nesaf i wneud cais, ac mae’n gweld y cwestiwn fel y mae bellach; mae pobl ar ganol eu ffurflen yn cadw eu rhai nhw. Dywedwyd wrth ${resident} ac wrth bawb a’i cefnogodd, pob un yn ei iaith ei hun.`,
      looks: ['y post a anfonwyd'],
    },
    measure: {
      button: () => 'Gweld beth mae’r gwasanaeth yn ei gostio a’i roi',
      happened: () =>
        'Cost, amser, cwblhau a bodlonrwydd, wedi’u cyfrifo o gofnodion y cyngor ei hun, cyn ac ar ôl pob rhyddhau, gyda pha mor sicr yw pob un. Nid oes achosion eto gan fersiwn a ryddhawyd heddiw, ac mae’r dudalen yn dweud hynny. Addewid yw budd a addawyd nes bod tystiolaeth.',
      looks: [],
    },
    brief: {
      button: () => 'Ysgrifennu’r papur briffio',
      happened: () =>
        'Un dudalen i gynghorwyr a phawb arall: beth y gofynnodd pobl amdano, beth newidiodd, beth gostiodd a beth roddodd, beth sy’n ansicr. Mae wedi’i rewi ar ei ddiwrnod, ac mae pob ffigur yn arwain at y cofnodion y daeth ohonynt.',
      looks: [],
    },
    share: {
      button: ({ neighbour }) => `Ei weld yn cyrraedd ${neighbour}`,
      happened: ({ neighbour }) =>
        `Mae ${neighbour} yn gweld bod gan y gwasanaeth a gymerodd fersiwn newydd, gyda’r hyn a wnaeth mewn man arall. Mae’n darllen mewn geiriau beth newidiodd yno, beth yr oedd wedi’i newid ei hun, a beth fyddai’r ddau gyda’i gilydd yn ei olygu i’w breswylwyr.`,
      looks: [],
    },
    adopt: {
      button: () => 'Ei gymryd drosodd, gan gadw’r newidiadau lleol',
      happened: ({ neighbour }) =>
        `Cyfunwyd y fersiwn newydd â newidiadau ${neighbour}: arhosodd ei bris a’i eiriau ei hun. Rhoddwyd cynnig ar y bobl enghreifftiol a’i achosion ei hun, cymeradwyodd ei gyfarwyddwr a’i aelod cabinet ei hun, ac mae ei breswylwyr yntau’n gweld y cwestiwn newydd.`,
      looks: ['y gwasanaeth yma, gyda’i bris ei hun'],
    },
  },
}
