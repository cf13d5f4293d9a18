/** The single place where a journey is loaded for a request, and its draft saved. */
import { type Answers, type Prepared, wordsIn, type Wording } from '#core/definition/index.ts'
import { type Walk, walk } from '#core/journey/index.ts'
import { preparedVersion, publishedService } from '#features/services/index.ts'
import { isSignedIn } from '#http/actor.ts'
import { type Ctx, param } from '#http/route.ts'
import { isRecord } from '#store/json.ts'
import { newId } from '#store/uuid.ts'
import {
  type Answering,
  type Carried,
  carriedPlaceOf,
  type Draft,
  type DraftChannel,
  frontOf,
  type JourneyChange,
  pageChanges,
  placeOf,
  type Stop,
} from '../domain/index.ts'
import { draftOf, type DraftRow, saveDraft } from '../store/index.ts'

/** One of the ways into a journey: a browser of its own, or a member of staff who types for somebody. */
export type Origin = {
  /** Addresses of the journey begin so; the service's id follows. */
  readonly root: '/services' | '/staff/enter'
  /** Whose drafts these are; undefined where there can be none yet. */
  readonly findHolder: (ctx: Ctx) => string | undefined
  /** The same, made if need be. */
  readonly holder: (ctx: Ctx) => string
  /** Whether the first answer begins a journey. Staff say first how it reached them. */
  readonly mayBegin: boolean
}

/** A browser finds its draft by its secret cookie, of which only the digest is kept. */
export const byBrowser: Origin = {
  root: '/services',
  findHolder: ({ session }) => (session.isKnown ? session.visitor : undefined),
  holder: ({ session }) => session.visitor,
  mayBegin: true,
}

/** A member of staff has one draft at a time for each service. */
export const byStaff: Origin = {
  root: '/staff/enter',
  findHolder: ({ actor }) => `staff/${actor.id}`,
  holder: ({ actor }) => `staff/${actor.id}`,
  mayBegin: false,
}

/** A journey as far as its answers go. A draft that was sent has none, and so has a journey not yet begun. */
export type Journey = {
  readonly origin: Origin
  readonly mayBegin: boolean
  readonly service: string
  readonly prepared: Prepared
  readonly draft?: Draft | undefined
  /** Whether it had been turned away as it was saved last. */
  readonly wasExit: boolean
  /** How far it had come as it was saved last; undefined for one not yet begun. */
  readonly frontBefore?: Stop | undefined
  /** The page on which it had been turned away then. */
  readonly endedBefore?: string | undefined
  readonly answers: Answers
  readonly walked: Walk
  readonly wording: Wording
}

/** The journey an address belongs to; undefined when the council has no such service. */
export function findJourney(ctx: Ctx, origin: Origin): Promise<Journey | undefined> {
  return findJourneyOf(ctx, origin, param(ctx, 'service'))
}

/** The journey through a service, for an address that does not name it. */
export async function findJourneyOf(ctx: Ctx, origin: Origin, service: string): Promise<Journey | undefined> {
  const draft = await findDraft(ctx, origin, service)
  const isOpen = draft !== undefined && draft.reference === undefined
  const prepared = isOpen
    ? await preparedVersion(ctx.council, service, draft.version)
    : (await publishedService(ctx.council, service))?.prepared
  if (!prepared) return undefined
  const answers = isOpen ? draft.answers : {}
  const journey = { origin, mayBegin: origin.mayBegin, service, prepared, draft, answers, ...seen(ctx, prepared, answers) }
  return {
    ...journey,
    wasExit: journey.walked.exit !== undefined,
    ...(isOpen && { frontBefore: frontOf(journey.walked), endedBefore: endOf(journey) }),
  }
}

/** The journey as it would be with these answers. */
export function withWalk(ctx: Ctx, journey: Journey, answers: Answers): Journey {
  return { ...journey, answers, ...seen(ctx, journey.prepared, answers) }
}

function seen(ctx: Ctx, prepared: Prepared, answers: Answers): { walked: Walk; wording: Wording } {
  const walked = walk(prepared, answers, ctx.today)
  return { walked, wording: wordingOf(prepared, ctx.lang, walked) }
}

function wordingOf(prepared: Prepared, lang: Ctx['lang'], walked: Walk): Wording {
  const language = prepared.languages.includes(lang) ? lang : (prepared.languages[0] ?? lang)
  return wordsIn(prepared, language, walked.known)
}

async function findDraft(ctx: Ctx, origin: Origin, service: string): Promise<Draft | undefined> {
  const holder = origin.findHolder(ctx)
  const row = holder === undefined ? undefined : await ctx.council.store.ask(draftOf, { holder, service })
  if (!row) return undefined
  const { sealed, sealedCarried, ...rest } = row
  if (!sealed) return { ...rest, answers: {} }
  const { sealer } = ctx.council.store
  const answers = sealer.open(sealed, placeOf(row.id))
  const carried = sealedCarried && sealer.open(sealedCarried, carriedPlaceOf(row.id))
  // Sealed by a key that is gone: the answers are lost, and the person begins again with the same draft.
  return { ...rest, answers: isAnswers(answers) ? answers : {}, ...(isCarried(carried) && { carried }) }
}

/** How a draft begins, apart from its answers. */
export type Beginning = {
  readonly channel: DraftChannel
  readonly helper?: string | undefined
  readonly person: string
  readonly lang: Ctx['lang']
}

/** What a resident begins; a signed-in one applies as themselves. */
export function ownBeginning({ actor, lang }: Ctx): Beginning {
  return { channel: 'web', lang, person: isSignedIn(actor) ? actor.id : newId() }
}

/** What is saved besides the answers: how a new draft begins, and which page they were given on. */
export type Saving = { readonly beginning?: Beginning; readonly answering?: Answering }

/** Saves the answers; false when they were saved from elsewhere since the journey was loaded. */
export function saveAnswers(ctx: Ctx, journey: Journey, { beginning = ownBeginning(ctx), answering }: Saving = {}): Promise<boolean> {
  const { draft, prepared, origin, service, answers, walked, wasExit } = journey
  const isOpen = draft !== undefined && draft.reference === undefined
  const id = isOpen ? draft.id : newId()
  const row: DraftRow = {
    ...(isOpen ? { ...draft, lang: origin.mayBegin ? ctx.lang : draft.lang } : beginning),
    id,
    holder: origin.holder(ctx),
    service,
    version: prepared.version,
    sealed: ctx.council.store.sealer.seal(answers, placeOf(id)),
    revision: (draft?.revision ?? 0) + 1,
    touchedAt: ctx.now,
    equalityDone: false,
    counted: changeOf({ day: ctx.today, isNew: !isOpen, wasExit: isOpen && wasExit, isExit: walked.exit !== undefined }),
    measured: { day: ctx.today, changes: pageChanges({ draftId: id, ...standingOf(journey), answering }) },
  }
  return ctx.council.store.tell(saveDraft, row)
}

function standingOf(journey: Journey) {
  const { frontBefore: before, endedBefore, walked } = journey
  return { before, after: frontOf(walked), endedBefore, endsAfter: endOf(journey) }
}

/** The page whose answer turned them away. */
function endOf({ walked }: Pick<Journey, 'walked'>): string | undefined {
  return walked.exit === undefined ? undefined : walked.pages.at(-1)?.page.id
}

type Counting = { readonly day: string; readonly isNew: boolean; readonly wasExit: boolean; readonly isExit: boolean }

/** A resumed draft is no new beginning, and whoever changes the answer that turned them away is under way again. */
function changeOf({ day, isNew, wasExit, isExit }: Counting): JourneyChange | undefined {
  const exited = Number(isExit) - Number(wasExit)
  return isNew || exited !== 0 ? { day, begun: Number(isNew), sent: 0, exited } : undefined
}

function isCarried(value: unknown): value is Carried {
  return isRecord(value) && isRecord(value['of']) && isAnswers(value['answers'])
}

/** Only answers are ever sealed in this place, and what opens is what was sealed. */
function isAnswers(value: unknown): value is Answers {
  return isRecord(value)
}
