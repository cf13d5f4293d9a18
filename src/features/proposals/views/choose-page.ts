/** The pages on which somebody chooses what should be different: a part of the service, and what to do with a question. */
import type { Question, SimpleQuestion } from '#core/definition/index.ts'
import { timeIn } from '#features/services/index.ts'
import { summaryList, type SummaryRow } from '#ui/components/summary-list.ts'
import { html, type Html } from '#ui/html.ts'
import { limitsByKind, optionsOf, startsFor, type Target, wordsAt } from '../domain/index.ts'
import { editWordsFor } from '../words/index.ts'
import { changesView } from './changes.ts'
import { quoted } from './parts.ts'
import { editHref, figureText, optionLabel, questionHref, questionText, type Workshop } from './workshop.ts'

/** Every part of the service that can be changed, and what would change so far. */
export function choosePage(workshop: Workshop): Html {
  const { lang, proposal, now, wording } = workshop
  const words = editWordsFor(lang)
  const { content, text, question } = proposal
  return html`<h1 class="govuk-heading-l">${words.title}</h1>
${text !== undefined && html`<h2 class="govuk-heading-s">${words.theirWords}</h2>${quoted(text, proposal.lang)}`}
${content && html`<h2 class="govuk-heading-m">${words.soFar}</h2>${changesView(content, lang)}`}
<p class="govuk-body">${words.lead}</p>
${question !== undefined && hasQuestion(workshop, question) && html`<h2 class="govuk-heading-m">${words.mentioned}</h2>${summaryList({ rows: [questionRow(workshop, question)] })}`}
<h2 class="govuk-heading-m">${words.questions}</h2>
${now.service.sections.map((section) => html`<h3 class="govuk-heading-s">${wording.section(section.id)}</h3>${summaryList({ rows: section.pages.flatMap(({ questions }) => questions.flatMap((one) => rowsOf(workshop, one))) })}`)}
${figures(workshop)}
${deadlines(workshop)}
${fee(workshop)}`
}

function hasQuestion({ prepared }: Workshop, name: string): boolean {
  return prepared.questions.has(name)
}

function rowsOf(workshop: Workshop, question: Question): readonly SummaryRow[] {
  const members = question.kind === 'group' ? question.of.map(({ id }) => questionRow(workshop, `${question.id}.${id}`)) : []
  return [questionRow(workshop, question.id), ...members]
}

function questionRow(workshop: Workshop, name: string): SummaryRow {
  const { label, options } = questionText(workshop, name)
  return rowFor(workshop, { key: label, value: options.map((option) => option.label).join(' · '), href: questionHref(workshop, name) })
}

function rowFor({ lang }: Workshop, { key, value, href }: { key: string; value: string; href: string }): SummaryRow {
  const { change } = editWordsFor(lang)
  return { key: { text: key }, value: { text: value }, actions: { items: [{ href, text: change, visuallyHiddenText: key }] } }
}

function figures(workshop: Workshop): Html | undefined {
  const { now, wording, lang } = workshop
  const rows = Object.entries(now.service.constants).map(([id, { type, is }]) =>
    rowFor(workshop, {
      key: wording.constant(id),
      value: figureText(type, is),
      href: editHref(workshop, { edit: 'set-constant', part: id }),
    }),
  )
  return rows.length === 0 ? undefined : html`<h2 class="govuk-heading-m">${editWordsFor(lang).figures}</h2>${summaryList({ rows })}`
}

function deadlines(workshop: Workshop): Html | undefined {
  const { now, wording, lang } = workshop
  const rows = now.service.casework.clocks.map(({ id, within }) =>
    rowFor(workshop, { key: wording.clock(id), value: timeIn(lang, within), href: editHref(workshop, { edit: 'set-clock', part: id }) }),
  )
  return rows.length === 0 ? undefined : html`<h2 class="govuk-heading-m">${editWordsFor(lang).deadlines}</h2>${summaryList({ rows })}`
}

function fee(workshop: Workshop): Html {
  const { now, wording, lang } = workshop
  const words = editWordsFor(lang)
  const is = now.service.fee?.is
  const known = now.service.calculations.some(({ id }) => id === is)
  const value = is === undefined ? words.feeFree : known ? wording.calculation(is) : words.feeWorkedOut
  return html`<h2 class="govuk-heading-m">${words.fee}</h2>${summaryList({ rows: [rowFor(workshop, { key: words.fee, value, href: editHref(workshop, { edit: 'set-fee', part: '' }) })] })}`
}

/** What can be done with one question. */
export function questionPage(workshop: Workshop, name: string, question: Question | SimpleQuestion): Html {
  const { lang } = workshop
  const words = editWordsFor(lang)
  const text = questionText(workshop, name)
  const link = (target: Target, said: string) => html`<li><a class="govuk-link" href="${editHref(workshop, target)}">${said}</a></li>`
  return html`<span class="govuk-caption-l">${words.questionTitle}</span>
<h1 class="govuk-heading-l">${text.label}</h1>
<h2 class="govuk-heading-m">${words.edits.reword}</h2>
<ul class="govuk-list">${wordParts(workshop, name).map(({ part, said }) => link({ edit: 'reword', part }, said))}</ul>
${optionsOf(workshop.now, name).length > 0 && answers(workshop, name)}
<h2 class="govuk-heading-m">${words.otherEdits}</h2>
<ul class="govuk-list">
${(limitsByKind[question.kind] ?? []).map((limit) => link({ edit: 'set-limit', part: `${name}.${limit}` }, `${words.edits['set-limit']}: ${words.limits[asLimit(limit)]}`))}
${startsFor(workshop.now, name).length > 0 && link({ edit: 'start-with', part: name }, words.edits['start-with'])}
${!name.includes('.') && link({ edit: 'ask-when', part: name }, words.edits['ask-when'])}
${link({ edit: 'drop-question', part: name }, words.edits['drop-question'])}
</ul>`
}

function asLimit(limit: string): 'min' | 'max' | 'earliest' | 'latest' {
  return limit === 'min' || limit === 'earliest' || limit === 'latest' ? limit : 'max'
}

/** The words of a question that there are, and the hint it may get. */
function wordParts({ now, lang }: Workshop, name: string): readonly { readonly part: string; readonly said: string }[] {
  const words = editWordsFor(lang)
  const [id, member] = name.split('.')
  const root = member === undefined ? `questions.${id}` : `questions.${id}.of.${member}`
  const [first = 'en'] = now.service.languages
  const has = (part: string) => wordsAt(now, first, part.split('.')) !== ''
  return [
    { part: `${root}.label`, said: words.words.label },
    { part: `${root}.hint`, said: words.words.hint },
    ...(has(`${root}.short`) ? [{ part: `${root}.short`, said: words.words.short }] : []),
  ]
}

function answers(workshop: Workshop, name: string): Html {
  const words = editWordsFor(workshop.lang)
  const [id, member] = name.split('.')
  const root = member === undefined ? `questions.${id}` : `questions.${id}.of.${member}`
  const action = (target: Target, said: string, about: string) => ({
    href: editHref(workshop, target),
    text: said,
    visuallyHiddenText: about,
  })
  const rows = optionsOf(workshop.now, name).map((option): SummaryRow => {
    const label = optionLabel(workshop, name, option)
    const items = [
      action({ edit: 'reword', part: `${root}.options.${option}.label` }, words.optionEdits.reword, label),
      action({ edit: 'reorder', part: `${name}.${option}` }, words.optionEdits.reorder, label),
      action({ edit: 'drop-option', part: `${name}.${option}` }, words.optionEdits['drop-option'], label),
    ]
    return { key: { text: label }, actions: { items } }
  })
  return html`<h2 class="govuk-heading-m">${words.answers}</h2>
${summaryList({ rows, classes: 'edit-options' })}
<p class="govuk-body"><a class="govuk-link" href="${editHref(workshop, { edit: 'add-option', part: name })}">${words.edits['add-option']}</a></p>`
}
