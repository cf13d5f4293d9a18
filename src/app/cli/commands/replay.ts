/** `folkmoot replay`: a version tried on past cases, against what is published now. */
import { stat } from 'node:fs/promises'
import { type Definition, prepare } from '#core/definition/index.ts'
import { parseDate } from '#core/value/calendar-date.ts'
import { carryOutNow, equalityOf, findTrial, partWord, splitsOf, type TrialRun, tryOn } from '#features/replay/index.ts'
import { definitionOf, publishedService } from '#features/services/index.ts'
import { dayInLondon } from '#http/clock.ts'
import type { Council } from '#http/council.ts'
import { type Command, type ExitCode, type Invocation, type Io, NotDone, UsedWrongly } from '../command.ts'
import type { Installation } from '../../installation.ts'
import { councilsMeant, operator, withInstallation } from '../installation.ts'
import { loadNamedPack } from '../packs.ts'
import { asData, describe } from '../trials.ts'

export const replay: Command = {
  name: 'replay',
  summary: 'Try a version on past cases: who would be decided, charged or asked differently',
  usage: 'replay PACK --to FILE|VERSION [--since DATE] [--by area,channel,QUESTION] [--council ID]',
  help: [
    'PACK           the service, by its id; what is published now is compared with',
    '--to WHAT      a folder or the name of a pack, or a version published before (sha256:…)',
    '--since DATE   cases opened from that day on; of the last twelve months without it',
    '--by NAMES     figures split by area, channel, month, the id of a question, or of an equality question, joined by commas',
    '--council ID   the council whose cases; needed where several have published the service',
    '',
    'A service without past cases is tried on people made up for it, and the output says so. The run is kept with its digests.',
  ],
  options: { to: { type: 'string' }, since: { type: 'string' }, by: { type: 'string' }, council: { type: 'string' } },
  words: { least: 1, most: 1 },
  run: async (invocation) => {
    const asked = askedFrom(invocation)
    return withInstallation<ExitCode>(invocation, async (installation) => {
      const { council, from } = await placeOf(installation, invocation)
      const to = await versionMeant(council, asked)
      const { splits, equality } = partsNamed(asked.by, from, to)
      const request = { service: asked.service, from, to, by: operator, at: new Date().toISOString(), splits }
      const { id } = await tryOn(council, { ...request, ...(asked.since === undefined ? {} : { since: asked.since }) })
      const run = await ended(council, id, invocation.io)
      const groups = await Promise.all(equality.map((word) => equalityOf(council, run, word)))
      if (invocation.json) invocation.io.out(JSON.stringify(asData(run, groups), null, 2))
      else describe(run, groups, invocation.io)
      return 0
    })
  },
}

type Asked = { readonly service: string; readonly to: string; readonly since: string | undefined; readonly by: readonly string[] }

function askedFrom({ positionals, option }: Invocation): Asked {
  const [service, to, since] = [positionals[0] ?? '', option('to'), option('since')]
  if (to === undefined) throw new UsedWrongly('Say what is tried: --to FILE or --to VERSION')
  if (since !== undefined && parseDate(since) === undefined) throw new UsedWrongly(`"${since}" is not a day such as 2026-01-31`)
  if (since !== undefined && since > dayInLondon(new Date()))
    throw new UsedWrongly(`No case has been opened since ${since}: that day is to come`)
  return { service, to, since, by: (option('by') ?? '').split(',').filter((word) => word !== '') }
}

/** What words name to split by, and which of them are equality questions, whose answers are kept apart. */
function partsNamed(words: readonly string[], from: Definition, to: Definition) {
  const equality = from.equality?.block.pages.flatMap(({ questions }) => questions.map(({ id }) => id)) ?? []
  const known = new Map([from, to].flatMap((definition) => splitsOf(prepare(definition)).map((split) => [partWord(split), split] as const)))
  const strange = words.find((word) => !known.has(word) && !equality.includes(word))
  if (strange !== undefined)
    throw new UsedWrongly(`"${strange}" is nothing to split by. There is: ${[...known.keys(), ...equality].join(', ')}`)
  return {
    splits: words.flatMap((word) => known.get(word) ?? []),
    equality: words.filter((word) => !known.has(word)),
  }
}

/** The council that has published the service, and what it has published. */
async function placeOf(
  installation: Installation,
  invocation: Invocation,
): Promise<{ readonly council: Council; readonly from: Definition }> {
  const service = invocation.positionals[0] ?? ''
  const found = await Promise.all(
    councilsMeant(installation, invocation).map(async (council) => ({ council, published: await publishedService(council, service) })),
  )
  const places = found.flatMap(({ council, published }) => (published ? [{ council, from: published.prepared.definition }] : []))
  const [place, ...others] = places
  if (place === undefined) throw new NotDone(`Nobody has published "${service}". See: folkmoot publish --help`)
  if (others.length > 0)
    throw new UsedWrongly(`Say at which council: --council ${places.map(({ council }) => council.id).join(' or --council ')}`)
  return place
}

async function versionMeant(council: Council, { service, to }: Asked): Promise<Definition> {
  if (/^sha256:[0-9a-f]{64}$/.test(to) && !(await stat(to).catch(() => undefined))) {
    const definition = await definitionOf(council, service, to)
    if (definition === undefined) throw new NotDone(`${council.id} has published no version ${to} of ${service}`)
    return definition
  }
  const { definition, pack, faults } = await loadNamedPack(to)
  if (definition === undefined) throw new NotDone(`${pack} has ${faults.length} faults. See: folkmoot check ${to}`)
  if (definition.service.id !== service) throw new UsedWrongly(`${to} is the service ${definition.service.id}, not ${service}`)
  return definition
}

/** Nobody works off what waits while a command runs, so that it is done here. */
async function ended(council: Council, id: string, io: Io): Promise<TrialRun> {
  const look = async () => {
    const run = await findTrial(council, id)
    if (run !== undefined) io.progress(`${run.done} of ${run.cases} cases`)
  }
  const looking = setInterval(() => void look().catch(() => undefined), LOOK)
  await carryOutNow(council, id).finally(() => clearInterval(looking))
  const run = await findTrial(council, id)
  if (run?.trial === undefined) throw new NotDone('It was called off meanwhile')
  return run
}

/** Milliseconds between two looks at how far a long trial is. */
const LOOK = 1000
