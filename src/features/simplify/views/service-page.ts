/** The page of one service: what could be simpler, what every question costs, and why the others stay. */
import type { Language } from '#core/definition/index.ts'
import { formatDate } from '#core/value/date-words.ts'
import { type AssessedQuestion, inHours, type Kept, leastCases, type PageBurden } from '#core/simplify/index.ts'
import { dayInLondon } from '#http/clock.ts'
import { button } from '#ui/components/button.ts'
import { details } from '#ui/components/details.ts'
import { insetText } from '#ui/components/inset-text.ts'
import { notificationBanner } from '#ui/components/notification-banner.ts'
import { summaryList } from '#ui/components/summary-list.ts'
import { table } from '#ui/components/table.ts'
import { form } from '#ui/form.ts'
import { html, type Html } from '#ui/html.ts'
import { tableScroll } from '#ui/table-scroll.ts'
import type { Simplification, Study } from '../domain/index.ts'
import { wordsFor } from '../words/index.ts'
import { candidateView } from './candidate.ts'
import { type Naming, questionName, useNames } from './naming.ts'

export type ServicePage = Naming & {
  readonly lang: Language
  readonly csrf: string
  readonly root: string
  readonly simplification: Simplification
  readonly mayWork: boolean
  readonly isLooking: boolean
  readonly note?: string | undefined
}

export function servicePage(view: ServicePage): Html {
  const { lang, wording, simplification, note } = view
  const words = wordsFor(lang)
  const { study, isMadeUp } = simplification
  return html`${note !== undefined && notificationBanner({ text: note })}
<h1 class="govuk-heading-l">${words.titleOf(wording.service.name)}</h1>
<p class="govuk-body-l">${words.lead}</p>
${isMadeUp && insetText({ text: words.madeUp })}
${study ? studied(view, study) : html`<p class="govuk-body">${words.notYet}</p>`}
${view.mayWork && lookForm(view)}
${study && candidates(view, study)}
${study && questionTable(view, study)}
${study && kept(view, study)}
${details({ summaryText: words.reference, html: html`<p class="govuk-body">${words.referenceBody}</p><p class="govuk-body">${words.sharedNote}</p>` })}`
}

function studied({ lang, simplification }: ServicePage, { assessment, cases, removed, madeAt }: Study): Html {
  const words = wordsFor(lang)
  const { since } = simplification
  const month = since === undefined ? undefined : formatDate(`${since}-01`, lang)
  return html`<p class="govuk-body">${words.looked(assessment.sampled, cases, formatDate(dayInLondon(new Date(madeAt)), lang))}${removed > 0 && html` ${words.removed(removed)}`}</p>
<p class="govuk-body">${month === undefined ? words.notMeasured : words.measured(month)}</p>`
}

function lookForm({ lang, csrf, root, simplification, isLooking }: ServicePage): Html {
  const words = wordsFor(lang)
  if (isLooking) return html`<p class="govuk-body"><strong>${words.looking}</strong></p>`
  const text = simplification.study ? words.againButton : words.lookButton
  return form({ action: `${root}/look`, csrf, content: button({ text, classes: 'govuk-button--secondary', preventDoubleClick: true }) })
}

function candidates(view: ServicePage, { assessment, cases }: Study): Html {
  const { lang, simplification } = view
  const words = wordsFor(lang)
  const isSample = assessment.sampled < cases
  return html`<h2 class="govuk-heading-l">${words.couldTitle}</h2>
${simplification.ranked.length > 0 && html`<p class="govuk-body">${words.suggestHint}</p>`}
${assessment.sampled < leastCases && html`<p class="govuk-body">${words.tooFew(leastCases)}</p>`}
${
  simplification.ranked.length === 0
    ? html`<p class="govuk-body">${words.couldNone}</p>`
    : simplification.ranked.map((candidate) => candidateView({ ...view, candidate, assessment, isSample }))
}`
}

function questionTable(view: ServicePage, { assessment: { questions, sampled } }: Study): Html {
  const { lang, simplification } = view
  const words = wordsFor(lang)
  const burdens = new Map(simplification.burdens.map((burden) => [burden.page, burden]))
  const { head } = words
  const heads = [head.question, head.reads, head.basis, head.minutes, head.errors, head.left, head.changed]
  const rows = questions.map((question) => {
    const burden = burdens.get(question.page)
    const among = questions.filter(({ page }) => page === question.page).length
    return [
      { text: questionName(view, question.path) },
      { text: readersOf(view, question) },
      { text: question.basis === null ? '' : basisWords(question.basis, lang) },
      { text: hoursOf(burden, among, lang), format: 'numeric' },
      { text: errorsOf(burden, question.path, lang), format: 'numeric' },
      { text: burden?.left ? words.share(burden.left.is) : words.few, format: 'numeric' },
      { text: differenceOf(question, sampled, lang), format: 'numeric' },
    ]
  })
  const list = table({
    caption: words.questionsTitle,
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    head: heads.map((text, place) => ({ text, format: place > 2 ? 'numeric' : undefined })),
    rows,
  })
  return html`<h2 class="govuk-heading-l">${words.questionsTitle}</h2>${tableScroll(words.questionsTitle, list)}`
}

function readersOf(view: ServicePage, { readers, uses }: AssessedQuestion): string {
  return [readers.map(view.roleName).join(', '), useNames(view, uses)].filter((part) => part !== '').join('; ')
}

function basisWords(basis: string, lang: Language): string {
  const known: Readonly<Record<string, string>> = wordsFor(lang).basis
  return known[basis] ?? ''
}

function hoursOf(burden: PageBurden | undefined, among: number, lang: Language): string {
  const words = wordsFor(lang)
  if (burden?.seconds === undefined) return words.few
  const { is, low, high } = inHours(burden.seconds, burden.answered / among)
  return words.hours(is, low, high)
}

function errorsOf(burden: PageBurden | undefined, path: string, lang: Language): string {
  const words = wordsFor(lang)
  const [id = path] = path.split('.')
  if (burden === undefined || burden.seconds === undefined) return words.few
  return words.number(burden.errors.get(id) ?? 0)
}

function differenceOf({ weight, uses, kind }: AssessedQuestion, sampled: number, lang: Language): string {
  const words = wordsFor(lang)
  const isByRules = uses.some(({ by }) => by === 'page' || by === 'exit' || by === 'outcome' || by === 'fee' || by === 'figure')
  if (!isByRules || kind === 'address') return words.notByRules
  if (sampled < leastCases || weight.answered < leastCases) return words.few
  if (weight.unclear === weight.answered) return words.unclear
  const unclear = weight.unclear > 0 ? ` ${words.changedUnclear(weight.unclear)}` : ''
  return `${words.changedOf(weight.changed, weight.answered)}${unclear}`
}

function kept(view: ServicePage, { assessment }: Study): Html {
  const { lang, simplification, csrf, root, mayWork } = view
  const words = wordsFor(lang)
  const needed = simplification.needed.map(({ question, reason, name, at }) => {
    const back = [
      html`<input type="hidden" name="question" value="${question}">`,
      button({ text: words.takeBack, classes: 'govuk-button--secondary', preventDoubleClick: true }),
    ]
    const said = html`${reason} (${words.neededBy(name, formatDate(dayInLondon(new Date(at)), lang))})${mayWork && form({ action: `${root}/open`, csrf, content: back })}`
    return { key: { text: questionName(view, question) }, value: { html: said } }
  })
  const known = new Set(assessment.questions.map(({ path }) => path))
  const rows = assessment.kept
    .filter(({ path }) => known.has(path))
    .map((one) => ({ key: { text: questionName(view, one.path) }, value: { text: whyKept(view, one, assessment.questions) } }))
  return html`<h2 class="govuk-heading-l">${words.keptTitle}</h2>${summaryList({ rows: [...needed, ...rows] })}`
}

function whyKept(view: ServicePage, { why, law = '', uses, path }: Kept, questions: readonly AssessedQuestion[]): string {
  const { keptWhy } = wordsFor(view.lang)
  if (why === 'law') return keptWhy.law(law)
  if (why === 'people') return keptWhy.people((questions.find((one) => one.path === path)?.readers ?? []).map(view.roleName).join(', '))
  return keptWhy[why](useNames(view, uses))
}
