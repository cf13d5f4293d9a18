/** The single place for what stands above every page while somebody is shown around: what just happened, and the next step. */
import { path } from '#http/language.ts'
import type { Ctx } from '#http/route.ts'
import { form } from '#http/shell.ts'
import { button } from '#ui/components/button.ts'
import { html, type Html } from '#ui/html.ts'
import { nextStep, numberOf, type Progress, steps } from '../domain.ts'
import { wordsFor } from '../words/index.ts'
import { type Cast, stepForm, whoIn } from './tour-page.ts'

export type GuideProps = {
  readonly cast: Cast
  readonly progress: Progress
  /** Where the next step is taken when it is not at this council. */
  readonly onward?: string | undefined
}

export function guideOf(ctx: Ctx, { cast, progress, onward }: GuideProps): Html {
  const say = wordsFor(ctx.lang)
  const { step } = progress
  const next = nextStep(step)
  return html`<aside class="tour-guide" aria-labelledby="tour-guide-title">
<p class="tour-guide__where">${say.where(numberOf(step), steps.length)} · ${say.step[step].title}</p>
<h2 class="govuk-heading-s" id="tour-guide-title">${say.happened}</h2>
<p class="govuk-body">${say.step[step].happened(whoIn(cast, step))}</p>
${next === undefined && html`<p class="govuk-body">${say.done}</p>`}
<div class="tour-guide__ways">
${next && (onward === undefined ? stepForm(ctx, next, `${say.next}: ${say.step[next].button(whoIn(cast, next))}`) : html`<a class="govuk-button" href="${onward}">${say.next}: ${say.step[next].button(whoIn(cast, next))}</a>`)}
<a class="govuk-link tour-guide__all" href="${path(ctx.lang, '/tour')}">${say.overview}</a>
${form(ctx, path(ctx.lang, '/tour/leave'), button({ text: say.leave, classes: 'govuk-button--secondary' }))}
</div>
</aside>`
}
