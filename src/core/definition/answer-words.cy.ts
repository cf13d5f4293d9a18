/** The single place for the usual Welsh words for faults in answers. The name of the question stands before a colon, so that it never mutates. */
import type { AnswerWords } from './usual-words.ts'

const parts = { day: 'y diwrnod', month: 'y mis', year: 'y flwyddyn' }

/** Welsh. */
export const welsh: AnswerWords = {
  yes: 'Ie',
  no: 'Na',
  confirmed: 'Wedi cadarnhau',
  outcome: 'Canlyniad',
  faults: {
    missing: ({ kind, noun, label }) => {
      if (kind === 'declaration') return 'Cadarnhewch eich bod yn cytuno er mwyn parhau'
      if (kind === 'group') return `${label}: ychwanegwch o leiaf un`
      const isChoice = kind === 'yes-no' || kind === 'one-of' || kind === 'many-of'
      if (noun !== undefined) return `${isChoice ? 'Dewiswch' : 'Rhowch'} ${noun}`
      return isChoice ? `Dewiswch ateb: ${label}` : `Rhowch ateb: ${label}`
    },
    'not-text': ({ name }) => `${name}: rhaid rhoi testun`,
    'too-long': ({ name, values }) => `${name}: dim mwy na ${values.max} o nodau`,
    'not-a-number': ({ name }) => `${name}: rhaid rhoi rhif, fel 12`,
    'not-whole': ({ name }) => `${name}: rhaid rhoi rhif cyfan`,
    'too-small': ({ name, values }) => `${name}: rhaid rhoi ${values.min} neu fwy`,
    'too-large': ({ name, values }) =>
      values.max === undefined ? `${name}: mae’r rhif yn rhy fawr` : `${name}: rhaid rhoi ${values.max} neu lai`,
    'not-money': ({ name }) => `${name}: rhaid rhoi swm o arian, fel 12.50 neu 1,200`,
    'too-many-decimals': ({ name }) => `${name}: dim mwy na 2 rif ar ôl y pwynt degol`,
    'date-incomplete': ({ name, values }) => `${name}: rhaid cynnwys ${parts[partOf(values.missing)]}`,
    'not-a-date': ({ name }) => `${name}: rhaid rhoi dyddiad, fel 27 3 2007`,
    'not-a-real-date': ({ name }) => `${name}: rhaid rhoi dyddiad go iawn`,
    'year-not-four-digits': () => 'Rhaid i’r flwyddyn gynnwys 4 rhif',
    'too-early': ({ name, values }) => `${name}: rhaid rhoi ${values.min} neu’n hwyrach`,
    'too-late': ({ name, values }) => `${name}: rhaid rhoi ${values.max} neu’n gynharach`,
    'not-a-month': ({ name }) => `${name}: rhaid rhoi mis, fel 3 2007`,
    'not-a-real-month': ({ name }) => `${name}: rhaid rhoi mis go iawn`,
    'not-a-choice': ({ label }) => `Dewiswch un o’r atebion a gynigir: ${label}`,
    'none-and-others': ({ label }) => `Dewiswch yr hyn sy’n berthnasol, neu nad oes dim yn berthnasol, ond nid y ddau: ${label}`,
    'too-few': ({ kind, values }) => (kind === 'group' ? `Ychwanegwch o leiaf ${values.min}` : `Dewiswch o leiaf ${values.min}`),
    'too-many': ({ kind, values }) => (kind === 'group' ? `Ychwanegwch ddim mwy na ${values.max}` : `Dewiswch ddim mwy na ${values.max}`),
    'not-an-email': () => 'Rhowch gyfeiriad e-bost yn y fformat cywir, fel enw@enghraifft.com',
    'not-a-phone-number': () => 'Rhowch rif ffôn, fel 01632 960 001 neu 07700 900 982',
    'not-an-address': ({ name }) => `${name}: rhaid rhoi cyfeiriad`,
    'address-incomplete': () => 'Rhowch linell gyntaf y cyfeiriad, sef yr adeilad a’r stryd fel arfer',
    'not-a-postcode': () => 'Rhowch god post llawn yn y Deyrnas Unedig, fel AA3 1AB',
    'not-a-place': ({ name }) => `${name}: rhaid rhoi lle`,
    'not-a-grid-reference': () => 'Rhowch gyfeirnod grid, fel SU 123 456',
    'not-national-insurance': () => 'Rhowch rif Yswiriant Gwladol yn y fformat cywir, fel QQ 12 34 56 C',
    'not-nhs': () => 'Rhowch rif GIG go iawn: 10 rhif, fel 999 123 4560',
    'not-company': () => 'Rhowch rif cwmni: 8 nod, fel 01234567 neu SC123456',
    'not-charity': () => 'Rhowch rif elusen, fel 123456 neu SC012345',
    'not-vehicle': () => 'Rhowch rif cofrestru cerbyd, fel AB51 ABC',
    'not-vat': () => 'Rhowch rif cofrestru TAW go iawn: 9 rhif',
    'not-an-organisation': ({ name }) => `${name}: rhaid rhoi sefydliad`,
    'organisation-incomplete': () => 'Rhowch enw’r sefydliad',
    'not-an-organisation-number': () => 'Rhowch rif cwmni neu elusen, neu gadewch ef yn wag',
    'not-a-list': ({ name }) => `${name}: rhaid rhoi rhestr`,
    'not-an-entry': ({ name }) => `${name}: rhaid i bob cofnod fod yn set o atebion`,
    'unknown-question': () => 'Nid yw hwn yn un o gwestiynau’r gwasanaeth',
    'not-an-answer': ({ name }) => `${name}: rhaid ateb eto`,
  },
}

function partOf(missing: string | number | undefined): keyof typeof parts {
  return missing === 'month' || missing === 'year' ? missing : 'day'
}
