/** The single place that lays out a service as what a call handler reads: what to say, what to ask, where to go on. */
import type { QuestionKind } from '#core/definition/model/question.ts'
import { insetText } from '../components/inset-text.ts'
import { html, type Html } from '../html.ts'
import { prose } from '../markdown.ts'
import { goTo, type OutlinePage, type OutlineQuestion, type OutlineSection } from '../outline.ts'
import { filled, type Language, type Words, wordsIn } from '../words/index.ts'

/** Everything is in the caller's language. */
export interface PhoneScript {
  readonly lang: Language
  readonly service: string
  /** Markdown: the greeting, and what happens to what the caller says. */
  readonly opening: string
  readonly sections: readonly OutlineSection[]
  /** Markdown: what happens next. */
  readonly closing: string
}

/** The content of a page for staff, under a heading of its own. */
export function phoneScript(script: PhoneScript): Html {
  const words = wordsIn(script.lang)
  return html`<div class="script" lang="${script.lang}">
<h1 class="govuk-heading-l">${script.service}</h1>
${spoken(script.opening, words)}
${script.sections.map((section) => sectionOf(section, words))}
${spoken(script.closing, words)}
</div>`
}

function spoken(source: string, words: Words): Html {
  return insetText({ classes: 'script__say', html: html`<p class="script__cue">${words.scriptSay}</p>${prose(source)}` })
}

function sectionOf(section: OutlineSection, words: Words): Html {
  return html`<section>
<h2 class="govuk-heading-m">${section.title}</h2>
${section.pages.map((page) => pageOf(page, words))}
</section>`
}

function pageOf(page: OutlinePage, words: Words): Html {
  return html`${page.onlyIf && html`<p class="script__branch"><strong>${words.scriptOnlyIf}</strong> ${page.onlyIf}. ${words.otherwise} ${goTo(page.otherwiseTo, words)}.</p>`}
${page.body && spoken(page.body, words)}
<ol class="script__questions">${page.questions.map((question) => questionOf(question, words))}</ol>`
}

function questionOf(item: OutlineQuestion, words: Words): Html {
  const { number, text, question, onlyIf, directions = [] } = item
  const note = notes[question.kind]
  return html`<li class="script__question" id="question-${number}">
<span class="script__number">${number}</span>
<div>
${onlyIf && html`<p class="script__branch"><strong>${words.scriptOnlyIf}</strong> ${onlyIf}.</p>`}
<p class="script__ask"><span class="script__cue">${words.scriptAsk}</span> ${text.label}</p>
${question.optional && html`<p class="script__note">${words.scriptOptional}</p>`}
${text.statement !== undefined && html`<div class="script__statement">${prose(text.statement)}</div>`}
${text.hint && html`<p class="script__help"><strong>${words.scriptHelp}:</strong> ${text.hint}</p>`}
${options(item, words)}
${note && html`<p class="script__note"><strong>${words.scriptNote}:</strong> ${words[note]}</p>`}
${item.members && html`<p class="script__note">${words.scriptRepeat}</p><ol class="script__questions">${item.members.map((member) => questionOf(member, words))}</ol>`}
${directions.map(({ answer, to }) => html`<p class="script__branch">${filled(words.ifAnswer, { answer })} ${to === undefined ? words.goToEnd : html`<a class="govuk-link" href="#question-${to}">${goTo(to, words)}</a>`}.</p>`)}
</div>
</li>`
}

/** What a call handler needs to know to note down the answer. */
const notes: Partial<Readonly<Record<QuestionKind, keyof Words>>> = {
  money: 'scriptMoney',
  date: 'scriptDate',
  month: 'scriptMonth',
  number: 'scriptNumber',
  address: 'scriptAddress',
  email: 'scriptSpell',
  phone: 'scriptReadBack',
  identifier: 'scriptSpell',
  organisation: 'scriptSpell',
  declaration: 'scriptReadStatement',
}

function options({ text, question }: OutlineQuestion, words: Words): Html | undefined {
  if (question.kind !== 'one-of' && question.kind !== 'many-of') return undefined
  const instruction = question.kind === 'one-of' ? words.scriptOptions : words.scriptManyOptions
  return html`<p class="script__note">${instruction}:</p>
<ul class="govuk-list govuk-list--bullet">${text.options.map(({ label, hint }) => html`<li>${label}${hint && html` <span class="visually-quiet">(${hint})</span>`}</li>`)}</ul>`
}
