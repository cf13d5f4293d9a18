/** The single place where a real case becomes an example person, of the service in use or beside a suggested change. Nothing of it is kept until somebody has looked. */
import { type Anonymous, anonymise, composeScenario, scenarioText } from '#core/scenario/index.ts'
import { readPack } from '#core/definition/index.ts'
import { packOf } from '#core/definition/write/pack.ts'
import { answersForStaff, type SaidInCase } from '#features/cases/index.ts'
import { addExample, listProposals, type Proposal } from '#features/proposals/index.ts'
import { exampleReleases, publishedService, releaseExamples } from '#features/services/index.ts'
import type { Ctx } from '#http/route.ts'
import { inUse } from '../domain.ts'

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

/** `goesWith`: `inUse`, or the id of a suggested change. */
export type Making = { readonly title: string; readonly goesWith: string; readonly isConfirmed: boolean }
export type Made =
  | { readonly done: 'released' | 'put-beside' }
  | { readonly refused: 'no-title' | 'not-confirmed' | 'no-choice' | 'not-same' | 'not-in-use' | 'taken' | 'not-taken' }

const longestTitle = 200

/** The name of its file says nothing of the case. */
export async function makeExample(ctx: Ctx, { service, said, made }: Remaining, making: Making): Promise<Made> {
  const title = making.title.trim().slice(0, longestTitle)
  if (title === '') return { refused: 'no-title' }
  if (!making.isConfirmed) return { refused: 'not-confirmed' }
  if (!made.isSame) return { refused: 'not-same' }
  const id = slugOf(title)
  const path = `scenarios/${id}.yaml`
  if (making.goesWith === inUse) return await release(ctx, service, { path, id, title, made })
  if (!(await openChanges(ctx, service)).some((one) => one.id === making.goesWith)) return { refused: 'no-choice' }
  const text = scenarioText(composeScenario(said.prepared, { id, title, ...made }))
  if (readPack(packOf(said.prepared.definition, new Map([[path, text]]))).faults.length > 0) return { refused: 'not-taken' }
  const { council, actor, now: at, today } = ctx
  const added = await addExample(council, making.goesWith, { actor, at, today, path, text })
  return 'done' in added ? { done: 'put-beside' } : { refused: 'not-taken' }
}

type Named = { readonly path: string; readonly id: string; readonly title: string; readonly made: Anonymous }

/** They expect what the version in use gives them. A case sent with another version may no longer reach an end in it. */
async function release({ council, actor, now: at }: Ctx, service: string, { path, id, title, made }: Named): Promise<Made> {
  const published = await publishedService(council, service)
  if (!published) return { refused: 'not-taken' }
  const { prepared, version } = published
  const composed = composeScenario(prepared, { id, title, ...made })
  const { expect } = composed
  if ((expect.faults ?? []).length > 0) return { refused: 'not-in-use' }
  const files = { [path]: scenarioText(composed) }
  const released = await releaseExamples(council, { service, files, by: actor.id, at, version, areNew: true })
  if (released.state === 'released') return { done: 'released' }
  return { refused: released.state === 'refused' && released.why === 'taken' ? 'taken' : 'not-taken' }
}

/** Takes out an example person that was released on their own. What a version came with stays with it. */
export async function takeOut({ council, actor, now: at }: Ctx, service: string, id: string): Promise<'taken-out' | 'not-there'> {
  const path = `scenarios/${id}.yaml`
  const published = await publishedService(council, service)
  if (!published) return 'not-there'
  const { version } = published
  const released = (await exampleReleases(council, service)).some((one) => one.version === version && Object.hasOwn(one.files, path))
  if (!released) return 'not-there'
  const { state } = await releaseExamples(council, { service, files: { [path]: null }, by: actor.id, at, version })
  return state === 'released' ? 'taken-out' : 'not-there'
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
