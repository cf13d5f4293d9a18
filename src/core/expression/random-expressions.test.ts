/** Random well-typed expressions: over complete answers another CEL implementation agrees; over gaps no later answer changes what is known; quick closures agree or say nothing. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CelInput, isCelError, isCelList, run } from '@bufbuild/cel'
import fc from 'fast-check'
import { type Ast, compile, explain, Frame, isFailure, QuickCompiler, type Step, type Known, type Scope, type Values } from './index.ts'

const scope: Scope = {
  variables: {
    n: { kind: 'int' },
    m: { kind: 'int' },
    p: { kind: 'bool' },
    q: { kind: 'bool' },
    s: { kind: 'string' },
    t: { kind: 'string' },
    xs: { kind: 'list', of: { kind: 'int' } },
    ws: { kind: 'list', of: { kind: 'string' } },
    tenure: { kind: 'option', of: 'tenure' },
    heating: { kind: 'list', of: { kind: 'option', of: 'heating' } },
    people: { kind: 'list', of: { kind: 'map', fields: { age: { kind: 'int' }, name: { kind: 'string' }, works: { kind: 'bool' } } } },
  },
  options: { tenure: ['rent', 'own'], heating: ['gas', 'oil', 'wood'] },
}

/** One expression in both dialects: options are typed constants here and plain text there. */
type Pair = { readonly ours: string; readonly theirs: string }

const same = (text: string): Pair => ({ ours: text, theirs: text })
const join = (parts: readonly string[], ...pairs: readonly Pair[]): Pair => {
  const weave = (of: (pair: Pair) => string) => parts.map((part, at) => part + (pairs[at] === undefined ? '' : of(pairs[at]))).join('')
  return { ours: weave(({ ours }) => ours), theirs: weave(({ theirs }) => theirs) }
}

const words = fc.constantFrom('', 'a', 'b', 'ab', 'ba', 'Äb', '€')
const heatings = fc.constantFrom('gas', 'oil', 'wood')

const { bool } = fc.letrec<{ bool: Pair; int: Pair; text: Pair; ints: Pair }>((tie) => {
  const { bool, int, text, ints } = { bool: tie('bool'), int: tie('int'), text: tie('text'), ints: tie('ints') }
  const between = (left: fc.Arbitrary<Pair>, operators: readonly string[]) =>
    fc.tuple(left, fc.constantFrom(...operators), left).map(([a, operator, b]) => join(['(', ` ${operator} `, ')'], a, b))
  const choice = (of: fc.Arbitrary<Pair>) => fc.tuple(bool, of, of).map(([c, a, b]) => join(['(', ' ? ', ' : ', ')'], c, a, b))
  const walks = fc.constantFrom('all', 'exists', 'exists_one')
  return {
    bool: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom('p', 'q', 'true', 'false').map(same),
      between(int, ['==', '!=', '<', '<=', '>', '>=']),
      between(text, ['==', '!=']),
      between(bool, ['&&', '||', '==', '!=', '&&', '||']),
      bool.map((a) => join(['!(', ')'], a)),
      choice(bool),
      fc.tuple(int, ints).map(([a, list]) => join(['(', ' in ', ')'], a, list)),
      fc
        .tuple(text, fc.constantFrom('startsWith', 'endsWith', 'contains'), text)
        .map(([a, name, b]) => join([`(`, `).${name}(`, ')'], a, b)),
      fc.constantFrom('rent', 'own').map((option) => ({ ours: `(tenure == tenure.${option})`, theirs: `(tenure == "${option}")` })),
      heatings.map((option) => ({ ours: `(heating.${option} in heating)`, theirs: `("${option}" in heating)` })),
      fc.tuple(walks, fc.constantFrom('<', '=='), int).map(([walk, operator, a]) => join([`xs.${walk}(x, x ${operator} `, ')'], a)),
      fc.tuple(walks, int, bool).map(([walk, a, b]) => join([`people.${walk}(e, e.age / (e.age - 1) > `, ' && (e.works || ', '))'], a, b)),
      fc.tuple(walks, text).map(([walk, a]) => join([`people.${walk}(e, ws.exists(w, w == e.name + `, '))'], a)),
    ),
    int: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom('n', 'm').map(same),
      fc.integer({ min: -3, max: 9 }).map((value) => same(value < 0 ? `(${value})` : String(value))),
      between(int, ['+', '-', '*', '/', '%']),
      int.map((a) => join(['-(', ')'], a)),
      choice(int),
      ints.map((list) => join(['size(', ')'], list)),
      text.map((a) => join(['size(', ')'], a)),
    ),
    text: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.constantFrom('s', 't').map(same),
      words.map((word) => same(JSON.stringify(word))),
      between(text, ['+']),
      choice(text),
    ),
    ints: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.constant(same('xs')),
      fc.tuple(int, int).map(([a, b]) => join(['[', ', ', ']'], a, b)),
      fc.tuple(int, ints).map(([a, list]) => join(['', '.filter(x, x > ', ')'], list, a)),
      fc.tuple(int, ints).map(([a, list]) => join(['', '.map(x, x * ', ')'], list, a)),
      choice(ints),
    ),
  }
})

const small = fc.integer({ min: -5, max: 5 })
const answers = fc.record({
  n: small,
  m: fc.oneof(small, fc.maxSafeInteger()),
  p: fc.boolean(),
  q: fc.boolean(),
  s: words,
  t: words,
  xs: fc.array(small, { maxLength: 4 }),
  ws: fc.array(words, { maxLength: 3 }),
  tenure: fc.constantFrom('rent', 'own'),
  heating: fc.array(heatings, { maxLength: 3 }),
  people: fc.array(fc.record({ age: small, name: words, works: fc.boolean() }), { maxLength: 3 }),
})

/** Our answers as the other implementation takes them: whole numbers are bigints there. */
function asTheirs(value: Known | undefined): CelInput {
  if (typeof value === 'number') return BigInt(value)
  if (typeof value === 'boolean' || typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(asTheirs)
  return new Map(Object.entries(value ?? {}).map(([name, field]) => [name, asTheirs(field)]))
}

/** What the other implementation found, in our terms. */
function fromTheirs(result: unknown): unknown {
  if (isCelError(result)) return 'fault'
  if (isCelList(result)) return [...result].map(fromTheirs)
  return typeof result === 'bigint' ? Number(result) : result
}

/** Beyond 2^53 the two differ on purpose. */
const overflows = ({ value, steps }: Step): boolean => (isFailure(value) && value.fault === 'overflow') || steps.some(overflows)
/** Refused are only members named twice and walks too deep, which the other allows. */
const counts = { compared: 0, faults: 0, overflows: 0, refused: 0 }

test('conditions over complete answers agree with a second implementation of CEL', () => {
  fc.assert(
    fc.property(bool, answers, ({ ours, theirs }, values) => {
      const compiled = compile(ours, scope)
      if ('faults' in compiled) {
        assert.ok(['too-long', 'bad-name'].includes(compiled.faults[0]?.code ?? ''), `${ours}: ${compiled.faults[0]?.message}`)
        counts.refused += 1
        return
      }
      const mine = compiled.evaluate(values)
      if (overflows(explain(compiled, values))) {
        counts.overflows += 1
        return
      }
      const bindings = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, asTheirs(value)]))
      const other = fromTheirs(run(theirs, bindings))
      assert.deepEqual(isFailure(mine) ? 'fault' : mine, other, ours)
      counts.compared += 1
      if (other === 'fault') counts.faults += 1
    }),
    { numRuns: 2500 },
  )
  assert.ok(counts.compared > 1500 && counts.faults > 20, JSON.stringify(counts))
})

const gap = fc.constantFrom(undefined, null)
const withGaps = (of: fc.Arbitrary<unknown>) => fc.option(of, { nil: undefined, freq: 2 })
const gaps = fc.record({
  holes: fc.record({
    n: fc.boolean(),
    m: fc.boolean(),
    p: fc.boolean(),
    q: fc.boolean(),
    s: fc.boolean(),
    xs: fc.boolean(),
    tenure: fc.boolean(),
  }),
  member: withGaps(fc.nat(3)),
  age: withGaps(fc.nat(3)),
  nothing: gap,
})

/** The same answers with some taken away: whole answers, a member of a list, a field of a person. */
function pierced(
  values: Values,
  { holes, member, age, nothing }: { holes: object; member: unknown; age: unknown; nothing: null | undefined },
): Values {
  const taken = Object.entries(holes).flatMap(([name, isHole]) => (isHole === true ? [[name, nothing]] : []))
  const list = (name: string) => (Array.isArray(values[name]) ? values[name] : [])
  const xs = list('xs').map((value, at) => (at === member ? null : value))
  const people = list('people').map((person, at) => (at === age ? { ...person, age: nothing } : person))
  return { ...values, xs, people, ...Object.fromEntries(taken) }
}

test('what is known with answers missing stays so, whatever the answers will be', () => {
  const seen = { known: 0, missing: 0 }
  fc.assert(
    fc.property(bool, answers, gaps, ({ ours }, values, holes) => {
      const compiled = compile(ours, scope)
      if ('faults' in compiled) return
      const partial = pierced(values, holes)
      const early = compiled.evaluate(partial)
      if (early === undefined) {
        seen.missing += 1
        assert.ok(compiled.missing(partial).length > 0, ours)
        return
      }
      seen.known += 1
      const late = compiled.evaluate(values)
      assert.deepEqual(isFailure(late) ? 'fault' : late, isFailure(early) ? 'fault' : early, ours)
    }),
    { numRuns: 2500 },
  )
  assert.ok(seen.known > 500 && seen.missing > 250, JSON.stringify(seen))
})

/** What a quick closure says, or that the frame was lost. */
function quickly(ast: Ast, values: Values): unknown {
  const names = Object.keys(scope.variables)
  let size = names.length
  const compiler = new QuickCompiler({
    find: (name) => ({ kind: 'slot', at: names.indexOf(name) }),
    newSlot: () => size++,
  })
  const run = compiler.truth(ast)
  const frame = new Frame(
    names.map((name) => ({ name, convert: undefined })),
    size,
  )
  // What an earlier person left in the frame must not be seen.
  frame.begin({ n: 1, p: true, xs: [1] })
  run(frame)
  frame.begin(values)
  const value = run(frame)
  return frame.isLost ? 'lost' : value
}

test('quick closures say what the others say, or that they cannot tell', () => {
  const seen = { told: 0, lost: 0 }
  fc.assert(
    fc.property(bool, answers, fc.option(gaps, { nil: undefined, freq: 1 }), ({ ours }, values, holes) => {
      const compiled = compile(ours, scope)
      if ('faults' in compiled) return
      const given = holes === undefined ? values : pierced(values, holes)
      const quick = quickly(compiled.ast, given)
      const slow = compiled.evaluate(given)
      if (quick !== 'lost') assert.deepEqual(quick, slow, ours)
      if (holes === undefined && !isFailure(slow)) seen[quick === 'lost' ? 'lost' : 'told'] += 1
    }),
    { numRuns: 2500 },
  )
  assert.ok(seen.told > 800 && seen.lost < seen.told / 20, JSON.stringify(seen))
})
