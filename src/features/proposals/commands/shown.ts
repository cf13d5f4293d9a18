/** The single place that remembers the page of a suggested change as it is the same for everybody, until something about it changes. */
import { publishedService } from '#features/services/index.ts'
import { isPreElection } from '#http/council.ts'
import type { Ctx } from '#http/route.ts'
import type { CouncilStore } from '#store/store.ts'
import { type Html, inOnePiece } from '#ui/html.ts'
import type { Proposal } from '../domain/index.ts'
import type { Standing } from '../store/index.ts'
import { titleOf } from '../views/parts.ts'
import { proposalPage } from '../views/proposal-page.ts'
import { evidenceOf } from './evidence.ts'
import { findProposal } from './read.ts'
import { serviceName } from './tell.ts'

export type Shown = { readonly proposal: Proposal; readonly title: string; readonly before: Html; readonly after: Html }

const mostRemembered = 200
const shelves = new WeakMap<CouncilStore, Map<string, Promise<Shown>>>()

/** Made again when a fact was added, something was erased or the service changed; and every minute, for what was set aside elsewhere. */
export async function shownToAll(ctx: Ctx, id: string, { service, stamp }: Standing): Promise<Shown> {
  const { council, lang, now } = ctx
  const shelf = shelves.get(council.store) ?? new Map<string, Promise<Shown>>()
  shelves.set(council.store, shelf)
  const minute = now.slice(0, 'YYYY-MM-DDTHH:MM'.length)
  const key = [id, lang, stamp, minute, (await publishedService(council, service))?.version].join(' ')
  const known = shelf.get(key)
  if (known) return await known
  const made = make(ctx, id)
  const oldest = shelf.keys().next().value
  if (shelf.size >= mostRemembered && oldest !== undefined) shelf.delete(oldest)
  shelf.set(key, made)
  made.catch(() => shelf.delete(key))
  return await made
}

async function make({ council, lang, today, now }: Ctx, id: string): Promise<Shown> {
  const proposal = await findProposal(council, id)
  if (!proposal) throw new Error(`There is a row of the suggested change ${id}, and no facts`)
  const service = await serviceName(council, proposal.service, lang)
  const evidence = await evidenceOf(council, proposal, { lang, at: now })
  const { before, after } = proposalPage({ lang, today, proposal, service, evidence, isNameless: isPreElection(council, today) })
  return { proposal, title: titleOf(proposal, lang, service), before: inOnePiece(before), after: inOnePiece(after) }
}
