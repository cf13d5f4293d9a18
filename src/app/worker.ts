/** The single place that carries out what waits: jobs of the queue, and the tasks that features look for in their own rows. */
import type { Council } from '#http/council.ts'
import type { Feature, Start, Task } from '#http/feature.ts'
import type { Journal } from '#http/log.ts'
import { takeCheckpoint } from '#store/checkpoint.ts'
import { catchUp } from '#store/follow.ts'
import { startWorker } from '#store/jobs.ts'
import type { Store } from '#store/store.ts'

export interface Work {
  readonly store: Store
  readonly councils: readonly Council[]
  readonly features: readonly Feature[]
  readonly start: Start
  readonly journal: Journal
}

export interface Working {
  /** Finishes what has begun, and begins nothing more. */
  stop(): Promise<void>
}

export async function beginWork({ store, councils, features, start, journal }: Work): Promise<Working> {
  const jobs = features.flatMap((feature) => feature.jobs ?? [])
  const worker = await startWorker({ store, jobs, onError: (job, error) => journal.error(error, { job }) })
  const tasks = [signing(store), following(journal), ...features.flatMap((feature) => feature.tasks ?? [])]
  const rounds = tasks.map((task) => new Round(task, async (council) => run({ task, council, start, journal }), councils))
  return {
    async stop() {
      await Promise.all([worker.stop(), ...rounds.map((round) => round.stop())])
    },
  }
}

/** Facts added after the last signed checkpoint could be cut off unnoticed, so there is one every minute in which something happened. */
function signing({ keys }: Store): Task {
  return {
    name: 'log.checkpoint',
    everySeconds: 60,
    run: async ({ store }, { clock }) => {
      await takeCheckpoint(store, keys, clock().toISOString())
    },
  }
}

/** Rows that one feature makes from another's facts stay a few seconds behind; one that fails holds up no other. */
function following(journal: Journal): Task {
  return {
    name: 'log.follow',
    everySeconds: 3,
    run: async ({ id, store }) => {
      for (const projection of store.projections.filter(({ follows }) => follows)) {
        await catchUp(store, projection).catch((error: unknown) => journal.error(error, { task: projection.name, council: id }))
      }
    },
  }
}

interface Turn {
  readonly task: Task
  readonly council: Council
  readonly start: Start
  readonly journal: Journal
}

/** A task that fails for one council is tried again at its next turn, and holds up nobody else. */
async function run({ task, council, start, journal }: Turn): Promise<void> {
  try {
    await task.run(council, start)
  } catch (error) {
    journal.error(error, { task: task.name, council: council.id })
  }
}

/** One task, council after council, again and again, never twice at once. */
class Round {
  readonly #task: Task
  readonly #run: (council: Council) => Promise<void>
  readonly #councils: readonly Council[]
  #timer: NodeJS.Timeout | undefined
  #current: Promise<void> = Promise.resolve()
  #isStopped = false

  constructor(task: Task, run: (council: Council) => Promise<void>, councils: readonly Council[]) {
    this.#task = task
    this.#run = run
    this.#councils = councils
    this.#wait()
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    clearTimeout(this.#timer)
    await this.#current
  }

  #wait(): void {
    if (this.#isStopped) return
    this.#timer = setTimeout(() => {
      this.#current = this.#go().finally(() => this.#wait())
    }, this.#task.everySeconds * 1000)
  }

  async #go(): Promise<void> {
    for (const council of this.#councils) if (!this.#isStopped) await this.#run(council)
  }
}
