/** The conformance tests of CEL (cel-spec 0.25.1): whatever the profile accepts must give what CEL says. The rest is listed with its reason. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tests as upstream } from '@bufbuild/cel-spec/testdata/conformance.js'
import { z } from 'zod'
import { compile, isFailure, type Type } from './index.ts'

/** Per upstream file: how many of its cases are accepted (each of them then agrees), of how many, and why the others are refused. */
const ACCEPTED: Readonly<Record<string, readonly [accepted: number, of: number, othersRefusedFor: string]>> = {
  basic: [11, 43, 'doubles, bytes, unsigned, null, maps, types as values, empty lists'],
  bindings_ext: [0, 5, 'cel.bind is not part of the language: calculations have names'],
  block_ext: [0, 37, 'an optimiser’s internal form'],
  comparisons: [30, 406, 'doubles, bytes, unsigned, dyn, null, maps, timestamps; lists and texts are not put in order or compared'],
  conversions: [0, 109, 'no conversions: types are known before publishing'],
  dynamic: [0, 226, 'protobuf messages and dyn'],
  encoders_ext: [0, 4, 'base64'],
  enums: [0, 85, 'protobuf enumerations; options are our own'],
  fields: [0, 60, 'maps and protobuf messages'],
  fp_math: [0, 30, 'doubles'],
  integer_math: [34, 64, 'unsigned; numbers beyond ±(2^53-1)'],
  lists: [4, 39, 'indexes, joining lists, empty lists, lists of mixed types'],
  logic: [21, 30, 'types that only fail when run are refused beforehand'],
  macros: [27, 44, 'maps, has(), empty lists, comparison of lists'],
  macros2: [0, 46, 'macros over maps and with two variables'],
  math_ext: [0, 199, 'doubles and bit arithmetic'],
  namespace: [0, 3, 'names with a namespace'],
  optionals: [0, 70, 'optional values: answered() and missing answers instead'],
  parse: [17, 219, 'deep nesting beyond our bounds, escapes, raw text, maps, comprehensions of messages'],
  plumbing: [3, 5, 'maps'],
  proto2: [0, 108, 'protobuf messages'],
  proto2_ext: [0, 18, 'protobuf messages'],
  proto3: [0, 75, 'protobuf messages'],
  string: [36, 51, 'matches(), bytes'],
  string_ext: [6, 209, 'format(), join(), replace() and the like'],
  timestamps: [0, 76, 'timestamps: dates without a time instead'],
  type_deductions: [5, 47, 'dyn, null, maps, wrappers'],
  unknowns: [0, 0, 'upstream has none yet'],
  wrappers: [0, 36, 'protobuf wrappers'],
}

const Scalar = z.union([
  z.object({ int64Value: z.string().transform(Number) }).transform(({ int64Value }) => int64Value),
  z.object({ boolValue: z.boolean() }).transform(({ boolValue }) => boolValue),
  z.object({ stringValue: z.string() }).transform(({ stringValue }) => stringValue),
])
const List = z.object({ listValue: z.object({ values: z.array(Scalar).default([]) }) }).transform(({ listValue }) => listValue.values)
const Result = z.union([Scalar, List])
const Case = z.object({
  expr: z.string(),
  value: z.unknown().optional(),
  typedResult: z.object({ result: z.unknown().optional() }).optional(),
  evalError: z.unknown().optional(),
  bindings: z.record(z.string(), z.object({ value: z.unknown() })).default({}),
})
type Suite = Pick<typeof upstream, 'suites' | 'tests'>

function casesOf(suite: Suite): unknown[] {
  return [...(suite.tests ?? []).map(({ original }) => original), ...(suite.suites ?? []).flatMap(casesOf)]
}

function typeOf(value: string | number | boolean): Type {
  return { kind: typeof value === 'number' ? 'int' : typeof value === 'string' ? 'string' : 'bool' }
}

/** Whether a case is accepted; an accepted one must then agree with its upstream result. */
function isAccepted(raw: unknown): boolean {
  const { expr, value, typedResult, evalError, bindings } = Case.parse(raw)
  const bound = Object.entries(bindings).map(([name, { value: given }]) => [name, Scalar.safeParse(given).data] as const)
  const values = Object.fromEntries(bound)
  const variables = Object.fromEntries(bound.flatMap(([name, given]) => (given === undefined ? [] : [[name, typeOf(given)]])))
  const compiled = compile(expr, { variables, options: {} })
  if ('faults' in compiled) return false
  if (typedResult !== undefined && typedResult.result === undefined) return true
  const mine = compiled.evaluate(values)
  const expected = evalError !== undefined ? 'error' : Result.parse(value ?? typedResult?.result ?? { boolValue: true })
  assert.deepEqual(isFailure(mine) ? 'error' : mine, expected, expr)
  return true
}

for (const suite of upstream.suites ?? []) {
  const [accepted, all] = ACCEPTED[suite.name] ?? []
  test(`${suite.name}: ${accepted} of ${all} upstream cases are in the language, and agree`, () => {
    const cases = casesOf(suite)
    assert.equal(cases.length, all)
    assert.equal(cases.filter(isAccepted).length, accepted)
  })
}

test('every upstream file has its reason', () => {
  assert.deepEqual((upstream.suites ?? []).map(({ name }) => name).sort(), Object.keys(ACCEPTED).sort())
})
