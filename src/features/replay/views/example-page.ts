/** The single place for the page of one case of a trial: what both versions make of it, beside one another. */
import { type Prepared, wordsIn } from '#core/definition/index.ts'
import type { StepPair } from '#core/replay/index.ts'
import { decidingFirst, type StepSaid, StepTelling } from '#core/telling/index.ts'
import { formatDate } from '#core/value/date-words.ts'
import { formatMoney } from '#core/value/money.ts'
import { path } from '#http/language.ts'
import type { Ctx } from '#http/route.ts'
import type { Content } from '#http/shell.ts'
import { details } from '#ui/components/details.ts'
import { insetText } from '#ui/components/inset-text.ts'
import { summaryList } from '#ui/components/summary-list.ts'
import { html, type Html } from '#ui/html.ts'
import { type Pair, pairs } from '#ui/pair.ts'
import { toldRule } from '#ui/rules/told.ts'
import { trace } from '#ui/trace.ts'
import type { Example, TrialRun } from '../domain/index.ts'
import { deskWordsFor, wordsFor } from '../words/index.ts'
import { Caller } from './tables.ts'

export type ExamplePage = { readonly run: TrialRun; readonly example: Example }

export function examplePage({ lang }: Ctx, { run, example }: ExamplePage): Content {
  const desk = deskWordsFor(lang)
  const { past, reference } = example
  const view = new ExampleView(new Caller(lang, run.names), example)
  const main = html`<h1 class="govuk-heading-l">${desk.exampleTitle}</h1>
<p class="govuk-body">${desk.exampleOf(reference, formatDate(past.today, lang))} <a class="govuk-link" href="${path(lang, `/staff/cases/${past.id}`)}">${desk.exampleOpen}</a></p>
${past.madeUp === true && insetText({ text: desk.exampleMadeUp })}
${view.lead()}
${example.isSomeHidden && insetText({ text: desk.exampleHidden })}
${view.result()}${view.way()}${view.asked()}${view.answers()}`
  return { title: desk.exampleTitle, main, wide: true, backLink: { href: path(lang, `/staff/trials/${run.id}`), text: desk.exampleBack } }
}

type Said = {
  readonly pair: StepPair
  readonly before?: StepSaid | undefined
  readonly after?: StepSaid | undefined
  readonly isOtherRule: boolean
}

class ExampleView {
  readonly #caller: Caller
  readonly #example: Example
  readonly #heads: { readonly before: string; readonly after: string }

  constructor(caller: Caller, example: Example) {
    this.#caller = caller
    this.#example = example
    const { before, after } = wordsFor(caller.lang)
    this.#heads = { before, after }
  }

  /** In a sentence what changes, or why nobody can tell. */
  lead(): Html {
    const desk = deskWordsFor(this.#caller.lang)
    const { difference } = this.#example
    if (difference.state === 'cant-tell') {
      const lacks = difference.lacks.map(({ question, because }) => html`<li>${desk.lacks[because](this.#caller.question(question))}</li>`)
      return html`<p class="govuk-body"><strong>${desk.cantTell}</strong></p><ul class="govuk-list govuk-list--bullet">${lacks}</ul>`
    }
    const [from, to] = [difference.from, difference.to].map(({ outcome }) => this.#caller.outcome(outcome))
    const said = from === to ? (difference.isChanged ? desk.stays : desk.same)(to ?? '') : desk.becomes(from ?? '', to ?? '')
    return html`<p class="govuk-body-l">${said}</p>`
  }

  /** Nothing where nobody can tell. */
  result(): Html | undefined {
    const { difference } = this.#example
    if (difference.state === 'cant-tell') return undefined
    const desk = deskWordsFor(this.#caller.lang)
    const { from, to } = difference
    const row = (name: string, before: string, after: string): Pair => ({
      name,
      ...(before === after ? {} : { mark: desk.different }),
      before: html`<p class="govuk-body pair__value">${before}</p>`,
      after: html`<p class="govuk-body pair__value">${after}</p>`,
    })
    const fee = (pence: number | null) => (pence === null ? desk.noFee : formatMoney(pence))
    const person = (isNeeded: boolean) => (isNeeded ? desk.yes : desk.no)
    const rows = [
      row(desk.proposed, this.#caller.outcome(from.outcome), this.#caller.outcome(to.outcome)),
      ...(from.fee === null && to.fee === null ? [] : [row(desk.fee, fee(from.fee), fee(to.fee))]),
      row(desk.person, person(from.needsPerson), person(to.needsPerson)),
    ]
    return html`<h2 class="govuk-heading-m">${desk.result}</h2>${pairs({ heads: this.#heads, pairs: rows })}`
  }

  /** Steps that come to something else or by another rule; all others are folded away, and the results are above. */
  way(): Html {
    const desk = deskWordsFor(this.#caller.lang)
    const said = this.#steps().filter(({ pair: { kind }, isOtherRule }) => isOtherRule || (kind !== 'outcome' && kind !== 'fee'))
    const isApart = ({ pair, isOtherRule }: Said) => pair.isChanged || isOtherRule
    const apart = said.filter(isApart).map(({ pair, before, after }): Pair => {
      const mark = pair.isChanged ? desk.different : desk.otherRule
      return { name: after?.name ?? before?.name ?? '', mark, before: this.#step(before), after: this.#step(after) }
    })
    const same = said.filter((one) => !isApart(one)).flatMap(({ after }) => after ?? [])
    const heads = { step: desk.step, value: desk.value, reads: desk.reads }
    const table = trace({ caption: desk.sameWay(same.length), heads, steps: same })
    return html`<h2 class="govuk-heading-m">${desk.way}</h2>
${apart.length === 0 ? html`<p class="govuk-body">${desk.wayNone}</p>` : pairs({ heads: this.#heads, pairs: apart })}
${same.length > 0 && details({ summaryText: desk.sameWay(same.length), html: table, classes: 'rule-steps' })}`
  }

  /** What only one of the two asks. */
  asked(): Html {
    const desk = deskWordsFor(this.#caller.lang)
    const { before, after } = this.#example.asked
    const only = { before: before.filter((id) => !after.includes(id)), after: after.filter((id) => !before.includes(id)) }
    const list = (ids: readonly string[]) =>
      html`<ul class="govuk-list govuk-list--bullet">${ids.map((id) => html`<li>${this.#caller.question(id)}</li>`)}</ul>`
    const one = (head: string, ids: readonly string[]) => ids.length > 0 && html`<h3 class="govuk-heading-s">${head}</h3>${list(ids)}`
    const isSame = only.before.length + only.after.length === 0
    return html`<h2 class="govuk-heading-m">${desk.asked}</h2>
${isSame ? html`<p class="govuk-body">${desk.askedSame(after.length)}</p>` : html`${one(desk.onlyBefore, only.before)}${one(desk.onlyAfter, only.after)}`}`
  }

  answers(): Html {
    const desk = deskWordsFor(this.#caller.lang)
    const { past, sides } = this.#example
    const rows = Object.entries(past.answers).flatMap(([id, answer]) => {
      const { prepared } = [sides.to, sides.from].find((side) => side.prepared.questions.has(id)) ?? sides.to
      const question = prepared.questions.get(id)?.question
      if (question === undefined) return []
      const value = wordsIn(prepared, this.#caller.lang).answer(question, answer)
      return [{ key: { text: this.#caller.question(id) }, value: { html: html`<span class="trace__value">${value}</span>` } }]
    })
    return details({
      summaryText: desk.answers,
      html: html`<p class="govuk-body">${desk.answersNote}</p>${summaryList({ rows })}`,
      classes: 'rule-steps',
    })
  }

  #steps(): readonly Said[] {
    const { sides, steps } = this.#example
    const [before, after] = [this.#telling(sides.from.prepared), this.#telling(sides.to.prepared)]
    return decidingFirst(steps).map((pair): Said => {
      const said = { before: pair.before && before.step(pair.before), after: pair.after && after.step(pair.after) }
      return { pair, ...said, isOtherRule: JSON.stringify(said.before?.how) !== JSON.stringify(said.after?.how) }
    })
  }

  #telling(prepared: Prepared): StepTelling {
    const { proposed, fee, cannotTell, yes, no, today } = deskWordsFor(this.#caller.lang)
    return new StepTelling(prepared, this.#caller.lang, { outcome: proposed, fee, cannotTell, yes, no, today })
  }

  #step(said: StepSaid | undefined): Html {
    if (said === undefined) return html`<p class="govuk-body">${deskWordsFor(this.#caller.lang).notThere}</p>`
    const { value, how, cites = [] } = said
    return html`<p class="govuk-body pair__value">${value}</p>
${how && html`<div class="trace__how">${toldRule(how)}</div>`}${cites.length > 0 && html`<span class="trace__source">${cites.join('; ')}</span>`}`
  }
}
