/** The pages every council owes: privacy, cookies and the accessibility statement, made from its settings and its services. */
import type { Language } from '#core/definition/index.ts'
import { formatDate } from '#core/value/date-words.ts'
import { inLanguage, type CouncilSettings } from '#http/council.ts'
import { table } from '#ui/components/table.ts'
import { html, type Html } from '#ui/html.ts'
import { tableScroll } from '#ui/table-scroll.ts'
import { wordsFor } from '../words/index.ts'
import type { CouncilFacts } from './contact.ts'
import type { DataUse } from './data-use.ts'
import { dataUseList } from './start-page.ts'

type Statement = { readonly lang: Language; readonly council: CouncilFacts; readonly settings: CouncilSettings }

export type PrivacyPage = Statement & {
  readonly services: readonly { readonly name: string; readonly uses: readonly DataUse[] }[]
}

/** UK GDPR, articles 13 and 15 to 22. */
export function privacyPage({ lang, council, settings, services }: PrivacyPage): Html {
  const words = wordsFor(lang)
  const { officer, registration, regulator } = settings['data-protection']
  return html`<h1 class="govuk-heading-l">${words.privacyTitle}</h1>
<p class="govuk-body">${words.privacyWho(council.name)}</p>
<p class="govuk-body">${words.privacyOfficer}: ${[officer.name, officer.phone].filter(Boolean).join(', ')} ${mail(officer.email)}</p>
${registration !== undefined && html`<p class="govuk-body">${words.privacyRegistration}: ${registration}</p>`}
<h2 class="govuk-heading-m">${words.privacyServices}</h2>
${services.map(({ name, uses }) => html`<h3 class="govuk-heading-s">${name}</h3>${dataUseList(uses)}`)}
<p class="govuk-body">${words.privacyEquality}</p>
<h2 class="govuk-heading-m">${words.privacySecurity}</h2>
<p class="govuk-body">${words.privacySecurityBody} ${words.privacyDrafts}</p>
<h2 class="govuk-heading-m">${words.privacyRights}</h2>
<p class="govuk-body">${words.privacyRightsBody}</p>
${bullets(words.privacyRightsList)}
<p class="govuk-body">${words.privacyAnswer}</p>
<p class="govuk-body">${words.privacyComplain} <a class="govuk-link" href="${regulator.url}">${inLanguage(regulator.name, lang)}</a>${regulator.phone !== undefined && html`, ${regulator.phone}`}</p>`
}

export function cookiesPage({ lang, settings }: Omit<Statement, 'council'>): Html {
  const words = wordsFor(lang)
  const { note } = settings.cookies
  return html`<h1 class="govuk-heading-l">${words.cookiesTitle}</h1>
<p class="govuk-body">${words.cookiesBody}</p>
${tableScroll(
  words.cookiesAll,
  table({
    caption: words.cookiesAll,
    head: [{ text: words.cookiesName }, { text: words.cookiesWhy }, { text: words.cookiesEnds }],
    rows: words.cookies.map((cells) => cells.map((text) => ({ text }))),
    firstCellIsHeader: true,
  }),
)}
${note && html`<p class="govuk-body">${inLanguage(note, lang)}</p>`}`
}

/** The parts and forms of words that the regulations of 2018 ask for (model accessibility statement). */
export function accessibilityPage({ lang, council, settings }: Statement): Html {
  const words = wordsFor(lang)
  const { accessibility } = settings
  const isInNorthernIreland = settings.nation === 'northern-ireland'
  return html`<h1 class="govuk-heading-l">${words.accessibilityTitle}</h1>
<p class="govuk-body">${words.accessibilityBody(council.name)}</p>
${bullets(words.accessibilityList)}
<h2 class="govuk-heading-m">${words.accessibilityCannot}</h2>
<p class="govuk-body">${words.accessibilityCannotBody}</p>
${contact(lang, council)}
<h2 class="govuk-heading-m">${words.accessibilityReport}</h2>
<p class="govuk-body">${words.accessibilityReportBody} ${mail(accessibility.contact ?? council.email)}</p>
<h2 class="govuk-heading-m">${words.accessibilityEnforcement}</h2>
<p class="govuk-body">${isInNorthernIreland ? words.accessibilityEnforcementNorthernIreland : words.accessibilityEnforcementBody}</p>
${enforcement(lang, accessibility.enforcement)}
<h2 class="govuk-heading-m">${words.accessibilityTechnical}</h2>
<p class="govuk-body">${words.accessibilityCommitted(council.name)}</p>
<h3 class="govuk-heading-s">${words.accessibilityStatus}</h3>
<p class="govuk-body">${words.accessibilityStatuses[accessibility.status]}</p>
<h3 class="govuk-heading-s">${words.accessibilityProblems}</h3>
${
  accessibility.problems.length === 0
    ? html`<p class="govuk-body">${words.accessibilityNone}</p>`
    : bullets(accessibility.problems.map((problem) => inLanguage(problem, lang)))
}
<h2 class="govuk-heading-m">${words.accessibilityPrepared}</h2>
<p class="govuk-body">${words.accessibilityDates(formatDate(accessibility.prepared, lang), formatDate(accessibility.reviewed, lang))} ${words.accessibilityTested}</p>`
}

function enforcement(lang: Language, body: CouncilSettings['accessibility']['enforcement']): Html | undefined {
  const words = wordsFor(lang)
  if (!body) return undefined
  const name = html`<a class="govuk-link" href="${body.url}">${inLanguage(body.name, lang)}</a>`
  return html`<p class="govuk-body">${words.accessibilityEnforcementContact} ${name}</p>`
}

function contact(lang: Language, council: CouncilFacts): Html {
  const words = wordsFor(lang)
  return html`<ul class="govuk-list">
<li>${words.email}: ${mail(council.email)}</li>
<li>${words.phone}: ${council.phone} (${council.opening})</li>
<li>${words.post}: ${council.address.join(', ')}</li>
</ul>`
}

function bullets(items: readonly string[]): Html {
  return html`<ul class="govuk-list govuk-list--bullet">${items.map((item) => html`<li>${item}</li>`)}</ul>`
}

function mail(address: string): Html {
  return html`<a class="govuk-link" href="mailto:${address}">${address}</a>`
}
