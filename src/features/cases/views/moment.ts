/** The single place where moments and days are written for the pages of cases. */
import type { Language } from '#core/definition/model/names.ts'
import { formatDate } from '#core/value/date-words.ts'

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', cy: 'cy' }
const clock = { timeZone: 'Europe/London', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const
const formats = new Map<Language, Intl.DateTimeFormat>()

/** An instant as people in the United Kingdom write it: `2 Nov 2026, 10:05`. */
export function showMoment(at: string, lang: Language): string {
  const format = formats.get(lang) ?? new Intl.DateTimeFormat(locales[lang], clock)
  formats.set(lang, format)
  return format.format(new Date(at))
}

/** A day in full, `2 November 2026`. */
export function showDay(day: string, lang: Language): string {
  return formatDate(day, lang)
}

const days = { en: shortDays('en'), cy: shortDays('cy') } as const

/** A day where there is little room, `2 Nov 2026`. */
export function showShortDay(day: string, lang: Language): string {
  return days[lang].format(new Date(`${day}T00:00:00Z`))
}

function shortDays(lang: Language): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locales[lang], { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' })
}
