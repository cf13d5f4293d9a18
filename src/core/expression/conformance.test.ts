/**
 * The conformance tests of CEL (cel-spec 0.25.1): whatever the profile accepts must give what CEL says. What is out of the profile is listed with
 * its reason in docs/reference/conformance.md, which this test holds true; `node --test --test-update-snapshots` writes it anew.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { tests as upstream } from '@bufbuild/cel-spec/testdata/conformance.js'
import { z } from 'zod'
import { compile, isFailure, type Type } from './index.ts'

/** Why a case is out of the profile, by what its expression says: the first that fits. */
const REASONS: readonly (readonly [reason: string, says: RegExp])[] = [
  [
    'Protocol buffer messages and enumerations: answers have types of their own',
    /google\.protobuf|TestAllTypes|cel\.expr|\bmsg\b|GlobalEnum|NestedEnum|proto\.|Timestamp\{/,
  ],
  [
    'Internal forms of an optimiser, and names inside an expression: calculations have names',
    /cel\.(block|bind|index|iterVar|accuVar|@)|\bcel\.\w+\(/,
  ],
  [
    'Optional values: a missing answer is known to be missing, and answered() asks',
    /optional|\.\?|\[\?|\{\?|orValue|optMap|optFlatMap|hasValue/,
  ],
  [
    'Types that are only known when run, and types as values: every type is known before publishing',
    /\bdyn\(|\btype\(|\btype\b|\b(list|map|int|uint|double|string|bytes|bool|null_type)\b(?!\()/,
  ],
  ['Mathematics of doubles and bits: money is exact pence', /\bmath\./],
  ['Moments with a time of day: dates have none, and today is given', /timestamp\(|duration\(|\.get[A-Z]\w*\(/],
  ['Bytes', /\b[bB][rR]?["']|\b[rR][bB]["']|bytes\(|base64\./],
  ['Unsigned numbers', /\d[uU]\b|\buint\(/],
  ['Doubles: money is exact pence, and other numbers are whole', /\d\.\d|\.\d+|\d[eE][+-]?\d|\bdouble\(|\bNaN\b|\binf/i],
  ['null: an answer that is missing is missing', /\bnull\b/],
  ['Conversions between types', /\b(int|string|bool)\(/],
  ['Regular expressions that may hang: like() takes RE2 patterns written out', /\.?matches\(/],
  [
    'Comprehensions with two variables',
    /\b(all|exists|existsOne|exists_one|transformList|transformMap|transformMapEntry)\(\s*\w+\s*,\s*\w+\s*,/,
  ],
  ['Maps: a group has its own fields', /\{[^}]*\}|\bhas\(/s],
  [
    'Text functions beyond beginning, end, part, case and white space',
    /\.(format|indexOf|lastIndexOf|charAt|join|replace|split|substring|reverse)\(|strings\.quote|\bstrings\./,
  ],
  ['Raw text, text in three quotes, and escapes beyond the usual', /\b[rR]["']|"""|'''|\\/],
  ['Lists by number, joined, compared, mixed or empty', /\[/],
  ['Names in backquotes or with a namespace', /`|\b\w+\.\w+/],
  ['Numbers beyond plus and minus 2^53 - 1, and in hexadecimal', /\d{16,}|0x[0-9a-fA-F]+/],
  ['Expressions longer or deeper than anybody could read', /.{1500}|(\(.*){24}|([-+!?&|*].*){24}/s],
  ['Texts in order, and values of two types compared', /(["'].*|\b)\s(<|<=|>|>=|==|!=|&&|\|\|)\s/s],
  ['Conditions and choices of values that are no yes or no, and sums of two types', /&&|\|\||\?|[-+*/%!]/],
  ['Names and functions that nobody has defined', /^\s*\w+(\(.*\))?\s*$/s],
]

const Scalar = z.union([
  z.object({ int64Value: z.string().transform(Number) }).transform(({ int64Value }) => int64Value),
  z.object({ boolValue: z.boolean() }).transform(({ boolValue }) => boolValue),
  z.object({ stringValue: z.string() }).transform(({ stringValue }) => stringValue),
])
const List = z.object({ listValue: z.object({ values: z.array(Scalar).default([]) }) }).transform(({ listValue }) => listValue.values)
const Result = z.union([Scalar, List])
const Case = z.object({
  name: z.string().default(''),
  expr: z.string(),
  value: z.unknown().optional(),
  typedResult: z.object({ result: z.unknown().optional() }).optional(),
  evalError: z.unknown().optional(),
  bindings: z.record(z.string(), z.object({ value: z.unknown() })).default({}),
})
type Suite = Pick<typeof upstream, 'suites' | 'tests'>
type Placed = { readonly section: string; readonly one: z.infer<typeof Case> }

function casesOf(suite: Suite, section = ''): readonly Placed[] {
  return [
    ...(suite.tests ?? []).map(({ original }) => ({ section, one: Case.parse(original) })),
    ...(suite.suites ?? []).flatMap((inner) => casesOf(inner, inner.name)),
  ]
}

function typeOf(value: string | number | boolean): Type {
  return { kind: typeof value === 'number' ? 'int' : typeof value === 'string' ? 'string' : 'bool' }
}

/** Whether a case is accepted; an accepted one must then agree with its upstream result. */
function isAccepted({ expr, value, typedResult, evalError, bindings }: Placed['one']): boolean {
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

function reasonFor({ expr, bindings }: Placed['one']): string | undefined {
  const bound = Object.values(bindings).some(({ value }) => !Scalar.safeParse(value).success)
  return (
    REASONS.find(([, says]) => says.test(expr))?.[0] ?? (bound ? 'Names bound to values of types the language does not have' : undefined)
  )
}

type Judged = {
  readonly file: string
  readonly section: string
  readonly name: string
  readonly expr: string
  readonly reason: string | undefined
  readonly isAccepted: boolean
}

const judged: readonly Judged[] = (upstream.suites ?? []).flatMap((suite) =>
  casesOf(suite).map(({ section, one }) => {
    const accepted = isAccepted(one)
    return {
      file: suite.name,
      section,
      name: one.name,
      expr: one.expr,
      reason: accepted ? undefined : reasonFor(one),
      isAccepted: accepted,
    }
  }),
)

test('every upstream case that the profile accepts agrees, and there are as many as there were', () => {
  assert.equal(judged.length, 2344)
  assert.ok(judged.filter((one) => one.isAccepted).length >= 194, String(judged.filter((one) => one.isAccepted).length))
})

test('every upstream case out of the profile has its reason', () => {
  assert.deepEqual(
    judged
      .filter((one) => !one.isAccepted && one.reason === undefined)
      .map(({ file, section, name, expr }) => `${file}/${section}/${name}: ${expr}`),
    [],
  )
})

test('the list of what is out of the profile is true', (t) => {
  const path = fileURLToPath(new URL('../../../docs/reference/conformance.md', import.meta.url))
  t.assert.fileSnapshot(listing(), path, { serializers: [String] })
})

/** The page of the reference: each reason with how often and an example, then each upstream file by section. */
function listing(): string {
  const refused = judged.filter((one) => !one.isAccepted)
  const reasons = [...Map.groupBy(refused, ({ reason }) => reason ?? '')].sort(([, one], [, other]) => other.length - one.length)
  const numbers = new Map(reasons.map(([reason], index) => [reason, index + 1]))
  const rows = reasons.map(([reason, cases]) => `| ${numbers.get(reason)} | ${reason} | ${cases.length} | ${codeOf(shortest(cases))} |`)
  const files = [...Map.groupBy(judged, ({ file }) => file)].map(([file, cases]) => {
    const sections = [...Map.groupBy(cases, ({ section }) => section)].map(([section, inside]) => {
      const why = [...new Set(inside.flatMap(({ reason }) => numbers.get(reason ?? '') ?? []))].sort((a, b) => a - b)
      return `| ${section} | ${inside.filter((one) => one.isAccepted).length} | ${inside.length} | ${why.join(', ')} |`
    })
    return `### ${file}\n\n| section | in the language | of | others refused for |\n|---|---|---|---|\n${sections.join('\n')}\n`
  })
  return `# What of CEL is in the language, and what is not

Written by \`src/core/expression/conformance.test.ts\` from the conformance tests of CEL (npm \`@bufbuild/cel-spec\` 0.25.1). Of its ${judged.length} cases
${judged.length - refused.length} are in the language, and each of them gives what CEL says. The other ${refused.length} are refused before anything is published, for these reasons:

| | reason | cases | for example |
|---|---|---|---|
${rows.join('\n')}

## By file

${files.join('\n')}`
}

function shortest(cases: readonly Judged[]): string {
  return cases.map(({ expr }) => expr.trim().replaceAll(/\s+/g, ' ')).sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0] ?? ''
}

function codeOf(expr: string): string {
  const short = expr.length > 60 ? `${expr.slice(0, 60)}…` : expr
  return `\`\` ${short.replaceAll('|', '\\|')} \`\``
}
