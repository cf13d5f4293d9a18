/** `folkmoot replay`: a version tried on past cases, against what is published now. */
import { stat } from 'node:fs/promises'
import type { Definition } from '#core/definition/index.ts'
import {
  carryOutNow,
  type Equality,
  equalityOf,
  findTrial,
  type Part,
  partWord,
  splitNamed,
  type TrialRun,
  tryOn,
} from '#features/replay/index.ts'
import { definitionOf, publishedService } from '#features/services/index.ts'
import type { Council } from '#http/council.ts'
import { type Command, type ExitCode, type Invocation, type Io, NotDone, UsedWrongly } from '../command.ts'
import type { Installation } from '../../installation.ts'
import { councilsMeant, operator, withInstallation } from '../installation.ts'
import { loadNamedPack } from '../packs.ts'

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
      const equality = from.equality?.block.pages.flatMap(({ questions }) => questions.map(({ id }) => id)) ?? []
      const splits = asked.by.filter((word) => !equality.includes(word)).map((word) => named(word))
      const request = { service: asked.service, from, to, by: operator, at: new Date().toISOString(), splits }
      const { id } = await tryOn(council, { ...request, ...(asked.since === undefined ? {} : { since: asked.since }) })
      const run = await ended(council, id)
      const groups = await Promise.all(asked.by.filter((word) => equality.includes(word)).map((word) => equalityOf(council, run, word)))
      if (invocation.json) invocation.io.out(JSON.stringify(asData(run, groups), null, 2))
      else describe(run, invocation.io)
      return 0
    })
  },
}

type Asked = { readonly service: string; readonly to: string; readonly since: string | undefined; readonly by: readonly string[] }

function askedFrom({ positionals, option }: Invocation): Asked {
  const [service, to, since] = [positionals[0] ?? '', option('to'), option('since')]
  if (to === undefined) throw new UsedWrongly('Say what is tried: --to FILE or --to VERSION')
  if (since !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(since)) throw new UsedWrongly(`"${since}" is not a day such as 2026-01-31`)
  return { service, to, since, by: (option('by') ?? '').split(',').filter((word) => word !== '') }
}

function named(word: string) {
  const split = splitNamed(word)
  if (split === undefined) throw new UsedWrongly(`"${word}" is nothing to split by: area, channel, month or the id of a question`)
  return split
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
async function ended(council: Council, id: string): Promise<TrialRun> {
  await carryOutNow(council, id)
  const run = await findTrial(council, id)
  if (run?.trial === undefined) throw new NotDone('It was called off meanwhile')
  return run
}

/** A promise to other programs: these keys stay, more may come. */
function asData(run: TrialRun, groups: readonly Equality[]): unknown {
  const { trial, ms, id, since, until, removed, ways, population, digest, split = [] } = run
  if (trial === undefined) throw new NotDone('There are no figures')
  const { from, to, cases, madeUp, changed, matrix, cantTell, fee, values, asked, exits, person } = trial
  const parts = split.map(({ by, parts: own }) => [partWord(by), own.map(asPart)] as const)
  const equality = groups.map((group) => [group.question, group.parts] as const)
  return {
    ...{ from, to, cases, changed, matrix, cantTell, values, split: Object.fromEntries([...parts, ...equality]), ms },
    ...{ fee, asked, exits, person, madeUp, removed, since, until, trial: id, population, digest, ways },
  }
}

function asPart({ part, ...figures }: Part): unknown {
  return { part: part === '' ? null : part, ...figures }
}

function describe({ trial, id, since, until, removed, ms, ways }: TrialRun, io: Io): void {
  if (trial === undefined) return
  const { cases, madeUp, changed, matrix, cantTell } = trial
  const opened = `cases opened from ${since} to ${until}${madeUp > 0 ? `, ${madeUp} of them made up` : ''}`
  const whose = ways?.isOfPeople === true ? 'people made up for it, since there are no past cases' : opened
  io.out(`${cases} ${whose}; of ${changed} something else would be decided or charged (${ms ?? 0} ms)`)
  for (const { from, to, count } of matrix) io.out(`  ${count.toString().padStart(9)}  ${from} → ${to}`)
  if (cantTell.count > 0) io.out(`  ${cantTell.count.toString().padStart(9)}  can’t tell`)
  for (const { question, because, count } of cantTell.questions) io.out(`             ${question}: ${because} (${count})`)
  if (removed > 0) io.out(`  ${removed} cases of that time could not be used: their answers have been deleted`)
  for (const reason of ways?.reasons ?? []) io.out(`  tried one by one, since SQL cannot say: ${reason}`)
  io.out(`  kept as trial ${id}`)
}
