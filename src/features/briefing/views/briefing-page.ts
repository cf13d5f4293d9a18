/** The single place that shows a briefing, for reading on a screen and on paper. */
import { path, type Language } from '#http/language.ts'
import type { Content } from '#http/shell.ts'
import { insetText } from '#ui/components/inset-text.ts'
import { tag } from '#ui/components/tag.ts'
import { html, type Html, type Renderable } from '#ui/html.ts'
import { type Briefing, type Line, parts, type Standing } from '../domain/briefing.ts'
import { type Words, wordsFor } from '../words/index.ts'

export type BriefingProps = {
  readonly lang: Language
  readonly briefing: Briefing
  /** Of a frozen one, its id and fingerprint; a draft has none. */
  readonly frozen?: { readonly id: string; readonly digest: string } | undefined
  /** What a draft lets its reader do. */
  readonly action?: Renderable
}

export function briefingPage(props: BriefingProps): Content {
  const { lang, briefing, frozen, action } = props
  const say = wordsFor(lang)
  const { title, from, on, sponsors } = briefing
  const main = html`<article class="briefing">
<h1 class="govuk-heading-xl">${title[lang]}</h1>
<p class="govuk-body-l">${frozen ? say.period(from, on) : say.draft(from, on)}</p>
${sponsors && html`<p class="govuk-body">${say.answers(sponsors.member, sponsors.director)}</p>`}
${briefing.isPreElection && html`<p class="govuk-body">${say.preElection}</p>`}
${briefing.isMadeUp && insetText({ text: say.madeUpNote })}
<p class="govuk-body">${frozen && briefing.figures ? say.linkedFrozen : say.linked}</p>
${parts.map((part) => section(say.part[part], list(briefing.parts[part], props)))}
${section(say.capabilitiesTitle, html`<p class="govuk-body">${say.capabilitiesLead}</p>${capabilityList(props, say)}`)}
${frozen && section(say.frozenBy, html`<p class="govuk-body briefing__digest">${say.digest(frozen.digest)}</p><p class="govuk-body">${say.print}</p>`)}
${action}
</article>`
  return {
    title: title[lang],
    main,
    backLink: { href: path(lang, frozen ? '/briefings' : '/staff/briefings'), text: say.back },
  }
}

function section(title: string, content: Renderable): Html {
  return html`<section class="briefing__part"><h2 class="govuk-heading-m">${title}</h2>${content}</section>`
}

function list(lines: readonly Line[], props: BriefingProps): Html {
  return html`<ul class="govuk-list govuk-list--bullet">${lines.map((line) => html`<li>${sentence(line, props)}</li>`)}</ul>`
}

/** A sentence leads to the entries it rests on; one with a figure of a frozen briefing to that figure as it was. */
function sentence({ words, link }: Line, { lang, briefing, frozen }: BriefingProps): Html {
  if (link === undefined) return html`${words[lang]}`
  const isFrozen = frozen !== undefined && briefing.figures?.some((figure) => figure.link === link)
  return html`<a class="govuk-link" href="${path(lang, isFrozen ? frozenPath(frozen.id, link) : link)}">${words[lang]}</a>`
}

/** Where a figure of a frozen briefing stands as it was. `link` is where it stands as it is today: `/services/<service>/value/<figure>`. */
function frozenPath(id: string, link: string): string {
  const [, , service = '', , figure = ''] = link.split('/')
  return `/briefings/${id}/figures/${service}/${figure}`
}

function capabilityList(props: BriefingProps, say: Words): Html {
  return html`<dl class="govuk-summary-list">${props.briefing.capabilities.map(
    ({ id, standing, lines }) => html`<div class="govuk-summary-list__row">
<dt class="govuk-summary-list__key">${say.capability[id]}<br>${tag({ text: say.standing[standing], classes: colours[standing] })}</dt>
<dd class="govuk-summary-list__value">${list(lines, props)}</dd>
</div>`,
  )}</dl>`
}

const colours: Readonly<Record<Standing, string>> = {
  helped: 'govuk-tag--green',
  'held-back': 'govuk-tag--orange',
  mixed: 'govuk-tag--yellow',
  'no-evidence': 'govuk-tag--grey',
}
