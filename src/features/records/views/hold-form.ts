/** The form that places a legal hold, on the page of a person and on the one of all records. */
import type { Ctx } from '#http/route.ts'
import { form } from '#http/shell.ts'
import { button } from '#ui/components/button.ts'
import { input } from '#ui/components/input.ts'
import { radios } from '#ui/components/radios.ts'
import { html, type Html } from '#ui/html.ts'
import { sayIn } from '../words/index.ts'
import type { Fault } from './parts.ts'

export type HoldForm = {
  readonly action: string
  /** On the page of a person the hold is about them. */
  readonly isAboutPerson?: boolean
  readonly faults: readonly Fault[]
}

export function holdForm(ctx: Ctx, { action, isAboutPerson = false, faults }: HoldForm): Html {
  const say = sayIn(ctx.lang)
  const fault = (field: string) => faults.find((one) => one.field === field)
  const caseField = input({
    id: 'case',
    name: 'case',
    label: { text: say('holdReference') },
    errorMessage: fault('case'),
    autocomplete: 'off',
  })
  const cover = radios({
    name: 'cover',
    fieldset: { legend: { text: say('holdOn') } },
    errorMessage: fault('cover'),
    items: [
      isAboutPerson && { value: 'person', text: say('holdPerson') },
      { value: 'case', text: say('holdCase') },
      !isAboutPerson && { value: 'council', text: say('holdCouncil') },
    ],
  })
  const reason = input({ id: 'reason', name: 'reason', label: { text: say('holdReason') }, errorMessage: fault('reason') })
  return form(ctx, action, html`${cover}${caseField}${reason}${button({ text: say('holdButton'), classes: 'govuk-button--secondary' })}`)
}
