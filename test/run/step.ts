/** The single place that says what a step of `npm test` is, and runs one: a name, a command or tests, and a plain outcome. */
import { spawn } from 'node:child_process'
import type { Seats } from './seats.ts'

export interface Step {
  readonly name: string
  /** As many at once as there are seats, each an argument list for the Node that runs this; one that fails keeps none from running. */
  readonly commands: readonly (readonly string[])[]
  readonly env?: Readonly<Record<string, string>>
  /** Why this machine cannot run the step, with the way out. */
  readonly missing?: string | undefined
}

export interface Outcome {
  readonly name: string
  readonly seconds: number
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** What to show of a step that failed: the tests' own words without those that passed. */
  readonly words: string
  readonly missing?: string | undefined
}

/** A step that hangs must not keep the others from being told. */
const limitMs = 15 * 60_000

interface Place {
  readonly root: string
  /** Aborted when the whole run is told to stop. */
  readonly stop: AbortSignal
  readonly seats: Seats
}

/** Runs the step to its end. A step without tests of its own (types, lint) counts as one check. Never throws. */
export async function runStep(step: Step, place: Place): Promise<Outcome> {
  let began = Number.POSITIVE_INFINITY
  const total = { passed: 0, failed: 0, skipped: 0, words: '' }
  const missing = step.missing ?? (step.commands.length === 0 ? 'there is none' : undefined)
  const run = (command: readonly string[]) => {
    began = Math.min(began, performance.now())
    return outputOf(command, step.env ?? {}, place)
  }
  for (const { code, output } of missing ? [] : await Promise.all(step.commands.map((command) => place.seats.take(() => run(command))))) {
    const counts = countsIn(output) ?? { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0 }
    total.passed += counts.passed
    total.skipped += counts.skipped
    total.failed += code === 0 ? counts.failed : Math.max(counts.failed, 1)
    if (code !== 0 || counts.skipped > 0) total.words += `${tellingPart(output)}\n`
  }
  return { name: step.name, seconds: Math.max(performance.now() - began, 0) / 1000, ...total, missing }
}

function outputOf(
  command: readonly string[],
  added: Readonly<Record<string, string>>,
  { root, stop }: Place,
): Promise<{ code: number; output: string }> {
  // A test run inside a test run reports to its parent instead of to us, unless this variable is gone.
  const { NODE_TEST_CONTEXT: _parent, ...inherited } = process.env
  const env = { ...inherited, FOLKMOOT_TEST_RUN: String(process.pid), ...added }
  const child = spawn(process.execPath, command, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: limitMs, signal: stop })
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code, signal) => {
      const ending = signal === null ? '' : `\nended by ${signal}; the limit is ${limitMs / 60_000} minutes\n`
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() + ending })
    })
  })
}

type Counts = Pick<Outcome, 'passed' | 'failed' | 'skipped'>

/** Reads the closing lines of node:test; `undefined` when the output has none. */
export function countsIn(output: string): Counts | undefined {
  const count = (word: string) => Number([...output.matchAll(new RegExp(`^ℹ ${word} (\\d+)$`, 'gm'))].at(-1)?.[1] ?? 0)
  if (!/^ℹ tests \d+$/m.test(output)) return undefined
  return { passed: count('pass'), failed: count('fail') + count('cancelled'), skipped: count('skipped') + count('todo') }
}

/** Of a test run only what did not pass: a file that cannot be loaded says why in the midst of it. */
function tellingPart(output: string): string {
  if (!countsIn(output)) return output
  const telling = output.split('\n').filter((line) => !/^\s*(✔|▶|ℹ|$)/.test(line))
  return telling.join('\n')
}
