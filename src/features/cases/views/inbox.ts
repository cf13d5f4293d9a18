/** The single place that shows the list of cases: filters with their counts, and one row for each case. */
import { mayDo } from '#http/actor.ts'
import type { Content } from '#http/shell.ts'
import { form } from '#ui/form.ts'
import { button } from '#ui/components/button.ts'
import { input } from '#ui/components/input.ts'
import { select } from '#ui/components/select.ts'
import { table, type TableCell } from '#ui/components/table.ts'
import { tag } from '#ui/components/tag.ts'
import { html, type Html } from '#ui/html.ts'
import { tableScroll } from '#ui/table-scroll.ts'
import { addressOf, type Filter, type Inbox, inboxLimits, type InboxRow, never, showReference } from '../domain/index.ts'
import { mayFindByName } from '../policy.ts'
import { channelName, type Desk, statusColours, statusName } from './desk.ts'
import { showShortDay } from './moment.ts'

export type InboxProps = {
  readonly desk: Desk
  readonly filter: Filter
  readonly inbox: Inbox
  readonly flagName: (flag: string) => string
}

export function inboxPage(props: InboxProps): Content {
  const { desk, filter, inbox } = props
  const { say, to, ctx } = desk
  const found = filter.find !== undefined || filter.due !== undefined ? undefined : inbox.counts.found
  const main = html`<h1 class="govuk-heading-l">${say('inbox')}</h1>
${ctx.site.demo && html`<p class="govuk-body">${say('demoCases')}</p>`}
${statusLinks(props)}
${filters(props)}
<p class="govuk-body">${found !== undefined && html`<strong>${say('casesFound', { count: String(found) })}</strong> · `}${
    mayDo(ctx.actor, 'cases.export') &&
    html`<a class="govuk-link" href="${to(addressOf({ ...filter, after: undefined }, '/staff/cases.csv'))}">${say('download')}</a>`
  }</p>
${inbox.rows.length === 0 ? html`<p class="govuk-body">${say('nothingFound')} <a class="govuk-link" href="${to('/staff/cases')}">${say('clearFilters')}</a></p>` : rowsTable(props)}
<p class="govuk-body">${filter.after && html`<a class="govuk-link" href="${to(addressOf({ ...filter, after: undefined }))}">${say('firstPage')}</a> `}${
    inbox.next && html`<a class="govuk-link" rel="next" href="${to(addressOf(inbox.next))}">${say('nextPage')}</a>`
  }</p>`
  return { title: say('inbox'), main, wide: true }
}

/** Links for what officers choose most, each with its count. */
function statusLinks({ desk, filter, inbox }: InboxProps): Html {
  const { say, to } = desk
  const link = (text: string, count: number, changed: Filter) => {
    const isCurrent = addressOf({ ...changed, after: undefined }) === addressOf({ ...filter, after: undefined })
    const number = count >= inboxLimits.due && changed.due !== undefined ? say('manyMore', { count: String(count - 1) }) : String(count)
    return html`<li><a href="${to(addressOf({ ...changed, after: undefined }))}"${isCurrent && html` aria-current="page"`}>${text}<span class="counts__number">${number}</span></a></li>`
  }
  const statuses = ['open', 'received', 'looking', 'waiting', 'decided', 'closed', 'all'] as const
  const words = (status: (typeof statuses)[number]) => (status === 'open' || status === 'all' ? say(status) : statusName(say, status))
  return html`<ul class="counts">${statuses.map((status) =>
    link(words(status), inbox.counts.status.get(status) ?? 0, { ...filter, status, due: undefined, find: undefined }),
  )}
${link(say('late'), inbox.late, { ...filter, due: 'late', find: undefined })}${link(say('soon'), inbox.soon, { ...filter, due: 'soon', find: undefined })}
${link(say('mine'), inbox.counts.with.get('me') ?? 0, { ...filter, with: 'me', find: undefined })}${link(say('nobody'), inbox.counts.with.get('nobody') ?? 0, { ...filter, with: 'nobody', find: undefined })}</ul>`
}

/** Everything in one form that is posted, because a name may be looked for; what is no name then stays in the address. */
function filters({ desk, filter, inbox, flagName }: InboxProps): Html {
  const { say, to, ctx } = desk
  const choice = (name: 'service' | 'team' | 'flag' | 'channel', nameOf: (id: string) => string) => {
    const counts = inbox.counts[name]
    const known = [...counts.keys(), ...(filter[name] !== undefined && !counts.has(filter[name]) ? [filter[name]] : [])].sort()
    if (known.length < 2 && filter[name] === undefined) return undefined
    const items = known.map((id) => ({ value: id, text: `${nameOf(id)} (${counts.get(id) ?? 0})` }))
    const label = { service: say('service'), team: say('team'), flag: say('flags'), channel: say('channel') }[name]
    return select({ id: name, name, label: { text: label }, value: filter[name], items: [{ value: '', text: say('all') }, ...items] })
  }
  const hint = mayFindByName(ctx.actor) ? say('findHint') : say('findHintReference')
  const content = html`<div class="filters">
${choice('service', desk.serviceName)}${choice('team', desk.teamName)}${choice('flag', flagName)}${choice('channel', (id) => channelName(say, id))}
${input({ id: 'find', name: 'find', label: { text: `${say('find')} (${hint})` }, value: filter.find, autocomplete: 'off', spellcheck: false })}
${filter.status !== 'open' && html`<input type="hidden" name="status" value="${filter.status}">`}
${filter.with !== undefined && html`<input type="hidden" name="with" value="${filter.with}">`}
${filter.due !== undefined && html`<input type="hidden" name="due" value="${filter.due}">`}
${button({ text: say('applyFilters'), classes: 'govuk-button--secondary' })}
</div>`
  return form({ action: to('/staff/cases'), csrf: ctx.csrf, content })
}

function rowsTable(props: InboxProps): Html {
  const { say } = props.desk
  const head = [
    say('reference'),
    say('person'),
    say('service'),
    say('status'),
    say('due'),
    say('assignedTo'),
    say('flags'),
    say('channel'),
    say('opened'),
  ]
  const content = table({
    caption: say('inbox'),
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    head: head.map((text) => ({ text })),
    rows: props.inbox.rows.map((row) => rowCells(props, row)),
  })
  return tableScroll(say('inbox'), content)
}

function rowCells({ desk, flagName }: InboxProps, row: InboxRow): TableCell[] {
  const { say, to, ctx } = desk
  const isLate = row.dueOn < ctx.today && row.status !== 'decided' && row.status !== 'closed'
  const due = row.dueOn === never ? '–' : showShortDay(row.dueOn, ctx.lang)
  return [
    {
      html: html`<a class="govuk-link" href="${to(`/staff/cases/${row.caseId}`)}">${showReference(row.reference)}</a>${row.isMadeUp && html`<br>${tag({ text: say('madeUp'), classes: 'govuk-tag--grey' })}`}`,
    },
    { text: row.name ?? '–' },
    { text: desk.serviceName(row.service) },
    { html: tag({ text: statusName(say, row.status), classes: statusColours[row.status] ?? '' }) },
    { html: isLate ? html`<strong>${due}</strong> ${tag({ text: say('late'), classes: 'govuk-tag--red' })}` : html`${due}` },
    { text: row.assignee === null ? '–' : desk.nameOf(row.assignee) },
    { text: [...row.flags.map(flagName), ...(row.awaitsSecond ? [say('secondNeeded')] : [])].join(', ') || '–' },
    { text: channelName(say, row.channel) },
    { text: showShortDay(row.openedAt.slice(0, 10), ctx.lang) },
  ]
}
