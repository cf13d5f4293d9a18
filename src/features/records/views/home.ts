/** `/staff/records`: finding a person, requests with their clocks, legal holds. */
import { path } from '#http/language.ts'
import type { Ctx } from '#http/route.ts'
import { type Content, form } from '#http/shell.ts'
import { button } from '#ui/components/button.ts'
import { checkboxes } from '#ui/components/checkboxes.ts'
import { input } from '#ui/components/input.ts'
import { html, type Html } from '#ui/html.ts'
import type { DataRequest, Found, HoldInForce } from '../domain/index.ts'
import { sayIn } from '../words/index.ts'
import { type Fault, faultsOf, holdTable, personHref, requestTable, spoken } from './parts.ts'
import { holdForm } from './hold-form.ts'

export type Home = {
  readonly requests: readonly DataRequest[]
  readonly holds: readonly HoldInForce[]
  /** People a search can mean, when it can mean several. */
  readonly found?: readonly Found[]
  readonly typed?: string
  readonly faults?: readonly Fault[]
}

export function homePage(ctx: Ctx, { requests, holds, found = [], typed = '', faults = [] }: Home): Content {
  const say = sayIn(ctx.lang)
  const at = (rest: string) => path(ctx.lang, `/staff/records/${rest}`)
  const main = html`${faultsOf(ctx, faults)}
<h1 class="govuk-heading-l">${say('title')}</h1>
<p class="govuk-body">${say('intro')}</p>
<ul class="govuk-list">
<li><a class="govuk-link" href="${at('disposal')}">${say('disposal')}</a></li>
<li><a class="govuk-link" href="${at('processing')}">${say('processing')}</a></li>
</ul>
<h2 class="govuk-heading-m">${say('find')}</h2>
${findForm(ctx, typed, faults)}
${found.length > 0 && severalFound(ctx, found)}
${requests.length > 0 ? requestTable(ctx, requests, { caption: say('openRequests'), linked: true }) : html`<h2 class="govuk-heading-m">${say('openRequests')}</h2><p class="govuk-body">${say('noRequests')}</p>`}
${holds.length > 0 && holdTable(ctx, holds, say('holds'))}
<h2 class="govuk-heading-m">${say('hold')}</h2>
<p class="govuk-body">${say('holdsHint')}</p>
${holdForm(ctx, { action: at('holds'), faults })}`
  return { title: say('title'), main, wide: true, error: faults.length > 0 }
}

function findForm(ctx: Ctx, typed: string, faults: readonly Fault[]): Html {
  const say = sayIn(ctx.lang)
  const errorMessage = faults.find(({ field }) => field === 'find')
  return form(
    ctx,
    path(ctx.lang, '/staff/records/find'),
    html`${input({ id: 'find', name: 'find', value: typed, label: { text: say('findField') }, hint: { text: say('findHint') }, errorMessage, autocomplete: 'off' })}
${checkboxes({ name: 'everywhere', items: [{ value: 'yes', text: say('everywhere'), hint: { text: say('everywhereHint') } }] })}
${button({ text: say('findButton') })}`,
  )
}

function severalFound(ctx: Ctx, found: readonly Found[]): Html {
  const say = sayIn(ctx.lang)
  const items = found.map(({ person, references, hasAccount }) => {
    const names = [...references.map(spoken), ...(hasAccount ? [say('signedIn')] : [])].join(', ')
    return html`<li><a class="govuk-link" href="${personHref(ctx, person)}">${names === '' ? person : names}</a></li>`
  })
  return html`<p class="govuk-body">${say('several')}</p>
<ul class="govuk-list govuk-list--bullet">${items}</ul>`
}
