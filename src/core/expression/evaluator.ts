/** The single place where a checked tree becomes a chain of closures. No code is generated, nothing throws, nothing loops without bound. */
import type { Ast } from './ast.ts'
import { findFunction } from './functions/index.ts'
import { isRefused } from './functions/function.ts'
import { and, blocked, choose, minus, not, or, type Run } from './logic.ts'
import { operation } from './operation.ts'
import { readerOf } from './reader.ts'
import { Failure, isFailure, isGroup, isList, type Known, type Value } from './value.ts'
import { walkRun } from './walk.ts'

/** The closure of a tree. `items` names the members that stand around it, outermost first. */
export function runOf(ast: Ast, items: readonly string[]): Run {
  const inner = (part: Ast) => runOf(part, items)
  switch (ast.kind) {
    case 'literal':
      return constant(ast.value)
    case 'option':
      return constant(ast.option)
    case 'variable': {
      const { name } = ast
      const read = readerOf(ast.type, ast)
      return (values) => read(values[name])
    }
    case 'item': {
      const at = items.lastIndexOf(ast.name)
      const read = readerOf(ast.type, ast)
      return (_values, members) => read(members[at])
    }
    case 'field':
      return field(ast, inner(ast.of))
    case 'not':
      return not(inner(ast.of))
    case 'minus':
      return minus(inner(ast.of))
    case 'and':
      return and(inner(ast.left), inner(ast.right))
    case 'or':
      return or(inner(ast.left), inner(ast.right))
    case 'if':
      return choose(inner(ast.condition), inner(ast.then), inner(ast.otherwise))
    case 'operation':
      return operation(ast, inner(ast.left), inner(ast.right))
    case 'list':
      return list(ast.items.map(inner))
    case 'call':
      return ast.name === 'answered' ? answered(ast.given.map(inner)) : call(ast, ast.given.map(inner))
    case 'walk':
      return walkRun(ast, items, runOf)
  }
}

function constant(value: Known): Run {
  return () => value
}

function field(ast: Extract<Ast, { kind: 'field' }>, of: Run): Run {
  const { name } = ast
  const read = readerOf(ast.type, ast)
  return (values, members) => {
    const group = of(values, members)
    return isGroup(group) ? read(group[name]) : group === undefined || isFailure(group) ? group : new Failure('wrong-type', ast)
  }
}

/** A list made on the spot is missing while one of its members is, and fails with any of them. */
function list(runs: readonly Run[]): Run {
  return (values, members) => {
    const made: Known[] = []
    let isMissing = false
    for (const run of runs) {
      const value = run(values, members)
      if (isFailure(value)) return value
      if (value === undefined) isMissing = true
      else made.push(value)
    }
    return isMissing ? undefined : made
  }
}

function answered(runs: readonly Run[]): Run {
  const [run] = runs
  return (values, members) => {
    const value = run?.(values, members)
    return isFailure(value) ? value : value !== undefined
  }
}

/** A call is run when everything it is given is known, down to the members of its lists (but for `size`, which only counts them). */
function call(ast: Extract<Ast, { kind: 'call' }>, runs: readonly Run[]): Run {
  const entry = findFunction(ast.name)
  if (entry === undefined) throw new TypeError(`The checker lets no unknown function ${ast.name} through`)
  const readers = ast.given.map(({ type }) => (type.kind === 'list' && ast.name !== 'size' ? readerOf(type.of, ast) : undefined))
  return (values, members) => {
    const given: Known[] = []
    let stop: { readonly value: Value } | undefined
    for (let at = 0; at < runs.length; at += 1) {
      const value = runs[at]?.(values, members)
      const read = readers[at]
      const usable = read === undefined || !isList(value) ? value : readMembers(value, read)
      if (usable === undefined || isFailure(usable)) stop = { value: stop === undefined ? usable : blocked(stop.value, usable) }
      else given.push(usable)
    }
    if (stop !== undefined) return stop.value
    const result = entry.run(given)
    return isRefused(result) ? new Failure(result.refused, ast) : result
  }
}

function readMembers(members: readonly (Known | undefined)[], read: (raw: unknown) => Value): Value {
  let stop: { readonly value: Value } | undefined
  for (const member of members) {
    const value = read(member)
    if (value === undefined || isFailure(value)) stop = { value: stop === undefined ? value : blocked(stop.value, value) }
  }
  return stop === undefined ? members : stop.value
}
