/** `folkmoot waive`: one gate of a service is set aside for a while, publicly. */
import { type GateId, gateIds, waiveGate } from '#features/services/feature.ts'
import { type Command, NotDone, UsedWrongly } from '../command.ts'
import { councilsMeant, operator, withInstallation } from '../installation.ts'

const complaints: Readonly<Record<Exclude<Awaited<ReturnType<typeof waiveGate>>, 'given'>, string>> = {
  'not-waivable': 'This gate can never be set aside. Those that can: scenarios, tried',
  'no-reason': 'Say why, in at most 500 characters: --reason TEXT',
  'no-name': 'Say who sets it aside: --name NAME',
  'no-such-day': 'Say until which day: --until 2027-03-31',
  past: 'The day is over already: --until must be today or later',
  'too-long': 'A gate is set aside for at most three months',
}

export const waive: Command = {
  name: 'waive',
  summary: 'Set one gate of a service aside for a while; everybody can read it',
  usage: 'waive SERVICE GATE --council ID --reason TEXT --name NAME --until DAY',
  help: [
    `GATE           one of ${gateIds.join(', ')}; only scenarios and tried can be set aside`,
    '--council ID   whose service',
    '--reason TEXT  why, as everybody will read it',
    '--name NAME    who answers for it, as everybody will read it',
    '--until DAY    the last day it counts, such as 2027-03-31; at most three months ahead',
  ],
  options: { council: { type: 'string' }, reason: { type: 'string' }, name: { type: 'string' }, until: { type: 'string' } },
  words: { least: 2, most: 2 },
  run: async (invocation) => {
    const { positionals, option, io, json } = invocation
    const [service = '', named] = positionals
    const gate = gateIds.find((id) => id === named)
    if (!gate) throw new UsedWrongly(`There is no gate "${String(named).slice(0, 40)}". There is: ${gateIds.join(', ')}`)
    if (option('council') === undefined) throw new UsedWrongly('Say at which council: --council ID')
    const request = { service, gate, reason: option('reason') ?? '', name: option('name') ?? '', until: option('until') ?? '' }
    const outcome = await withInstallation(invocation, async (installation) => {
      const [council] = councilsMeant(installation, invocation)
      if (!council?.settings.services.some(({ id }) => id === service))
        throw new NotDone(`${option('council')} lists no service "${service.slice(0, 80)}" in its council.yaml`)
      return waiveGate(council, { ...request, by: operator, at: new Date().toISOString() })
    })
    if (outcome !== 'given') throw new UsedWrongly(complaints[outcome])
    io.out(json ? JSON.stringify({ ...request, given: true }) : inWords({ service, gate, until: request.until }))
    return 0
  },
}

function inWords({ service, gate, until }: { readonly service: string; readonly gate: GateId; readonly until: string }): string {
  return `${gate} is set aside for ${service} until ${until}. It stands on the page about the service, for everybody to read`
}
