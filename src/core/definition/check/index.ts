/** The single place that runs every check of meaning over a resolved definition. */
import type { Definition } from '../definition.ts'
import type { Fault } from '../fault.ts'
import type { Origins } from '../origins.ts'
import { compileDefinition } from '../program/compile.ts'
import { checkCasework } from './casework.ts'
import { checkData } from './data.ts'
import { checkNames } from './names.ts'
import { checkOrder } from './order.ts'
import { checkReach } from './reach.ts'
import { checkWords } from './words.ts'

/** Every fault of meaning, with its place. Pages never reached are looked for only where all else is well. */
export function checkDefinition(definition: Definition, origins: Origins, files: ReadonlySet<string>): readonly Fault[] {
  const { program, findings } = compileDefinition(definition)
  const subject = { definition, program, origins, files }
  const found = [...findings, ...[checkNames, checkData, checkOrder, checkCasework, checkWords].flatMap((check) => check(subject))]
  const all = findings.length === 0 ? [...found, ...checkReach(subject)] : found
  return all.map(({ place, ...told }) => origins.faultAt(place, told))
}
