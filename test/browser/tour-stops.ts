/** The single list of what the guided tour shows at each of its steps, in each language. */

/** A page one comes to by a press. */
export interface Stop {
  /** The button or link that leads here. */
  readonly press: string
  readonly lang: 'en' | 'cy'
  readonly heading: RegExp
  readonly shows: readonly RegExp[]
  /** True where somebody follows a link of the page instead of the tour. */
  readonly isAside?: boolean
}

/** At the council next door, which works in English. */
const nextDoor: readonly Omit<Stop, 'press'>[] = [
  { lang: 'en', heading: /^The same service at Ambleford Council$/, shows: [/with its own price and words/] },
  {
    lang: 'en',
    heading: /^What is new in “Have large items collected”$/,
    shows: [
      /Tour, part 9 of 9/,
      /You are looking as Helen Marsh/,
      /What changed at Cwm Arian Council “Do you get any of these\?” is now asked only if/,
      /Price of the first items goes from £24\.00 to £30\.00/,
      /17 example people get what is expected for them/,
      /Made-up figures of a demonstration/,
    ],
  },
  {
    lang: 'en',
    heading: /^“Do you get any of these\?” is now asked only if/,
    shows: [/In place/, /Cabinet member responsible: Councillor Sunita Rao/, /It worked next door/, /That is the whole round/],
  },
  { lang: 'en', heading: /^Have large items collected$/, shows: [/£30\.00/], isAside: true },
]

function nextDoorBy(presses: readonly [string, string, string, string]): readonly Stop[] {
  return nextDoor.map((stop, place) => ({ ...stop, press: presses[place] ?? '' }))
}

const english: readonly Stop[] = [
  { press: 'English', lang: 'en', heading: /^A service, from an idea to its worth$/, shows: [/Everyone here is made up/] },
  {
    press: 'Start the tour',
    lang: 'en',
    heading: /^Check your answers$/,
    shows: [/Tour, part 1 of 9 · A resident applies/, /You are looking as Megan Rees/, /To pay Nothing to pay Why It can still be used/],
  },
  {
    press: 'Next: Send it',
    lang: 'en',
    heading: /^We have received it$/,
    shows: [/part 1 of 9/, /Your reference [0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}/],
  },
  { press: 'Tell us how this form was', lang: 'en', heading: /^How was this form\?$/, shows: [/We keep neither your name/], isAside: true },
  { press: 'Good', lang: 'en', heading: /^Thank you$/, shows: [/It will be counted with the others/], isAside: true },
  {
    press: 'Next: Suggest a change to a question',
    lang: 'en',
    heading: /^“Do you get any of these\?” is now asked only if “Where it goes” is not “to somebody who can use it”/,
    shows: [/part 2 of 9/, /so why am I asked about benefits\?/, /In their words Mae’r casgliad am ddim/, /The same in Welsh/],
  },
  {
    press: 'Next: Try it on last year’s cases',
    lang: 'en',
    heading: /^“Do you get any of these\?”/,
    shows: [
      /part 3 of 9/,
      /You are looking as Siân Parry/,
      /Passed 17 example people get what is expected/,
      /These cases were made up|Some of these cases were made up/,
      /Nobody, or so few that it would tell about single people, would be decided or charged differently/,
      /Questions asked 0 \d+ \d+/,
    ],
  },
  {
    press: 'Next: Back it, as others would',
    lang: 'en',
    heading: /^“Do you get any of these\?”/,
    shows: [/part 4 of 9/, /2 people back exactly this/, /You back this/],
  },
  {
    press: 'Next: Decide, as those who answer for the service',
    lang: 'en',
    heading: /^“Do you get any of these\?”/,
    shows: [
      /part 5 of 9/,
      /Approved · Accountable director: Aled Morgan/,
      /Approved · Cabinet member responsible: Gwenllian Pryce/,
      /so the council has no reason to ask/,
      /Effects weighed before deciding/,
      /In place/,
    ],
  },
  {
    press: 'Next: Apply as the next person',
    lang: 'en',
    heading: /^Do you get any of these\?$/,
    shows: [/part 6 of 9/, /You are looking as Elsie Marlow/, /We ask this only because it can lower the price/],
  },
  {
    press: 'Next: See what the service costs and gives',
    lang: 'en',
    heading: /^What it costs and what it gives: Book a bulky waste collection$/,
    shows: [
      /part 7 of 9/,
      /Cost of one case £\d/,
      /Satisfied with the decision \d+%/,
      /There are too few cases to say/,
      /Promised/,
      /made up/,
    ],
  },
  {
    press: 'Next: Write the briefing',
    lang: 'en',
    heading: /^Vision to value: Book a bulky waste collection$/,
    shows: [/part 8 of 9/, /Frozen on 23 November 2026/, /2 people back this/, /Digital leadership/, /Professionalism/],
  },
  ...nextDoorBy([
    'Next: See it arrive at Ambleford Council',
    'See it arrive at Ambleford Council',
    'Next: Take it over, own changes kept',
    'the service here, with its own price',
  ]),
]

const welsh: readonly Stop[] = [
  { press: 'Cymraeg', lang: 'cy', heading: /^Gwasanaeth, o syniad i’w werth$/, shows: [/Pobl wneud yw pawb yma/] },
  {
    press: 'Dechrau’r daith',
    lang: 'cy',
    heading: /^Gwirio eich atebion$/,
    shows: [
      /Taith, rhan 1 o 9 · Mae preswylydd yn gwneud cais/,
      /Rydych yn edrych fel Megan Rees/,
      /I’w dalu Dim i’w dalu Pam Gellir eu defnyddio/,
    ],
  },
  {
    press: 'Nesaf: Ei anfon',
    lang: 'cy',
    heading: /^Rydym wedi’i dderbyn$/,
    shows: [/rhan 1 o 9/, /Eich cyfeirnod [0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}/],
  },
  {
    press: 'Dywedwch wrthym sut oedd y ffurflen hon',
    lang: 'cy',
    heading: /^Sut oedd y ffurflen hon\?$/,
    shows: [/Nid ydym yn cadw eich enw/],
    isAside: true,
  },
  { press: 'Da', lang: 'cy', heading: /^Diolch$/, shows: [/rhan 1 o 9/], isAside: true },
  {
    press: 'Nesaf: Awgrymu newid i gwestiwn',
    lang: 'cy',
    heading: /^Dim ond os .* y gofynnir “Ydych chi’n cael unrhyw un o’r rhain\?” bellach/,
    shows: [/rhan 2 o 9/, /Yn eu geiriau nhw Mae’r casgliad am ddim/, /Yr un peth yn Saesneg/],
  },
  {
    press: 'Nesaf: Rhoi cynnig arno ar achosion y llynedd',
    lang: 'cy',
    heading: /“Ydych chi’n cael unrhyw un o’r rhain\?”/,
    shows: [
      /rhan 3 o 9/,
      /Rydych yn edrych fel Siân Parry/,
      /Nifer y bobl enghreifftiol sy’n cael yr hyn a ddisgwylir: 17/,
      /achosion hyn/,
      /Ni fyddai neb, neu gyn lleied o bobl .* yn cael penderfyniad neu dâl gwahanol/,
      /Cwestiynau a ofynnir 0 \d+ \d+/,
    ],
  },
  {
    press: 'Nesaf: Ei gefnogi, fel y byddai eraill',
    lang: 'cy',
    heading: /“Ydych chi’n cael unrhyw un o’r rhain\?”/,
    shows: [/rhan 4 o 9/, /Mae 2 o bobl yn cefnogi hyn yn union/, /Rydych yn cefnogi hyn/],
  },
  {
    press: 'Nesaf: Penderfynu, fel y rhai sy’n atebol am y gwasanaeth',
    lang: 'cy',
    heading: /“Ydych chi’n cael unrhyw un o’r rhain\?”/,
    shows: [
      /rhan 5 o 9/,
      /Cymeradwywyd · Cyfarwyddwr atebol: Aled Morgan/,
      /Cymeradwywyd · Aelod cabinet cyfrifol: Gwenllian Pryce/,
      /felly nid oes rheswm gan y cyngor i ofyn/,
      /Effeithiau a ystyriwyd cyn penderfynu/,
      /Ar waith/,
    ],
  },
  {
    press: 'Nesaf: Gwneud cais fel y person nesaf',
    lang: 'cy',
    heading: /^Ydych chi’n cael unrhyw un o’r rhain\?$/,
    shows: [/rhan 6 o 9/, /Rydych yn edrych fel Elsie Marlow/, /Dim ond oherwydd y gall ostwng y pris yr ydym yn gofyn hyn/],
  },
  {
    press: 'Nesaf: Gweld beth mae’r gwasanaeth yn ei gostio a’i roi',
    lang: 'cy',
    heading: /^Beth mae’n ei gostio a beth mae’n ei roi: Trefnu casgliad gwastraff swmpus$/,
    shows: [
      /rhan 7 o 9/,
      /Cost un achos £\d/,
      /Yn fodlon ar y penderfyniad \d+%/,
      /Mae rhy ychydig o achosion i ddweud/,
      /Addawyd/,
      /wedi’i ddyfeisio/,
    ],
  },
  {
    press: 'Nesaf: Ysgrifennu’r papur briffio',
    lang: 'cy',
    heading: /^O weledigaeth i werth: Trefnu casgliad gwastraff swmpus$/,
    shows: [
      /rhan 8 o 9/,
      /Rhewyd ar 23 Tachwedd 2026/,
      /2 o bobl yn cefnogi hyn/,
      /Arweinyddiaeth ddigidol/,
      /yn Saesneg y bydd y rhan olaf/,
    ],
  },
  ...nextDoorBy([
    'Nesaf: Ei weld yn cyrraedd Ambleford Council',
    'See it arrive at Ambleford Council',
    'Next: Take it over, own changes kept',
    'the service here, with its own price',
  ]),
]

export const tours = { en: english, cy: welsh }
