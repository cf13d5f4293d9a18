/** The single place where a demonstration's teams offer times in the weeks to come, and where people of open cases have chosen some. */
import { offerTimes } from '#features/appointments/feature.ts'
import { actAsResident, findOpened, nationOf, timesForResident } from '#features/cases/feature.ts'
import type { Published } from '#features/services/feature.ts'
import { addDays } from '#core/value/calendar-date.ts'
import { isWorkingDay } from '#core/value/working-days.ts'
import type { Council } from '#http/council.ts'
import { type Dice, pick } from './dice.ts'

/** Days from tomorrow on which times are offered, if they are working days. */
const daysAhead = 42
/** Longer than this, and people are not met one after the other: the time is a whole round with room for many. */
const roundMinutes = 240
const round = { hours: ['07:00'], places: 8 }
const meetings = { hours: ['09:30', '11:00', '14:00', '15:30'], places: 1 }

/** When and by whom: `today` is a day, `at` an instant. */
export type Offering = { readonly today: string; readonly at: string; readonly by: string }

/** Offers times for every appointment of the services. Those that are there already stay as they are. */
export async function offerTimesAhead(council: Council, services: readonly Published[], { today, at, by }: Offering): Promise<void> {
  const nation = nationOf(council.settings['bank-holidays'])
  const days = Array.from({ length: daysAhead }, (_, index) => addDays(today, index + 1) ?? today).filter((day) =>
    isWorkingDay(day, nation),
  )
  for (const { service, definition } of services) {
    for (const { id: appointment, minutes } of definition.service.casework.appointments ?? []) {
      await offerTimes(council, { service, appointment, days, ...(minutes > roundMinutes ? round : meetings), minutes, by, at })
    }
  }
}

/** The person of a case that is not decided chooses one of the next times of each appointment that is theirs to book. */
export async function chooseTimes(
  council: Council,
  { caseId, at, today, dice }: { readonly caseId: string; readonly at: string; readonly today: string; readonly dice: Dice },
): Promise<void> {
  const opened = await findOpened(council, caseId)
  if (!opened || opened.current.decision || opened.current.closedAt !== undefined) return
  const { reference, person } = opened.current
  const whose = { reference, proof: { person }, at, today }
  for (const { id: appointment } of opened.prepared.definition.service.casework.appointments ?? []) {
    const times = (await timesForResident(council, { ...whose, appointment })).slice(0, 8)
    if (times.length > 0) await actAsResident(council, { ...whose, act: { book: { appointment, slot: pick(dice, times).id } } })
  }
}
