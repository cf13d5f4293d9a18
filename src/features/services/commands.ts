/** The single place where a pack becomes a published service. */
import { join } from 'node:path'
import { type PackFiles, readPack } from '#core/definition/index.ts'
import type { Council } from '#http/council.ts'
import { StaleStream } from '#store/log.ts'
import { readPackFiles } from '#store/pack-files.ts'
import { forgetCurrent, publishedService } from './catalogue.ts'
import { type Publication, publishingFaults, sponsorsOf } from './domain/index.ts'
import { addVersion, applyPublished, currentServices, streamOf } from './store.ts'

/** A wish to publish. `by` is the id of an actor, `at` an ISO instant. */
export type PublishRequest = { readonly files: PackFiles; readonly by: string; readonly at: string }

const mostTries = 3

/**
 * Publishes a pack: its checks must be clean, two sponsors named, the nation and all languages of the council covered.
 * Publishing what is current already writes nothing, also when several servers do it at once.
 */
export async function publish(council: Council, request: PublishRequest): Promise<Publication> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await publishOnce(council, request)
    } catch (error) {
      if (!(error instanceof StaleStream) || tries === mostTries) throw error
    }
  }
}

async function publishOnce(council: Council, { files, by, at }: PublishRequest): Promise<Publication> {
  const { definition, version, faults } = readPack(files)
  if (!definition || !version) return { state: 'refused', faults }
  const service = definition.service.id
  const { nation, languages, services } = council.settings
  const named = services.find((one) => one.id === service)?.sponsors
  const sponsors = sponsorsOf(definition, named)
  const refusals = publishingFaults(definition, { nation, languages, sponsors: named })
  if (!sponsors || refusals.length > 0) return { state: 'refused', faults: refusals }

  const { log } = council.store
  const state = await council.store.transaction(async (tx) => {
    const stream = streamOf(service)
    const current = (await currentServices(tx)).find((one) => one.service === service)
    if (current?.version === version) return 'unchanged'
    const expectedSeq = (await log.factsOf(tx, stream)).length
    await addVersion(tx, { definition, version, at })
    const facts = await log.append(tx, { stream, expectedSeq, facts: [{ kind: 'published', at, by, data: { version, ...sponsors } }] })
    await applyPublished(tx, facts)
    return 'published'
  })
  forgetCurrent(council)
  return { state, service, version }
}

/** Who publishes when nobody is signed in: the program itself, when it starts with example people. */
const itself = 'start'

/**
 * Publishes the council's own services from folders that hold one folder per pack; the first that holds a pack wins.
 * @throws Error naming the faults of a pack that may not be published
 */
export async function publishFolders(council: Council, { folders, at }: { folders: readonly string[]; at: string }): Promise<void> {
  for (const { id } of council.settings.services) {
    const found = await findPack(folders, id)
    if (!found && (await publishedService(council, id))) continue
    if (!found) throw new Error(`There is no pack ${id} in ${folders.join(', ')}, and ${council.id} lists it`)
    const publication = await publish(council, { files: found, by: itself, at })
    if (publication.state === 'refused') {
      const faults = publication.faults.map(({ file, line, message, help }) => `${file}:${line} ${message} ${help}`)
      throw new Error(`${council.id} cannot publish ${id}:\n${faults.join('\n')}`)
    }
  }
}

async function findPack(folders: readonly string[], id: string): Promise<PackFiles | undefined> {
  for (const folder of folders) {
    const read = await readPackFiles(join(folder, id))
    if ('files' in read) return read.files
  }
  return undefined
}
