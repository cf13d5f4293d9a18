/** The form on which a gate is set aside: which, why, until when. */
import type { Ctx } from '#http/route.ts'
import { form } from '#http/shell.ts'
import { button } from '#ui/components/button.ts'
import { dateInput } from '#ui/components/date-input.ts'
import { errorSummary } from '#ui/components/error-summary.ts'
import { radios } from '#ui/components/radios.ts'
import { textarea } from '#ui/components/textarea.ts'
import { html, type Html } from '#ui/html.ts'
import { wordsIn } from '#ui/words/index.ts'
import { path } from '#http/language.ts'
import { waivableGates, type WaiverRefusal } from '../domain/index.ts'
import { wordsFor } from '../words/index.ts'

export type WaiverForm = { readonly service: string; readonly name: string; readonly refusal?: WaiverRefusal | undefined }

const fieldOf: Readonly<Record<WaiverRefusal, 'gate' | 'reason' | 'until'>> = {
  'not-waivable': 'gate',
  'no-reason': 'reason',
  'no-name': 'reason',
  'no-such-day': 'until',
  past: 'until',
  'too-long': 'until',
}

export function waiverForm(ctx: Ctx, { service, name, refusal }: WaiverForm): Html {
  const { lang, form: filled } = ctx
  const words = wordsFor(lang)
  const fault = (field: string) => (refusal !== undefined && fieldOf[refusal] === field ? { text: words.waiverFaults[refusal] } : undefined)
  const gate = radios({
    name: 'gate',
    fieldset: { legend: { text: words.waiverGate, classes: 'govuk-fieldset__legend--s' } },
    errorMessage: fault('gate'),
    items: waivableGates.map((id) => ({ value: id, text: words.gateNames[id], checked: filled.get('gate') === id })),
  })
  const reason = textarea({
    id: 'reason',
    name: 'reason',
    label: { text: words.waiverReason, classes: 'govuk-label--s' },
    errorMessage: fault('reason'),
    value: filled.get('reason'),
  })
  const until = dateInput({
    id: 'until',
    namePrefix: 'until',
    fieldset: { legend: { text: words.waiverUntil, classes: 'govuk-fieldset__legend--s' } },
    hint: { text: words.waiverUntilHint },
    errorMessage: fault('until'),
    items: (['day', 'month', 'year'] as const).map((part) => ({
      name: part,
      label: wordsIn(lang)[part],
      value: filled.get(`until-${part}`),
      classes: `govuk-input--width-${part === 'year' ? 4 : 2}`,
    })),
  })
  return html`${refusal !== undefined && summaryOf(refusal, ctx)}
<span class="govuk-caption-l">${name}</span>
<h1 class="govuk-heading-l">${words.waiverTitle}</h1>
<p class="govuk-body">${words.waiverBody}</p>
${form(ctx, path(lang, `/staff/services/${service}/waive`), html`${gate}${reason}${until}${button({ text: words.waiverButton })}`)}`
}

function summaryOf(refusal: WaiverRefusal, { lang }: Ctx): Html {
  const field = fieldOf[refusal]
  const titleText = wordsIn(lang).errorSummaryTitle
  return errorSummary({
    titleText,
    errorList: [{ text: wordsFor(lang).waiverFaults[refusal], href: `#${field === 'until' ? 'until-day' : field}` }],
  })
}
