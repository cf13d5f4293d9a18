/** The single place where a team offers times and takes them back: load, decide, save. */
import { listServices } from '#features/services/index.ts'
import type { Actor } from '#http/actor.ts'
import type { Council } from '#http/council.ts'
import { newId } from '#store/uuid.ts'
import { type Diary, type FilledTime, type Offered, type Planned, streamOf } from './domain.ts'
import { mayOfferFor } from './policy.ts'
import { addTimes, timesFrom, withdrawTime } from './store.ts'

/** The appointments whose times an actor may set. */
export async function appointmentsFor(council: Council, actor: Actor): Promise<readonly Offered[]> {
  const published = await listServices(council)
  return published.flatMap(({ service, prepared }) => {
    const { casework } = prepared.definition.service
    return (casework.appointments ?? []).flatMap((declared): Offered[] => {
      const team = declared.team ?? casework.team
      return mayOfferFor(actor, team) ? [{ service, appointment: declared.id, team, prepared, declared }] : []
    })
  })
}

export async function findOffered(council: Council, actor: Actor, { service, appointment }: Diary): Promise<Offered | undefined> {
  return (await appointmentsFor(council, actor)).find((one) => one.service === service && one.appointment === appointment)
}

const mostShown = 300

/** The times from today on. */
export function timesOf(council: Council, diary: Diary, today: string): Promise<readonly FilledTime[]> {
  return council.store.transaction((tx) => timesFrom(tx, diary, { from: today, most: mostShown }))
}

/** Times to be offered: who offers them, when, and how long each lasts. */
export type Offering = Diary & Planned & { readonly minutes: number; readonly by: string; readonly at: string }

/** Offers times; those that are there already stay as they are. Answers how many are new. */
export function offerTimes({ store }: Pick<Council, 'store'>, offering: Offering): Promise<number> {
  const { service, appointment, days, hours, places, minutes, by, at } = offering
  const times = days.flatMap((day) => hours.map((hour) => ({ id: newId(), service, appointment, day, at: hour, minutes, places })))
  return store.transaction(async (tx) => {
    const added = await addTimes(tx, times)
    const data = {
      days: [...days],
      hours: [...hours],
      places,
      minutes,
      times: added.map(({ id, day, at: hour }) => ({ id, day, at: hour })),
    }
    if (added.length > 0) await store.log.append(tx, { stream: streamOf(offering), facts: [{ kind: 'times-offered', at, by, data }] })
    return added.length
  })
}

/** Takes a time back; one that somebody booked only takes no more. */
export function takeBack({ store }: Council, diary: Diary, taking: { id: string; by: string; at: string }): Promise<boolean> {
  return store.transaction(async (tx) => {
    const found = await withdrawTime(tx, diary, taking.id)
    if (!found) return false
    const data = { day: found.day, hour: found.at, isGone: found.isGone }
    await store.log.append(tx, { stream: streamOf(diary), facts: [{ kind: 'time-taken-back', at: taking.at, by: taking.by, data }] })
    return true
  })
}
