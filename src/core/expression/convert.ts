/** The single place where a checked tree of the parser becomes our own typed tree. */
import { answerNamed, type Checker, optionsVariable, type ParsedNode } from './checker.ts'
import type { Ast, Operator, Walk } from './ast.ts'
import type { ExpressionFault } from './fault.ts'
import { isListedOperator } from './operators.ts'
import { nameOfType, type Type } from './type.ts'
import { parseDate } from '#core/value/calendar-date.ts'
import { parseMoney } from '#core/value/money.ts'

/** Signals a fault found while converting; it never leaves this module. */
class Unlisted extends Error {
  readonly fault: ExpressionFault

  constructor(fault: ExpressionFault) {
    super(fault.message)
    this.fault = fault
  }
}

/** The paths of the lists that the names for members stand in. */
type Items = ReadonlyMap<string, string>
type Shape = { readonly type: Type; readonly start: number; readonly end: number }

/** The typed tree, or the one thing in it the checker beneath let through and the language does not. */
export function convert(root: ParsedNode, checker: Checker): Ast | ExpressionFault {
  try {
    return new Conversion(checker).convert(root, new Map())
  } catch (error) {
    if (error instanceof Unlisted) return error.fault
    throw error
  }
}

/** The path of an answer or of the list its members come from: `people.income`; empty when there is none. */
export function pathOf(ast: Ast): string {
  if (ast.kind === 'variable') return ast.name
  if (ast.kind === 'item') return ast.path
  if (ast.kind === 'walk' && ast.walk === 'filter') return pathOf(ast.over)
  if (ast.kind !== 'field') return ''
  const of = pathOf(ast.of)
  return of === '' ? '' : `${of}.${ast.name}`
}

class Conversion {
  readonly checker: Checker

  constructor(checker: Checker) {
    this.checker = checker
  }

  convert(node: ParsedNode, items: Items): Ast {
    const shape = { type: this.typeOf(node), start: node.start, end: node.end }
    switch (node.op) {
      case 'value':
        return { ...shape, kind: 'literal', value: literalOf(node.args) }
      case 'id':
        return items.has(node.args)
          ? { ...shape, kind: 'item', name: node.args, path: items.get(node.args) ?? '' }
          : { ...shape, kind: 'variable', name: answerNamed(node.args) }
      case '.':
        return this.access(node.args, shape, items)
      case 'call':
        return this.call(node.args[0], node.args[1], { shape, items })
      case 'rcall':
        return this.method(node.args, shape, items)
      case 'list':
        return { ...shape, kind: 'list', items: node.args.map((member) => this.convert(member, items)) }
      case '!_':
        return { ...shape, kind: 'not', of: this.convert(node.args, items) }
      case '-_':
        return { ...shape, kind: 'minus', of: this.convert(node.args, items) }
      case '?:': {
        const [condition, then, otherwise] = node.args
        return {
          ...shape,
          kind: 'if',
          condition: this.convert(condition, items),
          then: this.convert(then, items),
          otherwise: this.convert(otherwise, items),
        }
      }
      case '&&':
      case '||':
        return {
          ...shape,
          kind: node.op === '&&' ? 'and' : 'or',
          left: this.convert(node.args[0], items),
          right: this.convert(node.args[1], items),
        }
      case 'map':
      case '[]':
      case '[?]':
      case '.?':
        throw new TypeError(`The profile lets no ${node.op} through`)
      default:
        return this.operation(node.op, node.args, { shape, items })
    }
  }

  typeOf(node: ParsedNode): Type {
    const type = this.checker.typeOf(node)
    if (type !== undefined) return type
    throw new Unlisted({
      code: 'off-profile',
      message: 'This has no type the language knows',
      help: 'Compare it or read a field of it',
      start: node.start,
      end: node.end,
    })
  }

  access([of, name]: readonly [ParsedNode, string], shape: Shape, items: Items): Ast {
    const set = shape.type.kind === 'option' ? shape.type.of : undefined
    if (set !== undefined && of.op === 'id' && of.args === optionsVariable(set))
      return { ...shape, start: of.start, kind: 'option', set, option: name }
    return { ...shape, start: of.start, kind: 'field', of: this.convert(of, items), name }
  }

  call(name: string, given: readonly ParsedNode[], at: { readonly shape: Shape; readonly items: Items }): Ast {
    const converted = given.map((argument) => this.convert(argument, at.items))
    const [only] = converted
    const written = only?.kind === 'literal' && typeof only.value === 'string' ? only.value : undefined
    const literal =
      written === undefined ? undefined : name === 'gbp' ? parseMoney(written) : name === 'date' ? parseDate(written) : undefined
    return literal === undefined ? { ...at.shape, kind: 'call', name, given: converted } : { ...at.shape, kind: 'literal', value: literal }
  }

  method([name, of, given]: readonly [string, ParsedNode, readonly ParsedNode[]], shape: Shape, items: Items): Ast {
    const walk = walkNamed(name)
    if (walk === undefined) return this.call(name, [of, ...given], { shape, items })
    const over = this.convert(of, items)
    const [item, ...bodies] = given
    const [first, last] = [bodies[0], bodies.at(-1)]
    if (item?.op !== 'id' || first === undefined || last === undefined) throw new TypeError(`The profile lets no such ${name} through`)
    const inner = new Map(items).set(item.args, pathOf(over))
    const where = bodies.length === 2 ? { where: this.convert(first, inner) } : {}
    return { ...shape, kind: 'walk', walk, over, item: item.args, ...where, body: this.convert(last, inner) }
  }

  operation(operator: Operator, sides: readonly [ParsedNode, ParsedNode], at: { readonly shape: Shape; readonly items: Items }): Ast {
    const left = this.convert(sides[0], at.items)
    const right = this.convert(sides[1], at.items)
    if (isListedOperator(operator, left.type, right.type)) return { ...at.shape, kind: 'operation', operator, left, right }
    throw new Unlisted({
      code: 'wrong-type',
      message: `${operator} does not stand between ${nameOfType(left.type)} and ${nameOfType(right.type)}`,
      help: left.type.kind === 'list' ? 'Use size, in, all or exists to ask about a list' : 'Text can be compared with == and != only',
      start: at.shape.start,
      end: at.shape.end,
    })
  }
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
