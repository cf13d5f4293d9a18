/** The frame around the pages of the gallery: a made-up council with the usual brand. */
import { brandAsset, readBrand } from '#ui/brand.ts'
import { page, type PageOptions } from '#ui/page.ts'
import { wordsIn } from '#ui/words/index.ts'

const reading = readBrand({})
if (!('brand' in reading)) throw new Error('The usual brand has faults')
export const brand = brandAsset(reading.brand)

/** A page in the usual frame; `more` adds to it or takes its place. */
export function framed(more: Pick<PageOptions, 'title' | 'main'> & Partial<PageOptions>): string {
  const { lang = 'en' } = more
  return page({
    lang,
    council: {
      name: lang === 'cy' ? 'Cyngor Enghraifft' : 'Example Council',
      homeHref: '/',
      stylesheet: brand.path,
      footerLinks: [
        { text: wordsIn(lang).footerPrivacy, href: '/privacy' },
        { text: wordsIn(lang).footerCookies, href: '/cookies' },
        { text: wordsIn(lang).footerAccessibility, href: '/accessibility' },
      ],
    },
    otherLanguage: { lang: lang === 'cy' ? 'en' : 'cy', href: '/other' },
    ...more,
  }).toString()
}
