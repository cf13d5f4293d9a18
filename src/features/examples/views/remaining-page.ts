/** The page that shows exactly what would remain of a real case, before anything is kept. */
import type { Language, Prepared, Question, Wording } from '#core/definition/index.ts'
import type { Anonymous, Treatment } from '#core/scenario/index.ts'
import { formatDate } from '#core/value/date-words.ts'
import { button } from '#ui/components/button.ts'
import { checkboxes } from '#ui/components/checkboxes.ts'
import { errorSummary } from '#ui/components/error-summary.ts'
import { input } from '#ui/components/input.ts'
import { insetText } from '#ui/components/inset-text.ts'
import { radios } from '#ui/components/radios.ts'
import { table } from '#ui/components/table.ts'
import { form } from '#ui/form.ts'
import { html, type Html } from '#ui/html.ts'
import { tableScroll } from '#ui/table-scroll.ts'
import { wordsIn } from '#ui/words/index.ts'
import { inUse } from '../domain.ts'
import { wordsFor } from '../words/index.ts'

export type RemainingPage = {
  /** The case: the version it was sent with, and when. */
  readonly said: { readonly prepared: Prepared; readonly today: string }
  /** What would remain of it. */
  readonly made: Anonymous
  readonly lang: Language
  readonly csrf: string
  readonly wording: Wording
  readonly reference: string
  readonly action: string
  /** Suggested changes it can go with, by what they are called. */
  readonly changes: readonly { readonly id: string; readonly title: string }[]
  readonly typed: { readonly title: string; readonly goesWith: string }
  readonly fault?: { readonly text: string; readonly field: string } | undefined
}

export function remainingPage(view: RemainingPage): Html {
  const { lang, made, fault } = view
  const words = wordsFor(lang)
  return html`${fault && errorSummary({ titleText: wordsIn(lang).errorSummaryTitle, errorList: [{ text: fault.text, href: `#${fault.field}` }] })}
<h1 class="govuk-heading-l">${words.remainsTitle}</h1>
<p class="govuk-body-l">${words.remainsLead}</p>
${remains(view)}
${insetText({ text: made.isSame ? words.same : words.notSame })}
${made.isSame && keepForm(view)}`
}

function remains({ lang, wording, said, made }: RemainingPage): Html {
  const words = wordsFor(lang)
  const treated = new Map(made.treated.map(({ path, treatment }) => [path, treatment]))
  const rows = [...said.prepared.questions].flatMap(([id, { question }]) => {
    const answer = made.answers[id]
    if (answer === undefined) return []
    const became = treatmentsOf(question, treated).map((treatment) => words.treatment[treatment])
    return [[{ text: wording.question(id).short }, { html: lines(wording.answer(question, answer)) }, { text: became.join(', ') }]]
  })
  const day = [
    { text: words.happensOn },
    { text: formatDate(made.today, lang) },
    { text: made.today === said.today ? words.treatment.kept : words.treatment.moved },
  ]
  const head = [words.question, words.remains, words.became].map((text) => ({ text }))
  const list = table({
    caption: words.remainsTitle,
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    head,
    rows: [day, ...rows],
  })
  return tableScroll(words.remainsTitle, list)
}

function treatmentsOf(question: Question, treated: ReadonlyMap<string, Treatment>) {
  const paths = question.kind === 'group' ? question.of.map((member) => `${question.id}.${member.id}`) : [question.id]
  return [...new Set(paths.flatMap((path) => treated.get(path) ?? []))]
}

function lines(text: string): Html {
  return html`${text.split('\n').map((line) => html`${line}<br>`)}`
}

function keepForm({ lang, csrf, reference, action, changes, typed, fault }: RemainingPage): Html {
  const words = wordsFor(lang)
  const errorAt = (field: string) => (fault?.field === field ? { text: fault.text } : undefined)
  const content = [
    html`<input type="hidden" name="reference" value="${reference}"><input type="hidden" name="step" value="keep">`,
    input({
      id: 'title',
      name: 'title',
      label: { text: words.nameIt, classes: 'govuk-label--s' },
      hint: { text: words.nameHint },
      value: typed.title,
      errorMessage: errorAt('title'),
    }),
    radios({
      name: 'goes-with',
      idPrefix: 'goes-with',
      fieldset: { legend: { text: words.goesWith, classes: 'govuk-fieldset__legend--s' } },
      errorMessage: errorAt('goes-with'),
      items: [
        { value: inUse, text: words.inUse, hint: { text: words.inUseHint }, checked: typed.goesWith === inUse },
        ...(changes.length === 0 ? [] : [{ divider: words.or }]),
        ...changes.map(({ id, title }) => ({ value: id, text: words.withChange(title), checked: id === typed.goesWith })),
      ],
    }),
    checkboxes({
      name: 'confirmed',
      idPrefix: 'confirmed',
      errorMessage: errorAt('confirmed'),
      items: [{ value: 'yes', text: words.confirm }],
    }),
    button({ text: words.keep, preventDoubleClick: true }),
  ]
  return form({ action, csrf, content })
}
