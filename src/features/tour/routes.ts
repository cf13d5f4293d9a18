/** The addresses of the tour; they lead nowhere but in a demonstration. */
import { type Council, inLanguage, nameOf } from '#http/council.ts'
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
import { arrivedPage, awayPage, tourPage } from './views/tour-page.ts'
import type { Cast } from './words/index.ts'

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

/** `from=tour` says that somebody comes from the other council's part of the tour, `early` that they tried a step before its time. */
function offer(ctx: Ctx): Reply {
  const place = placeOf(ctx)
  if (!place) return problem('not-found')
  const progress = progressOf(ctx)
  const page = { ...place, progress, isEarly: ctx.query.has('early') }
  if (!place.isNextDoor) return show(ctx, tourPage(ctx, page))
  const isArrived = progress !== undefined || page.isEarly || ctx.query.get('from') === 'tour'
  return show(ctx, isArrived ? arrivedPage(ctx, page) : awayPage(ctx, page))
}

async function take(ctx: Ctx): Promise<Reply> {
  const step = findStep(param(ctx, 'step'))
  const place = placeOf(ctx)
  if (!step || !place?.own.includes(step)) return problem('not-found')
  keepLanguage(ctx, ctx.lang)
  const taken = await stepTaken(ctx, step)
  if (!taken) return seeOther(`${path(ctx.lang, '/tour')}?early=${step}`)
  const { to, ...kept } = taken
  ctx.session.setCookie(tourCookie, writeProgress({ step, ...kept }), daySeconds)
  return seeOther(path(ctx.lang, to))
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
  const { cast, service, question, other } = place
  const onward = next !== undefined && !place.own.includes(next) ? { ...other, council: other.name } : undefined
  return guideOf(ctx, { cast, progress, service, question, onward })
}

function progressOf({ session }: Ctx): Progress | undefined {
  return readProgress(session.findCookie(tourCookie))
}

/** What part of the tour takes place at this council. */
type Place = {
  readonly isNextDoor: boolean
  readonly cast: Cast
  readonly own: readonly Step[]
  readonly service: string
  readonly question: string | undefined
  readonly other: { readonly name: string; readonly href: string; readonly isInThisLanguage: boolean }
}

/** Undefined where the council has no part in a tour, and outside of demonstrations. */
function placeOf(ctx: Ctx): Place | undefined {
  const { council, site, lang } = ctx
  const { tour } = council.settings
  if (!site.demo || !tour) return undefined
  const isNextDoor = 'at' in tour
  const other = starts.get(council.store)?.findNeighbour(isNextDoor ? tour.at : tour.neighbour)
  const story = isNextDoor ? other?.settings.tour : tour
  if (!other || !story || 'at' in story) return undefined
  const service = isNextDoor ? serviceTaken(council, tour.at) : story.service
  if (service === undefined) return undefined
  const nameIn = (person: string) => (isNextDoor ? other : council).settings.people.find(({ id }) => id === person)?.name ?? ''
  return {
    isNextDoor,
    cast: {
      resident: nameIn(story.resident),
      next: nameIn(story.next.person),
      said: inLanguage(story.suggestion, lang),
      neighbour: nameOf(isNextDoor ? council : other, lang),
    },
    own: steps.filter((step) => stepsNextDoor.includes(step) === isNextDoor),
    service,
    question: isNextDoor ? undefined : story.question,
    other: {
      name: nameOf(other, lang),
      href: addressOf(ctx, other, isNextDoor),
      isInThisLanguage: other.settings.languages.includes(lang),
    },
  }
}

/** The other council's tour, at the port of this one. */
function addressOf({ origin, lang }: Ctx, { settings }: Council, isBack: boolean): string {
  const url = new URL(origin)
  url.hostname = settings.hosts.find((host) => host.endsWith('localhost')) ?? settings.hosts[0] ?? url.hostname
  const offered = settings.languages.includes(lang) ? lang : (settings.languages[0] ?? lang)
  return new URL(`${path(offered, '/tour')}${isBack ? '' : '?from=tour'}`, url).href
}
