/** The single place for the language of a page: the `/cy` prefix and how paths carry it. */
import type { Language } from '#core/definition/model/names.ts'

export type { Language }

/** Words of ours in both languages. */
export interface Bilingual {
  readonly en: string
  readonly cy: string
}

/** `path('cy', '/services')` is `/cy/services`; English has no prefix. `to` is a path of this site, query and fragment allowed. */
export function path(lang: Language, to: string): string {
  if (lang === 'en') return to
  return to === '/' ? '/cy' : `/cy${to}`
}

/** The language an address is in and the address without its prefix. */
export function languageOf(address: string): { readonly lang: Language; readonly path: string } {
  if (address === '/cy' || address === '/cy/') return { lang: 'cy', path: '/' }
  if (address.startsWith('/cy/')) return { lang: 'cy', path: address.slice(3) }
  if (address.startsWith('/cy?')) return { lang: 'cy', path: `/${address.slice(3)}` }
  return { lang: 'en', path: address }
}

/** The other language of the two. */
export function otherLanguage(lang: Language): Language {
  return lang === 'en' ? 'cy' : 'en'
}

/** The cookie that keeps the language someone chose. */
export const languageCookie = 'folkmoot-language'
