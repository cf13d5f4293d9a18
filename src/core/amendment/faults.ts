/** The single place for why an edit cannot be made, in both languages, with the way out. */
import type { AmendmentFault } from './amendment.ts'

/** `name` is what was asked for and `known` what there is instead. */
export const faults = {
  notFound: (name: string, known: readonly string[]): AmendmentFault => ({
    code: 'not-found',
    message: { en: `The service has no “${name}”.`, cy: `Nid oes gan y gwasanaeth “${name}”.` },
    help: {
      en: known.length === 0 ? 'Choose one that it has.' : `Choose one of: ${known.slice(0, 30).join(', ')}.`,
      cy: known.length === 0 ? 'Dewiswch un sydd ganddo.' : `Dewiswch un o’r rhain: ${known.slice(0, 30).join(', ')}.`,
    },
  }),
  alreadyThere: (name: string): AmendmentFault => ({
    code: 'already-there',
    message: { en: `There is a “${name}” already.`, cy: `Mae “${name}” yno eisoes.` },
    help: { en: 'Give it another name.', cy: 'Rhowch enw arall iddo.' },
  }),
  unchanged: (): AmendmentFault => ({
    code: 'unchanged',
    message: { en: 'It is like this already.', cy: 'Mae fel hyn eisoes.' },
    help: { en: 'Say what should be different.', cy: 'Dywedwch beth ddylai fod yn wahanol.' },
  }),
  missingWords: (language: 'en' | 'cy'): AmendmentFault => ({
    code: 'missing-words',
    message:
      language === 'cy'
        ? { en: 'The Welsh words are missing.', cy: 'Mae’r geiriau Cymraeg ar goll.' }
        : { en: 'The English words are missing.', cy: 'Mae’r geiriau Saesneg ar goll.' },
    help: {
      en: 'Give the words in every language of the service.',
      cy: 'Rhowch y geiriau ym mhob un o ieithoedd y gwasanaeth.',
    },
  }),
  noOptions: (name: string): AmendmentFault => ({
    code: 'no-options',
    message: { en: `“${name}” has no answers to choose from.`, cy: `Nid oes gan “${name}” atebion i ddewis ohonynt.` },
    help: { en: 'Choose a question that has.', cy: 'Dewiswch gwestiwn sydd â rhai.' },
  }),
  lastOne: (): AmendmentFault => ({
    code: 'too-few',
    message: { en: 'There would be too few left.', cy: 'Byddai rhy ychydig ar ôl.' },
    help: {
      en: 'A choice needs two answers, and a service one question. Add one first, or take the whole question out.',
      cy: 'Mae angen dau ateb ar ddewis, ac un cwestiwn ar wasanaeth. Ychwanegwch un yn gyntaf, neu tynnwch y cwestiwn cyfan.',
    },
  }),
  noLimit: (limit: string, kind: string): AmendmentFault => ({
    code: 'no-such-limit',
    message: { en: `A question of this kind (${kind}) has no ${limit}.`, cy: `Nid oes gan gwestiwn o’r math hwn (${kind}) ${limit}.` },
    help: { en: 'Choose a limit that it has.', cy: 'Dewiswch derfyn sydd ganddo.' },
  }),
  wrongValue: (value: string | number, example: string): AmendmentFault => ({
    code: 'wrong-value',
    message: { en: `“${value}” cannot stand here.`, cy: `Ni all “${value}” sefyll yma.` },
    help: { en: `Write it like ${example}.`, cy: `Ysgrifennwch ef fel ${example}.` },
  }),
  notWhole: (): AmendmentFault => ({
    code: 'not-whole',
    message: {
      en: 'With this change it would no longer be a whole service.',
      cy: 'Gyda’r newid hwn ni fyddai’n wasanaeth cyfan mwyach.',
    },
    help: {
      en: 'Look at how long the words are and how many answers and questions are left.',
      cy: 'Edrychwch ar hyd y geiriau ac ar nifer yr atebion a’r cwestiynau sydd ar ôl.',
    },
  }),
  /** What a check says is for those who write definitions and is in English. */
  notSound: (message: string, help: string): AmendmentFault => ({
    code: 'not-sound',
    message: {
      en: `The service would no longer hold together: ${ended(message)}`,
      cy: `Ni fyddai’r gwasanaeth yn dal at ei gilydd mwyach. Yn Saesneg: ${ended(message)}`,
    },
    help: { en: ended(help), cy: ended(help) },
  }),
  /** `call` says what is read, and what reads it, as people call them. */
  stillRead: (call: (language: 'en' | 'cy') => { readonly name: string; readonly readers: readonly string[] }): AmendmentFault => ({
    code: 'still-read',
    message: {
      en: `${call('en').name} is still needed by: ${call('en').readers.join(', ')}.`,
      cy: `Mae angen ${call('cy').name} o hyd ar: ${call('cy').readers.join(', ')}.`,
    },
    help: {
      en: 'Change those first so that they no longer need it.',
      cy: 'Newidiwch y rheini yn gyntaf fel nad oes ei angen arnynt mwyach.',
    },
  }),
} as const

function ended(sentence: string): string {
  return /[.?!]$/.test(sentence) ? sentence : `${sentence}.`
}
