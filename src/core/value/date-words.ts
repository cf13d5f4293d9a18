/** The single place for how dates and months are written for people, in English and Welsh. */
import { partsOf, weekdayOf } from './calendar-date.ts'

const MONTHS = {
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  cy: ['Ionawr', 'Chwefror', 'Mawrth', 'Ebrill', 'Mai', 'Mehefin', 'Gorffennaf', 'Awst', 'Medi', 'Hydref', 'Tachwedd', 'Rhagfyr'],
} as const

const WEEKDAYS = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  cy: ['Dydd Llun', 'Dydd Mawrth', 'Dydd Mercher', 'Dydd Iau', 'Dydd Gwener', 'Dydd Sadwrn', 'Dydd Sul'],
} as const

/** The languages dates are written in. */
export type DateLanguage = keyof typeof MONTHS

/** `23 November 2026`, in Welsh `23 Tachwedd 2026`. */
export function formatDate(date: string, language: DateLanguage): string {
  const { day } = partsOf(date)
  return `${day} ${formatMonth(date.slice(0, 7), language)}`
}

/** `Monday 23 November 2026`, in Welsh `Dydd Llun 23 Tachwedd 2026`. */
export function formatDateWithWeekday(date: string, language: DateLanguage): string {
  return `${WEEKDAYS[language][weekdayOf(date) - 1]} ${formatDate(date, language)}`
}

/** `November 2026` from `2026-11`, in Welsh `Tachwedd 2026`. */
export function formatMonth(month: string, language: DateLanguage): string {
  return `${MONTHS[language][Number(month.slice(5, 7)) - 1]} ${Number(month.slice(0, 4))}`
}
