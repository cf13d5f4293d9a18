/** The single place for what the language leaves out of CEL: refused in the tree before types are looked at. */
import { isComparisonInRow } from './brackets.ts'
import { type ParsedNode, pointAtAnswer, pointAtOptions } from './checker.ts'
import type { ExpressionFault, ExpressionFaultCode } from './fault.ts'
import { FUNCTIONS, findFunction } from './functions/index.ts'
import { findNearest } from './nearest.ts'
import type { Scope } from './type.ts'

/** Walks inside walks multiply; two are enough for people and their incomes. */
const DEEPEST_WALK = 2
const DEEPEST_TREE = 250

const WALKS = new Map([
  ['all', [2]],
  ['exists', [2]],
  ['exists_one', [2]],
  ['filter', [2]],
  ['map', [2, 3]],
])

type Place = { readonly start: number; readonly end: number }
type Problem = readonly [code: ExpressionFaultCode, message: string, help: string]
type Surroundings = {
  readonly source: string
  readonly scope: Scope
  readonly items: readonly string[]
  readonly depth: number
  readonly faults: ExpressionFault[]
}

/** Everything in the tree that is off the profile. Also points names at the variables beneath that stand for them. */
export function profileFaults(root: ParsedNode, source: string, scope: Scope): readonly ExpressionFault[] {
  const faults: ExpressionFault[] = []
  walk(root, { source, scope, items: [], depth: 0, faults })
  return faults
}

function refuse(at: Surroundings, place: Place, [code, message, help]: Problem): void {
  at.faults.push({ code, message, help, start: place.start, end: place.end })
}

function walk(node: ParsedNode, outer: Surroundings): void {
  const at = { ...outer, depth: outer.depth + 1 }
  if (at.depth > DEEPEST_TREE)
    return refuse(at, node, ['too-long', 'The expression is nested too deeply', 'Split it into named calculations'])
  switch (node.op) {
    case 'value':
      return walkLiteral(node.args, node, at)
    case 'id':
      return walkName(node, at)
    case '.':
      return walkAccess(node, at)
    case 'call':
      return walkCall(node.args, node, at)
    case 'rcall':
      return walkMethod(node.args, node, at)
    case 'list':
      if (node.args.length === 0)
        refuse(at, node, ['off-profile', 'An empty list has no type', 'Write size(list) == 0 to ask whether a list is empty'])
      return node.args.forEach((member) => walk(member, at))
    case '!_':
    case '-_':
      return walk(node.args, at)
    case '?:':
      return node.args.forEach((part) => walk(part, at))
    case 'map':
    case '[]':
    case '[?]':
    case '.?':
      return refuse(at, node, [
        'off-profile',
        'Maps and indexes are not part of the language',
        'Use all, exists, filter or map to look into a list',
      ])
    default:
      if (isComparisonInRow(node, at.source)) {
        refuse(at, node, ['syntax', 'Two comparisons in a row can be read in two ways', 'Put brackets around the one that comes first'])
      }
      return node.args.forEach((side) => walk(side, at))
  }
}

function walkLiteral(value: unknown, place: Place, at: Surroundings): void {
  const written = at.source.slice(place.start, place.end)
  if (typeof value === 'boolean') return
  if (typeof value === 'bigint') {
    if (!/^\d+$/.test(written))
      return refuse(at, place, ['off-profile', `${written} is not written in plain digits`, 'Write whole numbers in digits only'])
    if (value > BigInt(Number.MAX_SAFE_INTEGER))
      refuse(at, place, ['out-of-range', `${written} is too large`, 'The largest number is 9007199254740991'])
    return
  }
  if (typeof value === 'number') {
    return refuse(at, place, [
      'off-profile',
      `${written} is not a whole number`,
      `Write money as gbp("${written}"), a part as percent(amount, 75, rounding.half_up)`,
    ])
  }
  if (typeof value !== 'string') {
    const help =
      value === null ? 'Use answered(name) to ask whether there is an answer' : 'Write whole numbers in digits and text between quotes'
    return refuse(at, place, ['off-profile', `${written} is not a value of the language`, help])
  }
  if (/^(['"])\1\1|^[rRbB]/.test(written))
    return refuse(at, place, ['off-profile', 'Only plain quoted text is allowed', 'Write the text between single or double quotes'])
  if (/\\[^\\'"]/.test(written.replaceAll('\\\\', ''))) {
    refuse(at, place, ['off-profile', 'This escape is not allowed in text', 'Only \\\\, \\" and \\\' may follow a backslash'])
  }
}

function walkName(node: Extract<ParsedNode, { op: 'id' }>, at: Surroundings): void {
  const name = node.args
  if (at.items.includes(name)) return
  if (Object.hasOwn(at.scope.variables, name)) return pointAtAnswer(node)
  if (Object.hasOwn(at.scope.options, name)) return refuseSet(name, node, at)
  const near = findNearest(name, [...Object.keys(at.scope.variables), ...Object.keys(at.scope.options), ...at.items])
  refuse(at, node, [
    'unknown-name',
    `There is no answer or calculation called ${name}`,
    near === undefined ? 'Check the name' : `Did you mean ${near}?`,
  ])
}

/** An option set is named by a question, or by a group and its member: `tenure.rent`, `people.role.carer`. */
function walkAccess(node: Extract<ParsedNode, { op: '.' }>, at: Surroundings): void {
  const [of, name] = node.args
  const set = setNamed(of, at)
  if (set === undefined) {
    const whole = setNamed(node, at)
    return whole === undefined ? walk(of, at) : refuseSet(whole, node, at)
  }
  const options = at.scope.options[set] ?? []
  if (options.includes(name)) return pointAtOptions(node, set)
  const near = findNearest(name, options)
  refuse(at, node, [
    'unknown-name',
    `${set} has no option ${name}`,
    near === undefined ? `Its options are ${options.join(', ')}` : `Did you mean ${set}.${near}?`,
  ])
}

function setNamed(node: ParsedNode, at: Surroundings): string | undefined {
  const [first, member] = node.op === '.' ? node.args : [node]
  if (first.op !== 'id' || at.items.includes(first.args)) return undefined
  const set = member === undefined ? first.args : `${first.args}.${member}`
  return Object.hasOwn(at.scope.options, set) ? set : undefined
}

function refuseSet(set: string, place: Place, at: Surroundings): void {
  const first = at.scope.options[set]?.[0] ?? 'option'
  refuse(at, place, ['wrong-type', `${set} is a set of options, not a value`, `Write one of its options, for example ${set}.${first}`])
}

function walkCall([name, given]: readonly [string, readonly ParsedNode[]], place: Place, at: Surroundings): void {
  const entry = findFunction(name)
  if (entry === undefined || entry.method === true) return refuseFunction(name, place, at)
  if (name === 'answered' && !given.every(isAnswer)) {
    return refuse(at, place, [
      'wrong-type',
      'answered takes the name of one answer',
      'Write answered(name), or answered(member.name) for a field of a group',
    ])
  }
  const literal = entry.literal
  if (literal !== undefined && given.length > literal.at) checkLiteral(given[literal.at], literal.fault, at)
  for (const argument of given) walk(argument, at)
}

function checkLiteral(node: ParsedNode | undefined, fault: (text: string) => string | undefined, at: Surroundings): void {
  if (node === undefined) return
  if (node.op !== 'value' || typeof node.args !== 'string') {
    return refuse(at, node, ['bad-literal', 'This must be written out as text', 'Write it between quotes, for example gbp("12.50")'])
  }
  const message = fault(node.args)
  if (message !== undefined)
    refuse(at, node, ['bad-literal', message, 'Money is written "12.50", a date "2026-04-01", a pattern in RE2 syntax'])
}

function isAnswer(node: ParsedNode): boolean {
  return node.op === 'id' || (node.op === '.' && isAnswer(node.args[0]))
}

function walkMethod([name, of, given]: readonly [string, ParsedNode, readonly ParsedNode[]], place: Place, at: Surroundings): void {
  const counts = WALKS.get(name)
  if (counts === undefined) {
    if (findFunction(name)?.method !== true) return refuseFunction(name, place, at)
    for (const part of [of, ...given]) walk(part, at)
    return
  }
  walk(of, at)
  const [item, ...bodies] = given
  if (item?.op !== 'id' || !counts.includes(given.length)) {
    return refuse(at, place, [
      'syntax',
      `${name} takes a name for a member and what to ask of it`,
      `Write people.${name}(person, person.age >= 18)`,
    ])
  }
  if (
    Object.hasOwn(at.scope.variables, item.args) ||
    Object.hasOwn(at.scope.options, item.args) ||
    at.items.includes(item.args) ||
    item.args.includes('__')
  ) {
    return refuse(at, item, ['bad-name', `${item.args} already means something else here`, 'Choose another name for the member'])
  }
  if (at.items.length === DEEPEST_WALK)
    return refuse(at, place, ['too-long', 'Lists are looked into more than two deep', 'Use a named calculation for the inner list'])
  for (const body of bodies) walk(body, { ...at, items: [...at.items, item.args] })
}

function refuseFunction(name: string, place: Place, at: Surroundings): void {
  const entry = findFunction(name)
  const instead: Readonly<Record<string, string>> = {
    has: 'Write answered(name) to ask whether there is an answer',
    matches: 'Write like(text, "pattern"); it fits the whole text and cannot hang',
    timestamp: 'Write date("2026-04-01")',
    duration: 'Write days(10) or months(3)',
  }
  const shape = entry?.method === true ? `Write text.${name}(…)` : entry === undefined ? undefined : `Write ${entry.example}`
  const known = [...WALKS.keys(), ...FUNCTIONS.map((each) => each.name)]
  const near = findNearest(name, known)
  const help =
    instead[name] ?? shape ?? (near === undefined ? 'The reference of expressions lists every function' : `Did you mean ${near}?`)
  refuse(at, place, ['unknown-function', `There is no function ${name} written this way`, help])
}
