/** The single place that knows the parser and type checker beneath, @marcbachmann/cel-js: everything else sees checked types of our own. */
import { type ASTNode, Environment, ParseError, TypeError as CheckError } from '@marcbachmann/cel-js'
import { z } from 'zod'
import { FUNCTIONS, STANDARD_OPTIONS } from './functions/index.ts'
import { OPERATORS } from './operators.ts'
import type { Scope, Type } from './type.ts'

/** A node as the parser gives it. */
export type ParsedNode = ASTNode

/** What the parser or checker found wrong: its own code, the node concerned if any, and the place. */
export type CheckFault = {
  readonly code: string
  readonly summary: string
  readonly isSyntax: boolean
  readonly node?: ParsedNode
  readonly start: number
  readonly end: number
}

/** A scope made ready for checking many expressions. */
export type Checker = {
  /** The tree of a source, not yet checked. */
  readonly parse: (source: string) => { readonly root: ParsedNode; readonly check: () => CheckFault | undefined } | CheckFault
  /** The type the checker gave a node, `undefined` when it gave none the language has. */
  readonly typeOf: (node: ParsedNode) => Type | undefined
}

/** Bounds on the tree, so that neither reading nor evaluating can take long. */
const LIMITS = { maxAstNodes: 2_000, maxDepth: 40, maxListElements: 200, maxMapEntries: 200, maxCallArguments: 10 }

const ANSWER = 'answer__'
const BUILT_IN = new Set(['bool', 'int', 'string'])
const CheckedNode = z.object({ checkedType: z.object({ name: z.string() }) })

let base: Environment | undefined

/** A checker for a scope whose names have been found usable. */
export function checkerFor(scope: Scope): Checker {
  base ??= baseEnvironment()
  const environment = base.clone()
  const groups = new Map<string, Type>()
  for (const [set, options] of Object.entries(scope.options)) if (!(set in STANDARD_OPTIONS)) addOptions(environment, set, options)
  for (const [name, type] of Object.entries(scope.variables))
    environment.registerVariable(`${ANSWER}${name}`, nameBeneath(environment, groups, type))
  return {
    parse: (source) => parse(environment, source),
    typeOf: (node) => {
      const read = CheckedNode.safeParse(node)
      return read.success ? typeNamed(read.data.checkedType.name, groups) : undefined
    },
  }
}

/** The variable beneath that holds the constants of an option set. */
export function optionsVariable(set: string): string {
  return `options__${set}`
}

/** Makes a name read the answer of that name, in place: names such as `type` and `list` mean something else beneath. */
export function pointAtAnswer(node: Extract<ParsedNode, { op: 'id' }>): void {
  Object.assign(node, { args: `${ANSWER}${node.args}` })
}

/** The answer an identifier was pointed at. */
export function answerNamed(variable: string): string {
  return variable.slice(ANSWER.length)
}

/** Makes `set.option` read the constant of its set, in place: macros hold on to the nodes they were given. */
export function pointAtOptions(node: Extract<ParsedNode, { op: '.' }>, set: string): void {
  const [of] = node.args
  const name = of.op === '.' ? of.args[0] : of
  Object.assign(name, { args: optionsVariable(set) })
  Object.assign(node.args, [name])
}

/** A type's name beneath, said as an author would say it. */
export function readableTypeName(name: string): string {
  return name
    .replace(/^list<(.+)>$/, 'a list of $1')
    .replace(/option__/g, 'option of ')
    .replace(/group__\d+/g, 'group')
}

function baseEnvironment(): Environment {
  const environment = new Environment({ limits: LIMITS })
  for (const kind of ['money', 'date', 'days', 'months']) environment.registerType(kind, { fields: {} })
  for (const [set, options] of Object.entries(STANDARD_OPTIONS)) addOptions(environment, set, options)
  for (const { operator, left, right, gives } of OPERATORS) {
    if (operator === '!=' || (BUILT_IN.has(left.kind) && BUILT_IN.has(right.kind))) continue
    environment.registerOperator(`${left.kind} ${operator} ${right.kind}: ${gives.kind}`, unused)
  }
  environment.registerOperator('-money: money', unused)
  for (const { name, builtIn, signatures } of FUNCTIONS) {
    if (builtIn === true) continue
    for (const { takes, gives } of signatures) {
      const parameters = takes.map((type) => (typeof type === 'string' ? 'dyn' : plainName(type)))
      environment.registerFunction(`${name}(${parameters.join(', ')}): ${plainName(gives)}`, unused)
    }
  }
  return environment
}

/** Nothing is ever evaluated beneath. */
function unused(): never {
  throw new TypeError('The parser beneath never evaluates')
}

function addOptions(environment: Environment, set: string, options: readonly string[]): void {
  const option = `option__${set}`
  environment.registerType(option, { fields: {} })
  environment.registerOperator(`${option} == ${option}: bool`, unused)
  const type = optionsVariable(set)
  environment.registerType(type, { fields: Object.fromEntries(options.map((name) => [name, option])) })
  environment.registerVariable(type, type)
}

function plainName(type: Type): string {
  if (type.kind === 'option') return `option__${type.of}`
  return type.kind === 'list' ? `list<${plainName(type.of)}>` : type.kind
}

function nameBeneath(environment: Environment, groups: Map<string, Type>, type: Type): string {
  if (type.kind === 'list') return `list<${nameBeneath(environment, groups, type.of)}>`
  if (type.kind !== 'map') return plainName(type)
  const fields = Object.entries(type.fields).map(([name, field]) => [name, nameBeneath(environment, groups, field)])
  const name = `group__${groups.size}`
  groups.set(name, type)
  environment.registerType(name, { fields: Object.fromEntries(fields) })
  return name
}

function typeNamed(name: string, groups: ReadonlyMap<string, Type>): Type | undefined {
  const [, member] = /^list<(.+)>$/.exec(name) ?? []
  if (member !== undefined) {
    const of = typeNamed(member, groups)
    return of === undefined ? undefined : { kind: 'list', of }
  }
  if (name.startsWith('option__')) return { kind: 'option', of: name.slice('option__'.length) }
  switch (name) {
    case 'bool':
    case 'int':
    case 'string':
    case 'money':
    case 'date':
    case 'days':
    case 'months':
      return { kind: name }
    default:
      return groups.get(name)
  }
}

function parse(environment: Environment, source: string): ReturnType<Checker['parse']> {
  try {
    const parsed = environment.parse(source)
    return {
      root: parsed.ast,
      check: () => {
        const { valid, error } = parsed.check()
        return valid ? undefined : faultOf(error)
      },
    }
  } catch (error) {
    return faultOf(error)
  }
}

function faultOf(error: unknown): CheckFault {
  if (!(error instanceof ParseError || error instanceof CheckError)) throw error
  const { start, end } = error.range ?? { start: 0, end: 0 }
  const node = error.node
  return { code: error.code, summary: error.summary, isSyntax: error instanceof ParseError, start, end, ...(isNode(node) ? { node } : {}) }
}

function isNode(node: unknown): node is ParsedNode {
  return typeof node === 'object' && node !== null && 'op' in node && 'args' in node
}
