/** `/staff/records/people/:person`: what is held about a person, their requests, the copy, the erasure, the holds. */
import { path } from '#http/language.ts'
import type { Ctx } from '#http/route.ts'
import { type Content, form } from '#http/shell.ts'
import { button } from '#ui/components/button.ts'
import { checkboxes } from '#ui/components/checkboxes.ts'
import { dateInput } from '#ui/components/date-input.ts'
import { input } from '#ui/components/input.ts'
import { radios } from '#ui/components/radios.ts'
import { html, type Html } from '#ui/html.ts'
import type { Erased, HeldAbout, HeldCase } from '../domain/index.ts'
import { sayIn } from '../words/index.ts'
import { holdForm } from './hold-form.ts'
import { day, type Fault, faultsOf, holdTable, list, personHref, requestTable, spoken } from './parts.ts'

/** How the names of services are said. */
export type ServiceName = (id: string) => string

export type PersonPage = {
  readonly held: HeldAbout
  readonly serviceName: ServiceName
  /** What was just erased. */
  readonly erased?: Erased
  readonly faults?: readonly Fault[]
}

export function personPage(ctx: Ctx, shown: PersonPage): Content {
  const { held, erased, faults = [] } = shown
  const say = sayIn(ctx.lang)
  const href = personHref(ctx, held.person)
  const account = { none: 'accountNone', own: 'accountOwn', 'works-here': 'accountStaff' } as const
  const main = html`${faultsOf(ctx, faults)}
<h1 class="govuk-heading-l">${say('person')}</h1>
${erased && outcome(ctx, erased)}
<p class="govuk-body">${say(account[held.account])}
${held.drafts.length > 0 && say('draftsCount', { count: held.drafts.length })}</p>
${held.cases.length > 0 && caseTable(ctx, shown)}
${held.requests.length > 0 && requestTable(ctx, held.requests, { caption: say('requests'), linked: false })}
<h2 class="govuk-heading-m">${say('receive')}</h2>
${requestForm(ctx, `${href}/requests`, faults)}
<h2 class="govuk-heading-m">${say('copy')}</h2>
<p class="govuk-body">${say('copyHint')}</p>
<ul class="govuk-list">
<li><a class="govuk-link" href="/staff/records/people/${held.person}/copy.json">${say('copyJson')}</a></li>
<li><a class="govuk-link" href="/staff/records/people/${held.person}/copy.csv">${say('copyCsv')}</a></li>
</ul>
${held.requests.some(({ about, answer }) => about === 'access' && !answer) && form(ctx, `${href}/given`, button({ text: say('markGiven'), classes: 'govuk-button--secondary' }))}
<h2 class="govuk-heading-m">${say('erase')}</h2>
<p class="govuk-body"><strong>${say('eraseHint')}</strong></p>
${eraseForm(ctx, held, faults)}
${held.holds.length > 0 && holdTable(ctx, held.holds, say('holds'))}
<h2 class="govuk-heading-m">${say('hold')}</h2>
${holdForm(ctx, { action: `${href}/holds`, isAboutPerson: true, faults })}`
  return { title: say('person'), main, wide: true, error: faults.length > 0, backLink: { href: path(ctx.lang, '/staff/records') } }
}

function caseTable(ctx: Ctx, { held, serviceName }: PersonPage): Html {
  const say = sayIn(ctx.lang)
  const rows = held.cases.map((one) => [
    { text: spoken(one.reference) },
    { text: serviceName(one.service) },
    { html: html`${keptWords(ctx, one).map((words) => html`<div>${words}</div>`)}` },
  ])
  return list(say('cases'), [say('reference'), say('service'), say('kept')], rows)
}

function keptWords(ctx: Ctx, { classes }: HeldCase): readonly string[] {
  const say = sayIn(ctx.lang)
  if (classes.length === 0) return [say('gone')]
  return classes.map(({ name, goesOn, isHeld }) => {
    const until = goesOn === undefined ? say('open') : day(ctx, goesOn)
    return `${name.replaceAll('_', ' ')}: ${isHeld ? say('held') : until}`
  })
}

function requestForm(ctx: Ctx, action: string, faults: readonly Fault[]): Html {
  const say = sayIn(ctx.lang)
  const fault = (field: string) => faults.find((one) => one.field === field)
  const about = radios({
    name: 'about',
    fieldset: { legend: { text: say('receiveWhat') } },
    errorMessage: fault('about'),
    items: (['access', 'erasure'] as const).map((value) => ({ value, text: say(value) })),
  })
  const received = dateInput({
    id: 'received',
    namePrefix: 'received',
    fieldset: { legend: { text: say('receivedOn') } },
    hint: { text: say('receivedHint') },
    errorMessage: fault('received'),
    values: {
      'received-day': String(Number(ctx.today.slice(8))),
      'received-month': String(Number(ctx.today.slice(5, 7))),
      'received-year': ctx.today.slice(0, 4),
    },
  })
  return form(ctx, action, html`${about}${received}${button({ text: say('record'), classes: 'govuk-button--secondary' })}`)
}

function eraseForm(ctx: Ctx, { person, cases }: HeldAbout, faults: readonly Fault[]): Html {
  const say = sayIn(ctx.lang)
  const fault = (field: string) => faults.find((one) => one.field === field)
  const stay = cases
    .filter(({ classes }) => classes.length > 0)
    .map(({ caseId, reference }) => ({ value: caseId, text: spoken(reference) }))
  return form(
    ctx,
    `${personHref(ctx, person)}/erase`,
    html`${stay.length > 0 && checkboxes({ name: 'stay', fieldset: { legend: { text: say('mustStay') } }, items: stay })}
${stay.length > 0 && input({ id: 'because', name: 'because', label: { text: say('because') }, errorMessage: fault('because') })}
${input({ id: 'why', name: 'why', label: { text: say('eraseReason') }, hint: { text: say('eraseReasonHint') }, errorMessage: fault('why') })}
${button({ text: say('eraseButton'), classes: 'govuk-button--warning' })}`,
  )
}

function outcome(ctx: Ctx, { cases, drafts, account, kept }: Erased): Html {
  const say = sayIn(ctx.lang)
  const names: Readonly<Record<string, string>> = { account: say('theAccount'), drafts: say('theDrafts') }
  const items = kept.map(({ what, why }) => html`<li>${names[what] ?? spoken(what)}: ${why === 'works-here' ? say('worksHere') : why}</li>`)
  return html`<div class="govuk-inset-text" role="status">
<h2 class="govuk-heading-s">${say('outcome')}</h2>
<p class="govuk-body">${say('outcomeErased', { cases: cases.length, drafts })} ${account && say('outcomeAccount')}</p>
${items.length > 0 && html`<p class="govuk-body">${say('outcomeKept')}</p><ul class="govuk-list govuk-list--bullet">${items}</ul>`}
</div>`
}
