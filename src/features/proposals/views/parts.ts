/** The single place for what several pages of suggested changes show alike: state, title, people's own words, days. */
import type { Language } from '#core/definition/index.ts'
import { formatDate } from '#core/value/date-words.ts'
import { dayInLondon } from '#http/clock.ts'
import { tag } from '#ui/components/tag.ts'
import { html, type Html } from '#ui/html.ts'
import { isOverdue, type Proposal, type State, stateOf } from '../domain/index.ts'
import { wordsFor } from '../words/index.ts'

const colours: Readonly<Record<State, string>> = {
  suggested: 'govuk-tag--yellow',
  changed: 'govuk-tag--blue',
  approved: 'govuk-tag--turquoise',
  released: 'govuk-tag--green',
  refused: 'govuk-tag--grey',
  withdrawn: 'govuk-tag--grey',
  hidden: 'govuk-tag--grey',
}

/** The state, and whether an answer is overdue. */
export function stateTags(proposal: Proposal, { lang, today }: { readonly lang: Language; readonly today: string }): Html {
  const words = wordsFor(lang)
  const state = stateOf(proposal)
  return html`${tag({ text: words.states[state], classes: colours[state] })}${
    isOverdue(proposal, today) && html` ${tag({ text: words.overdue, classes: 'govuk-tag--red' })}`
  }`
}

/** What it is about in one line: the change itself, once there is one. Never what somebody wrote. */
export function titleOf(proposal: Proposal, lang: Language, service: string): string {
  const words = wordsFor(lang)
  const sentences = proposal.content?.words[lang] ?? proposal.content?.words.en ?? []
  const [first, ...more] = sentences
  if (first === undefined) return words.titleOf(proposal.shown[lang] ?? proposal.shown.en ?? service)
  return more.length === 0 ? first : words.titleMore(first, more.length)
}

/** What somebody wrote, as they wrote it and in its language. */
export function quoted(text: string, lang: Language): Html {
  return html`<blockquote class="suggested-words" lang="${lang}">${paragraphs(text)}</blockquote>`
}

/** Paragraphs and lines as they were typed; nothing in them is markup. */
export function paragraphs(text: string): Html {
  return html`${text.split(/\n{2,}/).map((paragraph) => html`<p class="govuk-body">${paragraph.split('\n').map((line, at) => html`${at > 0 && html`<br>`}${line}`)}</p>`)}`
}

/** The day in the United Kingdom of an instant, in words. */
export function dayOf(instant: string, lang: Language): string {
  return formatDate(dayInLondon(new Date(instant)), lang)
}
