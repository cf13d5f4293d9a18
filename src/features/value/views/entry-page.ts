/** The single place that shows the forms on which staff enter costs, minutes and benefits. */
import type { Language } from '#core/definition/index.ts'
import { button } from '#ui/components/button.ts'
import { checkboxes } from '#ui/components/checkboxes.ts'
import { dateInput } from '#ui/components/date-input.ts'
import { errorSummary } from '#ui/components/error-summary.ts'
import { input } from '#ui/components/input.ts'
import { radios } from '#ui/components/radios.ts'
import { textarea } from '#ui/components/textarea.ts'
import { form } from '#ui/form.ts'
import { html, type Html } from '#ui/html.ts'
import { wordsIn } from '#ui/words/index.ts'
import { type EntryForm, entryForms, type Field, type FieldName, type Typed } from '../domain/index.ts'
import { wordsFor, type Words } from '../words/index.ts'

export type EntryPage = {
  readonly lang: Language
  readonly csrf: string
  readonly action: string
  readonly which: EntryForm
  /** What it is about: the service, the benefit or the statement. */
  readonly about: string
  readonly typed: Typed
  /** Fields not filled in rightly. */
  readonly faults: readonly Field[]
  /** Why it was refused as a whole. */
  readonly refused?: string | undefined
}

export function entryPage(view: EntryPage): Html {
  const { lang, csrf, action, which, about, faults, refused } = view
  const words = wordsFor(lang)
  const fields: readonly Field[] = entryForms[which]
  const errors = [
    ...(refused === undefined ? [] : [{ text: refused, href: `#${idOf(fields[0])}` }]),
    ...faults.map((field) => ({ text: `${words.staff.labels[field.name]}: ${faultOf(field, words)}`, href: `#${idOf(field)}` })),
  ]
  return html`${errors.length > 0 && errorSummary({ titleText: wordsIn(lang).errorSummaryTitle, errorList: errors })}
<span class="govuk-caption-l">${about}</span>
<h1 class="govuk-heading-l">${words.staff.forms[which].title}</h1>
<p class="govuk-body">${words.staff.forms[which].body}</p>
${form({ action, csrf, content: html`${fields.map((field) => fieldOf(field, view))}${button({ text: words.staff.save, preventDoubleClick: true })}` })}`
}

function idOf(field: Field | undefined): string {
  return field === undefined ? '' : field.kind === 'day' ? `${field.name}-day` : field.name
}

function faultOf(field: Field, { staff }: Words): string {
  return field.name === 'channels' ? staff.channelsFault : staff.faults[field.kind]
}

function fieldOf(field: Field, { lang, typed, faults }: EntryPage): Html {
  const words = wordsFor(lang)
  const { name, kind } = field
  const text = words.staff.labels[name]
  const isWrong = faults.some((fault) => fault.name === name)
  const errorMessage = isWrong ? { text: faultOf(field, words), visuallyHiddenText: wordsIn(lang).error } : undefined
  const hints: Partial<Record<FieldName, string>> = words.staff.hints
  const hint = hints[name] === undefined ? undefined : { text: hints[name] }
  const fieldset = { legend: { text, classes: 'govuk-fieldset__legend--s' } }
  if (kind === 'one') return radios({ name, fieldset, errorMessage, items: itemsOf(field, typed, words) })
  if (kind === 'some') return checkboxes({ name, fieldset, errorMessage, items: itemsOf(field, typed, words) })
  if (kind === 'day') return dayField(field, { lang, typed, fieldset, hint, errorMessage })
  const label = { text, classes: 'govuk-label--s' }
  if (kind === 'text') return textarea({ id: name, name, label, hint, errorMessage, rows: 3, value: typed.get(name) })
  const isShort = kind !== 'line'
  return input({
    name,
    label,
    hint,
    errorMessage,
    value: typed.get(name),
    ...(isShort && { classes: 'govuk-input--width-10', spellcheck: false, inputmode: 'decimal' }),
    ...(kind === 'money' && { prefix: { text: '£' } }),
    ...(kind === 'percent' && { suffix: { text: '%' } }),
  })
}

type DayField = {
  readonly lang: Language
  readonly typed: Typed
  readonly fieldset: { readonly legend: { readonly text: string; readonly classes: string } }
  readonly hint: { readonly text: string } | undefined
  readonly errorMessage: { readonly text: string; readonly visuallyHiddenText: string } | undefined
}

function dayField({ name }: Field, { lang, typed, ...rest }: DayField): Html {
  return dateInput({
    id: name,
    namePrefix: name,
    ...rest,
    items: (['day', 'month', 'year'] as const).map((part) => ({
      name: part,
      label: wordsIn(lang)[part],
      value: typed.get(`${name}-${part}`),
      classes: `govuk-input--width-${part === 'year' ? 4 : 2}`,
    })),
  })
}

function itemsOf({ name, of = [] }: Field, typed: Typed, words: Words) {
  const names = choicesOf(name, words)
  const chosen = typed.all(name)
  return of.map((value) => ({ value, text: names[value] ?? value, checked: chosen.includes(value) }))
}

/** What the options of a field are called. */
function choicesOf(name: FieldName, words: Words): Readonly<Record<string, string>> {
  const all: Partial<Record<FieldName, Readonly<Record<string, string>>>> = {
    per: words.staff.per,
    kind: words.staff.costKinds,
    covers: words.covers,
    driver: words.drivers,
    channels: words.channels,
    confidence: words.confidences,
    work: words.works,
    channel: { ...words.channels, every: words.everyChannel },
    basis: words.bases,
    type: words.types,
    grade: words.grades,
    verdict: words.staff.verdicts,
  }
  return all[name] ?? {}
}
