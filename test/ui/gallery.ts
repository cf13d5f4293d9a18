/** Pages that show every part of `src/ui` as residents and staff would see it, for looking at and for checks in a browser. */
import { brandAsset, readBrand } from '#ui/brand.ts'
import { button } from '#ui/components/button.ts'
import { errorSummary } from '#ui/components/error-summary.ts'
import { input } from '#ui/components/input.ts'
import { insetText } from '#ui/components/inset-text.ts'
import { notificationBanner } from '#ui/components/notification-banner.ts'
import { panel } from '#ui/components/panel.ts'
import { select } from '#ui/components/select.ts'
import { summaryList } from '#ui/components/summary-list.ts'
import { table } from '#ui/components/table.ts'
import { tag } from '#ui/components/tag.ts'
import { warningText } from '#ui/components/warning-text.ts'
import { explanation } from '#ui/explanation.ts'
import { form } from '#ui/form.ts'
import { html, type Html } from '#ui/html.ts'
import { prose } from '#ui/markdown.ts'
import type { OutlinePage, OutlineQuestion, OutlineSection } from '#ui/outline.ts'
import { page, type PageOptions } from '#ui/page.ts'
import { paperForm } from '#ui/paper/index.ts'
import { phoneScript } from '#ui/phone-script/index.ts'
import { barChart } from '#ui/pictures/bar-chart.ts'
import { fieldId, questionView, typedFrom } from '#ui/questions/index.ts'
import { tableScroll } from '#ui/table-scroll.ts'
import { timeline } from '#ui/timeline.ts'
import { trace } from '#ui/trace.ts'
import type { Language } from '#ui/words/index.ts'
import { wordsIn } from '#ui/words/index.ts'
import { examples } from './questions.ts'

const reading = readBrand({})
if (!('brand' in reading)) throw new Error('The usual brand has faults')
export const brand = brandAsset(reading.brand)

function framed(lang: Language, title: string, main: Html, more: Partial<PageOptions> = {}): string {
  return page({
    lang,
    title,
    main,
    council: { name: lang === 'cy' ? 'Cyngor Enghraifft' : 'Example Council', homeHref: '/', stylesheet: brand.path },
    otherLanguage: { lang: lang === 'cy' ? 'en' : 'cy', href: '/other' },
    footerLinks: [
      { text: wordsIn(lang).footerPrivacy, href: '/privacy' },
      { text: wordsIn(lang).footerCookies, href: '/cookies' },
      { text: wordsIn(lang).footerAccessibility, href: '/accessibility' },
    ],
    ...more,
  })
}

const service = { name: 'Join the tennis club', href: '/services/tennis' }

/** Every kind of question in one form, with what was typed and, if asked for, something wrong with each. */
function questionsPage(lang: Language, withErrors: boolean): string {
  const words = wordsIn(lang)
  const error = withErrors ? 'Enter it as shown in the example' : undefined
  const summary = errorSummary({
    titleText: words.errorSummaryTitle,
    errorList: examples.map(({ question, text }) => ({ text: `${text.label} ${error}`, href: `#${fieldId(question, question.id)}` })),
    attributes: { tabindex: -1, autofocus: { value: true, optional: true } },
  })
  const fields = examples.map(({ question, text, typed }) =>
    questionView({
      question,
      text,
      name: question.id,
      typed: typedFrom(typed),
      error,
      wrongParts: error !== undefined && question.kind === 'date' ? ['day', 'month'] : undefined,
      lang,
      isPageHeading: false,
      found: question.kind === 'address' ? [{ value: '1', text: '1 Mill Lane, Riverside, ZZ99 3WZ' }] : undefined,
      members:
        question.kind === 'group' && !withErrors ? [{ title: 'Alex O’Neill', changeHref: '/change', removeHref: '/remove' }] : undefined,
      addHref: '/add',
    }),
  )
  const main = html`${withErrors && summary}<h1 class="govuk-heading-l">Every kind of question</h1>
${form({ csrf: 'token', content: html`${fields}${button({ text: words.continue, preventDoubleClick: true })}` })}`
  return framed(lang, 'Every kind of question', main, { service, backLink: { href: '/back' }, error: withErrors })
}

function singleQuestionPage(): string {
  const example = examples.find(({ question }) => question.kind === 'one-of')
  if (!example) throw new Error('No example of a choice')
  const view = questionView({
    question: example.question,
    text: example.text,
    name: example.question.id,
    typed: typedFrom(example.typed),
    lang: 'en',
    isPageHeading: true,
  })
  return framed('en', example.text.label, form({ csrf: 't', content: html`${view}${button({ text: 'Continue' })}` }), {
    service,
    backLink: { href: '/back' },
    phase: { tag: 'Trial', html: html`This is a new service. <a class="govuk-link" href="/feedback">Tell us what you think</a>.` },
  })
}

function servicesPage(): string {
  const names = ['Join the tennis club', 'Borrow a racket', 'Report a broken fence', 'Book a court', 'Ask for a coach', 'Cancel a booking']
  const main = html`<h1 class="govuk-heading-xl">Services</h1>
${form({
  method: 'get',
  classes: 'search',
  content: html`${input({ name: 'q', label: { text: 'Search services', classes: 'govuk-label--s' }, type: 'search' })}${button({ text: 'Search' })}`,
})}
<ul class="service-list">${names.map((name) => html`<li class="service-list__item"><a class="govuk-link" href="/x">${name}</a><p>Takes about five minutes. You need your membership number.</p></li>`)}</ul>`
  return framed('en', 'Services', main, {
    wide: true,
    nav: [
      { text: 'Services', href: '/services', current: true },
      { text: 'My applications', href: '/mine' },
    ],
  })
}

function startPage(): string {
  const main = html`<h1 class="govuk-heading-xl">Join the tennis club</h1>
<dl class="at-a-glance"><div><dt>Takes</dt><dd>5 minutes</dd></div><div><dt>Costs</dt><dd>£12.50 a year</dd></div><div><dt>Answer within</dt><dd>10 working days</dd></div></dl>
${prose('You can join if you live in the area or work here.\n\n## Before you start\n\nYou need:\n\n- your **address**\n- a card to pay with\n\nRead [the rules of the courts](/rules) first.')}
${insetText({ text: 'You can do this in Welsh. It takes no longer.' })}
${button({ text: 'Start now', href: '/start', isStartButton: true })}
${warningText({ text: 'You can lose your place if you do not pay within 14 days.' })}`
  return framed('en', 'Join the tennis club', main, { service })
}

function checkPage(): string {
  const rows = [
    ['Name', 'Sam O’Neill'],
    ['Address', '1 Mill Lane\nRiverside\nZZ99 3WZ'],
    ['When you mostly play', 'Weekday evenings'],
  ].map(([key = '', value = '']) => ({
    key: { text: key },
    value: { text: value },
    actions: { items: [{ href: '/change', text: 'Change', visuallyHiddenText: key.toLowerCase() }] },
  }))
  const main = html`<h1 class="govuk-heading-l">Check your answers</h1>
${summaryList({ card: { title: { text: 'About you' } }, rows })}
${button({ text: 'Send application' })}`
  return framed('en', 'Check your answers', main, { service, backLink: { href: '/back' } })
}

function donePage(): string {
  const main = html`${panel({ titleText: 'Application sent', html: html`Your reference <strong class="reference">TC4 7QK 2MP</strong>` })}
<h2 class="govuk-heading-m">What happens next</h2>${timeline([
    { at: '2026-11-23T10:12:00Z', when: '23 November 2026, 10:12am', title: 'You sent your application', isWeighty: true },
    { at: '2026-12-07', when: 'by 7 December 2026', title: 'We write to you with our answer' },
  ])}
${explanation({
  outcome: 'You pay half: £6.25 a year',
  reasonsTitle: 'Why',
  reasons: [
    { text: 'You are under 18 on the day you join.', source: 'Rules of the club 2026, section 4' },
    { text: 'Another member of your household has joined.', source: 'Rules of the club 2026, section 6' },
  ],
  next: html`<p class="govuk-body">If you think this is wrong, <a class="govuk-link" href="/ask">ask us to look again</a> by 21 December 2026.</p>`,
})}`
  return framed('en', 'Application sent', main, { service })
}

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
  return framed('en', 'Inbox', main, staffFrame)
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
  heads: { step: 'Step', value: 'Result', reads: 'Answers read', source: 'Rows and sources' },
  steps: [
    { name: 'Age on the day', value: '17', reads: ['Date of birth'] },
    { name: 'Share to pay', value: '0.5', reads: ['Age', 'Household'], rows: ['row 2'], cites: ['Rules of the club 2026, section 4'] },
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
  return framed('en', 'TC100 7QK', main, staffFrame)
}

function outlined(): OutlineSection[] {
  const questions = examples.map(
    ({ question, text }, index): OutlineQuestion => ({
      number: String(index + 1),
      question,
      text,
      onlyIf: question.kind === 'money' ? 'you have been a member for a year' : undefined,
      directions: question.kind === 'yes-no' ? [{ answer: 'No', to: '9' }] : undefined,
      members:
        question.kind === 'group'
          ? examples.slice(0, 1).map((member) => ({ number: `${index + 1}a`, question: member.question, text: member.text }))
          : undefined,
    }),
  )
  const pageOf = (id: string, some: OutlineQuestion[], more: Partial<OutlinePage> = {}): OutlinePage => ({ id, questions: some, ...more })
  return [
    { title: 'About you', pages: [pageOf('you', questions.slice(0, 7), { body: 'We need this to **reach** you.' })] },
    { title: 'Playing', pages: [pageOf('play', questions.slice(7, 12), { onlyIf: 'you want to play', otherwiseTo: '13' })] },
    { title: 'The rest', pages: [pageOf('rest', questions.slice(12))] },
  ]
}

function paperPage(lang: Language): string {
  return paperForm({
    lang,
    service: lang === 'cy' ? 'Ymuno â’r clwb tennis' : 'Join the tennis club',
    council: { name: lang === 'cy' ? 'Cyngor Enghraifft' : 'Example Council', stylesheet: brand.path },
    edition: '2026-11 · 4f9a21c0',
    introduction: 'Use this form to join. It takes about ten minutes.',
    privacy: 'We use what you write to decide about your membership (public task) and keep it for **six years**.',
    returnTo: ['Example Council', 'Membership', 'Riverside', 'ZZ99 3WZ'],
    help: ['01632 960 001', 'help@example.org'],
    other: { lang: lang === 'cy' ? 'en' : 'cy', href: '/other' },
    sections: outlined(),
    equality: {
      id: 'equality',
      questions: examples.slice(7, 8).map(({ question, text }) => ({ number: 'E1', question, text })),
    },
  })
}

function scriptPage(): string {
  const script = phoneScript({
    lang: 'en',
    service: 'Join the tennis club',
    opening: 'Thank you for calling. I will ask a few questions; it takes about ten minutes. We keep your answers for **six years**.',
    sections: outlined(),
    closing: 'We will write to you within ten working days. Your reference is …',
  })
  return framed('en', 'Phone script', script, staffFrame)
}

export const gallery: Readonly<Record<string, string>> = {
  services: servicesPage(),
  start: startPage(),
  question: singleQuestionPage(),
  questions: questionsPage('en', false),
  'questions-cy-errors': questionsPage('cy', true),
  check: checkPage(),
  done: donePage(),
  inbox: inboxPage(),
  case: casePage(),
  'phone-script': scriptPage(),
  paper: paperPage('en'),
  'paper-cy': paperPage('cy'),
}
