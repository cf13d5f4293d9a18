/** The single place that runs every check of meaning over a resolved definition. */
import type { Definition } from '../definition.ts'
import type { Fault } from '../fault.ts'
import type { Origins } from '../origins.ts'
import { compileDefinition } from '../program/compile.ts'

/** Every fault of meaning, with its place. */
export function checkDefinition(definition: Definition, origins: Origins): readonly Fault[] {
  const { findings } = compileDefinition(definition)
  return findings.map(({ place, ...told }) => origins.faultAt(place, told))
}
