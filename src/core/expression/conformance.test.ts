/**
 * The conformance tests of CEL (cel-spec 0.25.1): whatever the profile accepts must give what CEL says. What is out of the profile is listed with
 * its reason in docs/reference/conformance.md, which this test holds true; `node --test --test-update-snapshots` writes it anew.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { tests as upstream } from '@bufbuild/cel-spec/testdata/conformance.js'
import { z } from 'zod'
import { compile, type ExpressionFault, isFailure, type Type } from './index.ts'

/**
 * Why a case is out of the profile, told by what the checker itself refuses: its code and message, then the source with a mark before the place
 * it names. Each refusal fits exactly one.
 */
const REASONS: readonly (readonly [reason: string, refused: RegExp])[] = [
  ['Messages of protocol buffers, `Name{…}`: answers have types of their own', /^syntax: .*(\{'|lbrace) \|.*[\w`]\s*▸\{/s],
  ['Names that begin with a point, `.a.b`: there are no packages to name', /^syntax: Unexpected token: dot \|.*▸(?!\.\d)/s],
  ['A page break as white space', /^syntax: Unexpected character: \f/],
  ['Extensions of protocol buffers, `proto.getExt`', /function (get|has)Ext /],
  [
    'Enumerations of protocol buffers: one-of questions have options of their own',
    /(called|function) (GlobalEnum|NestedEnum|TestAllTypes) /,
  ],
  ['Answers that are messages of protocol buffers', /^unknown-name: .* bound as (objectValue|a message)/],
  ['Answers that are doubles: money is exact pence, and other numbers are whole', /^unknown-name: .* bound as doubleValue/],
  ['Answers that are bytes, unsigned or null', /^unknown-name: .* bound as (bytesValue|uint64Value|nullValue)/],
  ['Answers whose names have points in them, `a.b`', /^bad-name: \S+\.\S+ cannot be a name/],
  ['Answers called true, false or null', /^bad-name: (true|false|null) cannot be a name/],
  ['`dyn`: every type is known before publishing', /function dyn /],
  ['Types as values, `type(x)`', /function type |called (bool|dyn|int|uint|double|null_type|string|bytes|list|map|type|google) /],
  ['Conversions between types', /function (int|uint|double|string|bool|bytes) /],
  ['`math.greatest` and `math.least` of numbers of any type: min and max take those of one', /function (greatest|least) /],
  ['Mathematics of doubles', /function (ceil|floor|round|trunc|abs|sign|isNaN|isInf|isFinite) /],
  ['Mathematics of bits', /function bit(And|Or|Xor|Not|ShiftLeft|ShiftRight) /],
  ['Text by the place of its characters', /function (charAt|indexOf|lastIndexOf|substring) /],
  ['Text taken apart, put together, replaced or quoted', /function (split|join|replace|quote) /],
  ['`format`: words for people are written in words files', /function format /],
  ['Moments and lengths to the second: dates have no time of day, and today is given', /function (timestamp|duration|get(?!Ext)[A-Z]\w*) /],
  ['`matches`: its patterns may hang; like() takes RE2 patterns written out', /function matches /],
  ['`has`: answered() asks whether there is an answer', /function has /],
  ['`cel.bind`: calculations have names', /function bind /],
  ['`cel.block`, internal to optimisers', /function block |invalid predicate iteration variable/],
  ['Base64', /function (encode|decode) /],
  ['Walks with two variables', /^syntax: \w+ takes a name for a member|function (existsOne|transformList|transformMap) /],
  [
    'Optional values: a missing answer is known to be missing',
    /(token: \?|got \?) \||function (of|none|ofNonZeroValue|orValue|or|value|hasValue) /,
  ],
  ['Names in backquotes', /^syntax: Unexpected character: ` /],
  ['Maps and places in lists: a group has its own fields, and lists are walked', /^off-profile: Maps and indexes/],
  ['Empty lists, which have no type', /^off-profile: An empty list/],
  ['Doubles: money is exact pence, and other numbers are whole', /^off-profile: .* is not a whole number|▸\.\d/],
  ['Unsigned numbers', /^off-profile: \w+[uU] is not a value/],
  ['Bytes', /^off-profile: [bB].* is not a value|\b[bB][rR]▸['"]|allowed \|.*▸[rR]?[bB]/s],
  ['null: an answer that is missing is missing', /^off-profile: null is not a value/],
  ['Raw text', /^off-profile: Only plain quoted text is allowed \|.*▸[rR]['"]/s],
  ['Text in three quotes', /^off-profile: Only plain quoted text is allowed \|.*▸('{3}|"{3})/s],
  ['Escapes beyond \\\\, \\" and \\\'', /^off-profile: This escape/],
  ['Whole numbers in hexadecimal', /^off-profile: .* is not written in plain digits/],
  ['Whole numbers beyond plus and minus 2^53 - 1', /^out-of-range/],
  ['Texts in order: which comes first hangs on the language', /^wrong-type: [<>]=? does not stand between string and string/],
  ['Yes and no in order', /^wrong-type: [<>]=? does not stand between bool and bool/],
  ['Whole lists compared', /^wrong-type: (==|!=) does not stand between list/],
  ['Lists joined', /^wrong-type: \+ does not stand between list/],
  ['Values of two types, or lists, compared', /^wrong-type: .* has no meaning/],
  ['Lists whose members have several types', /^wrong-type: The members of a list must have the same type/],
  ['Conditions that are no yes or no', /^wrong-type: (&&|\|\|) stands between|^wrong-type: (A condition is needed|! turns a condition)/],
  ['Choices between two types', /^wrong-type: Both results of a choice/],
  ['A minus before yes or no', /^wrong-type: A minus/],
  ['Fields of what has none', /^wrong-type: .* has no fields/],
  ['Fields a group does not have', /^unknown-name: group .* has no field /],
  ['Names that nobody has defined', /called x not bound/],
  [
    'Functions that nobody has defined',
    /function (f_unknown|tuple|fn|sort|as|break|const|continue|else|for|function|if|import|let|loop|package|namespace|return|var|void|while) /,
  ],
]

const Scalar = z.union([
  z.object({ int64Value: z.string().transform(Number) }).transform(({ int64Value }) => int64Value),
  z.object({ boolValue: z.boolean() }).transform(({ boolValue }) => boolValue),
  z.object({ stringValue: z.string() }).transform(({ stringValue }) => stringValue),
])
const List = z.object({ listValue: z.object({ values: z.array(Scalar).default([]) }) }).transform(({ listValue }) => listValue.values)
const Entry = z.object({ key: z.object({ stringValue: z.string() }), value: Scalar })
const Group = z
  .object({ mapValue: z.object({ entries: z.array(Entry) }) })
  .transform(({ mapValue }) => Object.fromEntries(mapValue.entries.map(({ key, value }) => [key.stringValue, value])))
const Result = z.union([Scalar, List])
const Given = z.union([Scalar, List, Group])
const Deduced = z.union([
  z.object({ primitive: z.enum(['INT64', 'BOOL', 'STRING']) }).transform(({ primitive }): Type => ({ kind: KINDS[primitive] })),
  z.unknown().transform(() => undefined),
])
const KINDS = { INT64: 'int', BOOL: 'bool', STRING: 'string' } as const
const Case = z.object({
  name: z.string().default(''),
  expr: z.string(),
  value: z.unknown().optional(),
  typedResult: z.object({ result: z.unknown().optional(), deducedType: Deduced.optional() }).optional(),
  evalError: z.unknown().optional(),
  bindings: z.record(z.string(), z.object({ value: z.unknown() })).default({}),
  typeEnv: z.array(z.object({ name: z.string() })).default([]),
})
type Suite = Pick<typeof upstream, 'suites' | 'tests'>
type Placed = { readonly section: string; readonly one: z.infer<typeof Case> }

function casesOf(suite: Suite, section = ''): readonly Placed[] {
  return [
    ...(suite.tests ?? []).map(({ original }) => ({ section, one: Case.parse(original) })),
    ...(suite.suites ?? []).flatMap((inner) => casesOf(inner, inner.name)),
  ]
}

function typeOf(value: z.infer<typeof Given>): Type | undefined {
  if (Array.isArray(value)) {
    const [first, ...others] = value.map(typeOf)
    return first !== undefined && others.every((other) => other?.kind === first.kind) ? { kind: 'list', of: first } : undefined
  }
  if (typeof value !== 'object') return { kind: typeof value === 'number' ? 'int' : typeof value === 'string' ? 'string' : 'bool' }
  const fields = Object.entries(value).flatMap(([name, field]) => {
    const type = typeOf(field)
    return type === undefined ? [] : [[name, type] as const]
  })
  return { kind: 'map', fields: Object.fromEntries(fields) }
}

type Judged = { readonly file: string; readonly section: string; readonly expr: string; readonly refused: string | undefined }

/** What the checker says of a case; one that it accepts must then agree with its upstream type and result. */
function judge({ expr, value, typedResult, evalError, bindings, typeEnv }: Placed['one']): string | undefined {
  const known = Object.entries(bindings).flatMap(([name, bound]) => {
    const given = Given.safeParse(bound.value)
    const type = given.success ? typeOf(given.data) : undefined
    return given.success && type !== undefined ? [{ name, type, given: given.data }] : []
  })
  const variables = Object.fromEntries(known.map(({ name, type }) => [name, type]))
  const compiled = compile(expr, { variables, options: {} })
  if ('faults' in compiled) return refusalOf(expr, compiled.faults, { bindings, typeEnv })
  if (typedResult?.deducedType !== undefined) assert.deepEqual(compiled.type, typedResult.deducedType, expr)
  if (typedResult !== undefined && typedResult.result === undefined) return undefined
  const mine = compiled.evaluate(Object.fromEntries(known.map(({ name, given }) => [name, given])))
  const expected = evalError !== undefined ? 'error' : Result.parse(value ?? typedResult?.result ?? { boolValue: true })
  assert.deepEqual(isFailure(mine) ? 'error' : mine, expected, expr)
  return undefined
}

/** The first thing the checker refuses and its place, and for a name what upstream stands behind it. */
function refusalOf(
  expr: string,
  [fault]: readonly ExpressionFault[],
  { bindings, typeEnv }: Pick<Placed['one'], 'bindings' | 'typeEnv'>,
): string {
  if (fault === undefined) return ''
  const name = expr.slice(fault.start, fault.end)
  const bound = Object.keys(Object(bindings[name]?.value))[0] ?? (typeEnv.some((one) => one.name === name) ? 'a message' : undefined)
  const behind = fault.code !== 'unknown-name' ? '' : bound === undefined ? ' not bound' : ` bound as ${bound}`
  return `${fault.code}: ${fault.message}${behind} | ${expr.slice(0, fault.start)}▸${expr.slice(fault.start)}`
}

function reasonsFor(refused: string): readonly string[] {
  return REASONS.filter(([, says]) => says.test(refused)).map(([reason]) => reason)
}

const judged: readonly Judged[] = (upstream.suites ?? []).flatMap((suite) =>
  casesOf(suite).map(({ section, one }) => ({ file: suite.name, section, expr: one.expr, refused: judge(one) })),
)

test('every upstream case that the profile accepts agrees, and there are as many as there were', () => {
  assert.equal(judged.length, 2344)
  const accepted = judged.filter(({ refused }) => refused === undefined)
  assert.equal(accepted.length, 195)
})

test('every upstream case out of the profile is refused by the checker for exactly one reason, which names what it refuses', () => {
  const unclear = judged.flatMap(({ refused }) => (refused === undefined || reasonsFor(refused).length === 1 ? [] : [refused]))
  assert.deepEqual(unclear, [])
  const used = new Set(judged.flatMap(({ refused }) => (refused === undefined ? [] : reasonsFor(refused))))
  assert.deepEqual(
    REASONS.map(([reason]) => reason).filter((reason) => !used.has(reason)),
    [],
  )
})

test('the list of what is out of the profile is true', (t) => {
  const path = fileURLToPath(new URL('../../../docs/reference/conformance.md', import.meta.url))
  t.assert.fileSnapshot(listing(), path, { serializers: [String] })
})

/** The page of the reference: each reason with how often and an example, then each upstream file by section. */
function listing(): string {
  const refused = judged.flatMap(({ refused: said, ...one }) =>
    said === undefined ? [] : [{ ...one, said, reason: reasonsFor(said)[0] ?? '' }],
  )
  const reasons = [...Map.groupBy(refused, ({ reason }) => reason)].sort(([, one], [, other]) => other.length - one.length)
  const numbers = new Map(reasons.map(([reason], index) => [reason, index + 1]))
  const rows = reasons.map(([reason, cases]) => {
    const { expr, said } = shortest(cases)
    return `| ${numbers.get(reason)} | ${reason} | ${cases.length} | ${codeOf(expr)} | ${messageOf(said)} |`
  })
  const files = [...Map.groupBy(judged, ({ file }) => file)].map(([file, cases]) => {
    const sections = [...Map.groupBy(cases, ({ section }) => section)].map(([section, inside]) => {
      const out = inside.flatMap((one) => (one.refused === undefined ? [] : (numbers.get(reasonsFor(one.refused)[0] ?? '') ?? [])))
      const why = [...Map.groupBy(out, (number) => number)].sort(([a], [b]) => a - b).map(([number, all]) => `${number} (${all.length})`)
      return `| ${section} | ${inside.length - out.length} | ${inside.length} | ${why.join(', ')} |`
    })
    return `### ${file}\n\n| section | in the language | of | refused for (how many) |\n|---|---|---|---|\n${sections.join('\n')}\n`
  })
  return `# What of CEL is in the language, and what is not

Written by \`src/core/expression/conformance.test.ts\` from the conformance tests of CEL (npm \`@bufbuild/cel-spec\` 0.25.1). Of its ${judged.length} cases
${judged.length - refused.length} are in the language, and each of them gives what CEL says. The other ${refused.length} are refused before anything is published. Each is counted
under the first thing the checker refuses in it, in the words of the checker, so that nothing is left out for a reason that is not its own.

| | out of the language | cases | for example | what an author reads |
|---|---|---|---|---|
${rows.join('\n')}

## By file

${files.join('\n')}`
}

type Refused = { readonly expr: string; readonly said: string }

function shortest(cases: readonly Refused[]): Refused {
  const [first] = cases.toSorted((a, b) => a.expr.length - b.expr.length || (a.expr < b.expr ? -1 : 1))
  return first ?? { expr: '', said: '' }
}

function codeOf(expr: string): string {
  const plain = expr.trim().replaceAll(/\s+/g, ' ')
  return `\`\` ${inCell(plain.length > 60 ? `${plain.slice(0, 60)}…` : plain)} \`\``
}

function messageOf(said: string): string {
  return inCell(said.slice(said.indexOf(': ') + 2, said.indexOf(' | ')).replace(/ (not bound|bound as .*)$/, ''))
}

/** Signs nobody can see are written out by their numbers. */
function inCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/[\0-\x1f]/g, (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)
}
