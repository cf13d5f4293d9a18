/** The addresses of coverage: a page and a spreadsheet for every service that publishes it. */
import { stringify } from 'csv-stringify/sync'
import { wordsIn } from '#core/definition/index.ts'
import { addressBook } from '#features/addresses/index.ts'
import { countByArea } from '#features/cases/index.ts'
import { publishedService } from '#features/services/index.ts'
import { file, problem, type Reply } from '#http/reply.ts'
import { type Ctx, param, type Route } from '#http/route.ts'
import { show } from '#http/shell.ts'
import { publishable } from './domain.ts'
import { coveragePage, type CoverageProps, coverageRows } from './views/coverage-page.ts'

export const routes: readonly Route[] = [
  { method: 'GET', path: '/services/:service/coverage', may: 'anyone', audit: 'coverage-read', handle: showCoverage },
  { method: 'GET', path: '/services/:service/coverage.csv', may: 'anyone', audit: 'coverage-downloaded', handle: downloadCoverage },
]

async function showCoverage(ctx: Ctx): Promise<Reply> {
  const props = await coverageOf(ctx)
  return props ? show(ctx, coveragePage(props)) : problem('not-found')
}

async function downloadCoverage(ctx: Ctx): Promise<Reply> {
  const props = await coverageOf(ctx)
  if (!props) return problem('not-found')
  const body = stringify([...coverageRows(props)], { bom: true, escape_formulas: true })
  return file({ name: `${props.service.id}-coverage.csv`, type: 'text/csv; charset=utf-8', body })
}

/** What may be published today; undefined for a service that does not publish its coverage. */
async function coverageOf({ council, lang, params }: Ctx): Promise<CoverageProps | undefined> {
  const published = await publishedService(council, param({ params }, 'service'))
  const kind = published?.definition.service.coverage?.by
  if (!published || !kind) return undefined
  const totals = await addressBook(council.store).areaTotals(kind)
  const counts = new Map((await countByArea(council, { service: published.service, kind })).map(({ area, cases }) => [area, cases]))
  const areas = totals.map(({ area, premises }) => ({ area, premises, registered: Math.min(premises, counts.get(area) ?? 0) }))
  const { name } = wordsIn(published.prepared, lang).service
  return { lang, service: { id: published.service, name }, kind, coverage: publishable(areas) }
}
