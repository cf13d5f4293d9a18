/** The page for staff that shows what was released of each service, and whether its folder on this server holds something else. */
import type { Language, Version } from '#core/definition/index.ts'
import { formatDate } from '#core/value/date-words.ts'
import { dayInLondon } from '#http/clock.ts'
import { table } from '#ui/components/table.ts'
import { html, type Html } from '#ui/html.ts'
import { tableScroll } from '#ui/table-scroll.ts'
import type { FolderState, Release } from '../domain/index.ts'
import { checksWordsFor, wordsFor } from '../words/index.ts'

/** A service with its releases, newest first; `name` in the language of the page, `undefined` for one never released. */
export type ServiceReleases = {
  readonly service: string
  readonly name: string | undefined
  readonly aboutHref: string
  readonly checksHref: string
  readonly releases: readonly Release[]
  readonly folder: FolderState
}

/** `nameOf` tells who an actor is; `undefined` for nobody known, such as the program itself. */
export type ReleasesPage = {
  readonly lang: Language
  readonly services: readonly ServiceReleases[]
  readonly nameOf: (actor: string) => string | undefined
}

export function releasesPage({ lang, services, nameOf }: ReleasesPage): Html {
  const words = wordsFor(lang)
  return html`<h1 class="govuk-heading-l">${words.releasesTitle}</h1>
<p class="govuk-body">${words.releasesBody}</p>
${services.length === 0 && html`<p class="govuk-body">${words.listEmpty}</p>`}
${services.map((service) => releasesOf(service, { lang, nameOf }))}`
}

function releasesOf(
  { service, name, aboutHref, checksHref, releases, folder }: ServiceReleases,
  { lang, nameOf }: Omit<ReleasesPage, 'services'>,
): Html {
  const words = wordsFor(lang)
  const title = name ?? service
  const head = [words.releaseWhen, words.releaseVersion, words.releaseWhy, words.releaseBy].map((text) => ({ text }))
  const rows = releases.map((release) => [
    { text: formatDate(dayInLondon(new Date(release.at)), lang) },
    { html: html`<code>${shortOf(release.version)}</code>${release.isCurrent && html` ${words.releaseCurrent}`}` },
    { text: words.releaseSources[release.source] },
    { text: nameOf(release.by) ?? words.releaseSponsors(release.sponsors.member, release.sponsors.director) },
  ])
  const list = table({ head, rows, caption: words.releasesOf(title), captionClasses: 'govuk-visually-hidden' })
  return html`<h2 class="govuk-heading-m">${title}</h2>
<p class="govuk-body">${words.folderStates[folder]}</p>
${releases.length === 0 ? html`<p class="govuk-body">${words.releasesNone}</p>` : tableScroll(words.releasesOf(title), list)}
${releases.length > 0 && html`<p class="govuk-body"><a class="govuk-link" href="${aboutHref}">${words.aboutTitle(title)}</a><br><a class="govuk-link" href="${checksHref}">${checksWordsFor(lang).link(title)}</a></p>`}`
}

/** The first characters of a digest tell versions of one service apart. */
function shortOf(version: Version): string {
  return version.slice('sha256:'.length, 'sha256:'.length + 8)
}
