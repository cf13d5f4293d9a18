/** The single place for the page shell: everything around the main content of every page, for residents and for staff. */
import { assetPath } from './assets.ts'
import { backLink } from './components/back-link.ts'
import { footer } from './components/footer.ts'
import { genericHeader } from './components/generic-header.ts'
import { languageNavigation } from './components/language-navigation.ts'
import { phaseBanner } from './components/phase-banner.ts'
import { serviceNavigation } from './components/service-navigation.ts'
import { skipLink } from './components/skip-link.ts'
import { html, type Html, inOnePiece, type Renderable } from './html.ts'
import { type Language, wordsIn } from './words/index.ts'

/**
 * The council as a page shows it, already in the language of the page. What stands on all its pages is put together once for each such object, so that
 * whoever shows many pages gives the same one.
 */
export interface PageCouncil {
  readonly name: string
  /** Where the header leads. */
  readonly homeHref: string
  /** Path of the brand's stylesheet, from `brandAsset(brand).path`. */
  readonly stylesheet: string
  readonly logo?: { readonly src: string; readonly width: number; readonly height: number } | undefined
  readonly contact?: Contact | undefined
  readonly footerLinks?: readonly PageLink[] | undefined
}

/** Whom one can ask for help. */
export interface Contact {
  readonly phone: string
  readonly email: string
}

/** A link with its words. `current` marks the page one is on. */
export interface PageLink {
  readonly text: string
  readonly href: string
  readonly current?: boolean | undefined
}

/** The same page in the council's other language. */
export interface OtherLanguage {
  readonly lang: Language
  readonly href: string
}

/** What only pages for staff show: who is signed in and the form that signs them out. */
export interface StaffBar {
  readonly person: string
  readonly team?: string | undefined
  readonly signOut: Html
}

export interface PageOptions {
  readonly lang: Language
  /** The page's own title, without council or `Error:`. */
  readonly title: string
  readonly council: PageCouncil
  readonly main: Renderable
  /** Name of the service above the page, with its start page. */
  readonly service?: { readonly name: string; readonly href: string } | undefined
  readonly nav?: readonly PageLink[] | undefined
  readonly backLink?: { readonly href: string; readonly text?: string } | undefined
  readonly otherLanguage?: OtherLanguage | undefined
  readonly phase?: { readonly tag: string; readonly html: Html } | undefined
  readonly staff?: StaffBar | undefined
  /** True when the page shows an error summary: the title then begins with `Error: ` or `Gwall: `. */
  readonly error?: boolean | undefined
  /** True for wide content such as tables; residents' pages keep two thirds. */
  readonly wide?: boolean | undefined
}

/** The whole document, ready to send as `text/html; charset=utf-8`. Complete without scripts, and nothing in it is inline. */
export function page(options: PageOptions): Html {
  const { lang, title, council, staff } = options
  const words = wordsIn(lang)
  const suffix = staff ? `${council.name} – Folkmoot` : council.name
  const furniture = furnitureOf(council, lang)
  return html`<!DOCTYPE html>
<html lang="${lang}" class="govuk-template">
<head>
<meta charset="utf-8">
<title>${options.error && words.errorTitlePrefix}${title} – ${suffix}</title>
${staff ? furniture.staffAssets : furniture.assets}
${options.otherLanguage && html`<link rel="alternate" hreflang="${options.otherLanguage.lang}" href="${options.otherLanguage.href}">`}
</head>
<body class="govuk-template__body${staff ? ' staff' : ' resident'}">
${furniture.header}
${staff ? staffNavigation(options, staff) : residentNavigation(options)}
</header>
<div class="govuk-width-container${options.wide ? ' wide' : ''}">
${options.phase && phaseBanner({ classes: 'phase', tag: { text: options.phase.tag }, html: options.phase.html })}
${options.backLink && backLink({ href: options.backLink.href, text: options.backLink.text ?? words.back })}
<main class="govuk-main-wrapper" id="main-content" tabindex="-1">
${options.main}
</main>
</div>
${furniture.footer}
</body>
</html>`
}

/** What stands on all pages of a council in one language. */
interface Furniture {
  readonly assets: Html
  readonly staffAssets: Html
  readonly header: Html
  readonly footer: Html
}

const furnished = new WeakMap<PageCouncil, Furniture>()

function furnitureOf(council: PageCouncil, lang: Language): Furniture {
  const known = furnished.get(council)
  if (known !== undefined) return known
  const made: Furniture = {
    assets: inOnePiece(assets(council, 'resident')),
    staffAssets: inOnePiece(assets(council, 'staff')),
    header: inOnePiece(header(council, lang)),
    footer: inOnePiece(foot(council, lang)),
  }
  furnished.set(council, made)
  return made
}

function assets(council: PageCouncil, audience: 'resident' | 'staff'): Html {
  const renewing = html`<script type="module" src="${assetPath('renew.js')}"></script>
`
  return html`<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<link rel="stylesheet" href="${assetPath(`${audience}.css`)}">
<link rel="stylesheet" href="${council.stylesheet}">
<link rel="modulepreload" href="${assetPath('components.js')}">
<script type="module" src="${assetPath('page.js')}"></script>
${audience === 'staff' && renewing}<link rel="icon" href="${assetPath('icon.svg')}" type="image/svg+xml">`
}

function foot({ name, contact, footerLinks }: PageCouncil, lang: Language): Html {
  const words = wordsIn(lang)
  return html`<footer class="govuk-template__footer">
${footer({
  classes: 'council-footer',
  contentLicence: null,
  meta: {
    visuallyHiddenTitle: words.supportLinks,
    items: footerLinks,
    html: html`<span class="council-footer__name">${name}</span>${contact && help(contact, words.contact)}`,
  },
})}
</footer>`
}

/** Help stands in the same place on every page (WCAG 2.2, 3.2.6). */
function help({ phone, email }: Contact, contactUs: string): Html {
  return html`<p class="council-footer__help">${contactUs} <a class="govuk-footer__link" href="tel:${phone.replaceAll(' ', '')}">${phone}</a> · <a class="govuk-footer__link" href="mailto:${email}">${email}</a></p>`
}

/** It ends in the navigation, which is each page's own. */
function header({ name, homeHref, logo }: PageCouncil, lang: Language): Html {
  const picture = logo && html`<img class="council-header__logo" src="${logo.src}" width="${logo.width}" height="${logo.height}" alt="">`
  return html`${skipLink({ href: '#main-content', text: wordsIn(lang).skipToMain })}
<header class="govuk-template__header council-header">
${genericHeader({ url: homeHref, logoHtml: html`${picture}<span class="council-header__name">${name}</span>` })}`
}

function residentNavigation(options: PageOptions): Html | undefined {
  const { lang, service, nav = [], otherLanguage } = options
  const words = wordsIn(lang)
  if (!service && nav.length === 0 && !otherLanguage) return undefined
  return serviceNavigation({
    ariaLabel: words.serviceInformation,
    menuButtonText: words.menu,
    navigationLabel: words.navigation,
    collapseNavigationOnMobile: false,
    serviceName: service?.name,
    serviceUrl: service?.href,
    navigation: nav,
    slots: { end: { html: otherLanguage && languageToggle(lang, otherLanguage), align: 'inline' } },
  })
}

function staffNavigation(options: PageOptions, staff: StaffBar): Html {
  const { lang, nav = [], otherLanguage } = options
  const words = wordsIn(lang)
  const who = html`<div class="staff-bar">${otherLanguage && languageToggle(lang, otherLanguage)}<span class="staff-bar__person">
  <span class="govuk-visually-hidden">${words.signedInAs} </span>${staff.person}${staff.team && html`<span class="staff-bar__team">${staff.team}</span>`}
</span>${staff.signOut}</div>`
  return serviceNavigation({
    ariaLabel: words.serviceInformation,
    menuButtonText: words.menu,
    navigationLabel: words.navigation,
    serviceName: 'Folkmoot',
    navigation: nav,
    slots: { end: { html: who, align: 'inline' } },
  })
}

/** Both languages are named in themselves, so that a reader of either finds theirs. */
function languageToggle(lang: Language, other: OtherLanguage): Html {
  return languageNavigation({
    ariaLabel: wordsIn(lang).language,
    items: [
      { text: wordsIn(lang).languageName, lang, current: true },
      { text: wordsIn(other.lang).languageName, lang: other.lang, href: other.href },
    ],
  })
}
