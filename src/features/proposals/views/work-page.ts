/** The page on which staff deal with one suggestion: the exact change, trying it, its effects, and hiding or closing it. */
import type { Language } from '#core/definition/index.ts'
import { checksWordsFor } from '#features/services/index.ts'
import { path } from '#http/language.ts'
import { button } from '#ui/components/button.ts'
import { details } from '#ui/components/details.ts'
import { errorSummary } from '#ui/components/error-summary.ts'
import { fieldset } from '#ui/components/fieldset.ts'
import { input } from '#ui/components/input.ts'
import { radios } from '#ui/components/radios.ts'
import { select } from '#ui/components/select.ts'
import { textarea } from '#ui/components/textarea.ts'
import { form } from '#ui/form.ts'
import { html, type Html } from '#ui/html.ts'
import { renewing } from '#ui/renewing.ts'
import { wordsIn } from '#ui/words/index.ts'
import { effectKinds, type Hiding, type Proposal, Rule, stateOf, ways } from '../domain/index.ts'
import { deskWordsFor, wordsFor } from '../words/index.ts'
import { changesView } from './changes.ts'
import { checksView, type DraftFound } from './checks.ts'
import { paragraphs, quoted, stateTags, titleOf } from './parts.ts'

export type WorkPage = {
  readonly lang: Language
  readonly csrf: string
  readonly today: string
  readonly proposal: Proposal
  readonly service: string
  /** The languages the council speaks in. */
  readonly languages: readonly Language[]
  readonly mayWork: boolean
  readonly mayModerate: boolean
  /** True for whoever hid it: somebody else hears the appeal. */
  readonly isOwnHiding: boolean
  /** True for one of the two who answer for the service. */
  readonly isOneOfTheTwo: boolean
  readonly isOutdated: boolean
  readonly gates?: Html | undefined
  readonly checks?: DraftFound | undefined
  readonly examples?: Html | undefined
  readonly trial?: Html | undefined
  /** What can be chosen before it is tried. */
  readonly choice?: Html | undefined
  readonly isTrialGoingOn: boolean
  readonly isTrialDone: boolean
  readonly isTrialPublished: boolean
  readonly fault?: string | undefined
}

export function workPage(view: WorkPage): Html {
  const { lang, proposal, service, fault, mayWork, mayModerate } = view
  const desk = deskWordsFor(lang)
  const at = (rest: string) => path(lang, `/suggestions/${proposal.id}${rest}`)
  return html`${fault !== undefined && errorSummary({ titleText: wordsIn(lang).errorSummaryTitle, errorList: [{ text: fault }] })}
<span class="govuk-caption-l">${service}</span>
<h1 class="govuk-heading-l">${titleOf(proposal, lang, service)}</h1>
<p class="govuk-body">${stateTags(proposal, view)} <a class="govuk-link" href="${at('')}">${desk.publicPage}</a></p>
${view.isOneOfTheTwo && stateOf(proposal) === 'changed' && button({ text: desk.decideLink, href: staffPath(view, '/decide') })}
${proposal.text !== undefined && quoted(proposal.text, proposal.lang)}
${proposal.hiding ? hidingOf(view, proposal.hiding) : dealing(view)}
${mayWork && stateOf(proposal) === 'suggested' && declineForm(view)}
${mayModerate && !proposal.hiding && hideForm(view)}`
}

function staffPath({ lang, proposal }: WorkPage, rest: string): string {
  return path(lang, `/staff/suggestions/${proposal.id}${rest}`)
}

function dealing(view: WorkPage): Html {
  const { lang, proposal, mayWork } = view
  const desk = deskWordsFor(lang)
  const { content } = proposal
  const isOpen = stateOf(proposal) === 'suggested' || stateOf(proposal) === 'changed'
  const href = path(lang, `/suggestions/${proposal.id}/change`)
  const link =
    mayWork &&
    isOpen &&
    html`<p class="govuk-body"><a class="govuk-link" href="${href}">${content ? desk.exactFurther : desk.exactLink}</a></p>`
  return html`<h2 class="govuk-heading-m">${desk.exactTitle}</h2>
${content ? changesView(content, lang) : html`<p class="govuk-body">${desk.exactNone}</p>`}${link}
${
  content &&
  html`${mayWork && view.isOutdated && isOpen && rebaseForm(view)}
<h2 class="govuk-heading-m">${desk.gatesTitle}</h2>${view.gates}
${view.checks && html`<h2 class="govuk-heading-m">${checksWordsFor(lang).draft}</h2>${checksView({ lang, proposal, root: mayWork && isOpen ? href : undefined }, view.checks)}`}
${view.examples && html`<h3 class="govuk-heading-s">${desk.examplesTitle}</h3>${view.examples}`}
${trying(view)}
${mayWork && isOpen && effectsForm(view)}`
}`
}

function rebaseForm(view: WorkPage): Html {
  const desk = deskWordsFor(view.lang)
  const content = button({ text: desk.rebaseButton, classes: 'govuk-button--secondary', preventDoubleClick: true })
  return html`<div class="govuk-inset-text"><p class="govuk-body">${desk.rebaseBody}</p>${form({ action: staffPath(view, '/rebase'), csrf: view.csrf, content })}</div>`
}

function trying(view: WorkPage): Html {
  const { lang, csrf, trial, choice, isTrialPublished, isTrialGoingOn, isTrialDone, mayWork, proposal } = view
  const desk = deskWordsFor(lang)
  const isOpen = stateOf(proposal) === 'changed'
  const tryButton = button({ text: trial ? desk.tryAgain : desk.tryButton, classes: 'govuk-button--secondary', preventDoubleClick: true })
  const publish = button({ text: desk.tryPublish, preventDoubleClick: true })
  const tried = html`${trial ? html`<p class="govuk-body"><strong>${isTrialPublished ? desk.tryPublished : desk.tryStaffOnly}</strong></p>${trial}` : html`<p class="govuk-body">${desk.tryBody}</p>`}
${trial && mayWork && !isTrialPublished && isTrialDone && form({ action: staffPath(view, '/publish-trial'), csrf, content: publish })}
${mayWork && isOpen && !isTrialGoingOn && form({ action: staffPath(view, '/try'), csrf, content: [choice, tryButton] })}`
  return html`<h2 class="govuk-heading-m">${desk.tryTitle}</h2>
${renewing('tried', isTrialGoingOn, tried)}`
}

function effectsForm(view: WorkPage): Html {
  const { lang, csrf, proposal } = view
  const desk = deskWordsFor(lang)
  const { hours, pounds } = proposal.savings
  const content = [
    effectKinds.map((kind) => effectFields(view, kind)),
    number('hours', { label: desk.hours, hint: desk.hoursHint, value: hours }),
    number('pounds', { label: desk.pounds, hint: desk.poundsHint, value: pounds }),
    button({ text: desk.effectsButton, classes: 'govuk-button--secondary', preventDoubleClick: true }),
  ]
  return details({
    summaryText: desk.effectsTitle,
    open: proposal.effects.length === 0,
    html: html`<p class="govuk-body">${desk.effectsLead}</p>${form({ action: staffPath(view, '/effects'), csrf, content })}`,
  })
}

function effectFields({ lang, proposal, languages }: WorkPage, kind: (typeof effectKinds)[number]): Html {
  const [words, desk] = [wordsFor(lang), deskWordsFor(lang)]
  const known = proposal.effects.find((effect) => effect.kind === kind)
  const content = html`${select({
    id: `way-${kind}`,
    name: `way-${kind}`,
    label: { text: desk.effectWay },
    value: known?.way ?? 'unknown',
    items: ways.map((way) => ({ value: way, text: words.ways[way] })),
  })}${languages.map((language) =>
    input({
      id: `effect-${kind}-${language}`,
      name: `effect-${kind}-${language}`,
      label: { text: languages.length > 1 ? `${desk.effectWords} (${wordsIn(language).languageName})` : desk.effectWords },
      value: known?.words[language],
      attributes: { lang: language },
    }),
  )}`
  return fieldset({ legend: { text: words.effectKinds[kind], classes: 'govuk-fieldset__legend--s' }, html: content })
}

function number(name: string, { label, hint, value }: { label: string; hint: string; value?: number | undefined }): Html {
  return input({
    id: name,
    name,
    label: { text: label, classes: 'govuk-label--s' },
    hint: { text: hint },
    classes: 'govuk-input--width-10',
    inputmode: 'numeric',
    value: value === undefined ? '' : String(value),
  })
}

function declineForm(view: WorkPage): Html {
  const desk = deskWordsFor(view.lang)
  const content = [
    textarea({ id: 'reasons', name: 'reasons', rows: 4, label: { text: desk.declineReasons, classes: 'govuk-label--s' } }),
    button({ text: desk.declineButton, classes: 'govuk-button--secondary', preventDoubleClick: true }),
  ]
  return details({ summaryText: desk.declineTitle, html: form({ action: staffPath(view, '/decline'), csrf: view.csrf, content }) })
}

function hideForm(view: WorkPage): Html {
  const [words, desk] = [wordsFor(view.lang), deskWordsFor(view.lang)]
  const content = [
    radios({
      name: 'rule',
      idPrefix: 'rule',
      fieldset: { legend: { text: desk.hideRule, classes: 'govuk-fieldset__legend--s' } },
      items: Rule.options.map((rule) => ({ value: rule, text: words.rules[rule] })),
    }),
    textarea({ id: 'note', name: 'note', rows: 2, label: { text: desk.hideNote, classes: 'govuk-label--s' } }),
    button({ text: desk.hideButton, classes: 'govuk-button--warning', preventDoubleClick: true }),
  ]
  return details({ summaryText: desk.hideTitle, html: form({ action: staffPath(view, '/hide'), csrf: view.csrf, content }) })
}

function hidingOf(view: WorkPage, { rule, note, appeal, upheld }: Hiding): Html {
  const [words, desk] = [wordsFor(view.lang), deskWordsFor(view.lang)]
  return html`<h2 class="govuk-heading-m">${words.hiddenTitle}</h2>
<p class="govuk-body"><strong>${words.rules[rule]}</strong></p>${note !== '' && paragraphs(note)}
${appeal && html`<h2 class="govuk-heading-m">${desk.appealTitle}</h2>${appeal.text !== undefined && quoted(appeal.text, view.proposal.lang)}`}
${upheld && html`<p class="govuk-body">${words.upheld}</p>`}
${view.mayModerate && !upheld && (view.isOwnHiding ? html`<p class="govuk-body">${desk.appealOwn}</p>` : judgeForm(view))}`
}

function judgeForm(view: WorkPage): Html {
  const desk = deskWordsFor(view.lang)
  const content = html`${textarea({ id: 'note', name: 'note', rows: 3, label: { text: desk.judgeNote, classes: 'govuk-label--s' } })}
<div class="govuk-button-group">${button({ text: desk.judgeShow, name: 'shown', value: 'yes' })}${button({ text: desk.judgeKeep, name: 'shown', value: 'no', classes: 'govuk-button--secondary' })}</div>`
  return form({ action: staffPath(view, '/judge'), csrf: view.csrf, content })
}
