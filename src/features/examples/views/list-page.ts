/** The page of all services, with how much of each its example people reach. */
import type { Language } from '#core/definition/index.ts'
import { summaryList } from '#ui/components/summary-list.ts'
import { html, type Html } from '#ui/html.ts'
import { wordsFor } from '../words/index.ts'

export type ListPage = {
  readonly lang: Language
  readonly services: readonly { readonly name: string; readonly href: string; readonly covered: number; readonly of: number }[]
}

export function listPage({ lang, services }: ListPage): Html {
  const words = wordsFor(lang)
  const rows = services.map(({ name, href, covered, of }) => ({
    key: { html: html`<a class="govuk-link" href="${href}">${name}</a>` },
    value: { text: words.covered(covered, of) },
  }))
  return html`<h1 class="govuk-heading-l">${words.title}</h1><p class="govuk-body-l">${words.lead}</p>${summaryList({ rows })}`
}
