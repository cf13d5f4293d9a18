/** How fast whole journeys are walked, each answer committed before its redirect: nine posts, a branch, check, submit, confirmation. */
import type { Report } from './kit/figure.ts'
import type { Folkmoot } from './kit/folkmoot.ts'
import { cpuMsOf, cpuMsOfFamily } from './kit/machine.ts'
import { crowd, postsOfJourney } from './kit/resident.ts'
import { medianOf, quantile } from './kit/rounds.ts'
import type { Stage } from './stage.ts'

const users = 16
const rounds = 5
const warmMs = 3000
const roundMs = 3000

/** What one round gave. CPU milliseconds are for a whole journey. */
type Round = {
  readonly posts: number
  readonly pages: number
  readonly cpuMs: number
  readonly postgresCpuMs: number
  readonly ms: readonly number[]
}

export async function measureJourneys(stage: Stage): Promise<Report> {
  const folkmoot = await stage.folkmoot()
  await walkFor(warmMs, folkmoot)
  const found: Round[] = []
  for (let round = 0; round < rounds; round += 1) found.push(await walkFor(roundMs, folkmoot))
  const own = medianOf(found, ({ cpuMs }) => cpuMs)
  const postgres = medianOf(found, ({ postgresCpuMs }) => postgresCpuMs)
  const waits = found.flatMap(({ ms }) => ms)
  return {
    title: 'The journey “report a missed bin”',
    about: `${postsOfJourney} posts, each committed and on disk before its redirect, and 11 pages, walked by ${users} residents at once; one server process.`,
    figures: [
      {
        what: 'posts per second',
        value: medianOf(found, ({ posts }) => posts),
        unit: '/s',
        goal: { least: 1200 },
        beside: `and ${Math.round(medianOf(found, ({ pages }) => pages))} pages per second between them`,
      },
      {
        what: 'CPU per journey, in all',
        value: medianOf(found, (round) => round.cpuMs + round.postgresCpuMs),
        unit: 'ms',
        goal: { most: 10 },
        beside: `${own.toFixed(2)} ms ours, ${postgres.toFixed(2)} ms PostgreSQL’s`,
      },
      { what: 'waiting for a post, middle', value: quantile(waits, 0.5), unit: 'ms' },
      { what: 'waiting for a post, 99 in 100', value: quantile(waits, 0.99), unit: 'ms' },
    ],
  }
}

async function walkFor(forMs: number, { port, pid, postmaster }: Folkmoot): Promise<Round> {
  const [ownBefore, postgresBefore] = [cpuMsOf(pid), cpuMsOfFamily(postmaster)]
  const began = performance.now()
  const walked = await crowd({ port, users }, () => performance.now() - began < forMs)
  const seconds = (performance.now() - began) / 1000
  const journeys = walked.posts / postsOfJourney
  return {
    posts: walked.posts / seconds,
    pages: walked.gets / seconds,
    cpuMs: (cpuMsOf(pid) - ownBefore) / journeys,
    postgresCpuMs: (cpuMsOfFamily(postmaster) - postgresBefore) / journeys,
    ms: walked.ms,
  }
}
