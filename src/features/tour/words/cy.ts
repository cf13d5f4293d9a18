/** The single place for the Welsh words of the guided tour. */
import type { Words } from './en.ts'

export const cy: Words = {
  title: 'Gwasanaeth, o syniad i’w werth',
  lead: 'Gwelwch mewn pum munud sut mae pobl lle yn rhedeg gwasanaeth gyda’i gilydd. Un clic yw pob cam, fel y person y mae’n digwydd iddo. Pobl wneud yw pawb yma.',
  start: 'Dechrau’r daith',
  again: 'Dechrau eto',
  elsewhere: (council) => `Yn ${council} y mae’r daith.`,
  goThere: 'Mynd i’r daith',
  alone: 'Neu edrychwch o gwmpas ar eich pen eich hun',
  asResident: 'Defnyddio gwasanaeth, fel preswylydd',
  asStaff: 'Mewngofnodi fel un o bobl y cyngor',
  outbox: 'Darllen y post a anfonwyd',
  where: (step, steps) => `Taith, cam ${step} o ${steps}`,
  happened: 'Beth sydd newydd ddigwydd',
  next: 'Nesaf',
  leave: 'Gadael y daith',
  overview: 'Pob cam',
  done: 'Dyna’r cylch cyfan. Cedwir popeth a welsoch yng nghofnod y cyngor: edrychwch o gwmpas cyhyd ag y mynnwch.',
  notYet: 'Gwnewch y camau cyn hwn yn gyntaf.',
  step: {
    apply: {
      title: 'Mae preswylydd yn gwneud cais',
      button: (who) => `Gwneud cais fel ${who}`,
      happened: (who) =>
        `Gwnaeth ${who} gais yn Gymraeg. Rheolau’r gwasanaeth ei hun a gyfrifodd y pris, ac fe’i hesboniwyd cyn iddi anfon. Ar y dudalen hon gofynnir iddi sut oedd y profiad.`,
    },
    suggest: {
      title: 'Mae hi’n awgrymu newid',
      button: () => 'Awgrymu newid i gwestiwn',
      happened: (who) =>
        `Nid oedd un cwestiwn yn gwneud synnwyr i ${who}, felly dywedodd hynny o’r union dudalen honno. Gwnaeth swyddog hynny’n newid i’r gwasanaeth ei hun, yn y ddwy iaith. Does dim wedi newid eto.`,
    },
    try: {
      title: 'Mae pawb yn gweld beth fyddai’n ei wneud',
      button: () => 'Rhoi cynnig arno ar achosion y llynedd',
      happened: () =>
        'Rhedwyd y gwiriadau, rhoddwyd cynnig ar y bobl enghreifftiol, ac ar achosion y llynedd hefyd: faint o bobl fyddai’n cael eu holi, eu codi neu eu penderfynu’n wahanol. Cyhoeddodd swyddog y ffigurau, wedi’u talgrynnu fel na ellir adnabod neb.',
    },
    back: {
      title: 'Mae eraill yn ei gefnogi',
      button: () => 'Ei gefnogi fel y byddai eraill',
      happened: () =>
        'Cefnogodd preswylwyr eraill y newid hwn, un person unwaith. I’r union eiriau hyn y mae eu cefnogaeth: os bydd y newid yn newid, gofynnir iddynt eto.',
    },
    decide: {
      title: 'Penderfynir arno',
      button: () => 'Penderfynu fel y rhai sy’n atebol am y gwasanaeth',
      happened: () =>
        'Edrychodd y cyfarwyddwr a’r aelod cabinet ar y dystiolaeth, nodi’r effaith ar bobl cyn penderfynu, a chymeradwyo. Ni allai neb a’i cefnogodd benderfynu. Gall pawb ddarllen y penderfyniad.',
    },
    release: {
      title: 'Fe’i rhyddheir',
      button: () => 'Ei ryddhau a gweld y cwestiwn newydd',
      happened: () =>
        'Mae’r newid yn rhan o’r gwasanaeth. Bydd y person nesaf yn ei weld; mae pobl ar ganol eu ffurflen yn cadw eu rhai nhw. Dywedwyd wrthi hi ac wrth bawb a’i cefnogodd, pob un yn ei iaith.',
    },
    measure: {
      title: 'Fe’i mesurir',
      button: () => 'Gweld beth mae’r gwasanaeth yn ei gostio a’i roi',
      happened: () =>
        'Cost, amser, cwblhau a bodlonrwydd, wedi’u cyfrifo o gofnodion y cyngor ei hun, cyn ac ar ôl y newid, gyda pha mor sicr yw pob un. Addewid yw budd a addawyd nes bod tystiolaeth.',
    },
    brief: {
      title: 'Caiff cynghorwyr eu briffio',
      button: () => 'Ysgrifennu’r papur briffio',
      happened: () =>
        'Un dudalen i gynghorwyr a phawb arall: beth y gofynnodd pobl amdano, beth newidiodd, beth gostiodd a beth roddodd, beth sy’n ansicr. Mae wedi’i rewi ar ei ddiwrnod, ac mae pob ffigur yn arwain at y cofnodion y daeth ohonynt.',
    },
    share: {
      title: 'Mae cyngor arall yn ei weld',
      button: (who) => `Ei weld yn cyrraedd ${who}`,
      happened: (who) =>
        `Mae ${who} yn rhedeg ei gopi ei hun, gyda’i bris a’i eiriau ei hun. Mae’n gweld bod gan y gwasanaeth a gymerodd fersiwn newydd, gyda’r hyn a wnaeth mewn man arall, ac yn cymharu’r ddau mewn geiriau.`,
    },
    adopt: {
      title: 'Mae’n ei gymryd drosodd',
      button: () => 'Ei gymryd drosodd, gan gadw’r newidiadau lleol',
      happened: (who) =>
        `Cyfunwyd y fersiwn newydd â newidiadau ${who}, ac arhosodd ei bris a’i eiriau ei hun. Rhoddwyd cynnig ar y bobl enghreifftiol, cymeradwyodd ei gyfarwyddwr a’i aelod cabinet ei hun, ac mae ei breswylwyr yntau’n cwrdd â’r cwestiwn newydd.`,
    },
  },
}
