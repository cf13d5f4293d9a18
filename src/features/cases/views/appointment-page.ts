/** The single place that shows staff an appointment of a case: the times free, the one booked, and that nobody came. */
import type { Prepared } from '#core/definition/prepare.ts'
import { formatDateWithWeekday } from '#core/value/date-words.ts'
import type { Content } from '#http/shell.ts'
import { button } from '#ui/components/button.ts'
import { errorSummary } from '#ui/components/error-summary.ts'
import { radios } from '#ui/components/radios.ts'
import { form } from '#ui/form.ts'
import { html, type Html } from '#ui/html.ts'
import { type Case, findBooking, showReference, timeInWords } from '../domain/index.ts'
import type { Desk } from './desk.ts'

export type AppointmentProps = {
  readonly desk: Desk
  readonly opened: { readonly current: Case; readonly prepared: Prepared }
  readonly appointment: string
  readonly label: string
  readonly times: readonly {
    readonly id: string
    readonly day: string
    readonly at: string
    readonly places: number
    readonly taken: number
  }[]
  readonly fault?: string | undefined
}

export function appointmentPage(props: AppointmentProps): Content {
  const { desk, opened, appointment, label, times, fault } = props
  const { say, ctx, to } = desk
  const { current, prepared } = opened
  const booked = findBooking(current.booked, appointment)
  const about = say('caseOf', { reference: showReference(current.reference) })
  const choice = radios({
    name: 'time',
    fieldset: { legend: { text: say('chooseTime'), classes: 'govuk-fieldset__legend--m' } },
    errorMessage: fault === undefined ? undefined : { text: fault },
    items: times.map(({ id, day, at, places, taken }) => ({
      value: id,
      text: `${formatDateWithWeekday(day, ctx.lang)}, ${at}`,
      hint: { text: say('places', { count: String(places - taken) }) },
    })),
  })
  const main = html`${fault !== undefined && errorSummary({ titleText: say('problemTitle'), errorList: [{ text: fault, href: '#time' }] })}
<h1 class="govuk-heading-l">${label}</h1>
<p class="govuk-body">${about}</p>
<p class="govuk-body"><strong>${booked ? say('appointmentBooked', { time: timeInWords(prepared, ctx.lang, booked) }) : say('notBooked')}</strong></p>
${
  booked &&
  html`${post(props, '/cancel', button({ text: say('cancelTime'), classes: 'govuk-button--secondary' }))}
${booked.day <= ctx.today && post(props, '/missed', button({ text: say('recordMissed'), classes: 'govuk-button--secondary' }))}`
}
${times.length === 0 ? html`<p class="govuk-body">${say('noTimes')}</p>` : post(props, '', html`${choice}${button({ text: say('bookTime') })}`)}`
  const backLink = { href: to(`/staff/cases/${current.id}`), text: say('backToThisCase') }
  return { title: `${label}: ${about}`, main, backLink, error: fault !== undefined }
}

/** Says where the case stood, as every form of a case does. */
function post({ desk, opened, appointment }: AppointmentProps, rest: string, content: Html): Html {
  const action = desk.to(`/staff/cases/${opened.current.id}/appointments/${appointment}${rest}`)
  return form({ action, csrf: desk.ctx.csrf, content: html`<input type="hidden" name="seq" value="${opened.current.seq}">${content}` })
}
