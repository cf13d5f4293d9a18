/** The single place where a test takes the time of its own process: what others do on a busy machine does not count. */

/** Milliseconds of CPU this process has used so far. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
