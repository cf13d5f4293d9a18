/** How much memory the server holds after ten thousand journeys. */
import type { Report } from './kit/figure.ts'
import { memoryOf } from './kit/machine.ts'
import { crowd } from './kit/resident.ts'
import type { Stage } from './stage.ts'

const journeys = 10_000
const users = 16
/** A busy machine is not kept longer; how many journeys were walked is said. */
const limitMs = 150_000

export async function measureMemory(stage: Stage): Promise<Report> {
  const { port, pid } = await stage.folkmoot()
  const before = memoryOf(pid)
  const began = performance.now()
  let begun = 0
  const walked = await crowd({ port, users }, () => (begun += 1) <= journeys && performance.now() - began < limitMs)
  const after = memoryOf(pid)
  return {
    title: 'Memory',
    about: `Of the server process, after ${journeys.toLocaleString('en-GB')} further journeys, or as many as ${users} residents walk in ${limitMs / 1000} seconds.`,
    figures: [
      {
        what: `memory after ${walked.journeys.toLocaleString('en-GB')} journeys`,
        value: after.now,
        unit: 'MB',
        goal: { most: 200 },
        beside: `${before.now.toFixed(0)} MB before, ${after.peak.toFixed(0)} MB at most`,
      },
    ],
  }
}
