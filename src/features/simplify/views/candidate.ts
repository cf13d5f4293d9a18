/** The single place that shows one thing that could be simpler: why, what trying it shows, what it would save, and what can be done. */
import type { Language } from '#core/definition/index.ts'
import type { Assessment, Ranked } from '#core/simplify/index.ts'
import { button } from '#ui/components/button.ts'
import { details } from '#ui/components/details.ts'
import { input } from '#ui/components/input.ts'
import { summaryList } from '#ui/components/summary-list.ts'
import { form } from '#ui/form.ts'
import { html, type Html } from '#ui/html.ts'
import { wordsFor } from '../words/index.ts'
import { type Naming, optionNames, questionName } from './naming.ts'

export type CandidateView = Naming & {
  readonly lang: Language
  readonly csrf: string
  /** The address of the service's page. */
  readonly root: string
  readonly candidate: Ranked
  readonly assessment: Assessment
  readonly isSample: boolean
  readonly mayWork: boolean
}

/** “Stop asking …”, and the like. */
export function candidateTitle(view: Pick<CandidateView, 'lang' | 'candidate'> & Pick<Naming, 'wording'>): string {
  const { lang, candidate, wording } = view
  const { candidate: words } = wordsFor(lang)
  const { kind, path, other, options = [], page } = candidate
  if (kind === 'drop') return words.drop(questionName(view, path))
  if (kind === 'reorder') return words.reorder(wording.page(page).title)
  if (kind === 'prefill') return words.prefill(questionName(view, path), questionName(view, other ?? ''))
  return other === undefined
    ? words.merge(questionName(view, path), options.length)
    : words['merge-into'](questionName(view, path), questionName(view, other))
}

export function candidateView(view: CandidateView): Html {
  const { lang, candidate, mayWork } = view
  const words = wordsFor(lang)
  const rows = [
    { key: { text: words.why }, value: { text: reasonOf(view) } },
    { key: { text: words.tried }, value: { text: triedWords(view) } },
    { key: { text: words.saves }, value: { text: savedWords(view) } },
  ]
  return html`<section class="candidate">
<h3 class="govuk-heading-m">${candidateTitle(view)}</h3>
${summaryList({ rows })}
${mayWork && doing(view, candidate)}
</section>`
}

function reasonOf(view: CandidateView): string {
  const { lang, candidate, assessment, wording } = view
  const { because } = wordsFor(lang)
  const { reason, path, options = [], before = [], alike, kind } = candidate
  const weight = assessment.questions.find((question) => question.path === path)?.weight
  const answered = weight?.answered ?? 0
  if (reason === 'never-changed') return because['never-changed'](answered)
  if (reason === 'hardly-answered') return because['hardly-answered'](answered, answered + (weight?.empty ?? 0))
  if (reason === 'alike') return because.alike(optionNames(view, path, options))
  if (reason === 'ends-earlier') return because['ends-earlier'](before.map((page) => `“${wording.page(page).title}”`).join(', '))
  if (reason === 'same-answers')
    return kind === 'prefill'
      ? because['same-filled-in'](alike?.same ?? 0, alike?.of ?? 0)
      : because['same-answers'](alike?.same ?? 0, alike?.of ?? 0)
  return because[reason]
}

function triedWords({ lang, candidate, isSample }: CandidateView): string {
  const words = wordsFor(lang)
  const { tried, changed, changes } = candidate
  if (changes === undefined) return words.notTried
  if (tried === undefined) return words.tooFewToTry
  const said = [tried.changed === 0 ? words.triedSame(tried.cases) : words.triedChanged(tried.changed, tried.cases)]
  if (tried.cantTell > 0) said.push(words.triedCantTell(tried.cantTell))
  if (tried.fewer > 0) said.push(words.triedFewer(tried.fewer))
  if (isSample && changed) said.push(words.triedSure(changed.high))
  return said.join(' ')
}

function savedWords({ lang, candidate: { hours, reason, most } }: CandidateView): string {
  const words = wordsFor(lang)
  if (reason === 'alike') return words.savesNone
  if (most !== undefined) return words.savesAtMost(most)
  return hours === undefined ? words.savesUnknown : words.savesHours(hours.is, hours.low, hours.high)
}

function doing({ lang, csrf, root }: CandidateView, { id, path, kind, changes }: Ranked): Html {
  const words = wordsFor(lang)
  const name = id.replace(/[^a-z0-9]+/g, '-')
  const mark = html`<input type="hidden" name="candidate" value="${id}">`
  const suggest = [mark, button({ text: changes === undefined ? words.suggestWords : words.suggestButton, preventDoubleClick: true })]
  const need = [
    html`<input type="hidden" name="question" value="${path}">`,
    input({
      id: `reason-${name}`,
      name: 'reason',
      label: { text: words.needReason, classes: 'govuk-label--s' },
      hint: { text: words.needHint },
    }),
    button({ text: words.needButton, classes: 'govuk-button--secondary', preventDoubleClick: true }),
  ]
  return html`${form({ action: `${root}/suggest`, csrf, content: suggest })}
${kind !== 'reorder' && details({ summaryText: words.needTitle, html: form({ action: `${root}/need`, csrf, content: need }) })}`
}
