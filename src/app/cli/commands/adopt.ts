/** `folkmoot adopt`: a council takes a service over from a package, from a file or from where another council offers it. */
import { readFile, stat } from 'node:fs/promises'
import {
  type Adopting,
  adoptPackage,
  type AdoptionOutcome,
  fetchFrom,
  fetchSuccessions,
  fetchLimits,
  inGroups,
  packageLimits,
} from '#features/sharing/feature.ts'
import { type Command, type Io, NotDone, UsedWrongly } from '../command.ts'
import { configuration, councilsMeant, operator, withInstallation } from '../installation.ts'

export const adopt: Command = {
  name: 'adopt',
  summary: 'Take a service over from a package of another council',
  usage: 'adopt FILE|URL --council ID [--trust FINGERPRINT]',
  help: [
    'FILE           a package on this machine, or',
    'URL            where another council offers it: https://… (see its page /offers)',
    '--council ID   who takes it over; its council.yaml lists the service with the two who answer for it',
    '--trust FINGERPRINT  take this key of the other council from now on; compare it by phone first',
    '',
    'The first package is put into use, if its checks are clean. A newer one of the same council waits at /staff/sharing to be put together with your',
    'own changes. A package is refused, and nothing of it kept, unless every part of it fits.',
  ],
  options: { council: { type: 'string' }, trust: { type: 'string' } },
  words: { least: 1, most: 1 },
  run: async (invocation) => {
    const { positionals, option, io, json } = invocation
    if (option('council') === undefined) throw new UsedWrongly('Say which council takes it over: --council ID')
    const trust = option('trust')?.replace(/\s/g, '').toLowerCase()
    if (trust !== undefined && !/^[0-9a-f]{64}$/.test(trust)) throw new UsedWrongly('A fingerprint has 64 digits and letters from a to f')
    const source = await fileFrom(positionals[0] ?? '')
    const outcome = await withInstallation(invocation, async (installation) => {
      const [council] = councilsMeant(installation, invocation)
      const findNeighbour = (id: string) => installation.councils.find((one) => one.id === id)
      return council && (await adoptPackage(council, { ...source, by: operator, at: new Date().toISOString(), trust, findNeighbour }))
    })
    if (!outcome) throw new UsedWrongly('Say which council takes it over: --council ID')
    if (json) io.out(JSON.stringify(outcome, null, 2))
    else describe(outcome, io)
    return outcome.state === 'refused' ? 1 : 0
  },
}

async function fileFrom(where: string): Promise<Pick<Adopting, 'file' | 'url' | 'askSuccessions'>> {
  if (/^[a-z]+:\/\//i.test(where)) {
    const { mayAskPrivately } = configuration()
    const fetched = await fetchFrom(where, { most: fetchLimits.package, mayAskPrivately })
    if ('fault' in fetched) throw new NotDone(`${fetched.fault.message}\n  ${fetched.fault.help}`)
    const { bytes: file, url } = fetched
    return { file, url, askSuccessions: () => fetchSuccessions(url, { mayAskPrivately }) }
  }
  const found = await stat(where).catch(() => undefined)
  if (!found?.isFile()) throw new UsedWrongly(`${where} cannot be read: it is neither a file nor an address`)
  if (found.size > packageLimits.file) throw new NotDone(`${where} is larger than a package can be`)
  return { file: await readFile(where) }
}

function describe(outcome: AdoptionOutcome, io: Io): void {
  if (outcome.state === 'refused') {
    io.out('Refused, and nothing of it kept')
    for (const { code, message, help } of outcome.faults) io.out(`  ${message} (${code})\n      ${help}`)
    return
  }
  const { state, service, from, isNewKey } = outcome
  const said = {
    adopted: `${service} of ${from.council.name.en} is in use`,
    seen: `${service}: a newer version of ${from.council.name.en} waits at /staff/sharing/${service}`,
    known: `${service}: this version of ${from.council.name.en} was here already`,
  }
  io.out(`${said[state]}, ${outcome.version}`)
  if (isNewKey)
    io.out(`  It is the first package of ${from.council.name.en}. Compare this fingerprint of its key by phone:\n  ${inGroups(from.key)}`)
}
