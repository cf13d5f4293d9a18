/** The single place that asks which cases a version is tried on, and what the figures are split by. */
import { type Definition, type Language, prepare } from '#core/definition/index.ts'
import type { SplitBy } from '#core/replay/index.ts'
import { partsOf } from '#core/value/calendar-date.ts'
import { checkboxes } from '#ui/components/checkboxes.ts'
import { dateInput } from '#ui/components/date-input.ts'
import { details } from '#ui/components/details.ts'
import { html, type Html } from '#ui/html.ts'
import { wordsIn } from '#ui/words/index.ts'
import { type Choice, lastYear, namesOf, type Posted, splitsOf, wordOf } from '../domain/index.ts'
import { deskWordsFor, wordsFor } from '../words/index.ts'
import { Caller } from './tables.ts'

/** `posted` is what was typed where it could not be taken. */
export type ChoiceForm = {
  readonly caller: Caller
  readonly offered: readonly SplitBy[]
  readonly chosen: Choice
  readonly posted?: Posted | undefined
}

export function choiceFields({ caller, offered, chosen, posted }: ChoiceForm): Html {
  const { lang } = caller
  const desk = deskWordsFor(lang)
  const standing = partsOf(chosen.since)
  const since = dateInput({
    id: 'since',
    namePrefix: 'since',
    fieldset: { legend: { text: desk.since, classes: 'govuk-fieldset__legend--s' } },
    hint: { text: desk.sinceHint },
    errorMessage: posted && { text: desk.sinceFault, visuallyHiddenText: wordsIn(lang).error },
    items: (['day', 'month', 'year'] as const).map((part) => ({
      name: part,
      label: wordsIn(lang)[part],
      value: posted?.get(`since-${part}`) ?? standing[part],
      classes: `govuk-input--width-${part === 'year' ? 4 : 2}`,
    })),
  })
  const splits = posted ? posted.all('split') : chosen.splits
  const item = (by: SplitBy) => ({ value: by, text: nameOf(by, caller), checked: splits.includes(by) })
  const isAsked = (by: SplitBy) => by.startsWith('answer ')
  const own = offered.filter(isAsked)
  return html`${since}
${checkboxes({
  name: 'split',
  idPrefix: 'split',
  classes: 'govuk-checkboxes--small',
  fieldset: { legend: { text: desk.splits, classes: 'govuk-fieldset__legend--s' } },
  items: offered.filter((by) => !isAsked(by)).map(item),
})}
${
  own.length > 0 &&
  details({
    summaryText: desk.splitsByAnswer,
    open: own.some((by) => splits.includes(by)),
    html: checkboxes({
      name: 'split',
      idPrefix: 'split-answer',
      classes: 'govuk-checkboxes--small',
      fieldset: { legend: { text: desk.splitsByAnswer, classes: 'govuk-visually-hidden' } },
      items: own.map(item),
    }),
  })
}`
}

/** The same for a version that has not been tried yet, folded away: all cases of the last twelve months, by area and by how people applied. */
export function firstChoice(
  to: Definition,
  lang: Language,
  { today, posted }: { readonly today: string; readonly posted?: Posted | undefined },
): Html {
  const prepared = prepare(to)
  const chosen: Choice = { since: lastYear(today).since, splits: ['area', 'channel'] }
  const fields = choiceFields({ caller: new Caller(lang, namesOf(prepared, prepared)), offered: splitsOf(prepared), chosen, posted })
  return details({ summaryText: deskWordsFor(lang).choose, open: posted !== undefined, html: fields })
}

function nameOf(by: SplitBy, caller: Caller): string {
  const say = wordsFor(caller.lang)
  return by === 'area' || by === 'channel' || by === 'month' ? say.split[by] : caller.question(wordOf(by))
}
