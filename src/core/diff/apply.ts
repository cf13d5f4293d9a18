/** The single place where changes are put on a definition. */
import type { Definition } from '../definition/definition.ts'
import type { Language } from '../definition/model/names.ts'
import type { Change, Path } from './change.ts'
import { type Branch, definitionOf, grow, isSameTree, type Tree, treeOf } from './tree.ts'

/** A change that does not fit: what it starts from is not what stands there. `message` is for people. */
export type Misfit = {
  readonly change: Change
  readonly code: 'not-there' | 'other-there' | 'already-there' | 'no-place' | 'not-a-definition'
  readonly message: Readonly<Record<Language, string>>
}

export type Applied = { readonly definition: Definition } | { readonly misfits: readonly Misfit[] }

/**
 * Puts changes on a definition, one after the other; all of them or none. Each must find what it starts from: `apply(a, diff(a, b))` is `b`, and
 * to go further than that is `merge`. The definition that comes of it is whole in shape and still to be checked in meaning.
 */
export function apply(definition: Definition, changes: readonly Change[]): Applied {
  let { tree } = grow(definition)
  const misfits: Misfit[] = []
  for (const change of changes) {
    const changed = changedAt(tree, change.path, change)
    if (typeof changed === 'string') misfits.push(misfit(change, changed))
    else tree = changed
  }
  if (misfits.length > 0) return { misfits }
  if (changes.length === 0) return { definition }
  const changed = definitionOf(tree)
  if (changed !== undefined) return { definition: changed }
  return { misfits: changes.slice(-1).map((change) => misfit(change, 'not-a-definition')) }
}

type Code = Misfit['code']

function changedAt(tree: Tree, [step = '', ...rest]: Path, change: Change): Tree | Code {
  if (tree.kind === 'leaf') return 'not-there'
  if (rest.length === 0) return changedMember(tree, step, change)
  const inside = tree.of.get(step)
  if (inside === undefined) return 'not-there'
  const changed = changedAt(inside, rest, change)
  return typeof changed === 'string' ? changed : { kind: tree.kind, of: new Map(tree.of).set(step, changed) }
}

function changedMember(branch: Branch, name: string, change: Change): Tree | Code {
  const member = branch.of.get(name)
  if (change.kind === 'added') {
    if (member !== undefined || name === '__proto__') return 'already-there'
    return placed(branch, [name, treeOf(change.value, name)], change.after)
  }
  if (member === undefined) return 'not-there'
  if (change.kind === 'moved') return placed(without(branch, name), [name, member], change.after)
  const before = change.kind === 'removed' ? change.value : change.before
  if (!isSameTree(member, treeOf(before, name))) return 'other-there'
  if (change.kind === 'removed') return without(branch, name)
  return { kind: branch.kind, of: new Map(branch.of).set(name, treeOf(change.after, name)) }
}

function without(branch: Branch, name: string): Branch {
  const of = new Map(branch.of)
  of.delete(name)
  return { kind: branch.kind, of }
}

/** The member after another; keys of objects have no place. */
function placed(branch: Branch, member: readonly [string, Tree], after: string | null): Branch | Code {
  if (branch.kind === 'map') return { kind: 'map', of: new Map(branch.of).set(...member) }
  if (after === null) return { kind: 'list', of: new Map([member, ...branch.of]) }
  if (!branch.of.has(after)) return 'no-place'
  return { kind: 'list', of: new Map([...branch.of].flatMap((one) => (one[0] === after ? [one, member] : [one]))) }
}

const messages: Readonly<Record<Code, Misfit['message']>> = {
  'not-there': {
    en: 'What it would change is no longer there.',
    cy: 'Nid yw’r hyn y byddai’n ei newid yno mwyach.',
  },
  'other-there': {
    en: 'What it would change has been changed since.',
    cy: 'Mae’r hyn y byddai’n ei newid wedi cael ei newid ers hynny.',
  },
  'already-there': {
    en: 'What it would add is there already.',
    cy: 'Mae’r hyn y byddai’n ei ychwanegu yno eisoes.',
  },
  'no-place': {
    en: 'What it would stand after is no longer there.',
    cy: 'Nid yw’r hyn y byddai’n dod ar ei ôl yno mwyach.',
  },
  'not-a-definition': {
    en: 'With these changes it would no longer be a whole service.',
    cy: 'Gyda’r newidiadau hyn ni fyddai’n wasanaeth cyfan mwyach.',
  },
}

function misfit(change: Change, code: Code): Misfit {
  return { change, code, message: messages[code] }
}
