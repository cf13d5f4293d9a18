/** The single place for what an edit does: changes to a definition, or why not. */
import type { Change } from '../../diff/change.ts'
import type { Amendment, AmendmentFault, AmendmentKind } from '../amendment.ts'
import type { Ground } from '../ground.ts'

export type Of<Kind extends AmendmentKind> = Extract<Amendment, { readonly edit: Kind }>

export type Doing = { readonly changes: readonly Change[] } | { readonly faults: readonly AmendmentFault[] }

export type Edit<Kind extends AmendmentKind> = (ground: Ground, amendment: Of<Kind>) => Doing

export function refused(...faults: readonly AmendmentFault[]): Doing {
  return { faults }
}

export function done(...changes: readonly (readonly Change[])[]): Doing {
  return { changes: changes.flat() }
}
