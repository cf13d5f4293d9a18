/** Pages for residents that show every part of `src/ui` they can meet. */
import { button } from '#ui/components/button.ts'
import { errorSummary } from '#ui/components/error-summary.ts'
import { input } from '#ui/components/input.ts'
import { insetText } from '#ui/components/inset-text.ts'
import { panel } from '#ui/components/panel.ts'
import { summaryList } from '#ui/components/summary-list.ts'
import { explanation } from '#ui/explanation.ts'
import { form } from '#ui/form.ts'
import { html } from '#ui/html.ts'
import { prose } from '#ui/markdown.ts'
import { fieldId, questionView, typedFrom } from '#ui/questions/index.ts'
import { timeline } from '#ui/timeline.ts'
import { type Language, wordsIn } from '#ui/words/index.ts'
import { framed } from './frame.ts'
import { examples } from './questions.ts'

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
  return framed({ lang, title: 'Every kind of question', main, service, backLink: { href: '/back' }, error: withErrors })
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
  return framed({
    title: example.text.label,
    main: form({ csrf: 't', content: html`${view}${button({ text: 'Continue' })}` }),
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
  return framed({
    title: 'Services',
    main,
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
${button({ text: 'Start now', href: '/start', isStartButton: true })}`
  return framed({ title: 'Join the tennis club', main, service })
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
  return framed({ title: 'Check your answers', main, service, backLink: { href: '/back' } })
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
  return framed({ title: 'Application sent', main, service })
}

export const residentPages = {
  services: servicesPage(),
  start: startPage(),
  question: singleQuestionPage(),
  questions: questionsPage('en', false),
  'questions-cy-errors': questionsPage('cy', true),
  check: checkPage(),
  done: donePage(),
}
