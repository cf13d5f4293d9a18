/** Pages for staff that show every part of `src/ui` they can meet. */
import { button } from '#ui/components/button.ts'
import { input } from '#ui/components/input.ts'
import { notificationBanner } from '#ui/components/notification-banner.ts'
import { select } from '#ui/components/select.ts'
import { summaryList } from '#ui/components/summary-list.ts'
import { table } from '#ui/components/table.ts'
import { tag } from '#ui/components/tag.ts'
import { form } from '#ui/form.ts'
import { html } from '#ui/html.ts'
import type { PageOptions } from '#ui/page.ts'
import { phoneScript } from '#ui/phone-script/index.ts'
import { barChart } from '#ui/pictures/bar-chart.ts'
import { tableScroll } from '#ui/table-scroll.ts'
import { timeline } from '#ui/timeline.ts'
import { trace } from '#ui/trace.ts'
import { framed } from './frame.ts'
import { outlined } from './outline.ts'

const staffFrame: Partial<PageOptions> = {
  wide: true,
  otherLanguage: undefined,
  staff: {
    person: 'Jo Example',
    team: 'Membership',
    signOut: form({ action: '/out', csrf: 't', content: button({ text: 'Sign out', classes: 'govuk-button--secondary' }) }),
  },
  nav: [
    { text: 'Inbox', href: '/staff', current: true },
    { text: 'Services', href: '/staff/services' },
    { text: 'Reports', href: '/staff/reports' },
  ],
}

function inboxPage(): string {
  const rows = Array.from({ length: 25 }, (_, index) => [
    { html: html`<a class="govuk-link" href="/case/${index}">TC${index + 100} 7QK</a>` },
    { text: ['Sam O’Neill', 'Alex Price', 'Riverside Tennis'][index % 3] },
    { text: 'Join the tennis club' },
    { text: `${(index % 28) + 1} November 2026` },
    { html: tag(index % 4 === 0 ? { text: 'Overdue', classes: 'govuk-tag--red' } : { text: 'New' }) },
    { text: String(index + 1), format: 'numeric' },
  ])
  const main = html`<h1 class="govuk-heading-l">Inbox</h1>
${notificationBanner({ type: 'success', text: 'Case TC100 7QK is now yours.' })}
<ul class="counts">${[
    ['All', 412],
    ['Mine', 12],
    ['Overdue', 3],
    ['Waiting for the person', 31],
  ].map(
    ([name, count], index) =>
      html`<li><a href="?v=${index}"${index === 0 && html` aria-current="page"`}>${name}<span class="counts__number">${count}</span></a></li>`,
  )}</ul>
${form({
  method: 'get',
  classes: 'filters',
  content: html`${input({ name: 'q', label: { text: 'Reference or name' }, type: 'search' })}
${select({
  name: 'service',
  label: { text: 'Service' },
  items: [
    { value: '', text: 'All services' },
    { value: 'tennis', text: 'Join the tennis club' },
  ],
})}
${button({ text: 'Apply', classes: 'govuk-button--secondary' })}`,
})}
${tableScroll('Cases', table({ head: ['Reference', 'From', 'Service', 'Received', 'Status', 'Days'].map((text, index) => ({ text, format: index === 5 ? 'numeric' : undefined })), rows, firstCellIsHeader: true }))}`
  return framed({ title: 'Inbox', main, ...staffFrame })
}

function casePage(): string {
  const main = html`<h1 class="govuk-heading-l">TC100 7QK: Sam O’Neill</h1>
<div class="case"><div>
${summaryList({
  rows: [
    { key: { text: 'Date of birth' }, value: { text: '27 March 2009' } },
    { key: { text: 'Households' }, value: { text: '2' } },
  ],
})}
${trace({
  caption: 'How the rules came to this',
  heads: { step: 'Step', value: 'Result', reads: 'Answers read' },
  steps: [
    { name: 'Age on the day', value: '17', reads: ['Date of birth'] },
    { name: 'Share to pay', value: '0.5', reads: ['Age', 'Household'], cites: ['Rules of the club 2026, section 4'] },
  ],
})}
${barChart({
  id: 'coverage',
  title: 'Households that have joined, by street',
  description: 'Mill Lane has the highest share, 82.1%; the share of Ferry Road is not shown because too few live there.',
  heads: ['Street', 'Share', 'Joined', 'Households'],
  bars: [
    { label: 'Mill Lane', share: 211 / 257, value: '82.1%', cells: ['211', '257'] },
    { label: 'High Street', share: 0.37, value: '37.0%', cells: ['74', '200'] },
    { label: 'Ferry Road', value: 'fewer than 5', cells: ['–', '–'] },
  ],
  note: 'Numbers below 5 are not shown.',
})}
</div><div><h2 class="govuk-heading-m">History</h2>${timeline([
    { at: '2026-11-23T10:12:00Z', when: '23 November, 10:12am', title: 'Application received', by: 'Sam O’Neill, online', isWeighty: true },
    {
      at: '2026-11-23T11:00:00Z',
      when: '23 November, 11:00am',
      title: 'Note added',
      by: 'Jo Example',
      seenBy: 'Staff only',
      body: 'Called, no answer.',
    },
    { at: '2026-11-23T12:00:00Z', when: '23 November, midday', title: 'Accepted', by: 'Jo Example', isWeighty: true },
  ])}</div></div>`
  return framed({ title: 'TC100 7QK', main, ...staffFrame })
}

function scriptPage(): string {
  const script = phoneScript({
    lang: 'en',
    service: 'Join the tennis club',
    opening: 'Thank you for calling. I will ask a few questions; it takes about ten minutes. We keep your answers for **six years**.',
    sections: outlined(),
    closing: 'We will write to you within ten working days. Your reference is …',
  })
  return framed({ title: 'Phone script', main: script, ...staffFrame })
}

export const staffPages = { inbox: inboxPage(), case: casePage(), 'phone-script': scriptPage() }
