/** The single place where a source becomes something that can be run, or a list of what is wrong with it. */
import type { Ast } from './ast.ts'
import { type Checker, checkerFor } from './checker.ts'
import { convert } from './convert.ts'
import { runOf } from './evaluator.ts'
import { missingIn, stepsOf } from './explain.ts'
import type { ExpressionFault } from './fault.ts'
import { STANDARD_OPTIONS } from './functions/index.ts'
import { isFreeName, isUsableName } from './names.ts'
import { unlistedOperator } from './operators.ts'
import { profileFaults } from './profile.ts'
import { readsOf } from './reads.ts'
import { isSameType, nameOfType, type Scope, type Type } from './type.ts'
import { typeFault } from './type-fault.ts'
import { hasGaps, type Value, type Values } from './value.ts'

/** A checked expression, ready to run. */
export type Compiled = {
  readonly type: Type
  /** The variables read, and the fields read below them: `household`, `household.income`. Sorted. */
  readonly reads: readonly string[]
  readonly source: string
  readonly ast: Ast
  /** Never throws: a known value, `undefined` when missing, or a `Failure`. */
  readonly evaluate: (values: Values) => Value
  /** The names whose answers would be needed to say more, when `evaluate` gives `undefined`; otherwise empty. */
  readonly missing: (values: Values) => readonly string[]
}

/** What is wrong with a source. */
export type Refusal = { readonly faults: readonly ExpressionFault[] }

/** Longer expressions belong in named calculations. */
const LONGEST_SOURCE = 4_000

type Prepared = { readonly scope: Scope; readonly checker: Checker } | Refusal

const prepared = new WeakMap<Scope, Prepared>()

/** Checks an expression against a scope (and the type it must have). Gives the compiled expression, or every fault found. */
export function compile(source: string, scope: Scope, expected?: Type): Compiled | Refusal {
  const ready = prepared.get(scope) ?? prepare(scope)
  prepared.set(scope, ready)
  if ('faults' in ready) return ready
  const ast = checked(source, ready)
  if ('faults' in ast) return ast
  if (expected === undefined || isSameType(ast.type, expected)) return compiledFrom(ast, source)
  return refused({
    code: 'wrong-type',
    message: `This gives ${nameOfType(ast.type)}, but ${nameOfType(expected)} is needed`,
    help: `Change it so that it gives ${nameOfType(expected)}`,
    start: 0,
    end: source.length,
  })
}

function checked(source: string, { scope, checker }: { readonly scope: Scope; readonly checker: Checker }): Ast | Refusal {
  if (source.length > LONGEST_SOURCE) {
    const message = `The expression is longer than ${LONGEST_SOURCE} characters`
    return refused({ code: 'too-long', message, help: 'Split it into named calculations', start: LONGEST_SOURCE, end: source.length })
  }
  const parsed = checker.parse(source)
  if ('summary' in parsed) return refused(typeFault(parsed, checker.typeOf))
  const offProfile = profileFaults(parsed.root, source, scope)
  if (offProfile.length > 0) return { faults: offProfile }
  const wrong = parsed.check()
  if (wrong !== undefined) return refused(typeFault(wrong, checker.typeOf))
  const ast = convert(parsed.root, checker)
  const unlisted = unlistedOperator(ast)
  return unlisted === undefined ? ast : refused(unlisted)
}

function refused(fault: ExpressionFault): Refusal {
  return { faults: [fault] }
}

function compiledFrom(ast: Ast, source: string): Compiled {
  const run = runOf(ast, [])
  const evaluate = ast.type.kind === 'list' ? (values: Values) => withoutGaps(run(values, [])) : (values: Values) => run(values, [])
  return {
    type: ast.type,
    reads: readsOf(ast),
    source,
    ast,
    evaluate,
    missing: (values) => (evaluate(values) === undefined ? missingIn(stepsOf(ast, source, values)) : []),
  }
}

/** A list with a missing member is missing as a whole once it leaves the expression. */
function withoutGaps(value: Value): Value {
  return hasGaps(value) ? undefined : value
}

function prepare(scope: Scope): Prepared {
  const faults = scopeFaults(scope)
  if (faults.length > 0) return { faults }
  const whole = { variables: scope.variables, options: { ...STANDARD_OPTIONS, ...scope.options } }
  return { scope: whole, checker: checkerFor(whole) }
}

function scopeFaults(scope: Scope): ExpressionFault[] {
  const sets = Object.keys(scope.options).flatMap((set) => set.split('.'))
  const free = [...Object.keys(scope.variables), ...sets].filter((name) => !isFreeName(name))
  const inside = [...Object.values(scope.options).flat(), ...Object.values(scope.variables).flatMap(fieldNames)].filter(
    (name) => !isUsableName(name),
  )
  return [...new Set([...free, ...inside])].map((name) => ({
    code: 'bad-name',
    message: `${name} cannot be a name in expressions`,
    help: 'Use letters, digits and single underscores, beginning with a letter, and no word the language has given out',
    start: 0,
    end: 0,
  }))
}

function fieldNames(type: Type): string[] {
  if (type.kind === 'list') return fieldNames(type.of)
  return type.kind === 'map' ? Object.entries(type.fields).flatMap(([name, field]) => [name, ...fieldNames(field)]) : []
}
