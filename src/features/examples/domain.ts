/** The single place for what is known of the example people of a service, and for where a new one goes. Pure. */
import type { ScenarioFile } from '#core/definition/index.ts'
import type { Mismatch } from '#core/scenario/index.ts'

/** When and by whom an example person was released on their own. `at` is an ISO instant; `name` that of an account which is still there. */
export type Since = { readonly at: string; readonly name: string | undefined }

/** `since` is not there for whoever came with the version. */
export type Walked = { readonly scenario: ScenarioFile; readonly mismatches: readonly Mismatch[]; readonly since?: Since | undefined }

/** In place of a suggested change, the service as it is in use. */
export const inUse = 'now'
