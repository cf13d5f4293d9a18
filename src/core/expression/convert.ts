/** The single place where a checked tree of the parser becomes our own typed tree. */
import { parseDate } from '#core/value/calendar-date.ts'
import { parseMoney } from '#core/value/money.ts'
import { type Ast, pathOf, type Walk } from './ast.ts'
import { answerNamed, type Checker, optionsVariable, type ParsedNode } from './checker.ts'
import type { Type } from './type.ts'

/** The checker that knows the types, and the paths of the lists whose members the names around stand for. */
type Around = { readonly checker: Checker; readonly items: ReadonlyMap<string, string> }
type Shape = { readonly type: Type; readonly start: number; readonly end: number }

/** The typed tree of a checked tree. What the profile and the checker let through always has one; anything else is a broken promise. */
export function convert(root: ParsedNode, checker: Checker): Ast {
  return astOf(root, { checker, items: new Map() })
}

function astOf(node: ParsedNode, around: Around): Ast {
  const shape = shapeOf(node, around)
  const part = (each: ParsedNode) => astOf(each, around)
  switch (node.op) {
    case 'value':
      return { ...shape, kind: 'literal', value: literalOf(node.args) }
    case 'id':
      return nameOf(node.args, shape, around)
    case '.':
      return accessOf(node.args, shape, around)
    case 'call':
      return callOf(node.args[0], shape, node.args[1].map(part))
    case 'rcall':
      return methodOf(node.args, shape, around)
    case 'list':
      return { ...shape, kind: 'list', items: node.args.map(part) }
    case '!_':
      return { ...shape, kind: 'not', of: part(node.args) }
    case '-_':
      return { ...shape, kind: 'minus', of: part(node.args) }
    case '?:':
      return { ...shape, kind: 'if', condition: part(node.args[0]), then: part(node.args[1]), otherwise: part(node.args[2]) }
    case '&&':
    case '||':
      return { ...shape, kind: node.op === '&&' ? 'and' : 'or', left: part(node.args[0]), right: part(node.args[1]) }
    case 'map':
    case '[]':
    case '[?]':
    case '.?':
      throw new TypeError(`The profile lets no ${node.op} through`)
    default:
      return { ...shape, kind: 'operation', operator: node.op, left: part(node.args[0]), right: part(node.args[1]) }
  }
}

function shapeOf(node: ParsedNode, { checker }: Around): Shape {
  const type = checker.typeOf(node)
  if (type === undefined) throw new TypeError(`The checker gave ${node.op} no type of the language`)
  return { type, start: node.start, end: node.end }
}

function nameOf(name: string, shape: Shape, { items }: Around): Ast {
  const path = items.get(name)
  return path === undefined ? { ...shape, kind: 'variable', name: answerNamed(name) } : { ...shape, kind: 'item', name, path }
}

function accessOf([of, name]: readonly [ParsedNode, string], shape: Shape, around: Around): Ast {
  const set = shape.type.kind === 'option' ? shape.type.of : undefined
  if (set !== undefined && of.op === 'id' && of.args === optionsVariable(set)) return { ...shape, kind: 'option', set, option: name }
  return { ...shape, kind: 'field', of: astOf(of, around), name }
}

/** Amounts and dates that are written out become literals at once. */
function callOf(name: string, shape: Shape, given: readonly Ast[]): Ast {
  const [only] = given
  const written = only?.kind === 'literal' && typeof only.value === 'string' ? only.value : ''
  const literal = name === 'gbp' ? parseMoney(written) : name === 'date' ? parseDate(written) : undefined
  return literal === undefined ? { ...shape, kind: 'call', name, given } : { ...shape, kind: 'literal', value: literal }
}

function methodOf([name, of, given]: readonly [string, ParsedNode, readonly ParsedNode[]], shape: Shape, around: Around): Ast {
  const walk = walkNamed(name)
  const over = astOf(of, around)
  if (walk === undefined) return callOf(name, shape, [over, ...given.map((argument) => astOf(argument, around))])
  const [item, ...bodies] = given
  if (item?.op !== 'id') throw new TypeError(`The profile lets no such ${name} through`)
  const inside = { ...around, items: new Map(around.items).set(item.args, pathOf(over)) }
  const [first, last] = bodies.map((body) => astOf(body, inside))
  if (first === undefined) throw new TypeError(`The profile lets no such ${name} through`)
  const asked = last === undefined ? { body: first } : { where: first, body: last }
  return { ...shape, kind: 'walk', walk, over, item: item.args, ...asked }
}

function literalOf(value: unknown): boolean | number | string {
  if (typeof value === 'bigint') return Number(value)
  if (typeof value === 'boolean' || typeof value === 'string') return value
  throw new TypeError('The profile lets no such literal through')
}

function walkNamed(name: string): Walk | undefined {
  switch (name) {
    case 'all':
    case 'exists':
    case 'exists_one':
    case 'filter':
    case 'map':
      return name
    default:
      return undefined
  }
}
