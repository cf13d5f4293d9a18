/** The routes that show and copy what is held. */
import { stringify } from 'csv-stringify/sync'
import { wordsIn } from '#core/definition/index.ts'
import { listServices } from '#features/services/index.ts'
import { file, problem, type Reply, seeOther } from '#http/reply.ts'
import { type Ctx, param } from '#http/route.ts'
import { show } from '#http/shell.ts'
import { holdsInForce } from '#store/erasure.ts'
import { dispose } from '../commands/dispose.ts'
import { asCsv, exportPerson } from '../commands/export.ts'
import { heldAbout } from '../commands/held.ts'
import { findPeople, isKnown } from '../commands/people.ts'
import { type Processing, processingOf } from '../domain/index.ts'
import { openRequests } from '../store.ts'
import { type Home, homePage } from '../views/home.ts'
import { disposalPage, processingHead, processingPage, processingRow } from '../views/lists.ts'
import { personHref } from '../views/parts.ts'
import { type PersonPage, personPage, type ServiceName } from '../views/person.ts'
import { sayIn } from '../words/index.ts'

export function showHome(ctx: Ctx): Promise<Reply> {
  return home(ctx)
}

/** The page of all records, with what was found or what was wrong. */
export async function home(ctx: Ctx, more: Partial<Home> = {}): Promise<Reply> {
  const { store } = ctx.council
  const [requests, holds] = await store.transaction(async (tx) => [await openRequests(tx), await holdsInForce(tx)] as const)
  return show(ctx, homePage(ctx, { requests, holds, ...more }))
}

export async function find(ctx: Ctx): Promise<Reply> {
  const say = sayIn(ctx.lang)
  const typed = ctx.form.get('find').trim().slice(0, 254)
  const fault = (text: string) => home(ctx, { typed, faults: [{ field: 'find', text }] })
  if (typed === '') return await fault(say('findFault'))
  const found = await findPeople(ctx.council, typed, { everywhere: ctx.form.get('everywhere') === 'yes' })
  const [one] = found
  if (!one) return await fault(say('noneFound'))
  return found.length === 1 ? seeOther(personHref(ctx, one.person)) : await home(ctx, { typed, found })
}

export function showPerson(ctx: Ctx): Promise<Reply> {
  return onPerson(ctx)
}

/** The page of a person, with what was just done or what was wrong; not found when nothing is held. */
export async function onPerson(ctx: Ctx, more: Partial<PersonPage> = {}): Promise<Reply> {
  const person = param(ctx, 'person')
  const held = await heldOf(ctx, person)
  return held || more.erased
    ? show(ctx, personPage(ctx, { held: held ?? nothing(person), serviceName: await serviceNames(ctx), ...more }))
    : problem('not-found')
}

async function heldOf({ council }: Ctx, person: string) {
  return (await isKnown(council, person)) ? await heldAbout(council, person) : undefined
}

const nothing = (person: string): PersonPage['held'] => ({ person, account: 'none', cases: [], drafts: [], holds: [], requests: [] })

export function copyJson(ctx: Ctx): Promise<Reply> {
  return withCopy(ctx, (copy) =>
    file({ name: 'everything-held.json', type: 'application/json', body: `${JSON.stringify(copy, null, 2)}\n` }),
  )
}

export function copyCsv(ctx: Ctx): Promise<Reply> {
  return withCopy(ctx, (copy) => file({ name: 'everything-held.csv', type: 'text/csv; charset=utf-8', body: asCsv(copy) }))
}

async function withCopy(ctx: Ctx, reply: (copy: Awaited<ReturnType<typeof exportPerson>>) => Reply): Promise<Reply> {
  const person = param(ctx, 'person')
  return (await isKnown(ctx.council, person)) ? reply(await exportPerson(ctx.council, person, ctx.now)) : problem('not-found')
}

export async function showDisposal(ctx: Ctx): Promise<Reply> {
  const disposed = await dispose(ctx.council, { at: ctx.now, isDryRun: true })
  return show(ctx, disposalPage(ctx, disposed, await serviceNames(ctx)))
}

export async function showProcessing(ctx: Ctx): Promise<Reply> {
  return show(ctx, processingPage(ctx, await processing(ctx)))
}

export async function processingCsv(ctx: Ctx): Promise<Reply> {
  const rows = (await processing(ctx)).map((row) => [...processingRow(ctx, row)])
  const body = stringify([[...processingHead(ctx)], ...rows], { escape_formulas: true })
  return file({ name: 'record-of-processing.csv', type: 'text/csv; charset=utf-8', body })
}

async function processing({ council, lang }: Ctx): Promise<readonly Processing[]> {
  const all = await listServices(council)
  return all.flatMap(({ definition, prepared }) => {
    const spoken = prepared.languages.includes(lang) ? lang : (prepared.languages[0] ?? lang)
    return processingOf(definition, wordsIn(prepared, spoken))
  })
}

async function serviceNames({ council, lang }: Ctx): Promise<ServiceName> {
  const all = await listServices(council)
  const names = new Map(
    all.map(({ service, prepared }) => [service, wordsIn(prepared, prepared.languages.includes(lang) ? lang : 'en').service.name]),
  )
  return (id) => names.get(id) ?? id
}
