/** The single place that runs every check of meaning over a resolved definition. */
import type { Definition } from '../definition.ts'
import type { Fault } from '../fault.ts'
import type { Origins } from '../origins.ts'
import { compileDefinition } from '../program/compile.ts'
import { checkCasework } from './casework.ts'
import { checkData } from './data.ts'
import { checkNames } from './names.ts'
import { checkOrder } from './order.ts'
import { checkRenewal } from './renewal.ts'
import { placedQuestions } from './subject.ts'
import { checkStarts } from './starts.ts'
import { checkTasks } from './tasks.ts'
import { checkWords } from './words.ts'

/** More than any form in use needs: the largest known ask about three hundred questions. */
const mostNames = 800

/** Every fault of meaning, with its place. What nobody can reach is for a proof to find, where all else is well. */
export function checkDefinition(definition: Definition, origins: Origins, files: ReadonlySet<string>): readonly Fault[] {
  const size = sizeOf(definition)
  if (size > mostNames) {
    const help = `A service has at most ${mostNames} questions, members of groups, constants, conditions, calculations and tables together.`
    return [
      origins.faultAt(
        { path: ['service', 'sections'], part: 'key' },
        { code: 'too-large', message: `The service has ${size} named parts.`, help },
      ),
    ]
  }
  const { program, findings } = compileDefinition(definition)
  const subject = { definition, program, origins, files }
  const found = [
    ...findings,
    ...[checkNames, checkData, checkOrder, checkStarts, checkCasework, checkTasks, checkRenewal, checkWords].flatMap((check) =>
      check(subject),
    ),
  ]
  return found.map(({ place, ...told }) => origins.faultAt(place, told))
}

function sizeOf(definition: Definition): number {
  const { constants, conditions, calculations } = definition.service
  const asked = placedQuestions(definition).reduce((sum, { question }) => sum + 1 + (question.kind === 'group' ? question.of.length : 0), 0)
  return asked + Object.keys(constants).length + Object.keys(conditions).length + calculations.length + definition.tables.length
}
