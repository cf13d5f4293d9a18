/** The part of a record that shows its example people: what each said and what the rules say for them. */
import { formatDate } from '#core/value/date-words.ts'
import { summaryList } from '#ui/components/summary-list.ts'
import { html, type Html } from '#ui/html.ts'
import type { Example } from '../domain/index.ts'
import { wordsFor, type Words } from '../words/index.ts'
import type { RecordView } from './view.ts'

export function examplesSection({ lang, record }: RecordView): Html {
  const words = wordsFor(lang)
  const { people } = record.examples
  if (people.length === 0) return html`<p class="govuk-body">${words.examplesNone}</p>`
  return html`<p class="govuk-body">${words.examplesBody(people.length)}</p>
<div class="example-people">${people.map((one) => exampleOf(one, { lang, words }))}</div>`
}

function exampleOf(
  { id, title, today, said, result, fee, reasons }: Example,
  { lang, words }: { readonly lang: RecordView['lang']; readonly words: Words },
): Html {
  const rows = said.map(({ question, answer }) => ({ key: { text: question }, value: { html: html`${lines(answer)}` } }))
  return html`<details class="example-person">
<summary><span class="example-person__who">${title}</span><span class="example-person__result">${result ?? words.open}${fee !== undefined && html` · ${words.feeOf} ${fee}`}</span></summary>
<p class="govuk-body example-person__day" id="example-${id}">${words.on(formatDate(today, lang))}</p>
${summaryList({ rows, classes: 'govuk-summary-list--no-border' })}
${reasons.length > 0 && html`<p class="govuk-body"><strong>${words.why}:</strong> ${reasons.join(' ')}</p>`}
</details>`
}

function lines(text: string): readonly Html[] {
  return text.split('\n').map((line, index) => html`${index > 0 && html`<br>`}${line}`)
}
