/** The single place where typed edits are made to a definition. */
import { checkDefinition } from '../definition/check/index.ts'
import type { Definition } from '../definition/definition.ts'
import { Origins } from '../definition/origins.ts'
import { withWholeBlocks } from '../definition/write/blocks.ts'
import { apply } from '../diff/apply.ts'
import type { Amendment, AmendmentFault } from './amendment.ts'
import type { Doing } from './edits/edit.ts'
import { setClock, setConstant, setFee } from './edits/figures.ts'
import { addOption, dropOption } from './edits/options.ts'
import { askWhen, dropQuestion, setLimit, startWith } from './edits/questions.ts'
import { reorder } from './edits/reorder.ts'
import { reword } from './edits/words.ts'
import { faults } from './faults.ts'
import { Ground } from './ground.ts'

export type Amended = { readonly definition: Definition } | { readonly faults: readonly AmendmentFault[] }

/**
 * Makes one edit, or several in turn. The definition that comes of the last passes its checks where the one before the first did; words
 * missing in one language, names still read and figures of the wrong type are faults.
 */
export function amend(definition: Definition, amendments: Amendment | readonly Amendment[]): Amended {
  let amended = definition
  for (const amendment of [amendments].flat()) {
    const doing = doingOf(new Ground(amended), amendment)
    if ('faults' in doing) return doing
    const applied = apply(amended, doing.changes)
    if ('misfits' in applied) return { faults: [faults.notWhole()] }
    amended = applied.definition
  }
  if (amended === definition) return { faults: [faults.unchanged()] }
  const whole = withWholeBlocks(amended)
  const found = checkDefinition(whole, new Origins(), new Set())
  if (found.length > 0) return { faults: found.slice(0, 10).map(({ message, help }) => faults.notSound(message, help)) }
  return { definition: whole }
}

function doingOf(ground: Ground, amendment: Amendment): Doing {
  switch (amendment.edit) {
    case 'reword':
      return reword(ground, amendment)
    case 'drop-question':
      return dropQuestion(ground, amendment)
    case 'add-option':
      return addOption(ground, amendment)
    case 'drop-option':
      return dropOption(ground, amendment)
    case 'ask-when':
      return askWhen(ground, amendment)
    case 'set-constant':
      return setConstant(ground, amendment)
    case 'set-limit':
      return setLimit(ground, amendment)
    case 'set-clock':
      return setClock(ground, amendment)
    case 'start-with':
      return startWith(ground, amendment)
    case 'set-fee':
      return setFee(ground, amendment)
    case 'reorder':
      return reorder(ground, amendment)
  }
}
