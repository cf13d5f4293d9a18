/** How long it takes to look a service through on a hundred thousand past cases, and what its page then reads, which does not grow with them. */
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { keptOf, prepare, type Prepared, readFileAnswers, readPack, type ScenarioFile, walk } from '#core/index.ts'
import { simplificationOf, study } from '#features/simplify/feature.ts'
import { catchUp } from '#store/follow.ts'
import { newId } from '#store/uuid.ts'
import { readPackFiles } from '#store/pack-files.ts'
import { journeyCouncil } from './kit/council.ts'
import type { Report } from './kit/figure.ts'
import { root } from './kit/folkmoot.ts'
import { type Remembered, remember, taken } from './kit/past-cases.ts'
import { median } from './kit/rounds.ts'
import type { Stage } from './stage.ts'

const many = 100_000
const service = 'council-tax-reduction'
const at = '2026-11-23T12:00:00.000Z'
const rounds = 9

export async function measureSimplify(stage: Stage): Promise<Report> {
  const read = await readPackFiles(join(root, 'packs', service))
  if (!('files' in read)) throw new Error(JSON.stringify(read.faults))
  const { definition, scenarios } = readPack(read.files)
  if (!definition) throw new Error(`${service} has faults`)
  const prepared = prepare(definition)
  const council = (await stage.councils()).of(journeyCouncil)
  for (const projection of council.store.projections) if (projection.follows) await catchUp(council.store, projection)
  await remember(stage, { service, past: pastOf({ prepared, scenarios }) })
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const made = await study(council, { definition, at })
  delay.disable()
  if (made.cases < many) throw new Error(`it was looked through on ${made.cases} cases`)
  const loads: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now()
    await simplificationOf(council, { prepared, study: made, today: at.slice(0, 10) })
    loads.push(performance.now() - began)
  }
  const { sampled } = made.assessment
  return {
    title: 'Looking a service through for what could go',
    about: `${service} with ${many.toLocaleString('en-GB')} past cases, of which ${sampled.toLocaleString('en-GB')} are looked at, by a worker and once a day.`,
    figures: [
      { what: 'what its page reads and ranks', value: median(loads), unit: 'ms', goal: { most: 200 } },
      { what: 'looked through', value: made.ms / 1000, unit: 's' },
      { what: 'others wait for it at most (99 in 100)', value: delay.percentile(99) / 1e6, unit: 'ms' },
    ],
  }
}

/** As many cases as asked for, from the people of its scenarios. */
function pastOf({
  prepared,
  scenarios,
}: {
  readonly prepared: Prepared
  readonly scenarios: readonly ScenarioFile[]
}): readonly Remembered[] {
  const people = scenarios
    .map(({ answers, today }) => ({ answers: readFileAnswers(prepared, answers).answers, today }))
    .filter(({ answers, today }) => walk(prepared, answers, today).done)
    .map(({ answers, today }) => ({ ...keptOf(prepared, answers, { today }), today }))
  return Array.from({ length: many }, (_, place) => ({ ...taken(people, place), id: newId() }))
}
