/** The single place that offers the tour: what it shows, part by part, and the way to look around alone. */
import { path } from '#http/language.ts'
import type { Ctx } from '#http/route.ts'
import { type Content, form } from '#http/shell.ts'
import { button } from '#ui/components/button.ts'
import { notificationBanner } from '#ui/components/notification-banner.ts'
import { html, type Html } from '#ui/html.ts'
import { type Chapter, chapterOf, chapters, isTold, nextStep, type Progress, type Step } from '../domain.ts'
import { type Cast, type Words, wordsFor } from '../words/index.ts'

export type TourPage = {
  readonly cast: Cast
  /** Where the browser has come to; undefined before the first step. */
  readonly progress: Progress | undefined
  /** The steps that can be taken from here: those of this council. */
  readonly own: readonly Step[]
  /** The council where the other steps are taken. */
  readonly other: { readonly name: string; readonly href: string }
  /** True for somebody who tried a step before its time. */
  readonly isEarly: boolean
}

/** At the council where the story takes place. */
export function tourPage(ctx: Ctx, page: TourPage): Content {
  const say = wordsFor(ctx.lang)
  const main = html`${early(say, page)}<h1 class="govuk-heading-xl">${say.title}</h1>
<p class="govuk-body-l">${say.lead}</p>
${page.progress === undefined ? stepForm(ctx, 'apply', say.start) : undefined}
<ol class="tour-steps">${chapters.map((chapter) => chapterItem(ctx, page, chapter))}</ol>
${page.progress && form(ctx, path(ctx.lang, '/tour/apply'), button({ text: say.again, classes: 'govuk-button--secondary' }))}
${alone(ctx, say)}`
  return { title: say.title, main }
}

/** At the council next door, for somebody who begins there: the way to the tour. */
export function awayPage(ctx: Ctx, { other }: TourPage): Content {
  const say = wordsFor(ctx.lang)
  const main = html`<h1 class="govuk-heading-xl">${say.title}</h1>
<p class="govuk-body-l">${say.lead}</p>
<p class="govuk-body">${say.elsewhere(other.name)}</p>
${button({ text: say.goThere(other.name), href: other.href })}
${alone(ctx, say)}`
  return { title: say.title, main }
}

/** At the council next door, for somebody who comes from the tour. */
export function arrivedPage(ctx: Ctx, page: TourPage): Content {
  const { cast, other, progress } = page
  const say = wordsFor(ctx.lang)
  const next = progress === undefined ? 'share' : nextStep(progress.step)
  const title = say.arrivedTitle(cast.neighbour)
  const main = html`${early(say, page)}<h1 class="govuk-heading-xl">${title}</h1>
<p class="govuk-body-l">${say.arrivedLead(cast.neighbour, other.name)}</p>
${next && stepForm(ctx, next, say.step[next].button(cast))}
<p class="govuk-body"><a class="govuk-link" href="${other.href}">${say.goThere(other.name)}</a></p>
${alone(ctx, say)}`
  return { title, main }
}

function early(say: Words, { isEarly }: TourPage): Html | undefined {
  return isEarly ? notificationBanner({ titleText: say.notYetTitle, html: html`<p class="govuk-body">${say.notYet}</p>` }) : undefined
}

function chapterItem(ctx: Ctx, { cast, own, other, progress }: TourPage, chapter: Chapter): Html {
  const say = wordsFor(ctx.lang)
  const next = progress && nextStep(progress.step)
  const isNext = next !== undefined && chapterOf(next) === chapter
  const isDone = progress !== undefined && isTold(chapter, progress)
  const text = next === undefined ? '' : say.step[next].button(cast)
  return html`<li class="tour-steps__step${isDone ? ' tour-steps__step--done' : ''}">
<h2 class="govuk-heading-s">${say.chapter[chapter]}</h2>
${isNext && (own.includes(next) ? stepForm(ctx, next, text) : button({ text, href: other.href }))}
</li>`
}

function alone(ctx: Ctx, say: Words): Html {
  return html`<h2 class="govuk-heading-m">${say.alone}</h2>
<ul class="govuk-list">
<li><a class="govuk-link" href="${path(ctx.lang, '/services')}">${say.asResident}</a></li>
<li><a class="govuk-link" href="${path(ctx.lang, '/sign-in')}">${say.asStaff}</a></li>
<li><a class="govuk-link" href="${path(ctx.lang, '/outbox')}">${say.outbox}</a></li>
</ul>`
}

/** The button that takes a step. */
export function stepForm(ctx: Ctx, step: Step, text: string): Html {
  return form(ctx, path(ctx.lang, `/tour/${step}`), button({ text, preventDoubleClick: true }))
}
