/** The single place that says what a step of `npm test` is, and runs one: a name, a command or tests, and a plain outcome. */
import { spawn } from 'node:child_process'

export interface Step {
  readonly name: string
  /** One after another, each an argument list for the Node that runs this. The first that fails ends the step. */
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

/** Runs the step to its end. A step without tests of its own (types, lint) counts as one check. Never throws. */
export async function runStep(step: Step, root: string): Promise<Outcome> {
  const began = performance.now()
  const total = { passed: 0, failed: 0, skipped: 0, words: '' }
  for (const command of step.missing ? [] : step.commands) {
    const { code, output } = await outputOf(command, { root, env: step.env ?? {} })
    const counts = countsIn(output) ?? { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0 }
    total.passed += counts.passed
    total.skipped += counts.skipped
    total.failed += code === 0 ? counts.failed : Math.max(counts.failed, 1)
    if (code !== 0 || counts.skipped > 0) total.words += `${tellingPart(output)}\n`
    if (code !== 0) break
  }
  return { name: step.name, seconds: (performance.now() - began) / 1000, ...total, missing: step.missing }
}

interface Place {
  readonly root: string
  readonly env: Readonly<Record<string, string>>
}

function outputOf(command: readonly string[], { root, env }: Place): Promise<{ code: number; output: string }> {
  // A test run inside a test run reports to its parent instead of to us, unless this variable is gone.
  const { NODE_TEST_CONTEXT: _parent, ...inherited } = process.env
  const child = spawn(process.execPath, command, { cwd: root, env: { ...inherited, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() }))
  })
}

type Counts = Pick<Outcome, 'passed' | 'failed' | 'skipped'>

/** Reads the closing lines of node:test; `undefined` when the output has none. */
export function countsIn(output: string): Counts | undefined {
  const count = (word: string) => Number([...output.matchAll(new RegExp(`^ℹ ${word} (\\d+)$`, 'gm'))].at(-1)?.[1] ?? 0)
  if (!/^ℹ tests \d+$/m.test(output)) return undefined
  return { passed: count('pass'), failed: count('fail') + count('cancelled'), skipped: count('skipped') + count('todo') }
}

/** Of a test run only what failed or was skipped; of anything else all of it. */
function tellingPart(output: string): string {
  const details = output.indexOf('✖ failing tests:')
  const skips = output.split('\n').filter((line) => /^\s*﹣/.test(line))
  if (details >= 0) return [...skips, output.slice(details)].join('\n')
  return countsIn(output) && skips.length > 0 ? skips.join('\n') : output
}
