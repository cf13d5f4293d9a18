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
/** Milliseconds. A definition that took longer is no service. */
const longest = 20_000
/** Nor is one that took more memory. */
const resourceLimits = { maxOldGenerationSizeMb: 512 }

const kept = new Map<string, Promise<Proving>>()

/**
 * The checks, what can be proved, and the example people of a definition; without `companions` only what can be proved of it, as of a version
 * that was released. What is known already is not asked again.
 */
export function proveAside(definition: Definition, companions: PackFiles | undefined): Promise<Proving> {
  const key = keyOf(definition, companions)
  const known = kept.get(key) ?? prover.ask(definition, companions)
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

type Waiting = { readonly asked: ToProve; readonly done: (proving: Proving) => void; readonly fail: (failure: unknown) => void }

/**
 * Has one definition after the other looked through in a thread of `program`, begun when it is needed. One that takes longer than `longest`, in
 * milliseconds, or ends the thread fails alone: the others are asked of another thread. The end of the program waits only while somebody waits.
 */
export class Prover {
  readonly #program: URL
  readonly #longest: number
  /** The one that is looked through now comes first. */
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | undefined
  #turns = 0
  #timer: NodeJS.Timeout | undefined

  constructor(program: URL, longest: number) {
    this.#program = program
    this.#longest = longest
  }

  ask(definition: Definition, companions: PackFiles | undefined): Promise<Proving> {
    this.#turns += 1
    const asked: ToProve = { turn: this.#turns, definition, companions }
    return new Promise((done, fail) => {
      this.#hand(asked)
      this.#waiting.set(asked.turn, { asked, done, fail })
      if (this.#waiting.size === 1) this.#watch()
    })
  }

  #hand(asked: ToProve): void {
    this.#worker ??= this.#begin()
    this.#worker.ref()
    this.#worker.postMessage(asked)
  }

  #begin(): Worker {
    const worker = new Worker(this.#program, { resourceLimits })
    let failure = new Error('The thread ended before it answered')
    worker.on('message', (proven: Proven) => {
      if (worker === this.#worker) this.#answer(proven)
    })
    worker.on('messageerror', (unread) => this.#end(worker, unread))
    worker.on('error', (cause) => {
      failure = cause
    })
    // By then every answer it had given has been heard.
    worker.on('exit', () => this.#end(worker, failure))
    return worker
  }

  #answer(proven: Proven): void {
    const waiting = this.#waiting.get(proven.turn)
    this.#waiting.delete(proven.turn)
    if ('proving' in proven) waiting?.done(proven.proving)
    else waiting?.fail(proven.failure)
    this.#watch()
  }

  #watch(): void {
    clearTimeout(this.#timer)
    const worker = this.#worker
    if (!worker) return
    if (this.#waiting.size > 0) {
      this.#timer = setTimeout(() => this.#end(worker, new Error(`It took longer than ${this.#longest} ms`)), this.#longest)
      return
    }
    worker.unref()
    this.#timer = setTimeout(() => this.#end(worker, new Error('The thread rests')), rest).unref()
  }

  #end(worker: Worker, failure: Error): void {
    if (worker !== this.#worker) return
    this.#worker = undefined
    void worker.terminate()
    const [first] = this.#waiting.values()
    if (first) this.#waiting.delete(first.asked.turn)
    first?.fail(failure)
    for (const { asked } of this.#waiting.values()) this.#hand(asked)
    this.#watch()
  }
}

const prover = new Prover(new URL('./proving-thread.ts', import.meta.url), longest)
