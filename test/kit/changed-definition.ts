/** The single place where tests get definitions that differ from a given one in any way a definition can, sensible or not. */
import fc from 'fast-check'
import type { Definition } from '#core/definition/index.ts'
import { definitionOf, grow, type Tree, treeOf } from '#core/diff/tree.ts'

type Edit = { readonly at: number; readonly how: 'take' | 'copy' | 'move' | 'write'; readonly to: number; readonly text: string }

const edit = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('take', 'copy', 'move', 'write', 'write'),
  to: fc.nat(9),
  text: fc.constantFrom('pike', 'carp', 'tench', '> 3', 'true', 'Pysgodyn mawr', 'adult', 'P5D'),
})

/** Definitions with up to `most` parts taken out, copied under another name, moved or written anew. They have the right shape and no more. */
export function changedFrom(definition: Definition, most = 6): fc.Arbitrary<Definition> {
  return fc.array(edit, { maxLength: most }).map((edits) => edits.reduce(edited, definition))
}

function edited(definition: Definition, edit: Edit): Definition {
  const { tree } = grow(definition)
  return definitionOf(editedAt(tree, { left: edit.at % sizeOf(tree) }, edit)) ?? definition
}

function sizeOf(tree: Tree): number {
  return tree.kind === 'leaf' ? 1 : 1 + [...tree.of.values()].reduce((sum, inside) => sum + sizeOf(inside), 0)
}

/** Counts down over all parts, and edits the one it comes to. */
function editedAt(tree: Tree, count: { left: number }, edit: Edit): Tree {
  count.left -= 1
  if (count.left === -1) return editedHere(tree, edit)
  if (tree.kind === 'leaf' || count.left < -1) return tree
  return { kind: tree.kind, of: new Map([...tree.of].map(([key, inside]) => [key, editedAt(inside, count, edit)])) }
}

function editedHere(tree: Tree, { how, to, text }: Edit): Tree {
  if (tree.kind === 'leaf') return writtenAnew(tree, text)
  const members = [...tree.of]
  const [key = '', member] = members[to % Math.max(1, members.length)] ?? []
  if (member === undefined) return tree
  if (how === 'take') return { kind: tree.kind, of: new Map(members.filter(([name]) => name !== key)) }
  if (how === 'copy') return { kind: tree.kind, of: new Map([...members, [text, renamed(member, text)]]) }
  if (how === 'move') return { kind: tree.kind, of: new Map([...members.filter(([name]) => name !== key), [key, member]]) }
  return { kind: tree.kind, of: new Map(members.map(([name, inside]) => [name, name === key ? writtenAnew(inside, text) : inside])) }
}

function writtenAnew(tree: Tree, text: string): Tree {
  if (tree.kind !== 'leaf') return tree
  if (typeof tree.value === 'boolean') return { kind: 'leaf', value: !tree.value }
  return { kind: 'leaf', value: typeof tree.value === 'number' ? tree.value + 1 : text }
}

function renamed(member: Tree, text: string): Tree {
  if (member.kind === 'leaf') return { kind: 'leaf', value: text }
  return member.of.has('id') ? { kind: member.kind, of: new Map([...member.of, ['id', treeOf(text)]]) } : member
}
