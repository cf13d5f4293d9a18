/** The single place for the usual English words for faults in answers, after the GOV.UK Design System’s error messages. */
import type { AnswerWords } from './usual-words.ts'

const parts = { day: 'day', month: 'month', year: 'year' }

/** English. */
export const english: AnswerWords = {
  yes: 'Yes',
  no: 'No',
  confirmed: 'Confirmed',
  outcome: 'Outcome',
  faults: {
    missing: ({ kind, noun, one, label }) => {
      if (kind === 'declaration') return 'Confirm that you agree to continue'
      if (kind === 'group') return `Add at least one ${one ?? 'entry'}`
      const verb = kind === 'yes-no' || kind === 'one-of' || kind === 'many-of' ? 'Select' : 'Enter'
      if (noun !== undefined) return `${verb} ${noun}`
      return verb === 'Select' ? `Select an answer: ${label}` : `Enter an answer: ${label}`
    },
    'not-text': ({ name }) => `${name} must be text`,
    'too-long': ({ name, values }) => `${name} must be ${values.max} characters or fewer`,
    'not-a-number': ({ name }) => `${name} must be a number, like 12`,
    'not-whole': ({ name }) => `${name} must be a whole number`,
    'too-small': ({ name, values }) => `${name} must be ${values.min} or more`,
    'too-large': ({ name, values }) => (values.max === undefined ? `${name} is too large` : `${name} must be ${values.max} or less`),
    'not-money': ({ name }) => `${name} must be an amount of money, like 12.50 or 1,200`,
    'too-many-decimals': ({ name }) => `${name} must have no more than 2 numbers after the decimal point`,
    'date-incomplete': ({ name, values }) => `${name} must include a ${parts[partOf(values.missing)]}`,
    'not-a-date': ({ name }) => `${name} must be a date, like 27 3 2007`,
    'not-a-real-date': ({ name }) => `${name} must be a real date`,
    'year-not-four-digits': () => 'Year must include 4 numbers',
    'too-early': ({ name, values }) => `${name} must be ${values.min} or later`,
    'too-late': ({ name, values }) => `${name} must be ${values.max} or earlier`,
    'not-a-month': ({ name }) => `${name} must be a month, like 3 2007`,
    'not-a-real-month': ({ name }) => `${name} must be a real month`,
    'not-a-choice': ({ label }) => `Select one of the answers offered: ${label}`,
    'none-and-others': ({ label }) => `Select what applies, or that none does, but not both: ${label}`,
    'too-few': ({ kind, one, values }) =>
      kind === 'group' ? `Add at least ${values.min}${one === undefined ? '' : `: ${one}`}` : `Select at least ${values.min}`,
    'too-many': ({ kind, one, values }) =>
      kind === 'group' ? `Add no more than ${values.max}${one === undefined ? '' : `: ${one}`}` : `Select no more than ${values.max}`,
    'not-an-email': () => 'Enter an email address in the correct format, like name@example.com',
    'not-a-phone-number': () => 'Enter a telephone number, like 01632 960 001 or 07700 900 982',
    'not-an-address': ({ name }) => `${name} must be an address`,
    'address-incomplete': () => 'Enter the first line of the address, usually the building and street',
    'not-a-postcode': () => 'Enter a full UK postcode, like AA3 1AB',
    'not-a-place': ({ name }) => `${name} must be a place`,
    'not-a-grid-reference': () => 'Enter a grid reference, like SU 123 456',
    'not-national-insurance': () => 'Enter a National Insurance number in the correct format, like QQ 12 34 56 C',
    'not-nhs': () => 'Enter a real NHS number: 10 numbers, like 999 123 4560',
    'not-company': () => 'Enter a company number: 8 characters, like 01234567 or SC123456',
    'not-charity': () => 'Enter a charity number, like 123456 or SC012345',
    'not-vehicle': () => 'Enter a vehicle registration number, like AB51 ABC',
    'not-vat': () => 'Enter a real VAT registration number: 9 numbers',
    'not-an-organisation': ({ name }) => `${name} must be an organisation`,
    'organisation-incomplete': () => 'Enter the name of the organisation',
    'not-an-organisation-number': () => 'Enter a company or charity number, or leave it empty',
    'not-a-list': ({ name }) => `${name} must be a list`,
    'not-an-entry': ({ name }) => `${name}: each entry must be a set of answers`,
    'unknown-question': () => 'This is not a question of the service',
    'not-an-answer': ({ name }) => `${name} must be answered again`,
  },
}

function partOf(missing: string | number | undefined): keyof typeof parts {
  return missing === 'month' || missing === 'year' ? missing : 'day'
}
