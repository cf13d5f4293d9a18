/** One example question of every kind, with its words, for the gallery and for tests of the views. */
import type { Question } from '#core/definition/model/question.ts'
import { Question as QuestionShape } from '#core/definition/model/question.ts'
import type { OptionText, QuestionText } from '#core/definition/words.ts'

export interface Example {
  readonly question: Question
  readonly text: QuestionText
  readonly typed: Readonly<Record<string, readonly string[]>>
}

/** The words of a question; what is not given is empty. */
export function words(label: string, more: Partial<QuestionText> = {}): QuestionText {
  const none: readonly OptionText[] = []
  return { label, short: label, options: none, of: () => words(''), ...more }
}

function example(definition: { readonly id: string; readonly kind: string }, text: QuestionText, typed: Example['typed'] = {}): Example {
  return { question: QuestionShape.parse(definition), text, typed }
}

const sessions = [
  { id: 'morning', label: 'Weekday mornings' },
  { id: 'evening', label: 'Weekday evenings', hint: 'Floodlights cost £4 an hour more.' },
  { id: 'weekend', label: 'Weekends' },
]

function named(id: string, kind: string, more: object = {}): { id: string; kind: string } {
  return { id, kind, ...more }
}

export const examples: readonly Example[] = [
  example(named('full_name', 'text', { fill: 'name' }), words('What is your name?'), { full_name: ['Sam "Ace" O’Neill <b>'] }),
  example(
    named('about', 'long-text', { max: 400, optional: true }),
    words('Is there anything we should know?', { hint: 'For example, about your health or how you get to the courts.' }),
    { about: ['\nI use a wheelchair & need the lower court.'] },
  ),
  example(named('players', 'number', { min: 1, max: 99 }), words('How many people will play?'), { players: ['4'] }),
  example(named('donation', 'money', { optional: true }), words('Would you like to give something towards the nets?'), {
    donation: ['12.50'],
  }),
  example(named('birthday', 'date', { fill: 'bday' }), words('What is your date of birth?', { hint: 'For example, 27 3 1985' }), {
    'birthday-day': ['31'],
    'birthday-month': ['2'],
    'birthday-year': ['1985'],
  }),
  example(named('since', 'month'), words('Since when have you played?'), { 'since-month': ['9'], 'since-year': ['2019'] }),
  example(named('returning', 'yes-no'), words('Have you been a member before?'), { returning: ['yes'] }),
  example(
    named('session', 'one-of', { options: ['morning', 'evening', 'weekend'] }),
    words('When do you mostly want to play?', { options: sessions }),
    {
      session: ['evening'],
    },
  ),
  example(
    named('kit', 'many-of', { options: ['racket', 'balls', 'shoes', 'none'], none: 'none' }),
    words('What do you need to borrow?', {
      options: [
        { id: 'racket', label: 'A racket' },
        { id: 'balls', label: 'Balls' },
        { id: 'shoes', label: 'Shoes' },
        { id: 'none', label: 'Nothing' },
      ],
    }),
    { kit: ['racket', 'shoes'] },
  ),
  example(named('email', 'email'), words('What is your email address?', { hint: 'We only use it about your membership.' }), {
    email: ['sam@example.org'],
  }),
  example(named('phone', 'phone'), words('What is your telephone number?'), { phone: ['01632 960 001'] }),
  example(named('home', 'address'), words('What is your address?'), { 'home-postcode': ['ZZ99 3WZ'] }),
  example(named('where', 'place'), words('Where is the broken fence?'), { 'where-description': ['Mill Lane, by the gate'] }),
  example(named('nino', 'identifier', { scheme: 'national-insurance' }), words('What is your National Insurance number?'), {
    nino: ['QQ123456C'],
  }),
  example(named('employer', 'organisation', { optional: true }), words('Which club did you play for before?'), {
    'employer-name': ['Riverside Tennis'],
  }),
  example(
    named('promise', 'declaration'),
    words('I have read this and it is true', {
      statement: 'By joining, I confirm that:\n\n- what I have told you is **true**\n- I will follow [the rules of the courts](/rules)',
    }),
  ),
  example(
    named('family', 'group', { of: [named('member_name', 'text'), named('child', 'yes-no')], max: 6 }),
    words('Who else is joining?', { one: 'Person', hint: 'Family members pay half.' }),
  ),
]
