/** The single place that says in words, in English and in Welsh, what an example person was to get and what they got. */
import type { Language } from '#core/definition/model/names.ts'
import type { Wording } from '#core/definition/wording.ts'
import { formatMoney, parseMoney } from '#core/value/money.ts'
import { figure, type Mismatch } from './mismatch.ts'

/** One thing, what was expected of it and what came. Plain sentences, to be escaped by whoever shows them. */
export type ToldMismatch = { readonly what: string; readonly expected: string; readonly came: string }

const said = {
  en: {
    pages: 'Pages asked',
    faults: 'Errors',
    exit: 'Ends before sending',
    outcome: 'Decision',
    fee: 'To pay',
    'reason-count': 'Number of reasons',
    reason: 'Reason',
    none: 'none',
    error: 'an error',
    day: 'The day it happens on',
    noValue: 'no longer worked out',
    value: 'a figure',
  },
  cy: {
    pages: 'Tudalennau a ofynnir',
    faults: 'Gwallau',
    exit: 'Yn gorffen cyn anfon',
    outcome: 'Penderfyniad',
    fee: 'I’w dalu',
    'reason-count': 'Nifer y rhesymau',
    reason: 'Rheswm',
    none: 'dim',
    error: 'gwall',
    day: 'Y diwrnod y mae’n digwydd',
    noValue: 'ddim yn cael ei gyfrifo mwyach',
    value: 'ffigur',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>

/** Says it in the language of the words. Pages, outcomes and figures are called as people know them. */
export function tellMismatch(mismatch: Mismatch, wording: Wording): ToldMismatch {
  const words = said[wording.language]
  const tell = (what: string, show: (side: 'expected' | 'came') => string): ToldMismatch => ({
    what,
    expected: show('expected'),
    came: show('came'),
  })
  switch (mismatch.what) {
    case 'pages':
      return tell(words.pages, (side) =>
        listed(
          mismatch[side].map((id) => wording.page(id).title),
          words.none,
        ),
      )
    case 'faults':
      return tell(words.faults, (side) =>
        listed(
          mismatch[side].map((fault) => faultWords(fault, wording)),
          words.none,
        ),
      )
    case 'exit':
      return tell(words.exit, (side) => wordsOr(mismatch[side], (id) => wording.exit(id).title, words.none))
    case 'outcome':
      return tell(words.outcome, (side) => wordsOr(mismatch[side], (id) => wording.outcome(id).label, words.none))
    case 'fee':
      return tell(words.fee, (side) => wordsOr(mismatch[side], inPounds, words.none))
    case 'reason-count':
      return tell(words['reason-count'], (side) => String(mismatch[side]))
    case 'reason':
      return tell(words.reason, (side) => mismatch[side] ?? words.none)
    case 'value':
      return tell(wording.calculation(mismatch.id), (side) => valueWords(mismatch, mismatch[side], wording))
    case 'no-such-value':
      return { what: mismatch.id.replaceAll('_', ' '), expected: words.value, came: words.noValue }
    case 'not-a-day':
      return { what: words.day, expected: words.day, came: mismatch.today }
  }
}

function wordsOr(value: string | null, words: (value: string) => string, none: string): string {
  return value === null ? none : words(value)
}

function inPounds(amount: string): string {
  const pence = parseMoney(amount)
  return pence === undefined ? amount : formatMoney(pence)
}

function valueWords({ id, isMoney }: { readonly id: string; readonly isMoney: boolean }, value: unknown, wording: Wording): string {
  if (value === null || value === undefined) return said[wording.language].none
  return wording.result(id, value) ?? figure(value, { isMoney })
}

/** A scenario names no figures of a fault (at most how many), so that a sentence which needs one is not made. */
function faultWords({ question, code }: { readonly question: string; readonly code: string }, wording: Wording): string {
  const sentence = wording.fault({ question, code: code.replaceAll('_', '-') })
  const isWhole = !/undefined|NaN/.test(sentence)
  return isWhole ? sentence : `${wording.question(question).short}: ${said[wording.language].error}`
}

function listed(items: readonly string[], none: string): string {
  return items.length === 0 ? none : items.join(', ')
}
