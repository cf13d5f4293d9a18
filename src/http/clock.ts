/** The single place that knows what day it is for councils of the United Kingdom. */

const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' })
let cached = { minute: Number.NaN, today: '' }

/** The calendar day in London at that moment, `YYYY-MM-DD`. */
export function dayInLondon(moment: Date): string {
  const minute = Math.floor(moment.getTime() / 60_000)
  if (cached.minute !== minute) cached = { minute, today: day.format(moment) }
  return cached.today
}

const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** What clocks in London show at that moment, `HH:MM`. */
export function timeInLondon(moment: Date): string {
  return hour.format(moment)
}
