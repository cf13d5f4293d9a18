/** The single place for what times are, how a team's plan becomes a list of them, and what the log says of them. Pure. */
import { z } from 'zod'
import type { Appointment } from '#core/definition/model/casework.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import { addDays, daysBetween, parseDate, weekdayOf } from '#core/value/calendar-date.ts'

/** A time that can be booked. `day` is `YYYY-MM-DD`, `at` `HH:MM`, as clocks in the United Kingdom show them. */
export type OfferedTime = {
  readonly id: string
  readonly service: string
  readonly appointment: string
  readonly day: string
  readonly at: string
  readonly minutes: number
  /** How many can come. */
  readonly places: number
  readonly taken: number
}

/** One appointment of one service. */
export type Diary = { readonly service: string; readonly appointment: string }

/** An appointment of a published service, with the team that offers its times. */
export type Offered = Diary & { readonly team: string; readonly prepared: Prepared; readonly declared: Appointment }

/** A time with the cases that have a place in it. One taken back takes no more of them. */
export type FilledTime = OfferedTime & {
  readonly isClosed: boolean
  readonly cases: readonly { readonly id: string; readonly reference: string }[]
}

/** A plan as it is typed: on these weekdays (1 is Monday) from a day to another, at these hours, so many places each. */
export type Plan = {
  readonly from: string
  readonly to: string
  readonly weekdays: readonly number[]
  readonly hours: string
  readonly places: string
}

export type PlanFault = 'from' | 'to' | 'weekdays' | 'hours' | 'places' | 'too-many'

/** The most times one plan may make, and the most people at one time. */
export const planLimits = { times: 1000, places: 500, days: 366 } as const

export type Planned = { readonly days: readonly string[]; readonly hours: readonly string[]; readonly places: number }

/** The days and hours a plan means, or all that is wrong with it. Days before `today` are left out. */
export function planned(plan: Plan, today: string): Planned | { readonly faults: readonly PlanFault[] } {
  const [hours, places] = [hoursIn(plan.hours), Number(plan.places)]
  const faults: PlanFault[] = []
  const isFrom = parseDate(plan.from) !== undefined && plan.from >= today
  if (!isFrom) faults.push('from')
  if (parseDate(plan.to) === undefined || (isFrom && plan.to < plan.from)) faults.push('to')
  if (plan.weekdays.length === 0) faults.push('weekdays')
  if (hours === undefined) faults.push('hours')
  if (!Number.isInteger(places) || places < 1 || places > planLimits.places) faults.push('places')
  if (faults.length > 0 || hours === undefined) return { faults }
  if (daysBetween(plan.from, plan.to) >= planLimits.days) return { faults: ['too-many'] }
  const days = daysOf(plan)
  if (days.length === 0) return { faults: ['weekdays'] }
  return days.length * hours.length > planLimits.times ? { faults: ['too-many'] } : { days, hours, places }
}

function daysOf({ from, to, weekdays }: Plan): readonly string[] {
  const days: string[] = []
  for (let day: string | undefined = from; day !== undefined && day <= to; day = addDays(day, 1)) {
    if (weekdays.includes(weekdayOf(day))) days.push(day)
  }
  return days
}

/** Hours parted by commas, spaces or lines: `9:00, 10:30`; undefined where one is none. */
function hoursIn(text: string): readonly string[] | undefined {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '')
  const hours = parts.flatMap((part) => {
    const [, hour = '', minute = ''] = /^(\d{1,2})[:.](\d{2})$/.exec(part) ?? []
    return Number(hour) < 24 && Number(minute) < 60 && hour !== '' ? [`${hour.padStart(2, '0')}:${minute}`] : []
  })
  return parts.length === 0 || hours.length < parts.length ? undefined : [...new Set(hours)].sort()
}

const TimesOffered = z.object({
  days: z.array(z.string()),
  hours: z.array(z.string()),
  places: z.int(),
  minutes: z.int(),
  /** The new ones among them. */
  times: z.array(z.object({ id: z.string(), day: z.string(), at: z.string() })),
})
const TimeTakenBack = z.object({ day: z.string(), hour: z.string(), isGone: z.boolean() })

/** A time as the log knows it: without how many places are taken, which the log of cases says. */
export type KnownTime = Omit<OfferedTime, 'taken'> & { readonly isClosed: boolean }

type TimesFact = { readonly kind: string; readonly data: unknown }

/** The times of one diary after all that happened to them. One that somebody had booked when it was taken back is closed, any other gone. */
export function timesAfter(diary: Diary, facts: readonly TimesFact[]): readonly KnownTime[] {
  const times = new Map<string, KnownTime>()
  for (const { kind, data } of facts) {
    const offered = kind === 'times-offered' ? TimesOffered.parse(data) : undefined
    for (const { id, day, at } of offered?.times ?? []) {
      times.set(`${day} ${at}`, { ...diary, id, day, at, minutes: offered?.minutes ?? 0, places: offered?.places ?? 0, isClosed: false })
    }
    const back = kind === 'time-taken-back' ? TimeTakenBack.parse(data) : undefined
    const found = back && times.get(`${back.day} ${back.hour}`)
    if (back?.isGone) times.delete(`${back.day} ${back.hour}`)
    else if (back && found) times.set(`${back.day} ${back.hour}`, { ...found, isClosed: true })
  }
  return [...times.values()]
}

const streamRoot = 'times/'

export function streamOf({ service, appointment }: Diary): string {
  return `${streamRoot}${service}.${appointment}`
}

export function diaryOf(stream: string): Diary {
  const [service = '', appointment = ''] = stream.slice(streamRoot.length).split('.')
  return { service, appointment }
}
