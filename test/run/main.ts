/** `npm test` and `npm run check`: every step with its seconds, what failed in its own words, and one closing line. */
import { fileURLToPath } from 'node:url'
import { stopWhenParentDies } from '#app/parent.ts'
import { type Outcome, runStep, type Step } from './step.ts'
import { looks, quickTests, slowTests } from './steps.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const inCI = process.env['CI'] === 'true'

const usage = `npm test [-- STEP…]     everything, or only the steps named
npm run check            types, lint, format, walls, house, unit tests and those on a database
Steps: ${[...looks(), ...quickTests(), ...slowTests()].map((step) => step.name).join(', ')}
`

const stop = new AbortController()
const place = { root, stop: stop.signal }
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, giveUp)
stopWhenParentDies(giveUp)

process.chdir(root)
process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  const named = args.filter((arg) => arg !== '--quick')
  const all = [...looks(), ...quickTests(), ...slowTests()]
  if (named.some((name) => !all.some((step) => step.name === name))) {
    process.stdout.write(usage)
    return named.includes('--help') ? 0 : 2
  }
  const isWanted = (step: Step) => named.length === 0 || named.includes(step.name)
  const outcomes = await inPairs([...quickTests(), ...looks()].filter(isWanted))
  for (const step of (args.includes('--quick') ? [] : slowTests()).filter(isWanted)) outcomes.push(report(await runStep(step, place)))
  return close(outcomes)
}

/** Takes the step that runs down with us. */
function giveUp(): void {
  stop.abort()
  process.exit(1)
}

/** Two cores, so two at a time. */
async function inPairs(steps: readonly Step[]): Promise<Outcome[]> {
  const waiting = [...steps]
  const outcomes: Outcome[] = []
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) outcomes.push(report(await runStep(step, place)))
  }
  await Promise.all([worker(), worker()])
  return outcomes
}

function report(outcome: Outcome): Outcome {
  const { name, seconds, passed, failed, skipped, missing } = outcome
  const counts = [`${passed} passed`, failed > 0 && `${failed} FAILED`, skipped > 0 && `${skipped} skipped`].filter(Boolean).join(', ')
  process.stdout.write(missing ? `${skipLine(outcome)}\n` : `${name.padEnd(24)} ${seconds.toFixed(1).padStart(6)} s  ${counts}\n`)
  if (outcome.words) process.stdout.write(`${outcome.words.trimEnd()}\n`)
  return outcome
}

function skipLine({ name, missing }: Outcome): string {
  return `SKIPPED: ${name} tests, ${missing}`
}

/** The closing lines; with `CI=true` what could not run is a failure. Returns the exit code. */
function close(outcomes: readonly Outcome[]): number {
  const sum = (count: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + count(outcome), 0)
  const missing = outcomes.filter((outcome) => outcome.missing)
  const failed = sum((outcome) => outcome.failed) + (inCI ? missing.length : 0)
  const skipped = sum((outcome) => outcome.skipped) + (inCI ? 0 : missing.length)
  const troubled = outcomes.filter((outcome) => outcome.failed > 0).map((outcome) => outcome.name)
  process.stdout.write('\n')
  if (troubled.length > 0) process.stdout.write(`FAILED: ${troubled.join(', ')}\n`)
  for (const outcome of missing) process.stdout.write(`${skipLine(outcome)}${inCI ? ' (a failure with CI=true)' : ''}\n`)
  process.stdout.write(`${sum((outcome) => outcome.passed)} passed, ${failed} failed, ${skipped} skipped\n`)
  return failed > 0 ? 1 : 0
}
