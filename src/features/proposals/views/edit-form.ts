/** The single place that asks for one typed edit: the fields of each kind, in every language of the service. */
import { details } from '#ui/components/details.ts'
import { input } from '#ui/components/input.ts'
import { insetText } from '#ui/components/inset-text.ts'
import { radios } from '#ui/components/radios.ts'
import { select } from '#ui/components/select.ts'
import { textarea } from '#ui/components/textarea.ts'
import { html, type Html } from '#ui/html.ts'
import { toldRule } from '#ui/rules/told.ts'
import { conditionsFor, findQuestion, optionsOf, startsFor, type Target, type Typed } from '../domain/index.ts'
import { editWordsFor } from '../words/index.ts'
import { conditionWords, optionLabel, questionText, rulesUsing, type Workshop } from './workshop.ts'

export type Asked = { readonly target: Target; readonly typed: Typed }
type Fields = (workshop: Workshop, asked: Asked) => Html | readonly Html[]

/** The fields an edit needs, filled with what stands there or what was typed. */
export function editFields(workshop: Workshop, asked: Asked): Html {
  return html`${fields[asked.target.edit](workshop, asked)}`
}

/** The id of the first field of an edit, for the summary of what is wrong. */
export function firstField({ now }: Workshop, { edit }: Target): string {
  const [first = 'en'] = now.service.languages
  const names: Partial<Record<Target['edit'], string>> = {
    reword: `to-${first}`,
    'add-option': `label-${first}`,
    'ask-when': 'when',
    'set-constant': 'to',
    'set-limit': 'to',
    'set-clock': 'count',
    'set-fee': 'is',
    'start-with': 'from',
    reorder: 'after',
  }
  return names[edit] ?? 'look'
}

const fields: Readonly<Record<Target['edit'], Fields>> = {
  reword: (workshop, { typed }) => textsFor(workshop, typed, { name: 'to' }),
  'drop-question': ({ lang }) => insetText({ text: editWordsFor(lang).dropQuestionBody }),
  'drop-option': ({ lang }) => insetText({ text: editWordsFor(lang).dropOptionBody }),
  'add-option': (workshop, { target, typed }) => {
    const words = editWordsFor(workshop.lang)
    return [
      ...textsFor(workshop, typed, { name: 'label', label: words.newAnswer }),
      ...textsFor(workshop, typed, { name: 'hint', label: words.newHint }),
      placeField(workshop, {
        options: optionsOf(workshop.now, target.part),
        question: target.part,
        value: typed['after'] ?? 'last',
        hasLast: true,
      }),
    ]
  },
  'ask-when': whenField,
  'set-limit': limitField,
  'start-with': startField,
  'set-constant': figureField,
  'set-clock': ({ lang }, { typed }) => {
    const words = editWordsFor(lang)
    return html`<div class="edit-length">${input({ id: 'count', name: 'count', inputmode: 'numeric', classes: 'govuk-input--width-4', label: { text: words.within, classes: 'govuk-label--s' }, value: typed['count'] })}
${select({
  id: 'unit',
  name: 'unit',
  label: { text: words.within, classes: 'govuk-visually-hidden' },
  value: typed['unit'],
  items: (['WD', 'D', 'M', 'Y'] as const).map((unit) => ({ value: unit, text: words.units[unit] })),
})}</div>`
  },
  'set-fee': feeField,
  reorder: (workshop, { target, typed }) => {
    const at = target.part.lastIndexOf('.')
    const [question, own] = [target.part.slice(0, at), target.part.slice(at + 1)]
    const options = optionsOf(workshop.now, question)
    const before = options[options.indexOf(own) - 1] ?? ''
    return placeField(workshop, {
      options: options.filter((one) => one !== own),
      question,
      value: typed['after'] ?? before,
      hasLast: false,
    })
  },
}

/** One field for each language of the service, each saying which. */
function textsFor({ now, lang }: Workshop, typed: Typed, { name, label }: { name: string; label?: string }): readonly Html[] {
  const words = editWordsFor(lang)
  const isAlone = now.service.languages.length === 1
  return now.service.languages.map((language) =>
    textarea({
      id: `${name}-${language}`,
      name: `${name}-${language}`,
      rows: 2,
      label: {
        text: [label, isAlone ? undefined : words.inLanguage[language]].filter(Boolean).join(' – ') || words.edits.reword,
        classes: 'govuk-label--s',
      },
      value: typed[`${name}-${language}`],
      attributes: { lang: language },
    }),
  )
}

type Place = { readonly options: readonly string[]; readonly question: string; readonly value: string; readonly hasLast: boolean }

function placeField(workshop: Workshop, { options, question, value, hasLast }: Place): Html {
  const words = editWordsFor(workshop.lang)
  const items = [
    ...(hasLast ? [{ value: 'last', text: words.placeLast }] : []),
    { value: '', text: words.placeFirst },
    ...options.map((option) => ({ value: option, text: words.placeAfter(optionLabel(workshop, question, option)) })),
  ]
  return select({ id: 'after', name: 'after', label: { text: words.place, classes: 'govuk-label--s' }, value, items })
}

function whenField(workshop: Workshop, { target, typed }: Asked): Html {
  const words = editWordsFor(workshop.lang)
  const standing = typed['when'] ?? ''
  const offered = conditionsFor(workshop.now, target.part)
  const items = [
    { value: '', text: words.everybody },
    ...(standing === '' || offered.includes(standing)
      ? []
      : [{ value: standing, text: `${words.asNow}. ${conditionWords(workshop, standing)}` }]),
    ...offered.map((condition) => ({ value: condition, text: conditionWords(workshop, condition) })),
  ]
  return radios({
    name: 'when',
    idPrefix: 'when',
    fieldset: { legend: { text: words.askedIf, classes: 'govuk-fieldset__legend--s' } },
    value: standing,
    items: items.map((item) => ({ ...item, checked: item.value === standing })),
  })
}

function startField(workshop: Workshop, { target, typed }: Asked): Html {
  const words = editWordsFor(workshop.lang)
  const offered = startsFor(workshop.now, target.part)
  const items = [{ value: '', text: words.startEmpty }, ...offered.map((id) => ({ value: id, text: questionText(workshop, id).short }))]
  const label = { text: words.startWith, classes: 'govuk-label--s' }
  return select({ id: 'from', name: 'from', label, hint: { text: words.startHint }, value: typed['from'], items })
}

function limitField({ now, lang }: Workshop, { target, typed }: Asked): Html {
  const words = editWordsFor(lang)
  const at = target.part.lastIndexOf('.')
  const limit = target.part.slice(at + 1)
  const isDate = findQuestion(now, target.part.slice(0, at))?.kind === 'date'
  const label = limit === 'min' || limit === 'earliest' || limit === 'latest' ? words.limits[limit] : words.limits.max
  return input({
    id: 'to',
    name: 'to',
    label: { text: label, classes: 'govuk-label--s' },
    hint: { text: isDate ? `${words.limitHint} ${words.limitDateHint}` : words.limitHint },
    value: typed['to'],
    classes: isDate ? '' : 'govuk-input--width-10',
    spellcheck: false,
  })
}

function figureField(workshop: Workshop, { target, typed }: Asked): Html {
  const { now, lang } = workshop
  const words = editWordsFor(lang)
  const type = now.service.constants[target.part]?.type ?? 'string'
  const field = input({
    id: 'to',
    name: 'to',
    label: { text: words.figure, classes: 'govuk-label--s' },
    hint: { text: words.figureHints[type] },
    prefix: type === 'money' ? { text: '£' } : undefined,
    value: typed['to'],
    classes: 'govuk-input--width-10',
    spellcheck: false,
  })
  const rules = rulesUsing(workshop, target.part)
  if (rules.length === 0) return field
  const told = rules.map(({ label, how }) => html`<h2 class="govuk-heading-s">${label}</h2>${toldRule(how)}`)
  return html`${field}${details({ summaryText: words.usedIn, html: html`${told}`, classes: 'rule-steps' })}`
}

function feeField(workshop: Workshop, { typed }: Asked): Html {
  const { now, wording, prepared, lang } = workshop
  const words = editWordsFor(lang)
  const standing = typed['is'] ?? ''
  const amounts = now.service.calculations.filter(({ id }) => prepared.program.scope.variables[id]?.kind === 'money').map(({ id }) => id)
  const items = [
    { value: '', text: words.feeFree },
    ...(standing === '' || amounts.includes(standing) ? [] : [{ value: standing, text: words.asNow }]),
    ...amounts.map((id) => ({ value: id, text: wording.calculation(id) })),
  ]
  return radios({
    name: 'is',
    idPrefix: 'is',
    fieldset: { legend: { text: words.fee, classes: 'govuk-fieldset__legend--s' } },
    value: standing,
    items: items.map((item) => ({ ...item, checked: item.value === standing })),
  })
}
