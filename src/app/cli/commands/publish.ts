/** `folkmoot publish`: a pack becomes the current version of a service of a council. */
import type { Council } from '#http/council.ts'
import { publish as publishPack, type Publication } from '#features/services/feature.ts'
import { readPackFiles } from '#store/pack-files.ts'
import { type Command, type Io, NotDone } from '../command.ts'
import { councilsMeant, operator, withInstallation } from '../installation.ts'
import { loadNamedPack } from '../packs.ts'

type Result = { readonly council: string; readonly publication: Publication }

export const publish: Command = {
  name: 'publish',
  summary: 'Publish a pack; it needs two sponsors and clean checks',
  usage: 'publish PACK [--council ID]',
  help: [
    'PACK is a folder, or the name of a pack in packs/.',
    '--council ID   the council to publish it for; without it, every council whose settings list the service',
    '',
    'The cabinet member responsible and the accountable director are named in council.yaml or in the pack.',
    'Where only example people or the README are new, these are released and the version stays.',
  ],
  options: { council: { type: 'string' } },
  words: { least: 1, most: 1 },
  run: async (invocation) => {
    const { definition, folder, pack, faults } = await loadNamedPack(invocation.positionals[0] ?? '')
    if (!definition)
      throw new NotDone(`${pack} has ${faults.length} faults, so it cannot be published. See: folkmoot check ${invocation.positionals[0]}`)
    const read = await readPackFiles(folder)
    if (!('files' in read)) throw new NotDone(`${folder} can no longer be read`)
    const results = await withInstallation(invocation, async (installation) => {
      const councils = councilsMeant(installation, invocation).filter(
        (council) => invocation.option('council') !== undefined || isListed(council, definition.service.id),
      )
      if (councils.length === 0)
        throw new NotDone(
          `No council lists ${definition.service.id} under "services" in its council.yaml. Add it there, or name a council with --council`,
        )
      const done: Result[] = []
      for (const council of councils)
        done.push({
          council: council.id,
          publication: await publishPack(council, { files: read.files, by: operator, at: new Date().toISOString() }),
        })
      return done
    })
    if (invocation.json) invocation.io.out(JSON.stringify(results, null, 2))
    else for (const result of results) describe(result, invocation.io)
    return results.some(({ publication }) => publication.state === 'refused') ? 1 : 0
  },
}

function isListed({ settings }: Council, service: string): boolean {
  return settings.services.some(({ id }) => id === service)
}

function describe({ council, publication }: Result, io: Io): void {
  if (publication.state === 'examples-released')
    return io.out(`${council}: ${publication.service} stays ${publication.version}; new example people: ${publication.files.join(', ')}`)
  if (publication.state !== 'refused') return io.out(`${council}: ${publication.service} is ${publication.state}, ${publication.version}`)
  io.out(`${council}: not published`)
  for (const { file, line, column, message, help } of publication.faults) io.out(`  ${file}:${line}:${column}  ${message}\n      ${help}`)
}
