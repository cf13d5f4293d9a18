/** The single place that walks a request through the door: which council, which language, who, may they, is it our own form; then the handler. */
import { isPassing, StoreFailure } from '#store/failure.ts'
import { StaleStream } from '#store/log.ts'
import { type Actor, isSignedIn, isStaff, mayDo, visitor } from './actor.ts'
import { dayInLondon } from './clock.ts'
import type { Council } from './council.ts'
import { csrfFieldName, comesFromHere } from './csrf.ts'
import type { Doorkeeper } from './doorkeeper.ts'
import { Form } from './form.ts'
import type { FindCouncil } from './hosts.ts'
import { type Language, languageCookie, path } from './language.ts'
import { keepLanguageWalkedIn } from './language-choice.ts'
import { isLoopback, type Limit } from './limit.ts'
import type { Journal } from './log.ts'
import type { Empower } from './permission.ts'
import { noCouncilPage, problemJson, problemPage } from './problem-page.ts'
import { type Problem, problem, type Reply, type Sent, seeOther } from './reply.ts'
import type { NavEntry, Route, Site } from './route.ts'
import { type Outgoing, outgoing } from './send.ts'
import { BrowserSession, digest } from './session.ts'
import { isCarriable } from './text.ts'
import { type Incoming, Visit } from './visit.ts'

/** What the door knows besides the request. Made once. */
export interface Door {
  readonly findCouncil: FindCouncil
  readonly doorkeeper: Doorkeeper
  readonly empower: Empower
  readonly site: Site
  readonly clock: () => Date
  readonly journal: Journal
  /** Tries of a `limited` route, and posts of any kind, per address. */
  readonly tries: Limit
  readonly posts: Limit
  readonly secure: boolean
}

/** A route at one of its addresses. */
export interface Bound {
  readonly route: Route
  readonly lang: Language
}

/** Never rejects: whatever goes wrong becomes a problem of the list. */
export async function answer(door: Door, bound: Bound, incoming: Incoming): Promise<Outgoing> {
  const council = door.findCouncil(incoming.headers.host)
  if (council === undefined) return finish(door, incoming, { sent: noCouncilPage(), setCookies: [] })
  const visit = receive(door, { council, lang: bound.lang }, incoming)
  const reply = await decide(door, { visit, route: bound.route, incoming })
  const sent = reply.kind === 'sent' ? reply : showProblem(door, { visit, route: bound.route, problem: reply })
  return finish(door, incoming, { sent, setCookies: visit.session.setCookies })
}

function receive(door: Door, { council, lang }: { council: Council; lang: Language }, incoming: Incoming): Visit {
  const moment = door.clock()
  const now = moment.toISOString()
  const { secure, site, doorkeeper } = door
  const session = new BrowserSession({ cookies: incoming.headers.cookie, secure, demo: site.demo, council, doorkeeper, now })
  return new Visit({ incoming, council, lang, session, now, today: dayInLondon(moment), site, secure })
}

function finish(door: Door, incoming: Incoming, { sent, setCookies }: { sent: Sent; setCookies: readonly string[] }): Outgoing {
  const one = (name: string) => {
    const value = incoming.headers[name]
    return typeof value === 'string' ? value : undefined
  }
  return outgoing(sent, { secure: door.secure, setCookies, acceptEncoding: one('accept-encoding'), ifNoneMatch: one('if-none-match') })
}

interface Step {
  readonly visit: Visit
  readonly route: Route
  readonly incoming: Incoming
}

async function decide(door: Door, step: Step): Promise<Reply> {
  try {
    return (await refusal(door, step)) ?? (await handle(door, step))
  } catch (error) {
    if (error instanceof StaleStream) return problem('conflict')
    door.journal.error(error, { route: step.route.path, request: step.incoming.id, council: step.visit.council.id })
    return isPassing(error) || error instanceof StoreFailure
      ? problem('unavailable', { headers: { 'retry-after': '10' } })
      : problem('broken')
  }
}

async function refusal(door: Door, step: Step): Promise<Reply | undefined> {
  const { visit, route, incoming } = step
  if (!visit.council.settings.languages.includes(visit.lang) || !isReadable(incoming)) return problem('not-found')
  const elsewhere = inChosenLanguage(step)
  if (elsewhere !== undefined) return elsewhere
  const over = tooMany(door, step)
  if (over !== undefined) return over
  if (!hasRightBody(route, incoming)) return problem('wrong-content-type')
  visit.actor = await recognise(door, step)
  if (isStaff(visit.actor)) visit.menu = await menuFor(visit)
  if (route.may !== 'anyone' && !visit.actor.permissions.has(route.may)) return notAllowed(door, step)
  return isForged(step) ? problem('form-expired') : undefined
}

async function menuFor({ site, council, actor }: Visit): Promise<readonly NavEntry[]> {
  const entries = site.nav.filter(({ may }) => mayDo(actor, may))
  if (actor.kind !== 'partner') return entries
  const isFor = await Promise.all(entries.map(async (entry) => (await entry.isForPartner?.(council, actor)) ?? true))
  return entries.filter((_, place) => isFor[place])
}

/** Params reach the database, which cannot carry NUL; the address of a page of ours never has one. */
function isReadable({ params }: Incoming): boolean {
  for (const name in params) if (!isCarriable(params[name] ?? '')) return false
  return true
}

/** The language asked for at first contact is kept: an address without a prefix leads whoever chose Welsh to the Welsh page. */
function inChosenLanguage({ visit, route, incoming }: Step): Reply | undefined {
  if (visit.lang !== 'en' || route.method !== 'GET' || route.for === 'api' || route.isSameInAllLanguages) return undefined
  if (visit.council.settings.languages.length < 2 || visit.session.findCookie(languageCookie) !== 'cy') return undefined
  return seeOther(path('cy', incoming.url))
}

function tooMany(door: Door, { route, incoming }: Step): Problem | undefined {
  if (route.method === 'GET') return undefined
  const nowMs = door.clock().getTime()
  const limit = route.limited ? door.tries : door.posts
  if (!route.limited && isLoopback(incoming.address)) return undefined
  return limit.isOver(incoming.address, nowMs)
    ? problem('too-many', { headers: { 'retry-after': String(limit.secondsLeft(nowMs)) } })
    : undefined
}

function hasRightBody({ method, body = 'form' }: Route, incoming: Incoming): boolean {
  if (method === 'GET' || incoming.body === undefined || incoming.body === null) return true
  return body === 'form' ? incoming.body instanceof Form : body === 'json' && !(incoming.body instanceof Form)
}

async function recognise(door: Door, { visit, route, incoming }: Step): Promise<Actor> {
  const { council, session, now } = visit
  if (route.for === 'api') {
    const key = /^Bearer ([A-Za-z0-9_-]{20,200})$/.exec(incoming.headers.authorization ?? '')?.[1]
    const holder = key === undefined ? undefined : await door.doorkeeper.findKeyHolder(council, digest(key), now)
    return holder === undefined ? visitor : door.empower(council, holder)
  }
  const known = session.id === undefined ? undefined : await door.doorkeeper.find(council, session.id, now)
  return known === undefined ? visitor : door.empower(council, known)
}

function notAllowed(door: Door, { visit, route, incoming }: Step): Reply {
  if (isSignedIn(visit.actor)) return problem('not-allowed')
  if (route.for === 'api') return problem('sign-in-needed', { headers: { 'www-authenticate': 'Bearer' } })
  if (route.method !== 'GET') return problem('sign-in-needed')
  return seeOther(`${path(visit.lang, door.doorkeeper.signInPath)}?return=${encodeURIComponent(incoming.url)}`)
}

function isForged({ visit, route, incoming }: Step): boolean {
  if (route.method === 'GET' || route.for === 'api') return false
  return !comesFromHere(incoming.headers) || !visit.session.isCsrf(visit.form.get(csrfFieldName))
}

/** What a permission guards is written down before it is shown or done, so nothing is disclosed without a trace. */
async function handle(door: Door, { visit, route, incoming }: Step): Promise<Reply> {
  if (route.method !== 'GET' && route.for !== 'api') keepLanguageWalkedIn(visit)
  if (route.may === 'anyone') return route.handle(visit)
  const use = { at: visit.now, actorId: visit.actor.id, audit: route.audit, about: incoming.params, requestId: incoming.id }
  const [reply] = await Promise.all([route.handle(visit), door.doorkeeper.record(visit.council, use)])
  return reply
}

function showProblem(door: Door, { visit, route, problem: met }: { visit: Visit; route: Route; problem: Problem }): Sent {
  if (route.for === 'api') return problemJson(met)
  try {
    return problemPage(visit, met)
  } catch (error) {
    door.journal.error(error, { route: route.path, request: visit.requestId })
    return problemJson(met)
  }
}
