/** The single place where it is measured for how long others wait while work goes on. */

/** The longest time between two turns of the event loop, in milliseconds: by the clock, and how much of its thread's CPU time at most went by between two. */
export type Held = { readonly byClock: number; readonly byWork: number }

/**
 * By the clock others wait also for the machine to come back to this process, such as while PostgreSQL uses all its cores; `byWork` is what this process alone makes
 * them wait. (A `monitorEventLoopDelay` that is enabled again counts the time in between as held.)
 */
export async function heldDuring(work: () => Promise<unknown>): Promise<Held> {
  let [byClock, byWork] = [0, 0]
  let [clock, cpu] = [performance.now(), threadTime()]
  const look = () => {
    const [now, used] = [performance.now(), threadTime()]
    byClock = Math.max(byClock, now - clock)
    byWork = Math.max(byWork, used - cpu)
    ;[clock, cpu] = [now, used]
  }
  const ticking = setInterval(look, 1)
  try {
    await work()
    look()
  } finally {
    clearInterval(ticking)
  }
  return { byClock, byWork }
}

function threadTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
