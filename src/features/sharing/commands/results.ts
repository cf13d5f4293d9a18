/** The single place that gathers what a service did here, as others may know it: figures measured, and what was made public of changes tried on past cases. */
import type { Council } from '#http/council.ts'
import type { Results } from '../domain/index.ts'

/** Null while nothing was measured. `today` is `YYYY-MM-DD`. */
export function resultsOf(_council: Council, _service: string, _today: string): Promise<Results | null> {
  return Promise.resolve(null)
}
