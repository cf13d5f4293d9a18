/** The single place that writes the `data-i18n.…` attributes with which a component's script speaks the page's language. */
import type { Attributes } from '../attributes.ts'

/** One text, or a text for each plural category of the Unicode CLDR (`one`, `two`, `few`, `many`, `other`). */
export type I18nText = string | Readonly<Record<string, string>>

/** Keys are in kebab case, as the scripts expect them. Texts that are left out are not written. */
export function i18nAttributes(texts: Readonly<Record<string, I18nText | undefined>>): Attributes {
  const written: Record<string, string> = {}
  for (const [key, text] of Object.entries(texts)) {
    if (typeof text === 'string' && text !== '') written[`data-i18n.${key}`] = text
    if (typeof text === 'object') {
      for (const [plural, words] of Object.entries(text)) written[`data-i18n.${key}.${plural}`] = words
    }
  }
  return written
}
