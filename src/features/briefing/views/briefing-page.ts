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
  /** The fingerprint of a frozen one; a draft has none. */
  readonly digest?: string | undefined
  /** What a draft lets its reader do. */
  readonly action?: Renderable
}

export function briefingPage(props: BriefingProps): Content {
  const { lang, briefing, digest, action } = props
  const say = wordsFor(lang)
  const { title, from, on, sponsors } = briefing
  const main = html`<article class="briefing">
<h1 class="govuk-heading-xl">${title[lang]}</h1>
<p class="govuk-body-l">${digest === undefined ? say.draft(from, on) : say.period(from, on)}</p>
${sponsors && html`<p class="govuk-body">${say.answers(sponsors.member, sponsors.director)}</p>`}
${briefing.isPreElection && html`<p class="govuk-body">${say.preElection}</p>`}
${briefing.isMadeUp && insetText({ text: say.madeUpNote })}
<p class="govuk-body">${say.linked}</p>
${parts.map((part) => section(say.part[part], list(briefing.parts[part], lang)))}
${section(say.capabilitiesTitle, html`<p class="govuk-body">${say.capabilitiesLead}</p>${capabilityList(props, say)}`)}
${digest !== undefined && section(say.frozenBy, html`<p class="govuk-body briefing__digest">${say.digest(digest)}</p><p class="govuk-body">${say.print}</p>`)}
${action}
</article>`
  return {
    title: title[lang],
    main,
    backLink: { href: path(lang, digest === undefined ? '/staff/briefings' : '/briefings'), text: say.back },
  }
}

function section(title: string, content: Renderable): Html {
  return html`<section class="briefing__part"><h2 class="govuk-heading-m">${title}</h2>${content}</section>`
}

function list(lines: readonly Line[], lang: Language): Html {
  return html`<ul class="govuk-list govuk-list--bullet">${lines.map((line) => html`<li>${sentence(line, lang)}</li>`)}</ul>`
}

/** A sentence leads to the entries it rests on. */
function sentence({ words, link }: Line, lang: Language): Html {
  return link === undefined ? html`${words[lang]}` : html`<a class="govuk-link" href="${path(lang, link)}">${words[lang]}</a>`
}

function capabilityList({ briefing, lang }: BriefingProps, say: Words): Html {
  return html`<dl class="govuk-summary-list">${briefing.capabilities.map(
    ({ id, standing, lines }) => html`<div class="govuk-summary-list__row">
<dt class="govuk-summary-list__key">${say.capability[id]}<br>${tag({ text: say.standing[standing], classes: colours[standing] })}</dt>
<dd class="govuk-summary-list__value">${list(lines, lang)}</dd>
</div>`,
  )}</dl>`
}

const colours: Readonly<Record<Standing, string>> = {
  helped: 'govuk-tag--green',
  'held-back': 'govuk-tag--orange',
  mixed: 'govuk-tag--yellow',
  'no-evidence': 'govuk-tag--grey',
}
