/** The single place for the appointments of a case: at most one of each kind at a time, booked, moved, cancelled or missed. */
import { z } from 'zod'
import type { Language } from '#core/definition/model/names.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import { wordsIn } from '#core/definition/words.ts'
import { formatDateWithWeekday } from '#core/value/date-words.ts'

/** A time somebody has booked. `day` is `YYYY-MM-DD` and `at` `HH:MM`, as clocks in the United Kingdom show them. */
export const BookedTime = z.object({ appointment: z.string(), slot: z.string(), day: z.string(), at: z.string(), minutes: z.int() })
export type BookedTime = z.infer<typeof BookedTime>

/** The bookings with this one in place of any before it of its kind. */
export function withBooking(booked: readonly BookedTime[], booking: BookedTime): readonly BookedTime[] {
  return [...withoutBooking(booked, booking.appointment), booking]
}

export function withoutBooking(booked: readonly BookedTime[], appointment: string): readonly BookedTime[] {
  return booked.filter((one) => one.appointment !== appointment)
}

export function findBooking(booked: readonly BookedTime[], appointment: string): BookedTime | undefined {
  return booked.find((one) => one.appointment === appointment)
}

type BookingFact = { readonly kind: string; readonly data: unknown }

const OfAppointment = z.object({ appointment: z.string() })

/** The bookings whose places a case still has: as long as nobody cancelled, also when nobody came. */
export function placesHeld(facts: readonly BookingFact[]): readonly BookedTime[] {
  let held: readonly BookedTime[] = []
  for (const { kind, data } of facts) {
    if (kind === 'appointment-booked') held = withBooking(held, BookedTime.parse(data))
    if (kind === 'appointment-cancelled') held = withoutBooking(held, OfAppointment.parse(data).appointment)
    if (kind === 'withdrawn') held = []
  }
  return held
}

/** What it is called and when: “A lesson, Tuesday 1 December 2026, 10:00”. */
export function timeInWords(prepared: Prepared, lang: Language, { appointment, day, at }: BookedTime): string {
  return `${wordsIn(prepared, lang).appointment(appointment).label}, ${formatDateWithWeekday(day, lang)}, ${at}`
}
