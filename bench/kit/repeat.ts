/** The single place where work is done again and again for a while, and what it took is counted. */
import type { Folkmoot } from './folkmoot.ts'
import { cpuMsOf, cpuMsOfFamily } from './machine.ts'

/** Rate per second, and CPU milliseconds of each: of this process, and of PostgreSQL beside it. */
export type Repeated = { readonly rate: number; readonly cpuMs: number; readonly postgresCpuMs: number }

/** Each does its own again and again until the round is over. */
export async function repeat({ postmaster }: Folkmoot, forMs: number, works: readonly (() => Promise<unknown>)[]): Promise<Repeated> {
  const before = { own: cpuMsOf(process.pid), postgres: cpuMsOfFamily(postmaster) }
  const began = performance.now()
  let count = 0
  await Promise.all(
    works.map(async (work) => {
      for (; performance.now() - began < forMs; count += 1) await work()
    }),
  )
  const seconds = (performance.now() - began) / 1000
  const each = (ms: number) => ms / count
  return {
    rate: count / seconds,
    cpuMs: each(cpuMsOf(process.pid) - before.own),
    postgresCpuMs: each(cpuMsOfFamily(postmaster) - before.postgres),
  }
}
