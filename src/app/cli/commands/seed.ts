/** `folkmoot seed`: a year of cases, made up from the example people of the services and marked as made up. */
import type { Start } from '#http/feature.ts'
import { features } from '../../features.ts'
import { fillAddresses, fillCases } from '../../seed/index.ts'
import { type Command, UsedWrongly } from '../command.ts'
import { configuration, councilsMeant, withInstallation } from '../installation.ts'

const mostCases = 1_000_000

export const seed: Command = {
  name: 'seed',
  summary: 'Fill the services with a year of cases, made up and marked so',
  usage: 'seed --cases N [--council ID]',
  help: [
    '--cases N      how many for each council',
    '--council ID   one council; without it, all',
    '',
    'In a demonstration the services are published first. There are fewer where a service takes only one of each property.',
    'Nothing is sent to anybody. For trying things out only: made-up cases stand in the history like all others.',
  ],
  options: { cases: { type: 'string' }, council: { type: 'string' } },
  words: { least: 0, most: 0 },
  run: async (invocation) => {
    const { option, io, json } = invocation
    const cases = Number(option('cases'))
    if (!Number.isInteger(cases) || cases < 1 || cases > mostCases)
      throw new UsedWrongly(`Say how many: folkmoot seed --cases N, from 1 to ${mostCases}`)
    const { packFolders, isDemo: demo, smtpUrl } = configuration()
    const made = await withInstallation(invocation, async (installation) => {
      const counts: { council: string; cases: number }[] = []
      const findNeighbour = (id: string) => installation.councils.find((council) => council.id === id)
      const start: Start = { demo, clock: () => new Date(), smtpUrl, packFolders, findNeighbour }
      for (const feature of features) for (const council of installation.councils) await feature.begin?.(council, start)
      for (const council of councilsMeant(installation, invocation)) {
        const folder = installation.folders.find(({ settings }) => settings.id === council.id)?.folder ?? ''
        await fillAddresses({ council, folder })
        const onProgress = (done: number, of: number) => io.progress(`${council.id}: ${done} of ${of}`)
        counts.push({ council: council.id, cases: await fillCases({ council, folder, packFolders, now: new Date(), cases, onProgress }) })
      }
      return counts
    })
    if (json) io.out(JSON.stringify(made, null, 2))
    else for (const { council, cases: count } of made) io.out(`${council}: ${count} cases made up`)
    return 0
  },
}
