/** The single place for what the server writes about itself: JSON lines without personal data, gathered and written together. */

/** Writes finished lines somewhere. */
export type Write = (lines: string) => void

export interface RequestLine {
  readonly method: string
  /** The route's pattern, never the address: an address could name somebody. */
  readonly route: string
  readonly status: number
  readonly ms: number
  readonly council: string | undefined
  readonly request: string
}

const flushAfterMs = 50

/** JSON lines with the moment they were said; what a tick says together is written together. */
export class Journal {
  readonly #write: Write
  readonly #clock: () => Date
  #pending: string[] = []
  #timer: NodeJS.Timeout | undefined

  constructor(write: Write, clock: () => Date) {
    this.#write = write
    this.#clock = clock
  }

  request({ method, route, status, ms, council, request }: RequestLine): void {
    this.#say({ at: this.#now(), method, route, status, ms: Math.round(ms * 10) / 10, council, request })
  }

  /** Something happened that whoever runs the server wants to know. */
  note(event: string, about: Readonly<Record<string, string | number | boolean>> = {}): void {
    this.#say({ at: this.#now(), event, ...about })
  }

  /** A broken promise: what kind and where in our code. Messages that could quote what a person sent are left out. */
  error(error: unknown, about: Readonly<Record<string, string>> = {}): void {
    this.#say({ at: this.#now(), event: 'error', ...about, ...faceless(error) })
  }

  flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#pending.length === 0) return
    const lines = this.#pending.join('')
    this.#pending = []
    this.#write(lines)
  }

  #now(): string {
    return this.#clock().toISOString()
  }

  #say(line: object): void {
    this.#pending.push(`${JSON.stringify(line)}\n`)
    this.#timer ??= setTimeout(() => this.flush(), flushAfterMs).unref()
  }
}

const places = /^\s+at .*$/gm

/** PostgreSQL, JSON.parse and zod quote values in their messages; Error and TypeError of our own do not. */
const quotesValues = (error: Error): boolean => error.name === 'SyntaxError' || error.name.startsWith('Zod') || 'severity' in error

function faceless(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { name: typeof error }
  const where = (error.stack ?? '')
    .match(places)
    ?.slice(0, 8)
    .map((line) => line.trim())
  const facts = Object.fromEntries(
    ['code', 'constraint', 'table', 'schema', 'routine'].flatMap((key) => (key in error ? [[key, Reflect.get(error, key)]] : [])),
  )
  const cause = error.cause === undefined ? {} : { cause: faceless(error.cause) }
  return { name: error.name, ...(quotesValues(error) ? {} : { message: error.message }), ...facts, where, ...cause }
}
