/** The single place where the address of a list of suggested changes becomes what is wanted of it, and back. */
import type { State } from './proposal.ts'

export const shownStates = ['open', 'overdue', 'released', 'refused', 'all'] as const
export type Shown = (typeof shownStates)[number]

/** `from`: how many newer ones are left out. */
export type Filter = { readonly service?: string | undefined; readonly shown: Shown; readonly from: number }

/** How many are shown on a page. */
export const pageLength = 20
const furthest = 10_000

/** Total: what an address says wrongly is as if it said nothing. */
export function readFilter(query: URLSearchParams): Filter {
  const from = Number(query.get('from') ?? '0')
  const service = query.get('service') ?? ''
  return {
    service: /^[a-z][a-z0-9-]{0,62}$/.test(service) ? service : undefined,
    shown: shownStates.find((one) => one === query.get('show')) ?? 'open',
    from: Number.isInteger(from) && from > 0 && from <= furthest ? from : 0,
  }
}

export function addressOf({ service, shown, from }: Filter, root = '/suggestions'): string {
  const query = new URLSearchParams({
    ...(service === undefined ? {} : { service }),
    ...(shown === 'open' ? {} : { show: shown }),
    ...(from === 0 ? {} : { from: String(from) }),
  }).toString()
  return query === '' ? root : `${root}?${query}`
}

/** The states shown; what is hidden is in no list. */
export function statesOf(shown: Shown): readonly State[] {
  if (shown === 'all') return ['suggested', 'changed', 'approved', 'released', 'refused', 'withdrawn']
  if (shown === 'released' || shown === 'refused') return [shown]
  return shown === 'overdue' ? ['suggested', 'changed'] : ['suggested', 'changed', 'approved']
}
