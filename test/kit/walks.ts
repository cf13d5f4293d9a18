/** The single place for how people of the stories answer each starter service, page by page; the same for a browser with a keyboard and one without scripts. */
import type { Browser } from './browser.ts'
import { bilingual, english } from './installation.ts'
import type { Page } from './page.ts'

/** One page: its last part of the address, what is filled in by field name, and the button pressed when it is not the way on. */
export interface Step {
  readonly page: string
  readonly fill: Readonly<Record<string, string>>
  readonly press?: string
}

export interface Walk {
  readonly service: string
  readonly host: string
  readonly steps: readonly Step[]
  /** What makes the first page lead to the news that the service is not for them. */
  readonly exit: Readonly<Record<string, string>>
  /** What the person tracks it with afterwards: their email address, or nothing when they gave none. */
  readonly contact: string | undefined
}

const contact: readonly Step[] = [
  { page: 'your-name', fill: { full_name: 'Amina Yusuf' } },
  { page: 'how-to-reach-you', fill: { email: 'amina@example.org' } },
]

const home = (name: string, line1: string, postcode: string) => ({ [`${name}-postcode`]: postcode, [`${name}-line1`]: line1 })

export const reduction: Walk = {
  service: 'council-tax-reduction',
  host: english,
  exit: { 'date_of_birth-year': '1950' },
  contact: 'amina@example.org',
  steps: [
    { page: 'date-of-birth', fill: { 'date_of_birth-day': '27', 'date_of_birth-month': '3', 'date_of_birth-year': '1987' } },
    { page: 'council-tax-bill', fill: { liable: 'yes' } },
    { page: 'home', fill: home('home', '1 Mill Lane', 'AM1 9ZZ') },
    { page: 'yearly-bill', fill: { liability: '1800' } },
    { page: 'other-adults', fill: { has_other_adults: 'yes' } },
    { page: 'each-adult/1', fill: { 'adults-0-name': 'Sami Yusuf', 'adults-0-works': 'yes' } },
    { page: 'each-adult/1', fill: { 'adults-0-pay': '300' } },
    { page: 'each-adult', fill: {} },
    { page: 'benefits', fill: { benefit: 'neither' } },
    { page: 'income', fill: { has_income: 'yes' } },
    { page: 'each-income/1', fill: { 'incomes-0-source': 'wages', 'incomes-0-amount': '1,900', 'incomes-0-every': 'month' } },
    { page: 'each-income', fill: {} },
    { page: 'savings', fill: { capital: '6500' } },
    ...contact,
  ],
}

export const bulkyWaste: Walk = {
  service: 'bulky-waste',
  host: bilingual,
  exit: { 'items-0-what': 'gas_bottle' },
  contact: 'amina@example.org',
  steps: [
    { page: 'items/1', fill: { 'items-0-what': 'sofa', 'items-0-how_many': '1', 'items-0-usable': 'no' } },
    { page: 'items', fill: {} },
    { page: 'where', fill: home('home', '3 Heol y Bont', 'CA1 9ZZ') },
    { page: 'put-out', fill: { put_out: 'front' } },
    { page: 'day', fill: { 'from_day-day': '1', 'from_day-month': '12', 'from_day-year': '2026' } },
    { page: 'concession', fill: { concession: 'pension_credit' } },
    ...contact,
  ],
}

const register = (host: string, line1: string, postcode: string): Walk => ({
  service: 'broadband-demand',
  host,
  exit: {},
  contact: undefined,
  steps: [
    { page: 'where', fill: home('premises', line1, postcode) },
    { page: 'interest', fill: { premises_kind: 'home', difference: 'I could work from home' } },
  ],
})

export const broadband = register(english, '1 Nowhere Lane', 'AM2 9ZZ')
export const bandEang = register(bilingual, '1 Heol Neb', 'CA1 9YY')

const trade = (host: string): Walk => ({
  service: 'street-trading',
  host,
  exit: { 'date_of_birth-year': '2015' },
  contact: 'amina@example.org',
  steps: [
    { page: 'date-of-birth', fill: { 'date_of_birth-day': '27', 'date_of_birth-month': '3', 'date_of_birth-year': '1987' } },
    { page: 'insurance', fill: { insured: 'yes' } },
    { page: 'what-you-sell', fill: { goods: 'Soup and bread' } },
    { page: 'stall', fill: { stall: 'stall' } },
    { page: 'size', fill: { stall_metres: '3' } },
    { page: 'pitch', fill: { 'pitch-description': 'By the fountain' } },
    { page: 'days', fill: { days: 'monday', hours: '9am to 2pm' } },
    { page: 'start', fill: { 'starts-day': '4', 'starts-month': '1', 'starts-year': '2027' } },
    ...contact,
    { page: 'home', fill: home('home', '3 Mill Lane', 'AM1 9ZZ') },
  ],
})

export const trading = trade(english)
export const masnachu = trade(bilingual)

/** The words of the buttons a walk needs, by language. */
export const buttons = {
  en: { on: 'Continue', send: 'Send' },
  cy: { on: 'Parhau', send: 'Anfon' },
} as const

/** Walks without scripts as far as the check page, or to the page named. */
export async function walkTo(browser: Browser, walk: Walk, { lang = 'en', until = 'check' }: { lang?: 'en' | 'cy'; until?: string } = {}) {
  await browser.get(`${lang === 'cy' ? '/cy' : ''}/services/${walk.service}/apply`)
  for (const { page, fill } of walk.steps) {
    if (browser.page.url.endsWith(`/apply/${until}`)) return browser.page
    if (!browser.page.url.endsWith(`/apply/${page}`))
      throw new Error(`At ${browser.page.url} (${browser.page.errors.join('; ')}), not at ${page}`)
    await browser.submit(buttons[lang].on, fill)
  }
  return browser.page
}

/** Walks the whole way and sends it; answers the page with the reference. */
export async function walkAndSend(browser: Browser, walk: Walk, lang: 'en' | 'cy' = 'en'): Promise<Page> {
  await walkTo(browser, walk, { lang })
  return browser.submit(buttons[lang].send)
}

/** The reference on a page, such as `C4D-7FG-2HK`. */
export function referenceOn(page: Page): string {
  const found = /[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}/.exec(page.text)
  if (!found) throw new Error(`There is no reference on ${page.url}: ${page.text.slice(0, 200)}`)
  return found[0]
}
