/** The single place for what a command works on: a case as loaded, and the moment. */
import type { Prepared } from '#core/definition/prepare.ts'
import type { Loaded } from '../store/index.ts'

/** A case with the version of the service it stays with. */
export type Opened = Loaded & { readonly prepared: Prepared }

/** When something is done: the instant, and the day in the United Kingdom. */
export type Moment = { readonly at: string; readonly today: string }
