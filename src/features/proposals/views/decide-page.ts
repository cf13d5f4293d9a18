/** The page on which one of the two who answer for a service weighs a change, declares an interest, and decides. */
import type { Language } from '#core/definition/index.ts'
import { path } from '#http/language.ts'
import { button } from '#ui/components/button.ts'
import { checkboxes } from '#ui/components/checkboxes.ts'
import { details } from '#ui/components/details.ts'
import { errorSummary } from '#ui/components/error-summary.ts'
import { insetText } from '#ui/components/inset-text.ts'
import { radios } from '#ui/components/radios.ts'
import { textarea } from '#ui/components/textarea.ts'
import { form } from '#ui/form.ts'
import { html, type Html } from '#ui/html.ts'
import { wordsIn } from '#ui/words/index.ts'
import { type Bar, effectKinds, type Proposal, type Role } from '../domain/index.ts'
import { deskWordsFor, wordsFor } from '../words/index.ts'

export type DecidePage = {
  readonly lang: Language
  readonly csrf: string
  readonly proposal: Proposal
  readonly role: Role | undefined
  /** What keeps the reader from the matter altogether, or from approving just now. */
  readonly bar?: Bar | undefined
  readonly barNow?: Bar | undefined
  /** Names the exact change that the page shows. */
  readonly seen: string
  /** The page as everybody reads it: the evidence. */
  readonly evidence: Html
  readonly backers: number
  readonly typed: Readonly<Record<string, string>>
  readonly fault?: { readonly text: string; readonly field: string } | undefined
}

export function decidePage(view: DecidePage): Html {
  const { lang, bar, fault, evidence, role, backers } = view
  const [words, desk] = [wordsFor(lang), deskWordsFor(lang)]
  const body = bar ? insetText({ text: desk.bars[bar] }) : role && [deciding(view, role), interestForm(view)]
  return html`${fault && errorSummary({ titleText: wordsIn(lang).errorSummaryTitle, errorList: [{ text: fault.text, href: `#${fault.field}` }] })}
${evidence}
<h2 class="govuk-heading-m">${words.backTitle}</h2>
<p class="govuk-body"><strong>${words.backCount(backers)}</strong></p>
<h2 class="govuk-heading-l" id="decide">${desk.decideTitle}</h2>
${role && html`<p class="govuk-body-l">${desk.decideLead(desk.roles[role])}</p>`}
${body}`
}

function deciding(view: DecidePage, role: Role): Html {
  const isWeighed = view.proposal.regards.some((regard) => regard.role === role)
  return html`${regardForm(view, isWeighed)}${isWeighed && verdictForm(view)}`
}

function staffPath({ lang, proposal }: DecidePage, rest: string): string {
  return path(lang, `/staff/suggestions/${proposal.id}${rest}`)
}

function regardForm(view: DecidePage, isWeighed: boolean): Html {
  const { lang, csrf, typed, proposal, role, seen } = view
  const [words, desk] = [wordsFor(lang), deskWordsFor(lang)]
  const known = proposal.regards.find((regard) => regard.role === role)?.regard
  const content = [
    seenField(seen),
    effectKinds.map((kind) =>
      textarea({
        id: `regard-${kind}`,
        name: `regard-${kind}`,
        rows: 3,
        label: { text: words.effectKinds[kind], classes: 'govuk-label--s' },
        hint: { text: desk.regardHints[kind] },
        value: typed[`regard-${kind}`] ?? known?.[kind],
      }),
    ),
    button({ text: desk.regardButton, preventDoubleClick: true, classes: isWeighed ? 'govuk-button--secondary' : '' }),
  ]
  const whole = html`<p class="govuk-body">${desk.regardLead}</p>${form({ action: staffPath(view, '/regard'), csrf, content })}`
  if (isWeighed) return details({ summaryText: desk.regardTitle, html: whole })
  return html`<h2 class="govuk-heading-m">${desk.regardTitle}</h2>${whole}`
}

function verdictForm(view: DecidePage): Html {
  const { lang, csrf, typed, barNow, seen } = view
  const desk = deskWordsFor(lang)
  const mayApprove = barNow === undefined
  const content = [
    seenField(seen),
    radios({
      name: 'verdict',
      idPrefix: 'verdict',
      fieldset: { legend: { text: desk.verdictWhich, classes: 'govuk-fieldset__legend--s' } },
      items: [
        mayApprove && { value: 'approved', text: desk.verdictYes, checked: typed['verdict'] === 'approved' },
        { value: 'refused', text: desk.verdictNo, checked: typed['verdict'] === 'refused' },
      ],
    }),
    textarea({
      id: 'reasons',
      name: 'reasons',
      rows: 5,
      label: { text: desk.verdictReasons, classes: 'govuk-label--s' },
      value: typed['reasons'],
    }),
    checkboxes({
      name: 'no-interest',
      idPrefix: 'no-interest',
      items: [{ value: 'yes', text: desk.verdictInterest, checked: typed['no-interest'] === 'yes' }],
    }),
    button({ text: desk.verdictButton, preventDoubleClick: true }),
  ]
  return html`<h2 class="govuk-heading-m">${desk.verdictTitle}</h2>
${barNow && insetText({ text: desk.bars[barNow] })}
<p class="govuk-body">${desk.verdictBoth}</p>
${form({ action: staffPath(view, '/decide'), csrf, content })}`
}

function seenField(seen: string): Html {
  return html`<input type="hidden" name="seen" value="${seen}">`
}

function interestForm(view: DecidePage): Html {
  const { lang, csrf } = view
  const desk = deskWordsFor(lang)
  const content = [
    textarea({ id: 'interest', name: 'interest', rows: 2, label: { text: desk.interestText, classes: 'govuk-label--s' } }),
    button({ text: desk.interestButton, classes: 'govuk-button--secondary', preventDoubleClick: true }),
  ]
  return details({
    summaryText: desk.interestTitle,
    html: html`<p class="govuk-body">${desk.interestLead}</p>${form({ action: staffPath(view, '/interest'), csrf, content })}`,
  })
}
