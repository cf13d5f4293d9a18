/** `npm test` and `npm run check`: every step with its seconds, what failed in its own words, and one closing line. */
import { fileURLToPath } from 'node:url'
import { stopWhenParentDies } from '#app/parent.ts'
import { Seats } from './seats.ts'
import { type Outcome, runStep, type Step } from './step.ts'
import { featureTests, quickTests, slowTests } from './steps.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const inCI = process.env['CI'] === 'true'

const usage = `npm test [-- STEP…]     everything, or only the steps named
npm run check            types, lint, format, walls, house, unit tests and those of the store
Steps: ${[...quickTests(), ...featureTests(), ...slowTests()].map((step) => step.name).join(', ')}
`

const stop = new AbortController()
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, giveUp)
stopWhenParentDies(giveUp)

process.chdir(root)
process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  const named = args.filter((arg) => arg !== '--quick')
  const all = [...quickTests(), ...featureTests(), ...slowTests()]
  if (named.some((name) => !all.some((step) => step.name === name))) {
    process.stdout.write(usage)
    return named.includes('--help') ? 0 : 2
  }
  const isWanted = (step: Step) => named.length === 0 || named.includes(step.name)
  const isQuick = args.includes('--quick')
  // Two cores. Who waits for the database half the time leaves room for a third.
  const outcomes = await Promise.all(atOnce(3, [...quickTests(), ...(isQuick ? [] : featureTests())].filter(isWanted)))
  for (const step of (isQuick ? [] : slowTests()).filter(isWanted)) outcomes.push(...(await Promise.all(atOnce(1, [step]))))
  return close(outcomes)
}

/** Takes the step that runs down with us. */
function giveUp(): void {
  stop.abort()
  process.exit(1)
}

/** Begins all steps; as many of their commands run at once as there are seats. */
function atOnce(count: number, steps: readonly Step[]): readonly Promise<Outcome>[] {
  const seats = new Seats(count)
  return steps.map(async (step) => report(await runStep(step, { root, stop: stop.signal, seats })))
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
