/** `folkmoot package`: a service of a council, or a pack, becomes one signed file that any council can take over. */
import { writeFile } from 'node:fs/promises'
import { companionsIn } from '#features/services/index.ts'
import { inGroups, nameOf, packageFor, readPackage, writePackage } from '#features/sharing/feature.ts'
import { dayInLondon } from '#http/clock.ts'
import type { Council } from '#http/council.ts'
import { readPackFiles } from '#store/pack-files.ts'
import { type Command, NotDone, UsedWrongly } from '../command.ts'
import { councilsMeant, withInstallation } from '../installation.ts'
import { loadNamedPack } from '../packs.ts'

export const packageService: Command = {
  name: 'package',
  summary: 'Make a service one signed file that any council can take over',
  usage: 'package SERVICE|PACK --council ID --out FILE',
  help: [
    'SERVICE        the name of a service in use at the council, or',
    'PACK           a folder, or the name of a pack in packs/',
    '--council ID   whose service, and whose key signs',
    '--out FILE     where the file is written',
    '',
    'The file holds the questions, rules and words with all blocks, example people, README, licence, where it came from, and what it did.',
  ],
  options: { council: { type: 'string' }, out: { type: 'string' } },
  words: { least: 1, most: 1 },
  run: async (invocation) => {
    const { positionals, option, io, json } = invocation
    const [name = '', out] = [positionals[0], option('out')]
    if (out === undefined) throw new UsedWrongly('Say where it is written: --out FILE')
    if (option('council') === undefined) throw new UsedWrongly('Say whose service it is: --council ID')
    const bytes = await withInstallation(invocation, async (installation) => {
      const [council] = councilsMeant(installation, invocation)
      return council && (await packed(council, name))
    })
    if (!bytes) throw new UsedWrongly('Say whose service it is: --council ID')
    const read = readPackage(bytes)
    if ('fault' in read) throw new NotDone(`${name} could not be packed: ${read.fault.message}`)
    await writeFile(out, bytes).catch(() => {
      throw new NotDone(`${out} cannot be written. Check the folder and who may write there`)
    })
    const { digest, manifest } = read.package
    const { service, version, key, created } = manifest
    if (json) io.out(JSON.stringify({ file: out, service, version, package: digest, key, created, bytes: bytes.length }))
    else io.out(`${service} is in ${out}, ${bytes.length} bytes\n  ${version}\n  signed with ${inGroups(key)}`)
    return 0
  },
}

/** A service in use by its name; anything else is a pack. */
async function packed(council: Council, name: string): Promise<Buffer> {
  const today = dayInLondon(new Date())
  const inUse = /^[a-z0-9-]+$/.test(name) ? await packageFor(council, { service: name, today }) : undefined
  if (inUse) return inUse
  const { definition, folder, pack, faults } = await loadNamedPack(name)
  if (!definition) throw new NotDone(`${pack} has ${faults.length} faults, so it cannot be packed. See: folkmoot check ${name}`)
  const read = await readPackFiles(folder)
  const companions = companionsIn('files' in read ? read.files : new Map())
  const keys = council.store.keys.of(council.id)
  const from = { id: council.id, name: nameOf(council) }
  return writePackage({ definition, companions, council: from, created: today, upstream: [], results: null, keys })
}
