/** `folkmoot rebuild`: rows that queries need are thrown away and made again from the log. */
import { rebuild as rebuildAll } from '#store/rebuild.ts'
import { features } from '../../features.ts'
import { type Command, UsedWrongly } from '../command.ts'
import { councilsMeant, withInstallation } from '../installation.ts'

const projections = features.flatMap((feature) => feature.projections ?? [])

export const rebuild: Command = {
  name: 'rebuild',
  summary: 'Make the rows that lists and searches read again from the log',
  usage: 'rebuild [NAME…] [--council ID]',
  help: [
    `NAME is one of ${projections.map(({ name }) => name).join(', ')}; without one, all`,
    '--council ID   one council; without it, all',
  ],
  options: { council: { type: 'string' } },
  words: { least: 0, most: 20 },
  run: async (invocation) => {
    const { positionals, io, json } = invocation
    const chosen = projections.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
    const unknown = positionals.find((name) => !projections.some((projection) => projection.name === name))
    if (unknown !== undefined)
      throw new UsedWrongly(`There is nothing called "${unknown}" to rebuild. There is: ${projections.map(({ name }) => name).join(', ')}`)
    const results = await withInstallation(invocation, async (installation) => {
      const rows: { council: string; projection: string; streams: number }[] = []
      for (const { id: council } of councilsMeant(installation, invocation)) {
        const onProgress = (name: string, streams: number) => io.progress(`${council}: ${name} ${streams}`)
        const counts = await rebuildAll({ store: installation.store, council, projections: chosen, onProgress })
        for (const [projection, streams] of counts) rows.push({ council, projection, streams })
      }
      return rows
    })
    if (json) io.out(JSON.stringify(results, null, 2))
    else for (const { council, projection, streams } of results) io.out(`${council}: ${projection} made again from ${streams} streams`)
    return 0
  },
}
