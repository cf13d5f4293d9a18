/** The page that asks for one entry of a group, and the one that asks whether to remove it. */
import type { AnswerFault, FormFields, GroupQuestion, SimpleQuestion, Wording } from '#core/definition/index.ts'
import { button } from '#ui/components/button.ts'
import { insetText } from '#ui/components/inset-text.ts'
import { form } from '#ui/form.ts'
import { html, type Html } from '#ui/html.ts'
import { fieldId, questionView } from '#ui/questions/index.ts'
import type { Language } from '#ui/words/index.ts'
import { memberName } from '../domain/index.ts'
import { wordsFor } from '../words/index.ts'
import { enterKey } from './enter-key.ts'
import { faultSummary } from './faults.ts'
import { choicesOf, type FoundAddresses } from './found.ts'
import { offered, partsOf, shownMark } from './question-page.ts'

export type EntryPage = {
  readonly lang: Language
  readonly csrf: string
  /** When it was first shown, for its form to say. */
  readonly shownAt: string
  readonly wording: Wording
  readonly group: GroupQuestion
  /** From 0. */
  readonly index: number
  readonly typed: FormFields
  readonly faults: readonly AnswerFault[]
  readonly found: FoundAddresses
  /** Ids of the questions asked, as far as the answers go. */
  readonly asked: readonly string[]
  /** Whether what was just answered made one more be asked. */
  readonly isMore: boolean
  /** Links to what else one may do about this page. */
  readonly invites?: Html | undefined
}

/** How an entry is called: “Item 2”. */
export function entryTitle({ lang, wording, group, index }: Pick<EntryPage, 'lang' | 'wording' | 'group' | 'index'>): string {
  const words = wordsFor(lang)
  return words.entryTitle(wording.question(group.id).one ?? words.entryFallback, index + 1)
}

export function entryPage(view: EntryPage): Html {
  const { lang, wording, group, index } = view
  const words = wordsFor(lang)
  const shown = view.faults.map((fault) => ({ text: wording.fault(fault), field: fieldOf(group, index, fault) }))
  const members = group.of.filter(({ id }) => view.asked.includes(id))
  return html`${faultSummary(lang, shown)}
<span class="govuk-caption-l">${wording.question(group.id).short}</span>
<h1 class="govuk-heading-l">${entryTitle(view)}</h1>
${view.isMore && insetText({ text: words.entryMore, attributes: { role: 'status' } })}
${form({
  csrf: view.csrf,
  content: [
    enterKey(members),
    shownMark(view.shownAt),
    members.map(({ id }) => html`<input type="hidden" name="asked" value="${id}">`),
    members.map((member) => memberView(view, member)),
    button({ text: words.continue, preventDoubleClick: true }),
  ],
})}
${view.invites}`
}

function memberView(view: EntryPage, member: SimpleQuestion): Html {
  const { group, index, wording } = view
  const faults = view.faults.filter(({ path }) => path?.[1] === member.id)
  const text = wording.question(group.id).of(member.id)
  return questionView({
    question: member,
    text: offered(member, text),
    name: memberName(group, index, member.id),
    typed: view.typed,
    error: faults[0] && wording.fault(faults[0]),
    wrongParts: partsOf(faults),
    lang: view.lang,
    isPageHeading: false,
    found: choicesOf(view.found.get(memberName(group, index, member.id))),
  })
}

function fieldOf(group: GroupQuestion, index: number, fault: AnswerFault): string {
  const member = group.of.find(({ id }) => id === fault.path?.[1])
  return member ? fieldId(member, memberName(group, index, member.id), partsOf([fault])) : group.id
}

/** Asks before an entry is removed. `title` names it. */
export function removePage({ lang, csrf, title, listHref }: { lang: Language; csrf: string; title: string; listHref: string }): Html {
  const words = wordsFor(lang)
  const content = html`<div class="govuk-button-group">
${button({ text: words.remove, classes: 'govuk-button--warning', preventDoubleClick: true })}
<a class="govuk-link" href="${listHref}">${words.keep}</a>
</div>`
  return html`<h1 class="govuk-heading-l">${words.removeTitle(title)}</h1>${form({ csrf, content })}`
}
