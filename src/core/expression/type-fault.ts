/** The single place where a complaint of the checker beneath becomes a fault an author can act on. */
import { type CheckFault, type ParsedNode, readableTypeName } from './checker.ts'
import type { ExpressionFault } from './fault.ts'
import { findFunction } from './functions/index.ts'
import { findNearest } from './nearest.ts'
import { nameOfType, type Type } from './type.ts'

/** What typeOf a node the checker came to before it gave up. */
type TypeOf = (node: ParsedNode) => Type | undefined

/** The fault an author reads for what the checker found. */
export function typeFault(found: CheckFault, typeOf: TypeOf): ExpressionFault {
  const place = { start: found.start, end: found.end }
  const known = KNOWN[found.code]
  if (known !== undefined) return { ...known, ...place }
  if (found.code === 'no_such_key' && found.node !== undefined) return { ...unknownField(found.node, typeOf), ...place }
  if (found.isSyntax)
    return { code: 'syntax', message: readable(found.summary), help: 'Check brackets, quotes and operators near this place', ...place }
  const explained = found.node === undefined ? undefined : explainNode(found.node, typeOf)
  if (explained !== undefined) return { code: 'wrong-type', ...explained, ...place }
  return { code: 'wrong-type', message: readableTypeName(found.summary), help: 'Check the types on both sides', ...place }
}

const KNOWN: Readonly<Record<string, Omit<ExpressionFault, 'start' | 'end'>>> = {
  limit_exceeded: {
    code: 'too-long',
    message: 'The expression is too long or nested too deeply',
    help: 'Split it into named calculations',
  },
  invalid_comprehension_range: {
    code: 'wrong-type',
    message: 'Only a list has members to ask',
    help: 'Write people.all(person, …) with a list before the point',
  },
  invalid_condition_type: {
    code: 'wrong-type',
    message: 'A condition is needed here, true or false',
    help: 'Write a comparison, such as age >= 18',
  },
  heterogeneous_list_element: {
    code: 'wrong-type',
    message: 'The members of a list must have the same type',
    help: 'Write them all in the same form',
  },
}

/** The parser's names for signs. */
const SIGNS: Readonly<Record<string, string>> = {
  EOF: 'the end',
  RPAREN: ')',
  LPAREN: '(',
  RBRACKET: ']',
  LBRACKET: '[',
  RBRACE: '}',
  COLON: ':',
  QUESTION: '?',
}

function readable(summary: string): string {
  return summary.replace(/\b[A-Z]{3,}\b/g, (sign) => SIGNS[sign] ?? sign.toLowerCase())
}

type Explained = { readonly message: string; readonly help: string }

function explainNode(node: ParsedNode, typeOf: TypeOf): Explained | undefined {
  if (node.op === '.')
    return { message: `${named(typeOf(node.args[0]))} has no fields`, help: 'Use all, exists, filter or map to look into a list' }
  if (node.op === 'call') return explainCall(node.args[0], node.args[1].map(typeOf))
  if (node.op === 'rcall') return explainCall(node.args[0], [node.args[1], ...node.args[2]].map(typeOf))
  if (node.op === '-_' || node.op === '!_') return explainSigned(node.op, typeOf(node.args))
  if (node.op === '&&' || node.op === '||') {
    return { message: `${node.op} stands between two conditions, each of them true or false`, help: 'Write a comparison on each side' }
  }
  if (node.op === '?:') {
    const [, then, otherwise] = node.args.map(typeOf)
    return {
      message: `Both results of a choice must have the same type, not ${named(then)} and ${named(otherwise)}`,
      help: 'Give both results in the same form',
    }
  }
  if (!isBinary(node)) return undefined
  const [left, right] = [typeOf(node.args[0]), typeOf(node.args[1])]
  return { message: `${named(left)} ${node.op} ${named(right)} has no meaning`, help: helpWith(left, right, node) }
}

function isBinary(node: ParsedNode): node is Extract<ParsedNode, { op: '==' }> {
  return ['==', '!=', '<', '<=', '>', '>=', '+', '-', '*', '/', '%', 'in'].includes(node.op)
}

function explainSigned(op: '-_' | '!_', type: Type | undefined): Explained {
  if (op === '!_') return { message: `! turns a condition round, not ${named(type)}`, help: 'Write a comparison after it' }
  return { message: `A minus does not stand before ${named(type)}`, help: 'Only counts and money can be negative' }
}

function explainCall(name: string, given: readonly (Type | undefined)[]): Explained {
  const entry = findFunction(name)
  if (entry === undefined)
    return {
      message: `${name} is asked of a list, not of ${named(given[0])}`,
      help: `Write people.${name}(person, …) with a list before the point`,
    }
  const shapes = entry.signatures.map(
    ({ takes }) => `(${takes.map((type) => (typeof type === 'string' ? type : nameOfType(type))).join(', ')})`,
  )
  return {
    message: `${name} cannot take (${given.map(named).join(', ')})`,
    help: `It takes ${shapes.join(' or ')}, for example ${entry.example}`,
  }
}

function named(type: Type | undefined): string {
  return type === undefined ? 'something else' : nameOfType(type)
}

function helpWith(left: Type | undefined, right: Type | undefined, node: Extract<ParsedNode, { op: '==' }>): string {
  const sides = [left, right]
  const option = sides.find((side) => side?.kind === 'option')
  const text = node.args.find((side) => side.op === 'value' && typeof side.args === 'string')
  if (option?.kind === 'option') {
    if (typeof text?.args === 'string') return `Write the option as ${option.of}.${text.args}, without quotes`
    if (left?.kind === 'option' && right?.kind === 'option') return 'Options of different questions cannot be compared'
  }
  if (sides.some((side) => side?.kind === 'list')) return 'Write member in list to ask whether a list has a member'
  if (sides.some((side) => side?.kind === 'money'))
    return 'Money goes with money: write an amount as gbp("12.50"); money can be multiplied by a count, and divided by divide or share'
  if (sides.some((side) => side?.kind === 'date')) return 'Write a date as date("2026-04-01"), and a length as days(10) or months(3)'
  if (sides.some((side) => side?.kind === 'days' || side?.kind === 'months'))
    return 'Write a length as days(10) or months(3); count(length) makes it a number'
  return 'Both sides must have the same type'
}

function unknownField(node: ParsedNode, typeOf: TypeOf): Omit<ExpressionFault, 'start' | 'end'> {
  if (node.op !== '.') return { code: 'unknown-name', message: 'There is no such field', help: 'Check the name' }
  const [of, name] = node.args
  const type = typeOf(of)
  const fields = type?.kind === 'map' ? Object.keys(type.fields) : []
  const near = findNearest(name, fields)
  return {
    code: 'unknown-name',
    message: `${named(type)} has no field ${name}`,
    help:
      near !== undefined
        ? `Did you mean ${near}?`
        : fields.length === 0
          ? 'Only groups have fields'
          : `Its fields are ${fields.join(', ')}`,
  }
}
