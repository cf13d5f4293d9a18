/** The page that asks: its questions, what is wrong with the answers, and the way on. */
import type { AnswerFault, FormFields, Question, QuestionText, Wording } from '#core/definition/index.ts'
import type { WalkedPage } from '#core/journey/index.ts'
import { button } from '#ui/components/button.ts'
import { insetText } from '#ui/components/inset-text.ts'
import { form } from '#ui/form.ts'
import { html, type Html } from '#ui/html.ts'
import { prose } from '#ui/markdown.ts'
import { fieldId, type GroupMember, questionView } from '#ui/questions/index.ts'
import type { Language } from '#ui/words/index.ts'
import { shownField } from '../domain/index.ts'
import { wordsFor } from '../words/index.ts'
import { enterKey } from './enter-key.ts'
import { faultSummary } from './faults.ts'
import { choicesOf, type FoundAddresses } from './found.ts'

export type QuestionPage = {
  readonly lang: Language
  readonly csrf: string
  /** When it was first shown, for its form to say. */
  readonly shownAt: string
  readonly wording: Wording
  readonly page: WalkedPage
  readonly typed: FormFields
  readonly faults: readonly AnswerFault[]
  readonly found?: FoundAddresses | undefined
  readonly members?: readonly GroupMember[] | undefined
  readonly addHref?: string | undefined
  /** Where “Save and come back later” leads; staff have none. */
  readonly saveHref?: string | undefined
  /** True where an answer stands there that was given for an earlier case. */
  readonly isCarried?: boolean | undefined
  /** Links to what else one may do about this page. */
  readonly invites?: Html | undefined
}

/** The question page under its own address, to which it posts. */
export function questionPage(view: QuestionPage): Html {
  const { wording, page, faults, lang } = view
  const { title, body } = wording.page(page.page.id)
  const [only] = page.questions
  const isHeading = page.questions.length === 1 && only !== undefined && body === undefined && wording.question(only.id).label === title
  return html`${faultSummary(
    lang,
    faults.map((fault) => ({ text: wording.fault(fault), field: fieldOf(page.questions, fault) })),
  )}
<span class="govuk-caption-l">${wording.section(page.page.section)}</span>
${!isHeading && html`<h1 class="govuk-heading-l">${title}</h1>`}
${body !== undefined && prose(body)}
${view.isCarried && insetText({ text: wordsFor(lang).carriedNote })}
${form({ csrf: view.csrf, content: [enterKey(page.questions), shownMark(view.shownAt), page.questions.map((question) => asked(view, question, isHeading)), wayOn(view)] })}
${view.invites}`
}

/** Says when the page was first shown, so that it is known how long its questions take. It stays what it is while the page is shown again. */
export function shownMark(at: string): Html {
  return html`<input type="hidden" name="${shownField}" value="${at}">`
}

function asked(view: QuestionPage, question: Question, isPageHeading: boolean): Html {
  const faults = view.faults.filter((fault) => fault.question === question.id)
  const text = view.wording.question(question.id)
  return questionView({
    question,
    text: offered(question, text),
    name: question.id,
    typed: view.typed,
    error: faults[0] && view.wording.fault(faults[0]),
    wrongParts: partsOf(faults),
    lang: view.lang,
    isPageHeading,
    found: choicesOf(view.found?.get(question.id)),
    members: view.members,
    addHref: view.addHref,
  })
}

/** The words of the question with those of the options this person is offered. */
export function offered(question: Question, text: QuestionText): QuestionText {
  if (question.kind !== 'one-of' && question.kind !== 'many-of') return text
  const options = text.options.filter(({ id }) => question.options.some((option) => option.id === id))
  return options.length === text.options.length ? text : { ...text, options }
}

/** The parts of an answer that are named as wrong; undefined where none is, and all of it is. */
export function partsOf(faults: readonly AnswerFault[]): readonly string[] | undefined {
  const parts = faults.flatMap(({ part }) => (part === undefined ? [] : [part]))
  return parts.length > 0 ? parts : undefined
}

function fieldOf(questions: readonly Question[], fault: AnswerFault): string {
  const question = questions.find(({ id }) => id === fault.question)
  return question ? fieldId(question, question.id, partsOf([fault])) : fault.question
}

function wayOn({ lang, saveHref }: QuestionPage): Html {
  const words = wordsFor(lang)
  return html`<div class="govuk-button-group">
${button({ text: words.continue, preventDoubleClick: true })}
${saveHref && html`<a class="govuk-link" href="${saveHref}">${words.saveForLater}</a>`}
</div>`
}
