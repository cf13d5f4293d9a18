/** The single place for walks over lists: each member that may be there is looked at, up to the most there may be. */
import type { Ast } from '#core/expression/index.ts'
import { count } from '../solver/operations/calculated.ts'
import { allOf, anyOf, isDefinite, isYes, mapped, needing, reversed } from '../solver/operations/truth.ts'
import { between, type Node, yes } from '../solver/node.ts'
import { compared } from '../solver/operations/linear.ts'
import type { Items, Reading } from './reading.ts'
import { isNode, type ListValue, type Slot, type Value, wholeOf } from './value.ts'

type WalkAst = Extract<Ast, { kind: 'walk' }>

/** What a walk over a list gives. */
export function walked(reader: Reading, ast: WalkAst, items: Items): Value {
  const list = reader.read(ast.over, items)
  if (isNode(list) || list.kind !== 'list') return reader.vague(ast.type)
  const at = (slot: Slot, part: Ast): Value => reader.read(part, new Map([...items, [ast.item, slot.value]]))
  const truthAt = (slot: Slot, part: Ast): Node => wholeOf(at(slot, part))
  switch (ast.walk) {
    case 'exists':
    case 'all':
      return quantified(reader, list, { walk: ast.walk, of: (slot) => truthAt(slot, ast.body) })
    case 'exists_one':
      return onlyOne(
        reader,
        picked(reader, list, (slot) => truthAt(slot, ast.body)),
      )
    case 'filter':
      return picked(reader, list, (slot) => truthAt(slot, ast.body))
    case 'map': {
      const { where } = ast
      const from = where === undefined ? list : picked(reader, list, (slot) => truthAt(slot, where))
      return mappedList(reader, from, (slot) => at(slot, ast.body))
    }
  }
}

type Quantified = { readonly walk: 'exists' | 'all'; readonly of: (slot: Slot) => Node }

function quantified(reader: Reading, list: ListValue, { walk, of }: Quantified): Value {
  const { net } = reader.ground
  const parts = list.slots.map((slot) =>
    net.make(
      'truth',
      walk === 'exists' ? allOf([slot.here, of(slot)]) : anyOf([net.make('truth', mapped('not', slot.here, reversed)), of(slot)]),
    ),
  )
  const found = net.make('truth', walk === 'exists' ? anyOf(parts) : allOf(parts))
  return reader.gatedValue(list.whole, found)
}

/** The members of which a condition is true; the list is known where the condition is, of each member that is there. */
function picked(reader: Reading, list: ListValue, of: (slot: Slot) => Node): ListValue {
  const { net } = reader.ground
  const asked = list.slots.map((slot) => ({ slot, truth: of(slot) }))
  const isTold = asked.map(({ slot, truth }) => toldWhere(reader, slot.here, net.make('truth', mapped('definite', truth, isDefinite))))
  return {
    kind: 'list',
    whole: net.make('truth', needing([list.whole, ...isTold])),
    slots: asked.map(({ slot, truth }) => ({ here: hereWhere(reader, slot.here, truth), value: slot.value })),
  }
}

/** A list of what is worked out of each member: known where each of those there is. */
function mappedList(reader: Reading, list: ListValue, of: (slot: Slot) => Value): ListValue {
  const { net } = reader.ground
  const slots = list.slots.map((slot) => ({ here: slot.here, value: of(slot) }))
  const isTold = slots.map(({ here, value }) => toldWhere(reader, here, net.make('truth', mapped('definite', wholeOf(value), isDefinite))))
  return { kind: 'list', whole: net.make('truth', needing([list.whole, ...isTold])), slots }
}

/** Yes where the member is not there, else what the truth is. */
function toldWhere(reader: Reading, here: Node, truth: Node): Node {
  const { net } = reader.ground
  return net.make('truth', anyOf([net.make('truth', mapped('not', here, reversed)), truth]))
}

function hereWhere(reader: Reading, here: Node, truth: Node): Node {
  const { net } = reader.ground
  const only = net.make('truth', mapped('is yes', truth, isYes))
  return net.make('truth', allOf([here, only]))
}

function onlyOne(reader: Reading, list: ListValue): Value {
  const { net } = reader.ground
  const size = sizeOf(reader, list)
  return net.make('truth', compared('equal', size, { than: 1, needs: [size] }))
}

/** How many members a list has. */
export function sizeOf({ ground: { net } }: Reading, { whole, slots }: ListValue): Node {
  if (slots.length === 0 && whole.state === yes) return net.fixed('number', between(0, 0))
  return net.make(
    'number',
    count(
      slots.map(({ here }) => here),
      [whole],
    ),
  )
}
