/** The single place that offers the tour: what it shows, step by step, and the way to look around alone. */
import { path } from '#http/language.ts'
import type { Ctx } from '#http/route.ts'
import { type Content, form } from '#http/shell.ts'
import { button } from '#ui/components/button.ts'
import { html, type Html } from '#ui/html.ts'
import { type Progress, type Step, steps, stepsNextDoor } from '../domain.ts'
import { type Words, wordsFor } from '../words/index.ts'

/** Names of the people and councils the words speak of. */
export type Cast = { readonly resident: string; readonly neighbour: string }

export type TourPage = {
  readonly cast: Cast
  /** Where the browser has come to; undefined before the first step. */
  readonly progress: Progress | undefined
  /** The steps that can be taken from here: those of this council. */
  readonly own: readonly Step[]
  /** Where the other steps are taken. */
  readonly elsewhere?: { readonly council: string; readonly href: string } | undefined
}

export function tourPage(ctx: Ctx, page: TourPage): Content {
  const say = wordsFor(ctx.lang)
  const first = page.own[0]
  const main = html`<h1 class="govuk-heading-xl">${say.title}</h1>
<p class="govuk-body-l">${say.lead}</p>
${first === 'apply' ? starting(ctx, page, say) : awayFrom(page, say)}
<ol class="tour-steps">${steps.map((step) => stepOf(ctx, page, step))}</ol>
<h2 class="govuk-heading-m">${say.alone}</h2>
<ul class="govuk-list">
<li><a class="govuk-link" href="${path(ctx.lang, '/services')}">${say.asResident}</a></li>
<li><a class="govuk-link" href="${path(ctx.lang, '/sign-in')}">${say.asStaff}</a></li>
<li><a class="govuk-link" href="${path(ctx.lang, '/outbox')}">${say.outbox}</a></li>
</ul>`
  return { title: say.title, main }
}

function starting(ctx: Ctx, { progress }: TourPage, say: Words): Html {
  return stepForm(ctx, 'apply', progress ? say.again : say.start)
}

function awayFrom({ elsewhere }: TourPage, say: Words): Html | undefined {
  return (
    elsewhere &&
    html`<p class="govuk-body">${say.elsewhere(elsewhere.council)} <a class="govuk-link" href="${elsewhere.href}">${say.goThere}</a></p>`
  )
}

function stepOf(ctx: Ctx, page: TourPage, step: Step): Html {
  const say = wordsFor(ctx.lang)
  const { title, happened } = say.step[step]
  const isDone = page.progress !== undefined && steps.indexOf(page.progress.step) >= steps.indexOf(step)
  const isNext = page.own.includes(step) && steps[steps.indexOf(step) - 1] === page.progress?.step && step !== 'apply'
  const isFirstHere = stepsNextDoor[0] === step && page.own[0] === step
  return html`<li class="tour-steps__step${isDone ? ' tour-steps__step--done' : ''}">
<h2 class="govuk-heading-s">${title}</h2>
<p class="govuk-body">${happened(whoIn(page.cast, step))}</p>
${(isNext || isFirstHere) && stepForm(ctx, step, say.step[step].button(whoIn(page.cast, step)))}
</li>`
}

/** The button that takes a step. */
export function stepForm(ctx: Ctx, step: Step, text: string): Html {
  return form(ctx, path(ctx.lang, `/tour/${step}`), button({ text }))
}

/** Whom the words of a step speak of. */
export function whoIn({ resident, neighbour }: Cast, step: Step): string {
  return stepsNextDoor.includes(step) ? neighbour : resident
}
