/** The single place where a demonstration is filled: the councils' address extracts, and a year of cases made up from example people. */
import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { readPack, type ScenarioFile } from '#core/index.ts'
import { hasCases } from '#features/cases/feature.ts'
import { hasAddresses, importPremises, someAddresses } from '#features/addresses/feature.ts'
import { staff } from '#features/people/feature.ts'
import { makeUpPages } from '#features/simplify/feature.ts'
import { makeUpValue } from '#features/value/feature.ts'
import { dayInLondon } from '#http/clock.ts'
import type { Council } from '#http/council.ts'
import { readPackFiles } from '#store/pack-files.ts'
import { makeUpYear } from './past.ts'

/** What to fill. `folder` is the council's own, which may hold `addresses.csv`. */
export type Filling = {
  readonly council: Council
  readonly folder: string
  readonly packFolders: readonly string[]
  readonly now: Date
  readonly cases: number
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: (done: number, of: number) => void
}

/** Addresses people are made up at; more would only be slower to read. */
const mostAddresses = 2_000

/** Takes in the council's addresses unless it has some. */
export async function fillAddresses({ council, folder }: Pick<Filling, 'council' | 'folder'>): Promise<void> {
  const extract = join(folder, 'addresses.csv')
  if (!existsSync(extract) || (await hasAddresses(council.store))) return
  const imported = await importPremises(council.store, createReadStream(extract))
  if ('faults' in imported) throw new Error(`${extract}:${imported.faults[0]?.line} ${imported.faults[0]?.message}`)
}

/** Makes a year of cases up, with the forms, ratings and costs that go with them. Answers how many cases. */
export async function fillCases(filling: Filling): Promise<number> {
  const { council, now, cases, signal, onProgress } = filling
  const made = await makeUpYear(council, {
    until: dayInLondon(now),
    cases,
    scenarios: await scenariosOf(filling),
    addresses: await someAddresses(council.store, mostAddresses),
    ...(signal && { signal }),
    ...(onProgress && { onProgress }),
  })
  const [manager] = (await council.store.transaction(staff)).filter(({ roles }) => roles.includes('manager'))
  if (manager && !signal?.aborted) {
    const making = { today: dayInLondon(now), at: now.toISOString(), by: manager.id }
    await makeUpValue(council, making)
    await makeUpPages(council, making)
  }
  return made
}

/** The first start of a demonstration fills it; later ones find it filled. */
export async function fillOnce(filling: Filling): Promise<number> {
  return (await hasCases(filling.council)) ? 0 : await fillCases(filling)
}

async function scenariosOf({ council, packFolders }: Filling): Promise<ReadonlyMap<string, readonly ScenarioFile[]>> {
  const found = new Map<string, readonly ScenarioFile[]>()
  for (const { id } of council.settings.services) {
    for (const packs of packFolders) {
      const read = await readPackFiles(join(packs, id))
      if (!('files' in read) || found.has(id)) continue
      found.set(id, readPack(read.files).scenarios)
    }
  }
  return found
}
