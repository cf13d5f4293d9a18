/** The single place for the bank and public holidays of the three jurisdictions of the United Kingdom, from 2002. */
import { addDays, dateOfDay, dayNumber, weekdayOf } from './calendar-date.ts'

/** A jurisdiction with its own bank holidays; the names are those of gov.uk with underscores. */
export const NATIONS = ['england_and_wales', 'scotland', 'northern_ireland'] as const
export type Nation = (typeof NATIONS)[number]

/** Whether the text names a jurisdiction. */
export function isNation(text: string): text is Nation {
  return NATIONS.some((name) => name === text)
}

/** Days moved by royal proclamation (Banking and Financial Dealings Act 1971, section 1(2)): the ordinary day and the day instead. */
const MOVED: Readonly<Record<string, string>> = {
  '2002-05-27': '2002-06-04',
  '2012-05-28': '2012-06-04',
  '2020-05-04': '2020-05-08',
  '2022-05-30': '2022-06-02',
}

/** Extra days by royal proclamation (section 1(3)): jubilees, the royal wedding, the state funeral, the coronation, the World Cup. */
const EXTRA: Readonly<Record<string, readonly Nation[]>> = {
  '2002-06-03': NATIONS,
  '2011-04-29': NATIONS,
  '2012-06-05': NATIONS,
  '2022-06-03': NATIONS,
  '2022-09-19': NATIONS,
  '2023-05-08': NATIONS,
  '2026-06-15': ['scotland'],
}

const years = new Map<string, ReadonlySet<string>>()

/** Whether a date is a bank or public holiday there. Holidays not yet proclaimed are not known. */
export function isBankHoliday(date: string, nation: Nation): boolean {
  const year = date.slice(0, 4)
  const key = `${year} ${nation}`
  const known = years.get(key) ?? new Set(holidaysIn(year, nation))
  years.set(key, known)
  return known.has(date)
}

/**
 * The bank and public holidays of a year there, sorted. Banking and Financial Dealings Act 1971, schedule 1, with the days kept by
 * custom (Good Friday, Christmas Day) and by yearly proclamation (New Year, early May); a day at the weekend moves to the next free weekday.
 */
export function bankHolidaysOf(year: number, nation: Nation): readonly string[] {
  return holidaysIn(String(year).padStart(4, '0'), nation)
}

function holidaysIn(year: string, nation: Nation): readonly string[] {
  const spring = lastMonday(`${year}-05-31`)
  const fixed = [...daysOfTheYear(year, nation), mondayFrom(`${year}-05-01`), spring].map((day) => MOVED[day] ?? day)
  const extra = Object.keys(EXTRA).filter((day) => day.startsWith(`${year}-`) && EXTRA[day]?.includes(nation))
  return [...onWeekdays(datesKept(year, nation)), ...fixed, ...extra].sort()
}

function datesKept(year: string, nation: Nation): string[] {
  const own = { england_and_wales: [], scotland: ['01-02', '11-30'], northern_ireland: ['03-17', '07-12'] }[nation]
  return ['01-01', ...own, '12-25', '12-26'].sort().map((day) => `${year}-${day}`)
}

function daysOfTheYear(year: string, nation: Nation): string[] {
  const easter = easterSunday(Number(year))
  const goodFriday = dayBeforeOrAfter(easter, -2)
  if (nation === 'scotland') return [goodFriday, mondayFrom(`${year}-08-01`)]
  return [goodFriday, dayBeforeOrAfter(easter, 1), lastMonday(`${year}-08-31`)]
}

/** Each day that falls at a weekend is kept on the next weekday that is no holiday itself. */
function onWeekdays(dates: readonly string[]): string[] {
  const kept = new Set(dates.filter((date) => weekdayOf(date) <= 5))
  for (const date of dates.filter((day) => weekdayOf(day) > 5)) {
    let instead = date
    while (weekdayOf(instead) > 5 || kept.has(instead)) instead = dayBeforeOrAfter(instead, 1)
    kept.add(instead)
  }
  return [...kept]
}

function mondayFrom(date: string): string {
  return dayBeforeOrAfter(date, (8 - weekdayOf(date)) % 7)
}

function lastMonday(date: string): string {
  return dayBeforeOrAfter(date, 1 - weekdayOf(date))
}

/** Easter Sunday in the Gregorian calendar (Easter Act 1750; the method is that of Meeus, Jones and Butcher). */
export function easterSunday(year: number): string {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const march = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 22
  return dateOfDay(dayNumber(`${String(year).padStart(4, '0')}-03-01`) + march - 1) ?? ''
}

function dayBeforeOrAfter(date: string, days: number): string {
  return addDays(date, days) ?? date
}
