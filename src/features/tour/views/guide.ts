/** The single place for what stands above every page while somebody is shown around: what just happened, what to look at, and the next step. */
import { path } from '#http/language.ts'
import type { Ctx } from '#http/route.ts'
import { form } from '#http/shell.ts'
import { html, type Html } from '#ui/html.ts'
import { chapterOf, chapters, nextStep, numberOf, type Progress, type Step } from '../domain.ts'
import { type Cast, wordsFor } from '../words/index.ts'
import { stepForm } from './tour-page.ts'

export type GuideProps = {
  readonly cast: Cast
  readonly progress: Progress
  readonly service: string
  /** The service's question the story is about; undefined at the council next door. */
  readonly question?: string | undefined
  /** Where the next step is taken when it is not at this council, and in which language. */
  readonly onward?: { readonly href: string; readonly council: string; readonly isInThisLanguage: boolean } | undefined
}

export function guideOf(ctx: Ctx, props: GuideProps): Html {
  const { cast, progress } = props
  const say = wordsFor(ctx.lang)
  const chapter = chapterOf(progress.step)
  return html`<aside class="tour-guide" aria-labelledby="tour-guide-title">
<p class="tour-guide__where">${say.where(numberOf(chapter), chapters.length)} · ${say.chapter[chapter]}</p>
<h2 class="govuk-heading-s" id="tour-guide-title">${say.happened}</h2>
${progress.isRetold && html`<p class="govuk-body"><strong>${say.retold}</strong></p>`}
<p class="govuk-body">${say.step[progress.step].happened(cast)}</p>
${looksOf(ctx, props)}
${nextStep(progress.step) === undefined && html`<p class="govuk-body">${say.done}</p>`}
<div class="tour-guide__ways">
${onwardOf(ctx, props)}
</div>
<div class="tour-guide__ways">
<a class="govuk-link" href="${path(ctx.lang, '/tour')}">${say.overview}</a>
${form(ctx, path(ctx.lang, '/tour/leave'), html`<button class="tour-guide__leave" type="submit">${say.leave}</button>`)}
</div>
</aside>`
}

/** Where on this page or nearby one sees it. */
function looksOf(ctx: Ctx, props: GuideProps): Html | undefined {
  const { step } = props.progress
  const say = wordsFor(ctx.lang)
  const links = placesOf(props)[step] ?? []
  const looks = say.step[step].looks.flatMap((text, place) => {
    const to = links[place]
    return to === undefined ? [] : [html`<a class="govuk-link" href="${to.startsWith('#') ? to : path(ctx.lang, to)}">${text}</a>`]
  })
  const youAre = ctx.actor.kind === 'visitor' ? '' : say.youAre(ctx.actor.name)
  if (looks.length === 0) return youAre === '' ? undefined : html`<p class="govuk-body">${youAre}</p>`
  return html`<p class="govuk-body">${youAre} ${say.look} ${looks.map((look, place) => html`${place > 0 && ' · '}${look}`)}</p>`
}

/** Addresses in the order of the words of each step. */
function placesOf({ service, question, progress: { proposal } }: GuideProps): Readonly<Partial<Record<Step, readonly string[]>>> {
  const at = (part: string) => (proposal === undefined ? part : `/suggestions/${proposal}${part}`)
  return {
    suggest: [at('#change'), ...(question === undefined ? [] : [`/services/${service}/suggest?question=${question}`])],
    try: [at('#tried')],
    back: [at('#backing')],
    decide: [at('#decision'), '/decisions'],
    release: ['/outbox'],
    adopt: [`/services/${service}`],
  }
}

function onwardOf(ctx: Ctx, { cast, progress, onward }: GuideProps): Html | undefined {
  const next = nextStep(progress.step)
  if (next === undefined) return undefined
  const say = wordsFor(ctx.lang)
  const text = `${say.next}: ${say.step[next].button(cast)}`
  if (!onward) return stepForm(ctx, next, text)
  return html`${!onward.isInThisLanguage && html`<p class="govuk-body tour-guide__note">${say.inTheirLanguage(onward.council)}</p>`}<a class="govuk-button" href="${onward.href}">${text}</a>`
}
