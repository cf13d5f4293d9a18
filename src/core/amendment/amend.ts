/** The single place where typed edits are made to a definition. */
import type { Definition } from '../definition/definition.ts'
import type { Amendment, AmendmentFault } from './amendment.ts'

export type Amended = { readonly definition: Definition } | { readonly faults: readonly AmendmentFault[] }

/** Makes one edit, or several in turn of which only the last must leave a definition that passes its checks. */
export function amend(definition: Definition, _amendments: Amendment | readonly Amendment[]): Amended {
  return { definition }
}
