/** `folkmoot merge`: two ways a service went are put together over the version both come from, into a folder or a list of conflicts. */
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { keyOfPath, packOf } from '#core/index.ts'
import type { Settlements } from '#core/merge/index.ts'
import { companionsIn } from '#features/services/index.ts'
import {
  findAdopted,
  noChoices,
  packageAt,
  packageLimits,
  putTogether,
  readPackage,
  type Side,
  sideOf,
  type Together,
} from '#features/sharing/feature.ts'
import { readPackFiles } from '#store/pack-files.ts'
import { type Command, type Invocation, type Io, NotDone, UsedWrongly } from '../command.ts'
import { councilsMeant, withInstallation } from '../installation.ts'
import { loadNamedPack } from '../packs.ts'

export const merge: Command = {
  name: 'merge',
  summary: 'Put two versions of a service together, your own changes kept',
  usage: 'merge OURS THEIRS (--base BASE | --council ID) --out FOLDER [--settle ours|theirs|FILE]',
  help: [
    'OURS, THEIRS   packages, folders, or names of packs in packs/',
    '--base BASE    the version both come from, as a package or a folder, or',
    '--council ID   the council that took the service over: the base it has on record',
    '--out FOLDER   where the outcome is written as a pack; must not be there yet, or be empty',
    '--settle WHAT  ours or theirs for every conflict, or a YAML file that says for each key of a conflict: ours or theirs',
    '',
    'Where both changed the same there is a conflict with its name, and nothing is written until it is settled. What a law fixes is theirs.',
  ],
  options: { base: { type: 'string' }, council: { type: 'string' }, out: { type: 'string' }, settle: { type: 'string' } },
  words: { least: 2, most: 2 },
  run: async (invocation) => {
    const { positionals, option, io, json } = invocation
    const out = option('out')
    if (out === undefined) throw new UsedWrongly('Say where the outcome is written: --out FOLDER')
    if ((option('base') === undefined) === (option('council') === undefined))
      throw new UsedWrongly('Say the version both come from: --base BASE, or --council ID for the one on record')
    const [ours, theirs] = await Promise.all([loadSide(positionals[0] ?? ''), loadSide(positionals[1] ?? '')])
    const base = await baseOf(invocation, ours)
    const together = await settled({ base, ours, theirs }, option('settle'))
    if (together.merging.conflicts.length === 0) await writePack(out, together)
    if (json) io.out(JSON.stringify(asData(together, out), null, 2))
    else describe(together, { io, out })
    return together.merging.conflicts.length + together.faults.length > 0 ? 1 : 0
  },
}

/** A package or a pack. @throws UsedWrongly or NotDone */
async function loadSide(name: string): Promise<Side> {
  const found = await stat(name).catch(() => undefined)
  if (!found?.isFile()) return await loadFolder(name)
  if (found.size > packageLimits.file) throw new NotDone(`${name} is larger than a package can be`)
  const read = readPackage(await readFile(name))
  if ('fault' in read) throw new NotDone(`${name}: ${read.fault.message} (${read.fault.code})\n  ${read.fault.help}`)
  return sideOf(read.package)
}

async function loadFolder(name: string): Promise<Side> {
  const { definition, folder, pack, faults } = await loadNamedPack(name)
  if (!definition) throw new NotDone(`${pack} has ${faults.length} faults. See: folkmoot check ${name}`)
  const read = await readPackFiles(folder)
  return { definition, companions: companionsIn('files' in read ? read.files : new Map()) }
}

async function baseOf(invocation: Invocation, { definition }: Side): Promise<Side> {
  const named = invocation.option('base')
  if (named !== undefined) return await loadSide(named)
  const service = definition.service.id
  return await withInstallation(invocation, async (installation) => {
    const [council] = councilsMeant(installation, invocation)
    const adopted = council && (await findAdopted(council, service))
    if (!council || !adopted)
      throw new NotDone(`${invocation.option('council')} did not take ${service} over from anybody. Say the base: --base BASE`)
    return sideOf(await packageAt(council, adopted.standing.base.package))
  })
}

const Settled = z.record(z.string(), z.enum(['ours', 'theirs']))

async function settled(sides: Parameters<typeof putTogether>[0], settle: string | undefined): Promise<Together> {
  if (settle === undefined) return putTogether(sides, noChoices)
  if (settle !== 'ours' && settle !== 'theirs') return putTogether(sides, { ...noChoices, settlements: await settlementsIn(settle) })
  // Settling one conflict may bring up another: as often as it takes, and each time there are fewer left.
  let settlements: Settlements = {}
  for (let together = await putTogether(sides, noChoices); ; together = await putTogether(sides, { ...noChoices, settlements })) {
    const open = together.merging.conflicts.map(({ path }) => keyOfPath(path)).filter((key) => !(key in settlements))
    if (open.length === 0) return together
    settlements = { ...settlements, ...Object.fromEntries(open.map((key) => [key, settle])) }
  }
}

async function settlementsIn(file: string): Promise<Settlements> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsedWrongly(`${file} cannot be read: give ours, theirs or a YAML file`)
  })
  const { data } = Settled.safeParse(valueOf(text))
  if (data) return data
  throw new NotDone(`${file} does not say ours or theirs for each key of a conflict, such as "words/en/service/after: ours"`)
}

function valueOf(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 20 })
  } catch {
    return undefined
  }
}

async function writePack(out: string, { merging, companions }: Together): Promise<void> {
  const folder = resolve(out)
  const there = await readdir(folder).catch(() => [])
  if (there.length > 0) throw new NotDone(`${out} is there already and is not empty. Choose another folder, or empty it first`)
  for (const [path, text] of packOf(merging.merged, companions)) {
    const file = join(folder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
}

function asData({ merging, byLaw, faults, examples }: Together, out: string) {
  const differing = examples.filter(({ isAsExpected }) => !isAsExpected)
  return {
    folder: merging.conflicts.length === 0 ? out : null,
    taken: merging.taken.length,
    kept: merging.kept.length,
    conflicts: merging.conflicts.map(({ path, ...conflict }) => ({ key: keyOfPath(path), ...conflict })),
    byLaw: byLaw.map(({ conflict, law }) => ({ key: keyOfPath(conflict.path), law })),
    faults,
    examples: differing,
  }
}

function describe(together: Together, { io, out }: { readonly io: Io; readonly out: string }): void {
  const { merging, byLaw, faults, examples } = together
  for (const { conflict, law } of byLaw) io.out(`by law, theirs: ${conflict.message.en} (${law})`)
  for (const { path, message, ours, theirs } of merging.conflicts) {
    io.out(`${keyOfPath(path)}\n  ${message.en}`)
    io.out(`  ours:   ${JSON.stringify(ours) ?? 'taken away'}\n  theirs: ${JSON.stringify(theirs) ?? 'taken away'}`)
  }
  if (merging.conflicts.length > 0)
    return io.out(`${merging.conflicts.length} to settle: --settle ours, theirs, or a file with a line for each key`)
  io.out(`${out}: ${merging.taken.length} changes taken, ${merging.kept.length} of your own kept`)
  for (const { file, message, help } of faults) io.out(`  ${file}  ${message}\n      ${help}`)
  const differing = examples.filter(({ isAsExpected }) => !isAsExpected)
  if (differing.length > 0) io.out(`${differing.length} example people get something else than expected. See: folkmoot scenarios ${out}`)
}
