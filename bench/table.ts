/** The single place that writes the figures into `docs/reference/performance.md`, between its markers. */
import { readFileSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { type Report, verdictOf, written } from './kit/figure.ts'
import { root } from './kit/folkmoot.ts'
import { machineName } from './kit/machine.ts'

const file = join(root, 'docs', 'reference', 'performance.md')
const [begin, end] = ['<!-- figures -->', '<!-- /figures -->']

/** Replaces what stands between the markers. `postgres` is the version that was measured. */
export function writeTable(reports: readonly Report[], postgres: string): void {
  const text = readFileSync(file, 'utf8')
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from === -1 || to < from) throw new Error(`${file} has no ${begin} … ${end}`)
  const day = new Date().toISOString().slice(0, 10)
  const where = `Measured on ${day}: ${machineName()}, Node ${process.versions.node}, PostgreSQL ${postgres}, load ${(loadavg()[2] ?? 0).toFixed(0)} over the last 15 minutes.`
  writeFileSync(file, `${text.slice(0, from + begin.length)}\n\n${[where, ...reports.map(section)].join('\n\n')}\n\n${text.slice(to)}`)
}

function section({ title, about, figures }: Report): string {
  const rows = figures.map(
    (figure) => `| ${figure.what} | ${written(figure.value, figure.unit)} | ${verdictOf(figure)} | ${figure.beside ?? ''} |`,
  )
  return [`### ${title}`, '', about, '', '| | measured | goal | beside |', '|---|---|---|---|', ...rows].join('\n')
}
