/** The single place that asks Linux what a process has used: CPU time with that of its children, and memory. */
import { readdirSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'

/** `/proc` counts in ticks of a hundredth of a second on every Linux. */
const msPerTick = 10

/** CPU milliseconds of a process and of children it has waited for; 0 when it is gone. */
function ownCpuMs(pid: number): number {
  const [, , , , , , , , , , , user, system, childUser, childSystem] = statOf(pid)
  return [user, system, childUser, childSystem].reduce((sum, ticks) => sum + Number(ticks ?? 0), 0) * msPerTick
}

/** CPU milliseconds of a process, without its living children. */
export function cpuMsOf(pid: number): number {
  return ownCpuMs(pid)
}

/** CPU milliseconds of a process and all that it started, such as a postmaster with its backends. */
export function cpuMsOfFamily(pid: number): number {
  return ownCpuMs(pid) + childrenOf(pid).reduce((sum, child) => sum + ownCpuMs(child), 0)
}

/** Memory in use now and at most ever, in megabytes (MiB). */
export function memoryOf(pid: number): { readonly now: number; readonly peak: number } {
  const text = readFileSync(`/proc/${pid}/status`, 'utf8')
  const mib = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0) / 1024
  return { now: mib('VmRSS'), peak: mib('VmHWM') }
}

/** Such as `2 x AMD EPYC, 8 GB`. */
export function machineName(): string {
  const memory = Number(/^MemTotal:\s+(\d+)/m.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1] ?? 0)
  return `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(memory / 1024 / 1024)} GB`
}

/** The process that started this one. */
export function parentOf(pid: number): number {
  return Number(statOf(pid)[1])
}

function childrenOf(pid: number): number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return all.filter((name) => Number(statOf(Number(name))[1]) === pid).map(Number)
}

/** What follows the name in `/proc/<pid>/stat`: state, parent and so on. */
function statOf(pid: number): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}
