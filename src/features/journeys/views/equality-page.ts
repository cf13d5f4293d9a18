/** The page of optional equality questions, after an application was sent. */
import type { Question, Wording } from '#core/definition/index.ts'
import { button } from '#ui/components/button.ts'
import { form } from '#ui/form.ts'
import { html, type Html } from '#ui/html.ts'
import { prose } from '#ui/markdown.ts'
import { questionView, typedFrom } from '#ui/questions/index.ts'
import type { Language } from '#ui/words/index.ts'
import { wordsFor } from '../words/index.ts'

export type EqualityPage = {
  readonly lang: Language
  readonly csrf: string
  readonly title: string
  /** Markdown. */
  readonly body?: string | undefined
  readonly questions: readonly Question[]
  readonly wording: Pick<Wording, 'question'>
  readonly skipHref: string
}

export function equalityPage(view: EqualityPage): Html {
  const { lang, wording } = view
  const words = wordsFor(lang)
  const asked = view.questions.map((question) =>
    questionView({
      question,
      text: wording.question(question.id),
      name: question.id,
      typed: typedFrom({}),
      lang,
      isPageHeading: false,
    }),
  )
  const actions = html`<div class="govuk-button-group">
${button({ text: words.equalitySend, preventDoubleClick: true })}
<a class="govuk-link" href="${view.skipHref}">${words.equalitySkip}</a>
</div>`
  return html`<h1 class="govuk-heading-l">${view.title}</h1>
${view.body !== undefined && prose(view.body)}
${form({ csrf: view.csrf, content: [asked, actions] })}`
}
