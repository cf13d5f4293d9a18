/** The single place that knows how each kind of question stands on paper. */
import type { QuestionKind } from '#core/definition/model/question.ts'
import { html, type Html, type Renderable } from '../html.ts'
import { prose } from '../markdown.ts'
import { type Direction, goTo, type OutlineQuestion } from '../outline.ts'
import type { QuestionOf } from '../questions/view.ts'
import { filled, type Words } from '../words/index.ts'
import { comb, tick, writingArea, writingLine } from './mark.ts'

export function paperQuestion(item: OutlineQuestion, words: Words): Html {
  const { number, question, text, onlyIf } = item
  const optional = question.optional ? html` <span class="paper-optional">(${words.optional})</span>` : undefined
  return html`<div class="paper-question">
  <div class="paper-question__number">${number}</div>
  <div class="paper-question__body">
    ${onlyIf && html`<p class="paper-only-if"><strong>${words.onlyIf}</strong> ${onlyIf}.</p>`}
    <p class="paper-question__label">${text.label}${optional}</p>
    ${text.hint && html`<p class="paper-hint">${text.hint}</p>`}
    ${drawn(question, item, words)}
    ${(item.directions ?? []).map((direction) => directionOf(direction, words))}
  </div>
</div>`
}

function directionOf({ answer, to }: Direction, words: Words): Html {
  return html`<p class="paper-direction">${filled(words.ifAnswer, { answer })} ${goTo(to, words)}.</p>`
}

type Marks<Kind extends QuestionKind> = (item: OutlineQuestion, words: Words, question: QuestionOf[Kind]) => Renderable

const marks: { readonly [Kind in QuestionKind]: Marks<Kind> } = {
  text: (_item, _words, { max }) => writingLine(max <= 30 ? 'half' : 'full'),
  'long-text': (_item, words, { max }) => html`${writingArea(max > 500 ? 7 : 4)}<p class="paper-hint">${words.moreOnPaper}</p>`,
  number: (_item, _words, { max }) => comb([Math.min(max === undefined ? 5 : String(max).length, 8)]),
  money: () => html`<span class="pounds">£</span>${comb([6])}<span class="pounds">.</span>${comb([2])}`,
  date: (_item, words) => dated([2, 2, 4], [words.day, words.month, words.year]),
  month: (_item, words) => dated([2, 4], [words.month, words.year]),
  'yes-no': ({ text }, words) =>
    choices(
      (['yes', 'no'] as const).map((id) => ({ label: text.options.find((option) => option.id === id)?.label ?? words[id] })),
      words.tickOne,
      'row',
    ),
  'one-of': ({ text }, words) => choices(text.options, words.tickOne, 'column'),
  'many-of': ({ text }, words) => choices(text.options, words.tickAll, 'column'),
  email: () => writingLine(),
  phone: () => comb([11]),
  address: (_item, words) => html`${writingLine()}${writingLine()}${writingLine('half')}${labelled(words.postcode, comb([4, 3]))}`,
  place: (_item, words) =>
    html`${writingArea(2)}${labelled(words.placePostcode, comb([4, 3]))}${labelled(words.placeGrid, comb([2, 4, 4]))}`,
  identifier: (_item, _words, { scheme }) => comb(groups[scheme]),
  organisation: (_item, words) => html`${writingLine()}${labelled(words.organisationNumber, comb([8]))}`,
  declaration: ({ text }) =>
    html`${text.statement !== undefined && html`<div class="paper-statement paper-prose">${prose(text.statement)}</div>`}<p class="paper-choice">${tick()} ${text.label}</p>`,
  group: (item, words, question) => copies(item, words, question.max),
}

/** How each national identifier is usually grouped. */
const groups = {
  'national-insurance': [2, 2, 2, 2, 1],
  nhs: [3, 3, 4],
  company: [8],
  charity: [8],
  vehicle: [4, 3],
  vat: [2, 3, 4, 2],
} as const

function drawn<Kind extends QuestionKind>(
  question: QuestionOf[Kind] & { readonly kind: Kind },
  item: OutlineQuestion,
  words: Words,
): Renderable {
  const draw: Marks<Kind> = marks[question.kind]
  return draw(item, words, question)
}

function dated(cells: readonly number[], names: readonly string[]): Html {
  return html`<span class="dated">${cells.map((count, index) => html`<span>${comb([count])}<small>${names[index]}</small></span>`)}</span>`
}

function labelled(name: string, content: Html): Html {
  return html`<p class="paper-labelled"><span>${name}</span>${content}</p>`
}

function choices(
  options: readonly { readonly label: string; readonly hint?: string }[],
  instruction: string,
  direction: 'row' | 'column',
): Html {
  return html`<p class="paper-instruction">${instruction}</p>
<ul class="paper-choices paper-choices--${direction}">${options.map(
    ({ label, hint }) => html`<li class="paper-choice">${tick()} <span>${label}${hint && html` <small>${hint}</small>`}</span></li>`,
  )}</ul>`
}

/** Room for three, or fewer where fewer are accepted; more go on another sheet. */
const mostCopies = 3

function copies(item: OutlineQuestion, words: Words, max: number): Html {
  const count = Math.min(max, mostCopies)
  const copy = (index: number) => html`<div class="paper-copy">
<h3>${filled(words.copyFor, { what: item.text.one ?? '', count: index + 1 })}</h3>
${(item.members ?? []).map((member) => paperQuestion(member, words))}
</div>`
  return html`${Array.from({ length: count }, (_, index) => copy(index))}${max > count && html`<p class="paper-hint">${words.moreOnPaper}</p>`}`
}
