/** The single place where a submission becomes a case. */
import type { Council } from '#http/council.ts'
import type { Opened, Submission } from '../domain/index.ts'

/** Opens a case, acknowledged after its commit; many at once are written together. The same `caseId` again gives the same reference. */
export function openCase(council: Council, submission: Submission): Promise<Opened> {
  return Promise.reject(new Error(`not yet: ${council.id} ${submission.caseId}`))
}
