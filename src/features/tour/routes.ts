/** The addresses of the tour; they lead nowhere but in a demonstration. */
import { type Council, nameOf } from '#http/council.ts'
import type { Start } from '#http/feature.ts'
import { path } from '#http/language.ts'
import { keepLanguage } from '#http/language-choice.ts'
import { problem, type Reply, seeOther } from '#http/reply.ts'
import { type Ctx, param, type Route } from '#http/route.ts'
import { show } from '#http/shell.ts'
import type { CouncilStore } from '#store/store.ts'
import type { Html } from '#ui/html.ts'
import { seeArrival, serviceTaken, takeOver } from './commands/next-door.ts'
import { storySteps, type Taken } from './commands/story.ts'
import { findStep, nextStep, type Progress, readProgress, type Step, steps, stepsNextDoor, tourCookie, writeProgress } from './domain.ts'
import { guideOf } from './views/guide.ts'
import { type Cast, tourPage } from './views/tour-page.ts'

export const routes: readonly Route[] = [
  { method: 'GET', path: '/tour', may: 'anyone', audit: 'tour-offered', handle: offer },
  { method: 'POST', path: '/tour/leave', may: 'anyone', audit: 'tour-left', handle: leave },
  { method: 'POST', path: '/tour/:step', may: 'anyone', audit: 'tour-step-taken', handle: take },
]

/** Long enough for somebody who is called away. */
const daySeconds = 24 * 3600

const starts = new WeakMap<CouncilStore, Start>()

/** The tour asks for neighbours as the server was started with them. */
export async function rememberStart({ store }: Council, start: Start): Promise<void> {
  starts.set(store, start)
}

function offer(ctx: Ctx): Reply {
  const place = placeOf(ctx)
  if (!place) return problem('not-found')
  const { own, cast, elsewhere } = place
  return show(ctx, tourPage(ctx, { cast, own, elsewhere, progress: progressOf(ctx) }))
}

async function take(ctx: Ctx): Promise<Reply> {
  const step = findStep(param(ctx, 'step'))
  const place = placeOf(ctx)
  if (!step || !place?.own.includes(step)) return problem('not-found')
  keepLanguage(ctx, ctx.lang)
  const taken = await stepTaken(ctx, step)
  if (!taken) return seeOther(path(ctx.lang, '/tour'))
  ctx.session.setCookie(tourCookie, writeProgress({ step, proposal: taken.proposal }), daySeconds)
  return seeOther(path(ctx.lang, taken.to))
}

async function stepTaken(ctx: Ctx, step: Step): Promise<Taken> {
  const { tour } = ctx.council.settings
  if (!tour) return undefined
  if (!('at' in tour)) return await storySteps[step]?.({ ctx, story: tour, proposal: progressOf(ctx)?.proposal })
  const service = serviceTaken(ctx.council, tour.at)
  const start = starts.get(ctx.council.store)
  if (service === undefined || !start) return undefined
  const visiting = { ctx, there: tour, service, start }
  return step === 'share' ? await seeArrival(visiting) : await takeOver(visiting)
}

function leave(ctx: Ctx): Reply {
  ctx.session.setCookie(tourCookie, '', 0)
  return seeOther(path(ctx.lang, '/tour'))
}

/** Above every page while the tour goes on. */
export function guide(ctx: Ctx): Html | undefined {
  const progress = progressOf(ctx)
  const place = progress && placeOf(ctx)
  if (!place || ctx.path === '/tour') return undefined
  const next = nextStep(progress.step)
  const onward = next !== undefined && !place.own.includes(next) ? place.elsewhere?.href : undefined
  return guideOf(ctx, { cast: place.cast, progress, onward })
}

function progressOf({ session }: Ctx): Progress | undefined {
  return readProgress(session.findCookie(tourCookie))
}

type Place = { readonly cast: Cast; readonly own: readonly Step[]; readonly elsewhere: { council: string; href: string } | undefined }

/** What part of the tour takes place at this council; undefined where it has none, and outside of demonstrations. */
function placeOf(ctx: Ctx): Place | undefined {
  const { council, site, lang } = ctx
  const { tour } = council.settings
  if (!site.demo || !tour) return undefined
  const other = starts.get(council.store)?.findNeighbour('at' in tour ? tour.at : tour.neighbour)
  const story = 'at' in tour ? other?.settings.tour : tour
  if (!other || !story || 'at' in story) return undefined
  const host = 'at' in tour ? other : council
  const resident = host.settings.people.find(({ id }) => id === story.resident)?.name ?? ''
  const neighbour = nameOf('at' in tour ? council : other, lang)
  const own = steps.filter((step) => stepsNextDoor.includes(step) === 'at' in tour)
  return { cast: { resident, neighbour }, own, elsewhere: { council: nameOf(other, lang), href: addressOf(ctx, other) } }
}

/** The other council's tour, at the port of this one. */
function addressOf({ origin, lang }: Ctx, { settings }: Council): string {
  const url = new URL(origin)
  url.hostname = settings.hosts.find((host) => host.endsWith('localhost')) ?? settings.hosts[0] ?? url.hostname
  const offered = settings.languages.includes(lang) ? lang : (settings.languages[0] ?? lang)
  return new URL(path(offered, '/tour'), url).href
}
