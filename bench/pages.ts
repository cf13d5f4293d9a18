/** How fast question pages are shown from PostgreSQL, against a bare server that sends the same bytes. */
import { setTimeout as pause } from 'node:timers/promises'
import { join } from 'node:path'
import { startBareServer } from './kit/bare-server.ts'
import type { Report } from './kit/figure.ts'
import type { Folkmoot } from './kit/folkmoot.ts'
import { cpuMsOf, cpuMsOfFamily } from './kit/machine.ts'
import { newWalked, Resident } from './kit/resident.ts'
import { inTurn, medianOf, quantile } from './kit/rounds.ts'
import { service } from './kit/council.ts'
import { requestFor, Wire } from './kit/wire.ts'
import type { Stage } from './stage.ts'

const connections = 32
const page = 'when'
const rounds = 5
const warmMs = 1500
const roundMs = 1500

/** What one round of asking gave. CPU time is of the server asked, and of PostgreSQL beside it. */
type Round = { readonly rate: number; readonly cpuMs: number; readonly postgresCpuMs: number; readonly ms: readonly number[] }

type Target = { readonly port: number; readonly pid: number; readonly postmaster?: number; readonly requests: readonly string[] }

export async function measurePages(stage: Stage): Promise<Report> {
  const folkmoot = await stage.folkmoot()
  const { requests, answer } = await beginJourneys(folkmoot)
  const bare = await startBareServer(answer, join(stage.folder, 'answer'))
  const ours: Target = { ...folkmoot, requests }
  const theirs: Target = { ...bare, requests }
  await askFor(warmMs, ours)
  await askFor(warmMs, theirs)
  const found = await inTurn(rounds, { ours: () => askFor(roundMs, ours), bare: () => askFor(roundMs, theirs) })
  bare.stop()
  return report(found, answer.body.length)
}

/** One resident per connection, each with a draft of their own, half way through. */
async function beginJourneys({ port }: Folkmoot) {
  const requests: string[] = []
  const wire = await Wire.open(port)
  let answer = { status: 0, head: '', body: '' }
  for (let count = 0; count < connections; count += 1) {
    const resident = new Resident(wire, 'localhost')
    await resident.begin(newWalked())
    answer = await resident.goOn(newWalked(), page)
    requests.push(requestFor('GET', `/services/${service}/apply/${page}`, { host: 'localhost', cookie: resident.cookie }))
  }
  wire.close()
  return { requests, answer }
}

async function askFor(forMs: number, { port, pid, postmaster, requests }: Target): Promise<Round> {
  const wires = await Promise.all(requests.map(() => Wire.open(port)))
  const cpu = () => ({ server: cpuMsOf(pid), postgres: postmaster === undefined ? 0 : cpuMsOfFamily(postmaster) })
  const before = cpu()
  const began = performance.now()
  const ms: number[] = []
  await Promise.all(wires.map((wire, place) => askAgain(wire, requests[place] ?? '', { until: began + forMs, ms })))
  const seconds = (performance.now() - began) / 1000
  const after = cpu()
  for (const wire of wires) wire.close()
  await pause(100)
  const each = (total: number) => total / ms.length
  return { rate: ms.length / seconds, cpuMs: each(after.server - before.server), postgresCpuMs: each(after.postgres - before.postgres), ms }
}

async function askAgain(wire: Wire, request: string, { until, ms }: { readonly until: number; readonly ms: number[] }): Promise<void> {
  for (let began = performance.now(); began < until; ) {
    const { status } = await wire.ask(request)
    if (status !== 200) throw new Error(`a question page answered ${status}`)
    const now = performance.now()
    ms.push(now - began)
    began = now
  }
}

function report({ ours, bare }: Readonly<Record<'ours' | 'bare', readonly Round[]>>, bytes: number): Report {
  const rate = (found: readonly Round[]) => medianOf(found, (round) => round.rate)
  const cpu = medianOf(ours, ({ cpuMs, postgresCpuMs }) => cpuMs + postgresCpuMs)
  const ratios = ours.map((round, place) => round.rate / (bare[place]?.rate ?? Number.NaN))
  const [own, postgres] = [medianOf(ours, ({ cpuMs }) => cpuMs), medianOf(ours, ({ postgresCpuMs }) => postgresCpuMs)]
  const bareCpu = medianOf(bare, ({ cpuMs }) => cpuMs)
  const milliseconds = ours.flatMap(({ ms }) => ms)
  return {
    title: 'A question page',
    about: `A page of ${bytes} bytes with a draft of its own from PostgreSQL under row-level security, at ${connections} connections, one server process.`,
    figures: [
      {
        what: 'against a bare server',
        value: medianOf(ratios, (ratio) => ratio),
        unit: 'x',
        goal: { least: 0.25 },
        beside: 'requests per second, the same bytes',
      },
      {
        what: 'CPU per page, ours and PostgreSQL’s',
        value: cpu,
        unit: 'ms',
        goal: { most: 0.25 },
        beside: `${own.toFixed(3)} ms ours, ${postgres.toFixed(3)} ms PostgreSQL’s; bare ${bareCpu.toFixed(3)} ms`,
      },
      { what: 'pages per second', value: rate(ours), unit: '/s', beside: `bare ${Math.round(rate(bare))} /s` },
      { what: 'waiting, middle', value: quantile(milliseconds, 0.5), unit: 'ms' },
      { what: 'waiting, 99 in 100', value: quantile(milliseconds, 0.99), unit: 'ms' },
    ],
  }
}
