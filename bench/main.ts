/** `npm run bench`: measures speed against baselines in the same run; `-- pages` runs one measure, `-- --write` writes the table. */
import { stopWhenParentDies } from '#app/parent.ts'
import { isMet, type Report, verdictOf, written } from './kit/figure.ts'
import { measureFirstVisit } from './first-visit.ts'
import { measureGrowth } from './growth.ts'
import { measureInbox } from './inbox.ts'
import { measureJourneys } from './journeys.ts'
import { measureLive } from './live.ts'
import { measureMemory } from './memory.ts'
import { measureMerge } from './merge.ts'
import { measurePages } from './pages.ts'
import { measureProof } from './proof.ts'
import { measureProposals } from './proposals.ts'
import { measureReplay } from './replay.ts'
import { measureSimplify } from './simplify.ts'
import { measureReplayGrowth, measureReplayScale } from './replay-scale.ts'
import { measureRules } from './rules.ts'
import { measureStart } from './start.ts'
import { measureSubmissions } from './submissions.ts'
import { Stage } from './stage.ts'
import { writeTable } from './table.ts'
import { measureValue } from './value.ts'

const measures: Readonly<Record<string, (stage: Stage) => Promise<Report>>> = {
  pages: measurePages,
  journeys: measureJourneys,
  memory: measureMemory,
  'first-visit': measureFirstVisit,
  submissions: measureSubmissions,
  start: measureStart,
  rules: measureRules,
  merge: measureMerge,
  proof: measureProof,
  proposals: measureProposals,
  replay: measureReplay,
  simplify: measureSimplify,
  'replay-scale': measureReplayScale,
  live: measureLive,
  'replay-growth': measureReplayGrowth,
  value: measureValue,
  inbox: measureInbox,
  growth: measureGrowth,
}

/** Takes so long that it runs only when it is named. */
const onlyNamed = new Set(['replay-growth'])

const usage = `npm run bench [-- MEASURE…] [-- --write]
Measures: ${Object.keys(measures).join(', ')}
--write puts the table into docs/reference/performance.md
`

const stage = new Stage()
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => void giveUp())
// Whoever read along has stopped reading.
process.stdout.once('error', () => void giveUp())
stopWhenParentDies(() => void giveUp())
try {
  process.exitCode = await main(process.argv.slice(2))
} finally {
  await stage.close()
}

async function main(args: readonly string[]): Promise<number> {
  const named = args.filter((arg) => arg !== '--write')
  if (named.some((name) => !Object.hasOwn(measures, name))) {
    process.stdout.write(usage)
    return named.includes('--help') ? 0 : 2
  }
  const reports: Report[] = []
  for (const [name, measure] of Object.entries(measures)) {
    if (named.length > 0 ? !named.includes(name) : onlyNamed.has(name)) continue
    const began = performance.now()
    const report = await measure(stage)
    reports.push(report)
    show(report, (performance.now() - began) / 1000)
  }
  if (args.includes('--write')) writeTable(reports, await stage.postgresVersion())
  const missed = reports.flatMap(({ figures }) => figures).filter((figure) => !isMet(figure))
  process.stdout.write(`\n${missed.length === 0 ? 'every goal met' : `${missed.length} goals missed`}\n`)
  return 0
}

async function giveUp(): Promise<void> {
  await stage.close()
  process.exit(1)
}

function show({ title, figures }: Report, seconds: number): void {
  process.stdout.write(`\n${title} (${seconds.toFixed(0)} s)\n`)
  for (const figure of figures) {
    const { what, value, unit, beside = '' } = figure
    process.stdout.write(
      `  ${what.padEnd(44)} ${written(value, unit).padStart(12)}  ${[verdictOf(figure), beside].filter(Boolean).join('; ')}\n`,
    )
  }
}
