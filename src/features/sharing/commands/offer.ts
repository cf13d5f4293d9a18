/** The single place that says what a council offers to others: its services, what changed in each, and the package of every version. */
import { type Definition, type Language, type Version, wordsIn } from '#core/definition/index.ts'
import { type Between, diff, summary } from '#core/diff/index.ts'
import {
  companionsOf,
  definitionOf,
  listServices,
  type Published,
  publishedService,
  type Release,
  versionHistory,
} from '#features/services/index.ts'
import type { Council } from '#http/council.ts'
import type { Ctx } from '#http/route.ts'
import type { Ancestor, Results, Said } from '../domain/index.ts'
import { writePackage } from '../package/write.ts'
import { lineageOf } from './read.ts'
import { resultsOf } from './results.ts'

/** One version that was in use here, with what changed since the one before, in words. */
export type OfferedVersion = {
  readonly version: Version
  /** ISO instant. */
  readonly at: string
  readonly isCurrent: boolean
  readonly changes: readonly Said[]
  /** How many changes there are beyond those named. */
  readonly more: number
}

export type Offer = {
  readonly service: string
  readonly name: Said
  readonly summary: Said
  readonly licence: string
  readonly nations: readonly string[]
  readonly languages: readonly Language[]
  readonly upstream: readonly Ancestor[]
  /** The newest first. */
  readonly versions: readonly OfferedVersion[]
  readonly results: Results | null
}

const mostVersions = 10
const mostChanges = 30

type Shelf = { readonly key: string; readonly offers: Promise<readonly Offer[]> }

const shelves = new WeakMap<Council, Shelf>()

/**
 * Everything the council offers, by the English name. It is the same for everybody and takes a look at every version, so that it is remembered: until a service
 * has another version, and for a minute, for what was measured since.
 */
export async function offersOf(council: Council, { now, today }: Pick<Ctx, 'now' | 'today'>): Promise<readonly Offer[]> {
  const services = await listServices(council)
  const key = [now.slice(0, 'YYYY-MM-DDTHH:MM'.length), ...services.map(({ version }) => version)].join(' ')
  const known = shelves.get(council)
  if (known?.key === key) return await known.offers
  const offers = madeOf(council, services, today)
  shelves.set(council, { key, offers })
  offers.catch(() => shelves.delete(council))
  return await offers
}

async function madeOf(council: Council, services: readonly Published[], today: string): Promise<readonly Offer[]> {
  const offers = await Promise.all(services.map((published) => offerOf(council, published, today)))
  return offers.toSorted((one, other) => one.name.en.localeCompare(other.name.en))
}

async function offerOf(council: Council, published: Published, today: string): Promise<Offer> {
  const { service, definition, prepared } = published
  const said = (pick: (words: { readonly name: string; readonly summary: string }) => string): Said =>
    inLanguages(prepared.languages, (lang) => pick(wordsIn(prepared, lang).service))
  return {
    service,
    name: said(({ name }) => name),
    summary: said(({ summary }) => summary),
    licence: definition.service.licence,
    nations: definition.service.applies,
    languages: prepared.languages,
    upstream: await lineageOf(council, service),
    versions: await versionsOf(council, service),
    results: await resultsOf(council, service, today),
  }
}

async function versionsOf(council: Council, service: string): Promise<readonly OfferedVersion[]> {
  const history = (await versionHistory(council, service)).slice(0, mostVersions + 1)
  const definitions = await Promise.all(history.map(({ version }) => definitionOf(council, service, version)))
  return history.slice(0, mostVersions).map((release, place) => offeredVersion(release, definitions[place], definitions[place + 1]))
}

function offeredVersion({ version, at, isCurrent }: Release, after?: Definition, before?: Definition): OfferedVersion {
  const languages = after?.service.languages ?? ['en']
  const told = before && after ? toldIn(languages, { before, after }) : []
  return { version, at, isCurrent, changes: told.slice(0, mostChanges), more: Math.max(0, told.length - mostChanges) }
}

/** What changed, in one sentence for all that belongs together, in every language of the service. */
function toldIn(languages: readonly Language[], between: Between): readonly Said[] {
  const changes = diff(between.before, between.after)
  const [en, cy] = [summary(changes, between, 'en'), languages.includes('cy') ? summary(changes, between, 'cy') : []]
  return en.map(({ sentence }, place) => ({ en: sentence, ...(cy[place] ? { cy: cy[place].sentence } : {}) }))
}

function inLanguages(languages: readonly Language[], say: (lang: Language) => string): Said {
  return languages.includes('cy') ? { en: say('en'), cy: say('cy') } : { en: say('en') }
}

export type PackageWish = { readonly service: string; readonly version?: Version | undefined; readonly today: string }

/** The package of a version that was in use here, the current one unless told otherwise; undefined where there is none. */
export async function packageFor(council: Council, { service, version, today }: PackageWish): Promise<Buffer | undefined> {
  const wanted = version ?? (await publishedService(council, service))?.version
  if (wanted === undefined) return undefined
  const definition = await definitionOf(council, service, wanted)
  if (!definition) return undefined
  return writePackage({
    definition,
    companions: await companionsOf(council, service, wanted),
    council: { id: council.id, name: nameOf(council) },
    created: today,
    upstream: await lineageOf(council, service),
    results: await resultsOf(council, service, today),
    keys: council.store.keys.of(council.id),
  })
}

/** In every language the council has it. */
export function nameOf({ settings }: Pick<Council, 'settings'>): Said {
  const { en, cy } = settings.name
  return cy === undefined ? { en } : { en, cy }
}
