/** The single place that shows what the checks say of a service as it would be: what comes with the change first, the way through with it drawn. */
import type { Language } from '#core/definition/index.ts'
import type { Flow } from '#core/telling/index.ts'
import { details } from '#ui/components/details.ts'
import { html, type Html } from '#ui/html.ts'
import type { FoundTold } from '../domain/index.ts'
import { checksWordsFor } from '../words/index.ts'
import { findingsList, type Ways } from './findings.ts'
import { flowView } from './flow.ts'

export type DraftChecks = {
  readonly lang: Language
  readonly fresh: readonly FoundTold[]
  readonly earlier: readonly FoundTold[]
  readonly flow: Flow
  readonly ways: Ways
}

/** In a sentence. */
export function draftSaid({ lang, fresh }: Pick<DraftChecks, 'lang' | 'fresh'>): string {
  const words = checksWordsFor(lang)
  const faults = fresh.filter(({ isFault }) => isFault).length
  return fresh.length === 0 ? words.draftNothing : words.draftNew(words.found(faults, fresh.length - faults))
}

/** The rest. */
export function draftMore({ lang, fresh, earlier, flow, ways }: DraftChecks): Html {
  const words = checksWordsFor(lang)
  const known =
    earlier.length > 0 &&
    details({
      summaryText: words.draftEarlier(earlier.length),
      html: findingsList(earlier, lang, { ...ways, from: fresh.length }),
    })
  const way = details({ summaryText: words.draftWay, html: flowView({ lang, flow, findings: [...fresh, ...earlier] }) })
  return html`${findingsList(fresh, lang, ways)}${known}${way}`
}
