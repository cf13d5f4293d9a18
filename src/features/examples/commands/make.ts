/** The single place where a real case becomes an example person beside a suggested change. Nothing of it is kept until somebody has looked at what remains. */
import { type Anonymous, anonymise, composeScenario, scenarioText } from '#core/scenario/index.ts'
import { readPack } from '#core/definition/index.ts'
import { packOf } from '#core/definition/write/pack.ts'
import { answersForStaff, type SaidInCase } from '#features/cases/index.ts'
import { addExample, listProposals, type Proposal } from '#features/proposals/index.ts'
import type { Ctx } from '#http/route.ts'

/** What would remain of a case. */
export type Remaining = { readonly service: string; readonly said: SaidInCase; readonly made: Anonymous }

/** Undefined where there is no such case for whoever asks, or some of it has been erased. */
export async function remainingOf({ council, actor }: Ctx, reference: string): Promise<Remaining | undefined> {
  const said = await answersForStaff(council, actor, reference)
  if (!said) return undefined
  return { service: said.prepared.definition.service.id, said, made: anonymise(said.prepared, said) }
}

/** Suggested changes of a service that an example person can go with. */
export async function openChanges({ council }: Pick<Ctx, 'council'>, service: string): Promise<readonly Proposal[]> {
  const { proposals } = await listProposals(council, { service, states: ['changed'] })
  return proposals
}

export type Making = { readonly title: string; readonly proposal: string; readonly isConfirmed: boolean }
export type Made = { readonly done: string } | { readonly refused: 'no-title' | 'not-confirmed' | 'no-proposal' | 'not-same' | 'not-taken' }

const longestTitle = 200

/** The example person expects what the version in use gives them; the name of its file says nothing of the case. */
export async function makeExample(ctx: Ctx, { service, said, made }: Remaining, making: Making): Promise<Made> {
  const { council, actor, now: at, today } = ctx
  const title = making.title.trim().slice(0, longestTitle)
  if (title === '') return { refused: 'no-title' }
  if (!making.isConfirmed) return { refused: 'not-confirmed' }
  if (!made.isSame) return { refused: 'not-same' }
  if (!(await openChanges(ctx, service)).some(({ id }) => id === making.proposal)) return { refused: 'no-proposal' }
  const id = slugOf(title)
  const text = scenarioText(composeScenario(said.prepared, { id, title, ...made }))
  const path = `scenarios/${id}.yaml`
  if (readPack(packOf(said.prepared.definition, new Map([[path, text]]))).faults.length > 0) return { refused: 'not-taken' }
  const added = await addExample(council, making.proposal, { actor, at, today, path, text })
  return 'done' in added ? { done: making.proposal } : { refused: 'not-taken' }
}

function slugOf(title: string): string {
  const plain = title
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 50)
  return plain === '' ? 'example-person' : plain
}
