/** The single place where a server has definitions looked through beside its own thread, so that nobody waits for somebody else's proof. */
import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { type Definition, type PackFiles, versionOf } from '#core/definition/index.ts'
import type { Proving } from './prove.ts'
import type { Proven, ToProve } from './proving-thread.ts'

/** Those looked through last: an edit, its page and the release behind it are of the same definition. */
const mostKept = 64
/** Milliseconds after its last work until the thread gives back its memory. */
const rest = 30_000
/** A definition that took more is no service. */
const resourceLimits = { maxOldGenerationSizeMb: 512 }

const kept = new Map<string, Promise<Proving>>()

/**
 * The checks, what can be proved, and the example people of a definition; without `companions` only what can be proved of it, as of a version
 * that was released. What is known already is not asked again.
 */
export function proveAside(definition: Definition, companions: PackFiles | undefined): Promise<Proving> {
  const key = keyOf(definition, companions)
  const known = kept.get(key) ?? theThread().ask(definition, companions)
  kept.delete(key)
  kept.set(key, known)
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  known.catch(() => kept.delete(key))
  return known
}

function keyOf(definition: Definition, companions: PackFiles | undefined): string {
  if (!companions) return versionOf(definition)
  const hash = createHash('sha256')
  for (const [path, text] of companions) hash.update(JSON.stringify([path, text]))
  return `${versionOf(definition)} ${hash.digest('hex')}`
}

type Waiting = { readonly done: (proving: Proving) => void; readonly fail: (failure: unknown) => void }

let thread: ProvingThread | undefined

function theThread(): ProvingThread {
  thread ??= new ProvingThread(() => {
    thread = undefined
  })
  return thread
}

/** One thread, begun when something is to be looked through. It holds up the end of the program only while somebody waits for it. */
class ProvingThread {
  readonly #worker = new Worker(new URL('./proving-thread.ts', import.meta.url), { resourceLimits })
  readonly #waiting = new Map<number, Waiting>()
  readonly #left: () => void
  #turns = 0
  #resting: NodeJS.Timeout | undefined

  constructor(left: () => void) {
    this.#left = left
    this.#worker.on('message', (proven: Proven) => this.#answer(proven))
    this.#worker.on('error', (failure) => this.#end(failure))
  }

  ask(definition: Definition, companions: PackFiles | undefined): Promise<Proving> {
    clearTimeout(this.#resting)
    this.#turns += 1
    const asked: ToProve = { turn: this.#turns, definition, companions }
    this.#worker.ref()
    return new Promise((done, fail) => {
      this.#waiting.set(asked.turn, { done, fail })
      this.#worker.postMessage(asked)
    })
  }

  #answer(proven: Proven): void {
    const waiting = this.#waiting.get(proven.turn)
    this.#waiting.delete(proven.turn)
    if ('proving' in proven) waiting?.done(proven.proving)
    else waiting?.fail(proven.failure)
    if (this.#waiting.size > 0) return
    this.#worker.unref()
    this.#resting = setTimeout(() => this.#end(new Error('The thread rests')), rest).unref()
  }

  #end(failure: Error): void {
    this.#left()
    for (const { fail } of this.#waiting.values()) fail(failure)
    this.#waiting.clear()
    void this.#worker.terminate()
  }
}
