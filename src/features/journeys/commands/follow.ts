/** The single place where a person shows that a case is theirs, and what they then see of it and do with it. */
import {
  actAsResident,
  caseForResident,
  casesOfPerson,
  type FreeTime,
  parseReference,
  type Proof,
  type ResidentAct,
  type ResidentCase,
  type ResidentDone,
  timesForResident,
} from '#features/cases/index.ts'
import { isSignedIn, isStaff } from '#http/actor.ts'
import type { Ctx } from '#http/route.ts'
import { isRecord } from '#store/json.ts'
import { draftOf } from '../store/index.ts'
import { byBrowser } from './journey.ts'

const cookie = 'folkmoot-follow'
/** How long a browser may look at a case before it is asked again, in seconds. */
const lookSeconds = 60 * 60

/** What a browser showed: kept by the browser itself, sealed, so that it can be neither read nor changed there. */
type Shown = { readonly reference: string; readonly contact: string; readonly until: string }

/** The case, when the contact belongs to it; this browser may then look at it for an hour. */
export async function follow(ctx: Ctx, asked: { reference: string; contact: string }): Promise<ResidentCase | undefined> {
  const { council, lang, session, now } = ctx
  const found = await caseForResident(council, { reference: asked.reference, proof: { contact: asked.contact }, lang })
  if (found) {
    const until = new Date(Date.parse(now) + lookSeconds * 1000).toISOString()
    const shown: Shown = { reference: found.reference, contact: asked.contact, until }
    session.setCookie(cookie, council.store.sealer.seal(shown, placeIn(session)).toString('base64url'), lookSeconds)
  }
  return found
}

export function stopFollowing({ session }: Ctx): void {
  session.setCookie(cookie, '', 0)
}

/** The case of an address, when this browser or the signed-in person may see it. */
export async function findFollowed(ctx: Ctx, reference: string): Promise<ResidentCase | undefined> {
  const proof = findProof(ctx, reference)
  return proof && caseForResident(ctx.council, { reference, proof, lang: ctx.lang })
}

/** Whether this browser has just sent the application with that reference, or follows it, or it is of whoever is signed in. */
export async function isOwnCase(
  ctx: Ctx,
  { service, reference }: { readonly service: string; readonly reference: string },
): Promise<boolean> {
  const holder = byBrowser.findHolder(ctx)
  const draft = holder === undefined ? undefined : await ctx.council.store.ask(draftOf, { holder, service })
  if (draft?.reference !== undefined && draft.reference === parseReference(reference)) return true
  const found = await findFollowed(ctx, reference)
  return found?.serviceId === service
}

export async function actOnFollowed(ctx: Ctx, reference: string, act: ResidentAct): Promise<ResidentDone> {
  const proof = findProof(ctx, reference)
  if (!proof) return { refused: 'no-such-case' }
  const { council, now: at, today } = ctx
  return actAsResident(council, { reference, proof, act, at, today })
}

/** The times that can be booked for an appointment of a case that this browser or the signed-in person may see. */
export async function timesOfFollowed(ctx: Ctx, reference: string, appointment: string): Promise<readonly FreeTime[]> {
  const proof = findProof(ctx, reference)
  const { council, now: at, today } = ctx
  return proof ? timesForResident(council, { reference, proof, appointment, at, today }) : []
}

/** The applications of whoever is signed in; none for a visitor and for staff, who have their own pages. */
export function ownCases({ actor, council }: Ctx): ReturnType<typeof casesOfPerson> {
  return isOwner(actor) ? casesOfPerson(council, actor.id) : Promise.resolve([])
}

function findProof(ctx: Ctx, reference: string): Proof | undefined {
  const shown = findShown(ctx)
  if (shown && shown.reference === parseReference(reference) && shown.until > ctx.now) return { contact: shown.contact }
  return isOwner(ctx.actor) ? { person: ctx.actor.id } : undefined
}

function isOwner(actor: Ctx['actor']): boolean {
  return isSignedIn(actor) && !isStaff(actor)
}

/** Good in this browser only, and until somebody signs out of it. */
function placeIn({ visitor }: Ctx['session']): string {
  return `${cookie}/${visitor}`
}

function findShown({ session, council }: Ctx): Shown | undefined {
  const sealed = session.isKnown ? session.findCookie(cookie) : undefined
  const opened = sealed === undefined ? undefined : council.store.sealer.open(Buffer.from(sealed, 'base64url'), placeIn(session))
  if (!isRecord(opened)) return undefined
  const { reference, contact, until } = opened
  return typeof reference === 'string' && typeof contact === 'string' && typeof until === 'string'
    ? { reference, contact, until }
    : undefined
}
