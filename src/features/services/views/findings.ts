/** The single place that shows what a proof found of a service: each finding with its example person or what contradicts itself, and what is certain. */
import type { Language } from '#core/definition/index.ts'
import type { AnswerTold, PersonTold } from '#core/proof/index.ts'
import { details } from '#ui/components/details.ts'
import { summaryList } from '#ui/components/summary-list.ts'
import { table } from '#ui/components/table.ts'
import { tag } from '#ui/components/tag.ts'
import { html, type Html } from '#ui/html.ts'
import { tableScroll } from '#ui/table-scroll.ts'
import type { FoundTold, Place, ProofTold } from '../domain/index.ts'
import { checksWordsFor, type ChecksWords } from '../words/index.ts'

/** Where whoever reads may change the place or read the rule; undefined where they cannot. */
export type Ways = {
  /** The number of the first one, where others stand before it on the page; 0 unless given. */
  readonly from?: number
  readonly mend?: ((place: Place) => string | undefined) | undefined
  readonly read?: ((place: Place) => string | undefined) | undefined
}

/** The address on its page of one finding, counted from 0. */
export function findingAt(place: number): string {
  return `finding-${place + 1}`
}

/** What must be mended and what is worth a look, each under its heading of the second level; a sentence where there is nothing. */
export function findingsView(findings: readonly FoundTold[], lang: Language, ways: Ways = {}): Html {
  const words = checksWordsFor(lang)
  if (findings.length === 0) return html`<p class="govuk-body">${words.nothing}</p>`
  const shown = findings.map((found, at) => ({ isFault: found.isFault, said: findingOf(found, at, { words, ways }) }))
  const part = (title: string, body: string, isFault: boolean) => {
    const own = shown.filter((one) => one.isFault === isFault)
    return own.length > 0 && html`<h2 class="govuk-heading-m">${title}</h2><p class="govuk-body">${body}</p>${own.map(({ said }) => said)}`
  }
  return html`${part(words.faults, words.faultsBody, true)}${part(words.looks, words.looksBody, false)}`
}

/** The findings alone, for a page that has its own heading. */
export function findingsList(findings: readonly FoundTold[], lang: Language, ways: Ways = {}): Html {
  const words = checksWordsFor(lang)
  return html`${findings.map((found, at) => findingOf(found, at + (ways.from ?? 0), { words, ways }))}`
}

/** What is proved, counted, and what could not be told, each with why. */
export function certaintyView({ certain, open }: ProofTold, lang: Language): Html {
  const words = checksWordsFor(lang)
  return html`<p class="govuk-body">${words.certainBody}</p>
<ul class="govuk-list govuk-list--bullet">${certain.map(({ code, count }) => html`<li>${words.claims[code](count)}</li>`)}</ul>
${
  open.length === 0
    ? html`<p class="govuk-body">${words.openNone}</p>`
    : html`<h3 class="govuk-heading-s">${words.open}</h3><p class="govuk-body">${words.openBody}</p><ul class="govuk-list govuk-list--bullet">${open.map(({ says, why }) => html`<li>${says} ${why}</li>`)}</ul>`
}`
}

type Telling = { readonly words: ChecksWords; readonly ways: Ways }

function findingOf({ says, help, isFault, example, conflict, place }: FoundTold, at: number, { words, ways }: Telling): Html {
  const sign = tag({ text: isFault ? words.fault : words.look, classes: isFault ? 'govuk-tag--red' : 'govuk-tag--yellow' })
  const links = [
    { href: ways.mend?.(place), text: words.mend },
    { href: ways.read?.(place), text: words.read },
  ].flatMap(({ href, text }) =>
    href === undefined
      ? []
      : [html` <a class="govuk-link" href="${href}">${text}<span class="govuk-visually-hidden"> (${at + 1})</span></a>`],
  )
  return html`<div class="found${isFault && ' found--fault'}" id="${findingAt(at)}" tabindex="-1">
<p class="found__says">${sign} ${says}</p>
${conflict.length > 0 && html`<p class="found__lead">${words.conflict}</p><ul class="govuk-list govuk-list--bullet">${conflict.map((part) => html`<li>${part}</li>`)}</ul>`}
${example && exampleOf(example, { says, isFault, words })}
<p class="found__help"><strong>${words.whatToDo}</strong> ${help}${links}</p>
</div>
`
}

function exampleOf(example: PersonTold, { says, isFault, words }: { says: string; isFault: boolean; words: ChecksWords }): Html {
  const { day, said, furtherDay } = example
  const isPair = furtherDay !== undefined || said.some(({ further }) => further !== undefined)
  const content = isPair
    ? bothSides(example, says, words)
    : summaryList({ rows: said.map((one) => rowOf(one, words)), classes: 'found__person' })
  return details({
    summaryText: isPair ? words.bothSides(day) : words.exampleOn(day),
    open: isFault,
    html: said.length === 0 && !isPair ? html`<p class="govuk-body">${words.anybody}</p>` : content,
  })
}

function rowOf({ question, answer }: AnswerTold, words: ChecksWords) {
  return { key: { text: question }, value: { html: lines(answer ?? words.notAsked) } }
}

/** Somebody and whoever stands one step further, with what is different between them in strong letters. */
function bothSides({ said, day, furtherDay }: PersonTold, says: string, words: ChecksWords): Html {
  const days = furtherDay === undefined ? [] : [{ question: words.day, answer: day, further: furtherDay }]
  const rows = [...days, ...said].map(({ question, answer, further, isNotAskedFurther }: AnswerTold) => [
    { text: question },
    { html: lines(answer ?? words.notAsked) },
    further === undefined && isNotAskedFurther === undefined
      ? { html: html`<span class="found__same">${words.same}</span>` }
      : { html: html`<strong>${lines(further ?? words.notAsked)}</strong>` },
  ])
  const name = words.bothSidesOf(says)
  const head = [words.question, words.person, words.further].map((text) => ({ text }))
  return tableScroll(name, table({ caption: name, captionClasses: 'govuk-visually-hidden', firstCellIsHeader: true, head, rows }))
}

function lines(text: string): Html {
  const each = text.trim().split('\n')
  return html`${each.map((line, at) => html`${at > 0 && html`<br>`}${line}`)}`
}
