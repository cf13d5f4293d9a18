/** The single place for what times are and how a team's plan becomes a list of them. Pure. */
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

/** A time with the cases that have a place in it. */
export type FilledTime = OfferedTime & { readonly cases: readonly { readonly id: string; readonly reference: string }[] }

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
