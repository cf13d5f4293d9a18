/** The page of one typed edit: what is asked, what is wrong with it, what it would do, and the button that keeps it. */
import type { AmendmentFault } from '#core/amendment/index.ts'
import type { Language, Nation } from '#core/definition/index.ts'
import type { Lock } from '#core/merge/index.ts'
import { titleIn } from '#core/scenario/index.ts'
import { button } from '#ui/components/button.ts'
import { checkboxes } from '#ui/components/checkboxes.ts'
import { errorSummary } from '#ui/components/error-summary.ts'
import { select } from '#ui/components/select.ts'
import { table } from '#ui/components/table.ts'
import { form } from '#ui/form.ts'
import { html, type Html } from '#ui/html.ts'
import { tableScroll } from '#ui/table-scroll.ts'
import { wordsIn } from '#ui/words/index.ts'
import { type Detail, type Examined, type Example, leftOut, type Stranded } from '../domain/index.ts'
import { editWordsFor, wordsFor } from '../words/index.ts'
import { changesView } from './changes.ts'
import { checksPart, type DraftFound, foundFaults } from './checks.ts'
import { type Effect, effectPart } from './effect.ts'
import { type Asked, editFields, firstField } from './edit-form.ts'
import { editHref, optionLabel, partName, type Workshop } from './workshop.ts'

/** What the name of a field begins with that says what becomes of an example person; their file follows. */
export const becoming = 'become-'

export type EditPage = Asked & {
  readonly workshop: Workshop
  readonly nation: Nation
  /** What is wrong, in words. */
  readonly said?: readonly string[] | undefined
  readonly faults?: readonly AmendmentFault[] | undefined
  readonly lock?: Lock | undefined
  readonly examined?: Examined | undefined
  /** Whether the reader may see what it would do to past cases, and what that is. */
  readonly mayTry: boolean
  readonly effect?: Effect | undefined
  readonly checks?: DraftFound | undefined
  readonly warned?: { readonly details: readonly Detail[]; readonly name: string } | undefined
}

export function editPage(view: EditPage): Html {
  const { workshop, target, lock } = view
  const words = editWordsFor(workshop.lang)
  const content = [
    editFields(workshop, view),
    warning(view),
    button({ text: words.look, name: 'step', value: 'look', id: 'look', classes: 'govuk-button--secondary' }),
    view.mayTry && effectPart(view),
    checksPart(view),
    result(view),
    html`<input type="hidden" name="seq" value="${workshop.proposal.seq}">`,
  ]
  return html`${problems(view)}
<span class="govuk-caption-l">${partName(workshop, target)}</span>
<h1 class="govuk-heading-l">${words.edits[target.edit]}</h1>
${lock ? lockOf(view, lock) : form({ action: editHref(workshop, target), csrf: workshop.csrf, content })}`
}

function problems({ workshop, target, faults = [], said = [], warned, checks }: EditPage): Html | undefined {
  const { lang } = workshop
  const href = `#${firstField(workshop, target)}`
  const list = [
    ...(checks ? foundFaults(checks) : faults.map(({ message, help }) => ({ text: `${message[lang]} ${help[lang]}`, href }))),
    ...said.map((text) => ({ text, href })),
    ...(warned ? [{ text: wordsFor(lang).warnedTitle, href: '#warned' }] : []),
  ]
  return list.length === 0 ? undefined : errorSummary({ titleText: wordsIn(lang).errorSummaryTitle, errorList: list })
}

function warning({ workshop: { lang }, warned }: EditPage): Html | undefined {
  if (!warned) return undefined
  const words = wordsFor(lang)
  return html`<div class="govuk-inset-text"><p class="govuk-body"><strong>${words.warnedTitle}</strong> ${words.warnedBody}</p>
<ul class="govuk-list govuk-list--bullet">${warned.details.map(({ kind, found }) => html`<li><strong>${found}</strong> (${words.details[kind]})</li>`)}</ul>
${checkboxes({ name: 'warned', idPrefix: 'warned', classes: 'govuk-checkboxes--small', items: [{ value: warned.name, text: words.warnedTick }] })}</div>`
}

/** Which law, and who can change it. */
function lockOf({ workshop: { lang }, nation }: EditPage, { law }: Lock): Html {
  const words = editWordsFor(lang)
  return html`<div class="govuk-inset-text"><h2 class="govuk-heading-m">${words.lockTitle}</h2>
<p class="govuk-body">${words.lockBody(law)}</p><p class="govuk-body">${words.lockWho[nation]}</p></div>`
}

function result({ workshop, examined }: EditPage): Html | undefined {
  if (!examined) return undefined
  const { lang } = workshop
  const words = editWordsFor(lang)
  return html`<h2 class="govuk-heading-m" id="result">${words.resultTitle}</h2>
<p class="govuk-body">${words.notYet}</p>
${changesView(examined, lang)}
<h3 class="govuk-heading-s">${words.examplesTitle}</h3>
${examples(workshop, examined.examples)}
${button({ text: words.keep, name: 'step', value: 'keep', preventDoubleClick: true })}`
}

function examples(workshop: Workshop, walked: readonly Example[]): Html {
  const { lang } = workshop
  const words = editWordsFor(lang)
  const differing = walked.filter(({ isAsExpected }) => !isAsExpected)
  if (differing.length === 0) return html`<p class="govuk-body">${words.examplesFine(walked.length)}</p>`
  const items = differing.flatMap((one) => (one.stranded ? [] : [{ value: one.path, text: words.examplesTick(titleIn(one, lang)) }]))
  return html`<p class="govuk-body">${words.examplesLead}</p>${
    items.length > 0 &&
    examplesTable(
      workshop.lang,
      differing.filter(({ stranded }) => !stranded),
    )
  }
${differing.map((one) => one.stranded && becomes(workshop, { path: one.path, title: titleIn(one, lang), stranded: one.stranded }))}
${items.length > 0 && checkboxes({ name: 'expect', idPrefix: 'expect', classes: 'govuk-checkboxes--small', items })}`
}

/** Whoever chose what can no longer be chosen chooses something else, or is left out. */
function becomes(workshop: Workshop, { path, title, stranded }: { path: string; title: string; stranded: Stranded }): Html {
  const words = editWordsFor(workshop.lang)
  const label = (option: string) => optionLabel(workshop, stranded.question, option)
  return select({
    id: `${becoming}${path}`,
    name: `${becoming}${path}`,
    label: { text: words.becomes(title, label(stranded.option)) },
    items: [
      { value: '', text: words.becomesOpen },
      { value: leftOut, text: words.becomesLeftOut },
      ...stranded.others.map((option) => ({ value: option, text: words.becomesAnswer(label(option)) })),
    ],
  })
}

/** Each example person with what they should get and what they would get. */
export function examplesTable(lang: Language, differing: readonly Example[]): Html {
  const words = editWordsFor(lang)
  const head = [words.examplesPerson, words.examplesWhat, words.examplesExpected, words.examplesCame].map((text) => ({ text }))
  const rows = differing.flatMap((one) => {
    const { told } = one
    const differences = told[lang] ?? Object.values(told)[0] ?? []
    return differences.map(({ what, expected, came }) => [{ text: titleIn(one, lang) }, { text: what }, { text: expected }, { text: came }])
  })
  return tableScroll(
    words.examplesTitle,
    table({ caption: words.examplesTitle, captionClasses: 'govuk-visually-hidden', firstCellIsHeader: true, head, rows }),
  )
}
